import { LIMITS, organizationPolicyLimit } from '../../config/aws-limits';
import type { Directory } from '../synthesis/directory';
import { nestedBlocks, type ResourceBlock } from '../synthesis/resources-in';
import { referenceIn } from '../synthesis/terraform-reference';
import { characters, charactersWithoutWhiteSpace, policyName } from './policy-sizes';
import type { QuotaUse } from './quota';

/** Adds up by key. */
function sums<Item>(items: readonly Item[], key: (item: Item) => string, amount: (item: Item) => number = () => 1): Map<string, number> {
  const totals = new Map<string, number>();
  for (const item of items) {
    const name = key(item);
    totals.set(name, (totals.get(name) ?? 0) + amount(item));
  }
  return totals;
}

/** Finds the resource of a type that an attribute means: a reference and the literal name are the same owner. */
function ownersOf(resources: readonly ResourceBlock[], ownerType: string, attribute: string): (owned: ResourceBlock) => string {
  const paths = new Map<string, string>();
  for (const { stack, type, name, attributes, path } of resources) {
    if (type !== ownerType) continue;
    paths.set(`${stack} \${${type}.${name}`, path);
    if (attributes.name !== undefined) paths.set(`${stack} ${attributes.name}`, path);
  }
  return ({ stack, attributes }) => {
    const reference = referenceIn(attributes[attribute]);
    const given = reference ? `\${${reference.type}.${reference.name}` : attributes[attribute];
    return paths.get(`${stack} ${given}`) ?? `${stack}/${ownerType} ${attributes[attribute]}`;
  };
}

/** What several resources use together: places for policies, inline policies of one role, targets of one rule. */
export function slots(resources: readonly ResourceBlock[], directory: Directory): QuotaUse[] {
  const of = (...types: string[]) => resources.filter(({ type }) => types.includes(type));
  const each = (totals: Map<string, number>, quota: string, limit: number, unit: string, remedy: string): QuotaUse[] =>
    [...totals].map(([path, used]) => ({ quota, path, used, limit, unit, remedy }));
  const counted = (type: string, attribute: string, ownerType: string) => sums(of(type), ownersOf(resources, ownerType, attribute));
  return [
    ...attachedPolicies(resources, directory),
    ...each(inline(resources, 'role'), 'inline policies of a role', LIMITS.roleInlineCharacters, 'characters', 'move statements into a managed policy'),
    ...each(inline(resources, 'group'), 'inline policies of a group', LIMITS.groupInlineCharacters, 'characters', 'move statements into a managed policy'),
    ...each(inline(resources, 'user'), 'inline policies of a user', LIMITS.userInlineCharacters, 'characters', 'give them to a group'),
    ...each(counted('aws_iam_role_policy_attachment', 'role', 'aws_iam_role'), 'role', LIMITS.managedPoliciesPerRole, 'managed policies', 'merge two of them'),
    ...each(counted('aws_cloudwatch_event_target', 'rule', 'aws_cloudwatch_event_rule'), 'event rule', LIMITS.targetsPerRule, 'targets', 'add a second rule'),
    ...each(
      counted('aws_cloudwatch_log_metric_filter', 'log_group_name', 'aws_cloudwatch_log_group'),
      'log group',
      LIMITS.metricFiltersPerLogGroup,
      'metric filters',
      'merge two of them',
    ),
    ...permissionSets(of('aws_ssoadmin_account_assignment'), directory),
    ...each(
      sums(of('aws_ssoadmin_permission_set'), ({ stack }) => stack),
      'Identity Center',
      LIMITS.permissionSets,
      'permission sets',
      'merge two of them',
    ),
    ...each(
      sums(of('aws_organizations_account'), ({ stack }) => stack),
      'a new organization',
      LIMITS.accountsByDefault,
      'accounts',
      'ask AWS for more in Service Quotas',
    ).map(
      // The management account is no resource, but it counts.
      (use): QuotaUse => ({ ...use, used: use.used + 1, advisory: true }),
    ),
  ];
}

/** Only policies attached to the very unit count, and those that AWS attaches itself. */
function attachedPolicies(resources: readonly ResourceBlock[], { units, accounts }: Directory): QuotaUse[] {
  const policies = new Map(
    resources.filter(({ type }) => type === 'aws_organizations_policy').map(({ stack, name, attributes }) => [`${stack} ${name}`, attributes]),
  );
  const attached = resources
    .filter(({ type, attributes }) => type === 'aws_organizations_policy_attachment' && !/^p-(RCP)?FullAWSAccess$/.test(attributes.policy_id))
    .map(({ stack, attributes }) => {
      const policy = policies.get(`${stack} ${referenceIn(attributes.policy_id)?.name}`);
      const type: string = policy?.type ?? 'SERVICE_CONTROL_POLICY';
      const target = `${stack}/${units.get(attributes.target_id) ?? accounts.get(attributes.target_id) ?? attributes.target_id}`;
      return { key: JSON.stringify([type, target]), length: characters(String(policy?.content ?? '')) };
    });
  const lengths = sums(
    attached,
    ({ key }) => key,
    ({ length }) => length,
  );
  return [...sums(attached, ({ key }) => key)].flatMap(([key, own]): QuotaUse[] => {
    const [type, path] = JSON.parse(key) as [string, string];
    const limits = organizationPolicyLimit(type) ?? { perTarget: 0, attachedByAws: 0, characters: 0 };
    const remedy = 'merge policies, or attach some to a unit above or below';
    const quota = `target of ${policyName(type).replace(/y$/, 'ies')}`;
    return [
      { quota, path, used: own + limits.attachedByAws, limit: limits.perTarget, unit: 'policies', remedy },
      {
        quota: `all ${policyName(type).replace(/y$/, 'ies')} of a target`,
        path,
        used: lengths.get(key) ?? 0,
        limit: (limits.perTarget - limits.attachedByAws) * limits.characters,
        unit: 'characters',
        remedy,
      },
    ];
  });
}

/** Inline policies in resources of their own and in blocks of the role itself. */
function inline(resources: readonly ResourceBlock[], kind: 'role' | 'group' | 'user'): Map<string, number> {
  const type = `aws_iam_${kind}`;
  const owner = ownersOf(resources, type, kind);
  const own = resources
    .filter((resource) => resource.type === `${type}_policy`)
    .map((resource) => ({ path: owner(resource), text: String(resource.attributes.policy) }));
  const blocks = resources
    .filter((resource) => resource.type === type)
    .flatMap(({ path, attributes }) => nestedBlocks(attributes.inline_policy).map((block) => ({ path, text: String(block.policy) })));
  return sums(
    [...own, ...blocks],
    ({ path }) => path,
    ({ text }) => charactersWithoutWhiteSpace(text),
  );
}

/** Sets are provisioned to an account once, however many groups they are assigned to. */
function permissionSets(assignments: readonly ResourceBlock[], { accounts }: Directory): QuotaUse[] {
  const provisioned = new Map(
    assignments.map(({ stack, attributes }) => [`${attributes.target_id} ${attributes.permission_set_arn}`, { stack, account: attributes.target_id }]),
  );
  return [...sums([...provisioned.values()], ({ stack, account }) => `${stack}/${accounts.get(account) ?? account}`)].map(([path, used]) => ({
    quota: 'account',
    path,
    used,
    limit: LIMITS.permissionSetsPerAccount,
    unit: 'permission sets',
    remedy: 'assign fewer sets to it',
  }));
}

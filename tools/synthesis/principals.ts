import { awsOwnedBucketObjects } from '../../config/aws-owned-buckets';
import { AWS_OWNED_ACCOUNTS } from '../../config/known-principals';
import type { Directory } from './directory';
import { federatedMistake } from './federated-principal';
import type { FoundPolicy } from './policy-documents';
import { conditionValues, type Entry } from './statement-conditions';
import type { TerraformJson } from './synthesize';
import { referenceIn } from './terraform-reference';

/** Where a policy stands. */
export interface PolicyContext {
  readonly directory: Directory;
  /** The stack's document: its own roles and providers may be named. */
  readonly document: TerraformJson;
}

/** Kind and value of every principal of a statement; `*` alone is an AWS principal. */
export function principalsOf(statement: TerraformJson): [kind: string, principal: string][] {
  const kinds = typeof statement.Principal === 'string' ? { AWS: statement.Principal } : (statement.Principal ?? {});
  return Object.entries<TerraformJson>(kinds).flatMap(([kind, who]) => [who].flat().map((principal: string): [string, string] => [kind, principal]));
}

/** What is wrong with a principal, and what to do: `names ..., got ...; do`. AWS rejects principals that do not exist (yet). */
export function principalMistake(policy: FoundPolicy, statement: TerraformJson, kind: string, principal: string, context: PolicyContext): string | undefined {
  if (kind === 'Service')
    return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/.test(principal) ? undefined : 'is no service principal; write SERVICE.amazonaws.com';
  if (kind === 'Federated') return federatedMistake(statement, principal, context.document);
  if (kind !== 'AWS') return `is a principal of kind ${kind}; name an account root, a service or a provider of the same state`;
  if (principal === '*') return statement.Effect === 'Deny' || everybodyIsOurs(policy, statement, context) ? undefined : NOT_OURS;
  const account = /^arn:aws:iam::(\d{12}|\$\{aws_organizations_account\.[\w-]+\.id\}):root$/.exec(principal)?.[1];
  if (account !== undefined) return accountMistake(policy, statement, account, context);
  return roleOfSameState(policy, principal, context)
    ? undefined
    : 'may not exist when AWS looks it up; write an account root with a condition on aws:PrincipalArn';
}

const NOT_OURS = 'lets everybody in; add StringEquals aws:PrincipalOrgID, or kms:CallerAccount in a key policy';

function accountMistake(policy: FoundPolicy, statement: TerraformJson, account: string, { directory, document }: PolicyContext): string | undefined {
  const reference = referenceIn(account);
  if (reference) return document.resource?.[reference.type]?.[reference.name] ? undefined : 'is an account that this state does not make; write its id';
  if (account in AWS_OWNED_ACCOUNTS) return undefined;
  if (!directory.accounts.has(account) && !directory.partners.has(account)) {
    return 'is no account of the configuration; name one, or enter the partner in config/known-principals.ts';
  }
  if (policy.kind !== 'trust' || statement.Effect === 'Deny') return undefined;
  if (directory.partners.has(account)) {
    return narrowed(statement, ['sts:ExternalId']) ? undefined : 'is a partner without an external id (confused deputy); add StringEquals sts:ExternalId';
  }
  const own = ownAccount(document) === account;
  return own || narrowed(statement, ['aws:PrincipalArn', 'sts:ExternalId', 'aws:PrincipalOrgPaths'])
    ? undefined
    : 'is all of another account; add a condition on aws:PrincipalArn with the role that comes from there';
}

export const ownAccount = (document: TerraformJson): string | undefined => document.provider?.aws?.[0]?.allowed_account_ids?.[0];

/** A condition that must hold: an operator with IfExists, Not or ForAllValues also passes where the key is missing. */
function narrowed(statement: TerraformJson, keys: readonly string[]): boolean {
  return conditionValues(statement).some(
    ({ key, positive, values }) => positive && keys.some((one) => one.toLowerCase() === key) && values.every((value) => !/^[*?]*$/.test(value)),
  );
}

/** `*` is fine where a condition keeps it within the organization, or where all it can reach is public anyway. */
function everybodyIsOurs(policy: FoundPolicy, statement: TerraformJson, context: PolicyContext): boolean {
  return (
    conditionValues(statement).some((entry) => entry.positive && entry.values.every((value) => ours(entry, value, context))) ||
    readsAwsBuckets(policy, statement)
  );
}

function ours({ key }: Entry, value: string, { directory, document }: PolicyContext): boolean {
  switch (key) {
    case 'aws:principalorgid': {
      const reference = referenceIn(value);
      return (
        value === directory.organizationId ||
        (reference?.type === 'aws_organizations_organization' && reference.name in (document.resource?.[reference.type] ?? {}))
      );
    }
    case 'aws:principalorgpaths':
      return value.startsWith(`${directory.organizationId}/`);
    case 'aws:principalaccount':
    case 'kms:calleraccount':
      return directory.accounts.has(value);
    case 'aws:principalarn':
      return directory.accounts.has(/^arn:aws:(?:iam|sts)::(\d{12}):/.exec(value)?.[1] ?? '');
    default:
      return false;
  }
}

/** Through an endpoint anybody may read what AWS offers to everybody; nothing of ours passes there. */
export function readsAwsBuckets({ kind, resource }: FoundPolicy, { Action, Resource }: TerraformJson): boolean {
  const known = awsOwnedBucketObjects(resource.attributes.region);
  const objects: string[] = [Resource ?? []].flat();
  return (
    kind === 'endpoint' &&
    [Action ?? []].flat().every((action) => action === 's3:GetObject') &&
    Action !== undefined &&
    objects.length > 0 &&
    objects.every((one) => known.includes(one))
  );
}

/** A reference makes the order; a literal ARN needs depends_on. */
function roleOfSameState({ resource }: FoundPolicy, principal: string, { document }: PolicyContext): boolean {
  const reference = referenceIn(principal);
  const roles: TerraformJson = document.resource ?? {};
  if (reference)
    return (
      ['aws_iam_role', 'aws_iam_service_linked_role'].includes(reference.type) &&
      reference.attribute === 'arn' &&
      reference.name in (roles[reference.type] ?? {})
    );
  const [, account, path, name] = /^arn:aws:iam::(\d{12}):role(\/(?:[^*?]+\/)?)([^/*?]+)$/.exec(principal) ?? [];
  return Object.entries<TerraformJson>(roles.aws_iam_role ?? {}).some(
    ([id, role]) =>
      account === ownAccount(document) &&
      role.name === name &&
      (role.path ?? '/') === path &&
      (resource.attributes.depends_on ?? []).includes(`aws_iam_role.${id}`),
  );
}

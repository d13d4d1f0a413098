import { evaluateCall, principalNamed } from '../../can/corpus';
import { nestedBlocks } from '../../synthesis/resources-in';
import type { Check, Violation } from '../check';
import type { Estate } from '../estate';
import { each } from '../read/resources';

/** What is left of the CIS AWS Foundations Benchmark: support, roles of instances, Security Hub. */
export const CIS_SERVICES: readonly Check[] = [
  {
    id: '2.15',
    what: 'in each account somebody may open a support case (evaluated): a set that is assigned there, or break-glass',
    scope: 'every account',
    rest: "By the sets' own policies, not by the AWS-managed policy AWSSupportAccess: a scanner that looks for its name finds none.",
    violations: supported,
  },
  {
    id: '2.16',
    what: 'our instances have a role of their own',
    scope: 'workloads',
    modules: true,
    rest: "Other instances: Security Hub. Systems Manager's default role for all instances is not switched on: it would give each one an agent that takes commands.",
    violations: (estate) => each(estate, 'aws_launch_template', ({ attributes }) => !nestedBlocks(attributes.iam_instance_profile)[0] && 'has no role'),
  },
  {
    id: '5.16',
    what: 'Security Hub is configured centrally for the whole organization, with FSBP and CIS, findings of all regions in one',
    scope: 'security',
    from: 'correlated',
    violations: (estate) => [
      ...each(estate, 'aws_securityhub_finding_aggregator', ({ attributes: { linking_mode, specified_regions = [] } }) => {
        const elsewhere = estate.blueprint.regions.enabled.filter((region) => region !== estate.blueprint.regions.home);
        return linking_mode !== 'ALL_REGIONS' && !elsewhere.every((region) => specified_regions.includes(region)) && 'leaves regions out';
      }),
      ...each(
        estate,
        'aws_securityhub_organization_configuration',
        ({ attributes }) => nestedBlocks(attributes.organization_configuration)[0]?.configuration_type !== 'CENTRAL' && 'is not central',
      ),
      ...each(estate, 'aws_securityhub_configuration_policy_association', () => undefined),
      ...each(estate, 'aws_securityhub_configuration_policy', ({ attributes }) => {
        const policy = nestedBlocks(attributes.configuration_policy)[0];
        const arns: string[] = policy?.enabled_standard_arns ?? [];
        const missing = ['aws-foundational-security-best-practices', 'cis-aws-foundations-benchmark'].filter(
          (name) => !arns.some((arn) => arn.includes(`/${name}/`)),
        );
        return policy?.service_enabled !== true ? 'switches Security Hub off' : missing.length > 0 && `lacks ${missing.join(', ')}`;
      }),
    ],
  },
];

async function supported(estate: Estate): Promise<Violation[]> {
  const sets = new Map(
    estate.of('aws_ssoadmin_permission_set').map(({ name, attributes }) => [`\${aws_ssoadmin_permission_set.${name}.arn}`, attributes.name as string]),
  );
  const assignments = estate.of('aws_ssoadmin_account_assignment');
  estate.of('aws_iam_role_policy_attachment', 'aws_ssoadmin_managed_policy_attachment', 'aws_ssoadmin_permission_set_inline_policy');
  const found: Violation[] = [];
  for (const { name, id } of estate.accounts('every account')) {
    const assigned = assignments
      .filter(({ attributes }) => attributes.target_id === id)
      .flatMap(({ attributes }) => sets.get(attributes.permission_set_arn) ?? []);
    const breakGlass = estate.of('aws_iam_role').some(({ account, attributes }) => account === name && attributes.name === 'break-glass');
    let somebody = false;
    for (const who of [...new Set(assigned), ...(breakGlass ? ['/platform/break-glass'] : [])]) {
      const { allowed } = await evaluateCall(
        estate.synthesized,
        principalNamed(estate.synthesized, who, name),
        { action: 'support:CreateCase' },
        ['scp', 'identity'],
        true,
      );
      somebody ||= allowed;
    }
    if (!somebody) found.push({ account: name, at: name, what: 'nobody may open a support case' });
  }
  return found;
}

import type { Check } from '../check';
import type { Found } from '../estate';
import { allowing, IDENTITY_POLICIES, listOf } from '../read/identity-policies';
import { absent, companion, each, wrong } from '../read/resources';

/** Break-glass is the one exception to "no IAM users"; decoys are users that may do nothing. */
const isBreakGlass = ({ attributes }: Found) => attributes.path === '/platform/' && /^break-glass-/.test(attributes.name);
const isDecoy = ({ name }: Found) => name.startsWith('decoy');
const everybodyPolicies = [
  'aws_iam_policy_attachment',
  'aws_iam_role_policy_attachment',
  'aws_iam_user_policy_attachment',
  'aws_iam_group_policy_attachment',
  'aws_ssoadmin_managed_policy_attachment',
];
const arnOf = ({ attributes }: Found): string => attributes.policy_arn ?? attributes.managed_policy_arn;
/** Who may be an administrator: the pipeline's apply role, break-glass, and two sets whose placement config/checks/access-placement.ts bounds. */
const ADMINISTRATORS = /_pipeline_apply\.|_break-glass_role\.|_OrganizationAdmin\.|_PlatformAdmin\./;

/** Who may what, in section 2 of the CIS AWS Foundations Benchmark. */
export const CIS_PERMISSIONS: readonly Check[] = [
  {
    id: '2.13',
    what: 'IAM users have permissions from groups only',
    scope: 'every account',
    violations: (estate) => [
      ...absent(estate, ['aws_iam_user_policy', 'aws_iam_user_policy_attachment']),
      ...companion(estate, 'aws_iam_user', { type: 'aws_iam_user_group_membership', by: 'user' }),
    ],
  },
  {
    id: '2.14',
    what: 'no policy of ours allows everything on everything; AdministratorAccess only for apply, break-glass and two administrator sets',
    scope: 'every account',
    violations: (estate) => [
      ...each(estate, 'aws_iam_policy', () => undefined),
      ...allowing(estate, IDENTITY_POLICIES)
        .filter(({ statement }) => listOf(statement.Action).includes('*') && listOf(statement.Resource).includes('*'))
        .map(({ resource }) => wrong(resource, 'allows everything on everything')),
      ...estate
        .of(...everybodyPolicies)
        .filter(
          (one) => arnOf(one).endsWith(':policy/AdministratorAccess') && !ADMINISTRATORS.test(`${one.attributes.role}${one.attributes.permission_set_arn}`),
        )
        .map((one) => wrong(one, 'makes an administrator')),
    ],
  },
  {
    id: '2.19',
    what: 'people come from Identity Center into each account; no IAM users but break-glass and decoys',
    scope: 'every account',
    violations: (estate) => {
      const targets = new Set(estate.of('aws_ssoadmin_account_assignment').map(({ attributes }) => attributes.target_id));
      return [
        ...absent(estate, ['aws_iam_user'], (user) => isBreakGlass(user) || isDecoy(user)),
        ...estate
          .accounts('every account')
          .filter(({ id }) => !targets.has(id))
          .map(({ name }) => ({ account: name, at: name, what: 'has no assignment of Identity Center' })),
      ];
    },
  },
  {
    id: '2.20',
    what: 'nobody is given AWSCloudShellFullAccess',
    scope: 'every account',
    violations: (estate) => [
      ...each(estate, 'aws_iam_role_policy_attachment', (one) => arnOf(one).endsWith('/AWSCloudShellFullAccess') && 'gives CloudShell'),
      ...estate
        .of(...everybodyPolicies)
        .filter((one) => arnOf(one).endsWith('/AWSCloudShellFullAccess') && one.type !== 'aws_iam_role_policy_attachment')
        .map((one) => wrong(one, 'gives CloudShell')),
    ],
  },
];

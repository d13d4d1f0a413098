import { matchesWildcard } from '../../detections/text-match';
import { conditionValues } from '../../synthesis/statement-conditions';
import type { TerraformJson } from '../../synthesis/synthesize';
import type { Check } from '../check';
import type { Estate, Found } from '../estate';
import { allowing, listOf } from '../read/identity-policies';
import { openPolicies } from '../read/public-policies';
import { stopped } from '../read/requests';
import { each, oneInEach, oneInEachRegion, wrong } from '../read/resources';

const strong = (policy: TerraformJson): string | false => {
  const lacking = ['require_lowercase_characters', 'require_uppercase_characters', 'require_numbers', 'require_symbols'].filter((one) => policy[one] !== true);
  if (!(policy.minimum_password_length >= 14)) lacking.push('14 characters');
  if (policy.password_reuse_prevention !== 24) lacking.push('24 remembered');
  return lacking.length > 0 && `lacks ${lacking.join(', ')}`;
};
const STRONG_PASSWORDS: Omit<Check, 'id'> = {
  what: 'passwords are long, mixed and new',
  scope: 'every account',
  rest: 'No highest age: the two break-glass users have the only passwords, and one that ran out could lock them out in the hour it is needed.',
  violations: (estate: Estate) => oneInEach(estate, 'every account', 'aws_iam_account_password_policy', strong),
};

/** Statements that let somebody decrypt with every key: of policies that are attached to somebody, not of boundaries. */
function decryptsAll(estate: Estate, type: 'aws_iam_policy' | 'aws_iam_role_policy') {
  const attachments = estate.of('aws_iam_role_policy_attachment', 'aws_iam_user_policy_attachment', 'aws_iam_group_policy_attachment');
  const grants = ({ stack, name }: Found) =>
    type !== 'aws_iam_policy' || attachments.some((one) => one.stack === stack && String(one.attributes.policy_arn).includes(`aws_iam_policy.${name}.`));
  return [
    ...each(estate, type, () => undefined),
    ...allowing(estate, [type])
      .filter(({ resource, statement }) => grants(resource) && decrypts(statement) && !narrowed(statement))
      .map(({ resource }) => wrong(resource, 'decrypts with every key')),
  ];
}
const covers = (patterns: readonly string[], action: string) => patterns.some((pattern) => matchesWildcard(pattern.toLowerCase(), action.toLowerCase()));
const decrypts = (statement: TerraformJson): boolean =>
  ['kms:Decrypt', 'kms:ReEncryptFrom'].some((action) =>
    statement.NotAction ? !covers(listOf(statement.NotAction), action) : covers(listOf(statement.Action), action),
  ) && listOf(statement.Resource).some((arn) => arn === '*' || /:key\/\*$|^arn:aws:kms:\*/.test(arn));
const narrowed = (statement: TerraformJson): boolean =>
  conditionValues(statement).some(({ key, positive }) => positive && ['kms:resourcealiases', 'kms:requestalias', 'kms:viaservice'].includes(key));

/** AWS Foundational Security Best Practices: principals, keys, registries and Systems Manager. */
export const FSBP_IDENTITY: readonly Check[] = [
  { id: 'IAM.7', ...STRONG_PASSWORDS },
  { id: 'IAM.10', ...STRONG_PASSWORDS },
  {
    id: 'IAM.21',
    what: 'no policy of ours allows all of a service',
    scope: 'every account',
    rest: "The developers' boundary is a limit and grants nothing.",
    violations: (estate) => [
      ...each(estate, 'aws_iam_policy', () => undefined),
      ...allowing(estate, ['aws_iam_policy'])
        .filter(({ statement }) => listOf(statement.Action).some((action) => /^(\*|[a-z0-9-]+:\*)$/.test(action)))
        .map(({ resource }) => wrong(resource, 'allows all of a service')),
    ],
  },
  {
    id: 'KMS.1',
    what: 'no policy that is attached decrypts with every key',
    scope: 'every account',
    rest: "The developers' boundary is a limit and grants nothing; each key's own policy says who uses it (rendered/data-access.md).",
    violations: (estate) => decryptsAll(estate, 'aws_iam_policy'),
  },
  {
    id: 'KMS.2',
    what: 'no inline policy of a role decrypts with every key: by alias or through a service only',
    scope: 'every account',
    violations: (estate) => decryptsAll(estate, 'aws_iam_role_policy'),
  },
  {
    id: 'KMS.3',
    what: 'each key waits 30 days and cannot leave by a plan; evaluated: nobody in a workload account has one deleted',
    scope: 'every account',
    violations: async (estate) => [
      ...each(estate, 'aws_kms_key', ({ attributes: { deletion_window_in_days, lifecycle } }) => {
        if (deletion_window_in_days !== 30) return 'waits less than 30 days';
        return lifecycle?.prevent_destroy !== true && 'leaves by a plan';
      }),
      ...(await stopped(estate, 'workloads', 'admin', [
        {
          action: 'kms:ScheduleKeyDeletion',
          resources: ['arn:aws:kms:eu-west-1:{account}:key/0a1b2c3d'],
          context: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '7' },
        },
      ])),
    ],
  },
  {
    id: 'KMS.5',
    what: "no key's policy lets everybody in",
    scope: 'every account',
    violations: (estate) => [...each(estate, 'aws_kms_key', () => undefined), ...openPolicies(estate, ['aws_kms_key'])],
  },
  {
    id: 'CloudTrail.5',
    what: 'the trail writes to a log group too, where alarms read it',
    scope: 'management',
    violations: (estate) =>
      each(
        estate,
        'aws_cloudtrail',
        ({ attributes }) =>
          (!/aws_cloudwatch_log_group\./.test(attributes.cloud_watch_logs_group_arn ?? '') || !attributes.cloud_watch_logs_role_arn) &&
          'writes to no log group',
      ),
  },
  {
    id: 'EMR.2',
    what: 'no cluster of EMR stands open, in every enabled region of every account, on no port',
    scope: 'every account',
    violations: (estate) =>
      oneInEachRegion(
        estate,
        'every account',
        'aws_emr_block_public_access_configuration',
        (one) => (one.block_public_security_group_rules !== true || one.permitted_public_security_group_rule_range !== undefined) && 'leaves ports open',
      ),
  },
  {
    id: 'SSM.4',
    what: 'no document of Systems Manager is public, in every enabled region of every account',
    scope: 'every account',
    violations: (estate) =>
      oneInEachRegion(
        estate,
        'every account',
        'aws_ssm_service_setting',
        (one) => (!/documents\/console\/public-sharing-permission$/.test(one.setting_id) || one.setting_value !== 'Disable') && 'lets documents be public',
      ),
  },
];

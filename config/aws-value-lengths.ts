/**
 * The most characters that a value can have which Terraform learns at apply only: policies are measured before. Names at
 * their longest (API reference of each service, read 2026-11), the longest region, the aws partition.
 */
const LONGEST_REGION = 'ap-northeast-1';
const ACCOUNT = '123456789012';
const arn = (service: string, resource: string, nameLength: number): number =>
  `arn:aws:${service}:${LONGEST_REGION}:${ACCOUNT}:${resource}`.length + nameLength;
/** IAM: a path of up to 512 characters stands before the name. */
const iam = (resource: string, nameLength: number): number => `arn:aws:iam::${ACCOUNT}:${resource}`.length + nameLength;

/** `type.attribute` -> characters at most. */
export const LONGEST_VALUES: Readonly<Record<string, number>> = {
  'aws_cloudtrail.arn': arn('cloudtrail', 'trail/', 128),
  'aws_cloudwatch_event_bus.arn': arn('events', 'event-bus/', 256),
  'aws_cloudwatch_event_rule.arn': arn('events', 'rule//', 256 + 64),
  'aws_cloudwatch_log_group.arn': arn('logs', 'log-group:', 512),
  'aws_cloudwatch_log_group.name': 512,
  'aws_dynamodb_table.arn': arn('dynamodb', 'table/', 255),
  'aws_iam_openid_connect_provider.arn': iam('oidc-provider/', 255),
  'aws_iam_policy.arn': iam('policy', 512 + 128),
  'aws_iam_role.arn': iam('role', 512 + 64),
  'aws_iam_role.name': 64,
  'aws_iam_saml_provider.arn': iam('saml-provider/', 128),
  'aws_iam_user.arn': iam('user', 512 + 64),
  'aws_kms_key.arn': arn('kms', 'key/', 36),
  'aws_kms_key.key_id': 36,
  'aws_lambda_function.arn': arn('lambda', 'function:', 64),
  'aws_organizations_account.id': 12,
  'aws_organizations_organization.id': 34,
  'aws_organizations_organizational_unit.id': 68,
  'aws_s3_bucket.arn': 'arn:aws:s3:::'.length + 63,
  'aws_s3_bucket.bucket': 63,
  'aws_s3_bucket.id': 63,
  'aws_secretsmanager_secret.arn': arn('secretsmanager', 'secret:', 512 + 7),
  'aws_sfn_state_machine.arn': arn('states', 'stateMachine:', 80),
  'aws_sns_topic.arn': arn('sns', '', 256),
  'aws_sqs_queue.arn': arn('sqs', '', 80),
  'aws_vpc.id': 21,
  'aws_vpc_endpoint.id': 22,
};

/** No ARN is longer (IAM, "IAM ARNs"): stands for every reference that the table does not know. */
export const LONGEST_ARN = 2048;

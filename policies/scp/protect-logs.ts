import { APPLY, BREAK_GLASS, but, guardrail, PLAN, ROOT_SESSION } from '../guardrail-context';

/** Names end in the account's id, twelve characters: a developers' bucket such as shop-state-cache is none of these. */
const PROTECTED = ['*-logs-cloudtrail-', '*-logs-config-', '*-logs-network-', '*-logs-resolver-', 'aws-waf-logs-*-', '*-macie-results-', '*-state-'].map(
  (name) => `${name}????????????`,
);

export const protectLogs = guardrail(
  'ProtectLogs',
  "Evidence is deleted last. Log and state buckets and the platform's log groups are beyond their accounts' administrators. Exempt: the apply role (settings; the bucket policy forbids deletion), the plan role (its lock), root sessions (a bucket policy that locks everybody out) and break-glass.",
  () => ({
    Action: [
      'logs:AssociateKmsKey',
      'logs:DeleteDataProtectionPolicy',
      'logs:DeleteLogGroup',
      'logs:DeleteLogStream',
      'logs:DeleteMetricFilter',
      'logs:DeleteRetentionPolicy',
      'logs:DeleteSubscriptionFilter',
      'logs:DeleteTransformer',
      'logs:DisassociateKmsKey',
      'logs:PutDataProtectionPolicy',
      'logs:PutLogGroupDeletionProtection',
      'logs:PutMetricFilter',
      'logs:PutRetentionPolicy',
      'logs:PutSubscriptionFilter',
      'logs:PutTransformer',
      's3:BypassGovernanceRetention',
      's3:DeleteBucket*',
      's3:DeleteObject*',
      's3:PutBucketAbac',
      's3:PutBucketAcl',
      's3:PutBucketLogging',
      's3:PutBucketNotification',
      's3:PutBucketObjectLockConfiguration',
      's3:PutBucketOwnershipControls',
      's3:PutBucketPolicy',
      's3:PutBucketPublicAccessBlock',
      's3:PutBucketTagging',
      's3:PutBucketVersioning',
      's3:PutBucketWebsite',
      's3:PutEncryptionConfiguration',
      's3:PutInventoryConfiguration',
      's3:PutLifecycleConfiguration',
      's3:PutObjectLegalHold',
      's3:PutObjectRetention',
      's3:PutReplicationConfiguration',
      's3:UpdateObjectEncryption',
    ],
    Resource: [...PROTECTED.flatMap((bucket) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]), 'arn:aws:logs:*:*:log-group:/platform/*'],
    Condition: but([APPLY, PLAN, ROOT_SESSION, BREAK_GLASS]),
  }),
);

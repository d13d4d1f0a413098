import { APPLY, BREAK_GLASS, denyBut, type Guardrail } from '../guardrail-context';

/** The plan role deletes its lock object; the state bucket's own policy keeps it from everything else. */
const PLAN = 'arn:aws:iam::*:role/platform/plan';

/** Names end in the account's id, twelve characters: a developers' bucket such as shop-state-cache is none of these. */
const PROTECTED = ['*-logs-cloudtrail-', '*-logs-config-', '*-logs-network-', 'aws-waf-logs-*-', '*-state-'].map((name) => `${name}????????????`);

/** Evidence is deleted last. Log buckets, state buckets and the platform's log groups are beyond their accounts' administrators. Exempt: the apply role (settings only, the bucket policy forbids deletion) and break-glass. */
export const protectLogs: Guardrail = () =>
  denyBut([APPLY, BREAK_GLASS, PLAN], {
    Sid: 'ProtectLogs',
    Action: [
      's3:BypassGovernanceRetention',
      's3:DeleteBucket*',
      's3:DeleteObject*',
      's3:PutBucketAcl',
      's3:PutBucketObjectLockConfiguration',
      's3:PutBucketOwnershipControls',
      's3:PutBucketPolicy',
      's3:PutBucketPublicAccessBlock',
      's3:PutBucketVersioning',
      's3:PutEncryptionConfiguration',
      's3:PutLifecycleConfiguration',
      's3:PutObjectRetention',
      's3:PutReplicationConfiguration',
      'logs:DeleteLogGroup',
      'logs:DeleteLogStream',
      'logs:DeleteRetentionPolicy',
      'logs:PutRetentionPolicy',
      'logs:DisassociateKmsKey',
      'logs:DeleteMetricFilter',
    ],
    Resource: [...PROTECTED.flatMap((bucket) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]), 'arn:aws:logs:*:*:log-group:/platform/*'],
  });

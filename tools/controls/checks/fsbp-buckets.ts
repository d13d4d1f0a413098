import { nestedBlocks } from '../../synthesis/resources-in';
import type { Check } from '../check';
import type { Found } from '../estate';
import { loggedRequests, receivesAccessLogs } from '../read/access-logs';
import { BLOCKED, notBlocked, publicAccessBlocked, refusedByBuckets, trailBuckets } from '../read/buckets';
import { encrypted } from '../read/encrypted';
import { openPolicies } from '../read/public-policies';
import { companion, each } from '../read/resources';

/** AWS Config refuses buckets with default retention, and so do access logs (policies/bucket/log-delivery.ts); of GuardDuty's exports AWS says nothing. */
const cannotBeLocked = ({ name }: Found) => /config_bucket$|access-logs?_bucket$|^findings_bucket$/.test(name);
/** What hunters look for and found is no record: results go after their days, indicators with their expiry. */
const isNoLog = ({ name }: Found) => /^hunting_/.test(name);
const bucket = (id: string, what: string, type: string, judge: Parameters<typeof companion>[2]['judge']): Check => ({
  id,
  what: `each bucket ${what}`,
  scope: 'every account',
  violations: (estate) => companion(estate, 'aws_s3_bucket', { type, by: 'bucket', ...(judge ? { judge } : {}) }),
});

/** AWS Foundational Security Best Practices: buckets. */
export const FSBP_BUCKETS: readonly Check[] = [
  {
    id: 'CloudTrail.6',
    what: `the trail's bucket is not public: ${BLOCKED.length} blocks, and a policy that lets nobody unknown in`,
    scope: 'log archive',
    violations: (estate) => {
      const paths = new Set(trailBuckets(estate).map(({ path }) => path));
      const ours = ({ path }: Found) => paths.has(path);
      return [
        ...(paths.size === 0 ? [{ account: 'log-archive', at: 'log-archive', what: 'has no bucket of the trail' }] : []),
        ...companion(estate, 'aws_s3_bucket', { type: 'aws_s3_bucket_public_access_block', by: 'bucket', judge: notBlocked }, ours),
        ...openPolicies(estate, ['aws_s3_bucket_policy']),
      ];
    },
  },
  { id: 'S3.2', what: 'nobody unknown reads a bucket: public access is blocked', scope: 'every account', violations: (estate) => publicAccessBlocked(estate) },
  {
    id: 'S3.3',
    what: 'nobody unknown writes to a bucket: public access is blocked',
    scope: 'every account',
    violations: (estate) => publicAccessBlocked(estate),
  },
  {
    id: 'S3.6',
    what: "no bucket's policy lets another account change it or delete from it (evaluated)",
    scope: 'every account',
    violations: (estate) =>
      refusedByBuckets(
        estate,
        'arn:aws:iam::193672423079:role/stranger',
        ['s3:DeleteObject', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy', 's3:PutBucketAcl', 's3:PutObjectAcl', 's3:PutEncryptionConfiguration'],
        {},
      ),
  },
  {
    id: 'S3.9',
    what: 'requests to each bucket are logged in another bucket of its account and region, whose policy lets S3 deliver (evaluated)',
    scope: 'every account',
    rest: 'Buckets that receive these logs log none of their own, which would never end (Security Hub user guide, S3.9). What S3 delivers is best effort; the trail records reads and deletions as well.',
    violations: (estate) => {
      const receives = receivesAccessLogs(estate);
      return loggedRequests(estate, (one) => !receives(one));
    },
  },
  bucket(
    'S3.12',
    'knows policies only, no access control lists',
    'aws_s3_bucket_ownership_controls',
    ({ rule }) => nestedBlocks(rule)[0]?.object_ownership !== 'BucketOwnerEnforced' && 'takes access control lists',
  ),
  bucket(
    'S3.13',
    'lets go of what is old',
    'aws_s3_bucket_lifecycle_configuration',
    ({ rule }) => !nestedBlocks(rule).some(({ status }) => status === 'Enabled') && 'keeps everything',
  ),
  bucket(
    'S3.14',
    'keeps versions',
    'aws_s3_bucket_versioning',
    ({ versioning_configuration }) => nestedBlocks(versioning_configuration)[0]?.status !== 'Enabled' && 'keeps no versions',
  ),
  {
    id: 'S3.15',
    what: 'logs in the archive cannot be deleted before their time',
    scope: 'log archive',
    rest: 'Buckets of workloads are not locked: their data must be erasable on demand. AWS Config and access logs cannot be delivered to a locked bucket; whether GuardDuty delivers its findings to one AWS does not say: there the policy alone refuses deletion.',
    violations: (estate) =>
      companion(
        estate,
        'aws_s3_bucket',
        {
          type: 'aws_s3_bucket_object_lock_configuration',
          by: 'bucket',
          judge: ({ rule }) => !/^(GOVERNANCE|COMPLIANCE)$/.test(nestedBlocks(nestedBlocks(rule)[0]?.default_retention)[0]?.mode) && 'is not locked',
        },
        (one) => one.account === 'log-archive' && one.stack === 'log-archive' && !cannotBeLocked(one) && !isNoLog(one),
      ),
  },
  {
    id: 'S3.17',
    what: 'each bucket is encrypted with a key of ours, or AWS allows none',
    scope: 'every account',
    violations: (estate) => [...each(estate, 'aws_s3_bucket_server_side_encryption_configuration', () => undefined), ...encrypted(estate, 'aws_s3_bucket')],
  },
];

import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { dataTags } from '../../lib/data-tags';
import { accessLogBucketName } from '../../lib/naming';
import { type AccessLogTarget, everyObject, privateBucket } from '../../lib/private-bucket';
import { serverAccessLogPolicy } from '../../policies/bucket/server-access-logs';
import { minify } from '../../policies/policy-document';

export interface ServerAccessLogsProps {
  readonly organization: Pick<Blueprint['organization'], 'name' | 'id'>;
  readonly account: string;
  readonly region: string;
  /** Days that logs are kept. */
  readonly days: number;
  /** ARN patterns of the roles, besides break-glass, that change the bucket's settings. */
  readonly custodians: readonly string[];
}

/** Who asked for what, also where it was denied, of the platform's own buckets of an account and region: trail, states, findings. */
export class ServerAccessLogs extends Construct implements AccessLogTarget {
  readonly bucketName: string;
  readonly delivery: S3BucketPolicy;

  constructor(scope: Construct, id: string, { organization, account, region, days, custodians }: ServerAccessLogsProps) {
    super(scope, id);
    this.bucketName = accessLogBucketName(organization.name, region, account);
    // S3 delivers to buckets with SSE-S3 and without default retention only (Amazon S3 user guide, "Enabling Amazon S3 server access logging").
    // Of the class of the states beside it, so that no plan of backups selects it (policies/backup/plans-by-data-class.ts): nobody but S3 works with it.
    const { at, publicAccessBlock, versioning } = privateBucket(this, { region, bucketName: this.bucketName, tags: dataTags('infrastructure') });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        everyObject('age', {
          expiration: [{ days }],
          noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        }),
      ],
      dependsOn: [versioning],
    });
    const policy = serverAccessLogPolicy({ bucket: this.bucketName, account, region, organization, custodians });
    this.delivery = new S3BucketPolicy(this, 'policy', { ...at, policy: minify(policy), dependsOn: [publicAccessBlock] });
  }
}

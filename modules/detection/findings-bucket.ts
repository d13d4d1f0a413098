import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import { dataTags } from '../../lib/data-tags';
import { type AccessLogTarget, privateBucket } from '../../lib/private-bucket';
import { type FindingsDelivery, findingsPolicy } from '../../policies/bucket/findings';
import { minify } from '../../policies/policy-document';
import { type LogRetention, retainLogs } from './log-retention';

export interface FindingsBucketProps extends FindingsDelivery {
  /** Key of the archive, for what does not name another. GuardDuty names the security account's. */
  readonly keyArn: string;
  readonly retention: LogRetention;
  readonly accessLogs: AccessLogTarget;
}

/** GuardDuty's findings of all accounts, kept as long as the logs that they were made of. Not locked: AWS does not say that GuardDuty delivers to a locked bucket (docs/log-archive.md, read 2026-11). */
export class FindingsBucket extends Construct {
  constructor(scope: Construct, id: string, { keyArn, retention, accessLogs, ...delivery }: FindingsBucketProps) {
    super(scope, id);
    const bucket = privateBucket(this, { region: delivery.region, bucketName: delivery.bucket, tags: dataTags('operational'), keyArn, accessLogs });
    retainLogs(this, bucket, retention, false);
    new S3BucketPolicy(this, 'policy', { ...bucket.at, policy: minify(findingsPolicy(delivery)), dependsOn: [bucket.publicAccessBlock] });
  }
}

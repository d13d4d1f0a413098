import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import { platformRoleArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import type { LogSource } from '../../lib/naming';
import { type AccessLogTarget, type PrivateBucket, privateBucket } from '../../lib/private-bucket';
import { allowLogDelivery, denyForgedLogs, denyLogLoss, LOG_DELIVERIES, type LogSources } from '../../policies/bucket/log-delivery';
import { denyInsecureTransport, denyOutsideOrganization } from '../../policies/bucket/transport';
import { minify, policyDocument } from '../../policies/policy-document';
import { type LogRetention, retainLogs } from './log-retention';

export interface LogBucketProps extends LogSources {
  readonly source: LogSource;
  readonly bucketName: string;
  /** Id of the log archive. */
  readonly account: string;
  readonly region: string;
  readonly keyArn: string;
  readonly retention: LogRetention;
  readonly accessLogs: AccessLogTarget;
}

/** One source's logs of all accounts, versioned and (where the source can deliver to such a bucket) locked. */
export class LogBucket extends Construct {
  readonly bucket: PrivateBucket;
  /** Services deliver from when this stands. */
  readonly delivery: S3BucketPolicy;

  constructor(scope: Construct, id: string, props: LogBucketProps) {
    super(scope, id);
    const { region, keyArn, accessLogs } = props;
    const { objectLock } = LOG_DELIVERIES[props.source];
    this.bucket = privateBucket(this, { region, bucketName: props.bucketName, tags: dataTags('operational'), keyArn, accessLogs, objectLock });
    retainLogs(this, this.bucket, props.retention, objectLock);
    this.delivery = new S3BucketPolicy(this, 'policy', {
      ...this.bucket.at,
      policy: minify(this.policy(props)),
      dependsOn: [this.bucket.publicAccessBlock],
    });
  }

  private policy({ bucketName, source, account, ...sources }: LogBucketProps) {
    const breakGlass = platformRoleArn(account, 'break-glass');
    return policyDocument(
      ...denyInsecureTransport(bucketName),
      denyOutsideOrganization(bucketName, sources.organizationId),
      denyLogLoss(bucketName, breakGlass),
      denyForgedLogs(bucketName, [breakGlass]),
      ...allowLogDelivery(bucketName, source, sources),
    );
  }
}

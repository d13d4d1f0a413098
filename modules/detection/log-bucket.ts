import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import { platformRoleArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import type { LogSource } from '../../lib/naming';
import { privateBucket } from '../../lib/private-bucket';
import { allowLogDelivery, denyLogLoss, LOG_DELIVERIES } from '../../policies/bucket/log-delivery';
import { denyInsecureTransport, denyOutsideOrganization } from '../../policies/bucket/transport';
import { minify, policyDocument } from '../../policies/policy-document';

export interface LogBucketProps {
  readonly source: LogSource;
  readonly bucketName: string;
  readonly account: string;
  readonly organizationId: string;
  readonly region: string;
  readonly keyArn: string;
  readonly accounts: readonly string[];
  readonly trailArn: string;
}

/** Days: hot for hunting, then cold, then gone; locks are GOVERNANCE and short, so that a mistake can be taken back. */
const DAYS = { lock: 30, cold: 90, gone: 400 };

/** One source's logs of all accounts, versioned and (where the source can deliver to such a bucket) locked. */
export class LogBucket extends Construct {
  /** Services deliver from when this stands. */
  readonly delivery: S3BucketPolicy;

  constructor(scope: Construct, id: string, props: LogBucketProps) {
    super(scope, id);
    const { region, objectLock } = { ...props, ...LOG_DELIVERIES[props.source] };
    const { at, versioning, publicAccessBlock } = privateBucket(this, {
      region,
      bucketName: props.bucketName,
      tags: dataTags('operational'),
      keyArn: props.keyArn,
      objectLock,
    });
    if (objectLock) {
      new S3BucketObjectLockConfigurationA(this, 'object-lock', {
        ...at,
        rule: { defaultRetention: { mode: 'GOVERNANCE', days: DAYS.lock } },
        dependsOn: [versioning],
      });
    }
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        {
          id: 'age',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          transition: [{ days: DAYS.cold, storageClass: 'GLACIER_IR' }],
          expiration: [{ days: DAYS.gone }],
          noncurrentVersionExpiration: [{ noncurrentDays: DAYS.lock }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
    });
    this.delivery = new S3BucketPolicy(this, 'policy', { ...at, policy: minify(this.policy(props)), dependsOn: [publicAccessBlock] });
  }

  private policy(props: LogBucketProps) {
    return policyDocument(
      ...denyInsecureTransport(props.bucketName),
      denyOutsideOrganization(props.bucketName, props.organizationId),
      denyLogLoss(props.bucketName, platformRoleArn(props.account, 'break-glass')),
      ...allowLogDelivery(props.bucketName, props.source, props.accounts, props.trailArn),
    );
  }
}

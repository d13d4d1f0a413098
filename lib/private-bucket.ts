import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import type { S3BucketLifecycleConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { accessLogBucketName } from './naming';

/** Where requests to a bucket are logged. */
export interface AccessLogTarget {
  readonly bucketName: string;
  /** S3 delivers from when this stands; for a target of the same state. */
  readonly delivery?: ITerraformDependable;
}

/** What another state of the account has made in a region; modules/account/server-access-logs.ts. */
export const accessLogsOf = (organization: string, region: string, account: string): AccessLogTarget => ({
  bucketName: accessLogBucketName(organization, region, account),
});

export interface PrivateBucketProps {
  readonly region: string;
  readonly bucketName: string;
  readonly tags: Record<string, string>;
  /** Key that encrypts; left out only where the service that writes takes SSE-S3 alone. */
  readonly keyArn?: string;
  /** Left out where the bucket receives such logs itself, or its module says where they go. */
  readonly accessLogs?: AccessLogTarget;
  /** @default false */
  readonly objectLock?: boolean;
}

/** A private bucket, and what its further settings need. */
export interface PrivateBucket {
  /** Region and bucket of a setting. */
  readonly at: { readonly region: string; readonly bucket: string };
  readonly versioning: S3BucketVersioningA;
  /** A bucket policy comes after it, so that no moment is public. */
  readonly publicAccessBlock: S3BucketPublicAccessBlock;
}

/** Beginning of the keys of server access logs, apart from those of load balancers and distributions. */
export const SERVER_ACCESS_LOGS = 's3/';

/** What every bucket here is, made in the scope of its module: versioned, owned by its account, encrypted, closed to the public. */
export function privateBucket(scope: Construct, { region, bucketName, tags, keyArn, accessLogs, objectLock }: PrivateBucketProps): PrivateBucket {
  const bucket = new S3Bucket(scope, 'bucket', { region, bucket: bucketName, tags, ...(objectLock === undefined ? {} : { objectLockEnabled: objectLock }) });
  const at = { region, bucket: bucket.id };
  const versioning = new S3BucketVersioningA(scope, 'versioning', { ...at, versioningConfiguration: { status: 'Enabled' } });
  new S3BucketOwnershipControls(scope, 'ownership', { ...at, rule: { objectOwnership: 'BucketOwnerEnforced' } });
  new S3BucketServerSideEncryptionConfigurationA(scope, 'encryption', {
    ...at,
    rule: [
      keyArn === undefined
        ? { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }
        : { bucketKeyEnabled: true, applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn } },
    ],
  });
  const publicAccessBlock = new S3BucketPublicAccessBlock(scope, 'public-access-block', {
    ...at,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  if (accessLogs) {
    const { bucketName: targetBucket, delivery } = accessLogs;
    new S3BucketLoggingA(scope, 'logging', {
      ...at,
      targetBucket,
      targetPrefix: SERVER_ACCESS_LOGS,
      // ACCOUNT/REGION/BUCKET/YYYY/MM/DD: what a query looks for is found by its path.
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: 'EventTime' } },
      ...(delivery ? { dependsOn: [delivery] } : {}),
    });
  }
  return { at, versioning, publicAccessBlock };
}

/** A lifecycle rule for every object of a bucket. */
export const everyObject = (id: string, rule: Omit<S3BucketLifecycleConfigurationRule, 'id' | 'status' | 'filter'>): S3BucketLifecycleConfigurationRule => ({
  id,
  status: 'Enabled',
  filter: [{ prefix: '' }],
  ...rule,
});

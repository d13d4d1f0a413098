import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { everyObject, type PrivateBucket } from '../../lib/private-bucket';

export type LogRetention = Blueprint['logging']['archive'];

/** Hot for hunting, then cold, then gone; and while the lock holds, undeletable. Made in the scope of its module. */
export function retainLogs(scope: Construct, { at, versioning }: PrivateBucket, { lock, coldAfterDays, keepDays }: LogRetention, objectLock: boolean): void {
  if (objectLock) {
    new S3BucketObjectLockConfigurationA(scope, 'object-lock', {
      ...at,
      rule: { defaultRetention: { mode: lock.mode, days: lock.days } },
      dependsOn: [versioning],
    });
  }
  new S3BucketLifecycleConfiguration(scope, 'lifecycle', {
    ...at,
    rule: [
      everyObject('age', {
        transition: [{ days: coldAfterDays, storageClass: 'GLACIER_IR' }],
        expiration: [{ days: keepDays }],
        noncurrentVersionExpiration: [{ noncurrentDays: lock.days }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      }),
    ],
  });
}

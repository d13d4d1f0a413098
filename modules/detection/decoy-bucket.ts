import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import type { DataClassName } from '../../config/blueprint';
import { dataTags } from '../../lib/data-tags';
import { type AccessLogTarget, everyObject, privateBucket } from '../../lib/private-bucket';
import { unusedBucketPolicy } from '../../policies/bucket/unused';
import { minify } from '../../policies/policy-document';

export interface DecoyBucketProps {
  readonly account: string;
  readonly organizationId: string;
  readonly region: string;
  readonly bucketName: string;
  /** A class with personal data where there is one: Macie's searches go by class and leave it out, without a tag that tells. */
  readonly dataClass: DataClassName;
  readonly pii: boolean;
  readonly keyArn: string;
  readonly owner: string;
  /** Of the account's other buckets, too: the decoy is like them. */
  readonly accessLogs: AccessLogTarget;
}

/** A bucket that nothing works with: listing or reading it is a touch. Its object is put by `npm run decoys`: the plan role may read none. */
export class DecoyBucket extends Construct {
  constructor(scope: Construct, id: string, props: DecoyBucketProps) {
    super(scope, id);
    const { region, bucketName, keyArn, accessLogs } = props;
    const { at, versioning, publicAccessBlock } = privateBucket(this, {
      region,
      bucketName,
      keyArn,
      accessLogs,
      tags: dataTags(props.dataClass, props.pii, props.owner),
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        everyObject('retention', {
          noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        }),
      ],
      dependsOn: [versioning],
    });
    const policy = minify(unusedBucketPolicy(bucketName, props.account, props.organizationId));
    new S3BucketPolicy(this, 'policy', { ...at, policy, dependsOn: [publicAccessBlock] });
  }
}

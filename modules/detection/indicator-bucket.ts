import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3Object } from '@cdktf/provider-aws/lib/s3-object';
import { Construct } from 'constructs';
import { dataTags } from '../../lib/data-tags';
import { indicatorBucketName } from '../../lib/naming';
import { type AccessLogTarget, everyObject, privateBucket } from '../../lib/private-bucket';
import { indicatorBucketPolicy } from '../../policies/bucket/indicators';
import { minify } from '../../policies/policy-document';

export interface IndicatorBucketProps {
  readonly organization: string;
  readonly organizationId: string;
  readonly account: string;
  readonly region: string;
  readonly accessLogs: AccessLogTarget;
}

/** Indicators as objects that only the pipeline writes, for services that read lists from Amazon S3. */
export class IndicatorBucket extends Construct {
  readonly bucketName: string;
  private readonly at: { readonly region: string; readonly bucket: string };
  private readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, { organization, organizationId, account, region, accessLogs }: IndicatorBucketProps) {
    super(scope, id);
    this.bucketName = indicatorBucketName(organization, region, account);
    const { at, publicAccessBlock, versioning } = privateBucket(this, {
      region,
      bucketName: this.bucketName,
      tags: dataTags('operational'),
      accessLogs,
    });
    this.at = at;
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        everyObject('age', {
          noncurrentVersionExpiration: [{ noncurrentDays: 90 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        }),
      ],
      dependsOn: [versioning],
    });
    this.policy = new S3BucketPolicy(this, 'policy', {
      ...at,
      policy: minify(indicatorBucketPolicy(this.bucketName, account, organizationId)),
      dependsOn: [publicAccessBlock],
    });
  }

  /** A list under a key of its own, which stays when the list changes or goes with it. */
  list(id: string, key: string, content: string): S3Object {
    return new S3Object(this, id, {
      ...this.at,
      key,
      // A user agent may hold what Terraform would take for its own.
      content: content.replaceAll(/[$%]\{/g, (opening) => `${opening[0]}${opening}`),
      contentType: 'text/plain; charset=utf-8',
      dependsOn: [this.policy],
      lifecycle: { createBeforeDestroy: true },
    });
  }
}

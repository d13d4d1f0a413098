import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import { dataTags } from '../../lib/data-tags';
import { type AccessLogTarget, everyObject, privateBucket } from '../../lib/private-bucket';
import { huntingResultsPolicy } from '../../policies/bucket/hunting-results';
import { minify } from '../../policies/policy-document';

export interface HuntingResultsProps {
  readonly region: string;
  readonly account: string;
  readonly organizationId: string;
  readonly bucketName: string;
  readonly keyArn: string;
  readonly days: number;
  readonly accessLogs: AccessLogTarget;
}

/** Results of hunts, apart from the logs: they go after a while, and only hunters read them. */
export class HuntingResults extends Construct {
  constructor(scope: Construct, id: string, { region, account, organizationId, bucketName, keyArn, days, accessLogs }: HuntingResultsProps) {
    super(scope, id);
    const { at, publicAccessBlock } = privateBucket(this, { region, bucketName, keyArn, accessLogs, tags: dataTags('operational') });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        everyObject('age', {
          expiration: [{ days }],
          noncurrentVersionExpiration: [{ noncurrentDays: 1 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }],
        }),
      ],
    });
    new S3BucketPolicy(this, 'policy', { ...at, policy: minify(huntingResultsPolicy(bucketName, account, organizationId)), dependsOn: [publicAccessBlock] });
  }
}

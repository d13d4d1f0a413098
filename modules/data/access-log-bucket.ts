import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import { bucketArn } from '../../lib/arn';
import { ACCESS_LOG_COPY_ALARM, workloadBucketName } from '../../lib/naming';
import { everyObject, privateBucket } from '../../lib/private-bucket';
import { accessLogPolicy } from '../../policies/bucket/access-logs';
import { minify } from '../../policies/policy-document';
import { refuseName, type Workload, workloadTags } from './workload';

/** Who asked for what, of buckets, load balancers and distributions of an environment; nobody can take it away. */
export class AccessLogBucket extends Construct {
  readonly bucketName: string;
  /** Services deliver from when this stands. */
  readonly delivery: S3BucketPolicy;

  constructor(scope: Construct, id: string, { workload }: { readonly workload: Workload }) {
    super(scope, id);
    const { region, account, organization, environment } = workload;
    const named = { workload, name: 'access', dataClass: 'operational', owner: 'platform' } as const;
    this.bucketName = workloadBucketName(organization.name, environment, named.name, account);
    refuseName(this, named, this.bucketName, 63);
    // Elastic Load Balancing and S3 write to buckets with SSE-S3 only (their user guides, "Enable access logs", read 2026-11).
    const { at, publicAccessBlock, versioning } = privateBucket(this, { region, bucketName: this.bucketName, tags: workloadTags(named) });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        everyObject('age', {
          expiration: [{ days: workload.dataClasses.operational.retentionDays }],
          noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        }),
      ],
    });
    const policy = accessLogPolicy({
      bucket: this.bucketName,
      account,
      organizationId: organization.id,
      sources: bucketArn(workloadBucketName(organization.name, environment, '*', account)),
    });
    this.delivery = new S3BucketPolicy(this, 'policy', { ...at, policy: minify(policy), dependsOn: [publicAccessBlock] });
    workload.accessLogCopies?.of(this, at, { sourceName: this.bucketName, alarmName: `${ACCESS_LOG_COPY_ALARM}-workloads` }, versioning);
  }
}

import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import { refuse } from '../../lib/mistakes';
import { workloadBucketName } from '../../lib/naming';
import { everyObject, privateBucket, SERVER_ACCESS_LOGS } from '../../lib/private-bucket';
import { dataBucketPolicy } from '../../policies/bucket/data';
import { minify } from '../../policies/policy-document';
import type { AccessLogBucket } from './access-log-bucket';
import { type NamedRole, refuseRoles, roleArns } from './named-roles';
import { type DataProps, refuseName, workloadTags } from './workload';

export interface EncryptedBucketProps extends DataProps {
  readonly readers: readonly NamedRole[];
  readonly writers: readonly NamedRole[];
  /** Where requests are logged. */
  readonly accessLogs: AccessLogBucket;
  /** Roles among readers and writers that work from outside the VPC, such as a deployment pipeline. @default none */
  readonly remoteRoles?: readonly NamedRole[];
  /** Delete objects, not only old versions, when the retention of the class is over. @default false */
  readonly expireObjects?: boolean;
  /** CloudFront distribution that reads objects, with the key that it may use; modules/network/content-distribution.ts. @default none */
  readonly published?: { readonly distributionArn: string; readonly keyArn: string };
}

/** Objects of one class that only named roles reach, by TLS, through our endpoint and with the key of the class. */
export class EncryptedBucket extends Construct {
  readonly bucketName: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: EncryptedBucketProps) {
    super(scope, id);
    const { workload, dataClass, readers, writers, remoteRoles = [] } = props;
    const { region, account, organization, environment } = workload;
    this.bucketName = workloadBucketName(organization.name, environment, props.name, account);
    this.keyArn = props.published?.keyArn ?? workload.keyArns[dataClass];
    refuseName(this, props, this.bucketName, 63);
    refuseRoles(this, { readers, writers });
    refuse(
      this,
      remoteRoles.map(
        (role) => ![...readers, ...writers].includes(role) && `remoteRoles must be readers or writers, got ${JSON.stringify(role)}; add it there or remove it`,
      ),
    );
    refuse(this, [
      props.published &&
        workload.dataClasses[dataClass].pii &&
        `dataClass must not hold personal data in a bucket that CloudFront publishes, got ${JSON.stringify(dataClass)}; choose another class`,
    ]);
    const { at, versioning, publicAccessBlock } = privateBucket(this, { region, bucketName: this.bucketName, tags: workloadTags(props), keyArn: this.keyArn });
    const days = workload.dataClasses[dataClass].retentionDays;
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        everyObject('retention', {
          ...(props.expireObjects ? { expiration: [{ days }] } : {}),
          // What was overwritten or deleted stays as long as the class says: ransom finds an older version behind it.
          noncurrentVersionExpiration: [{ noncurrentDays: days }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        }),
      ],
      dependsOn: [versioning],
    });
    new S3BucketLoggingA(this, 'logging', {
      ...at,
      targetBucket: props.accessLogs.bucketName,
      targetPrefix: SERVER_ACCESS_LOGS,
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: 'EventTime' } },
      dependsOn: [props.accessLogs.delivery],
    });
    const policy = dataBucketPolicy({
      bucket: this.bucketName,
      account,
      organizationId: organization.id,
      endpointId: workload.vpc.s3EndpointId,
      keyArn: this.keyArn,
      readers: roleArns(workload, readers),
      writers: roleArns(workload, writers),
      remote: roleArns(workload, remoteRoles),
      ...(props.published ? { distributionArn: props.published.distributionArn } : {}),
    });
    new S3BucketPolicy(this, 'policy', { ...at, policy: minify(policy), dependsOn: [publicAccessBlock] });
  }
}

import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import { Construct } from 'constructs';
import { bucketArn, iamRoleArn, platformRoleArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import { LOG_COPY_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { type AccessLogTarget, type PrivateBucket, privateBucket } from '../../lib/private-bucket';
import { denyForgedLogs, denyLogLoss } from '../../policies/bucket/log-delivery';
import { denyInsecureTransport, denyOutsideOrganization } from '../../policies/bucket/transport';
import { minify, policyDocument } from '../../policies/policy-document';
import { copyLogs } from '../../policies/role/copy-logs';
import { serviceTrust } from '../../policies/role/trust';
import { type LogRetention, retainLogs } from './log-retention';

export interface LockedCopyProps {
  readonly account: string;
  readonly organizationId: string;
  readonly region: string;
  /** Bucket that a service delivers to and that cannot be locked. */
  readonly source: PrivateBucket;
  readonly sourceName: string;
  readonly copyName: string;
  readonly keyArn: string;
  readonly retention: LogRetention;
  readonly accessLogs: AccessLogTarget;
}

/** What cannot be locked where a service delivers it is copied, within minutes, to a bucket that is. Deletions are not copied. */
export class LockedCopy extends Construct {
  constructor(scope: Construct, id: string, props: LockedCopyProps) {
    super(scope, id);
    const { account, region, copyName, sourceName, keyArn, accessLogs } = props;
    const copy = privateBucket(this, { region, bucketName: copyName, tags: dataTags('operational'), keyArn, accessLogs, objectLock: true });
    retainLogs(this, copy, props.retention, true);
    const breakGlass = platformRoleArn(account, 'break-glass');
    const policy = new S3BucketPolicy(this, 'policy', {
      ...copy.at,
      policy: minify(
        policyDocument(
          ...denyInsecureTransport(copyName),
          denyOutsideOrganization(copyName, props.organizationId),
          denyLogLoss(copyName, breakGlass),
          denyForgedLogs(copyName, [breakGlass, iamRoleArn(account, SERVICE_ROLE_PATH, LOG_COPY_ROLE)]),
        ),
      ),
      dependsOn: [copy.publicAccessBlock],
    });
    const role = new IamRole(this, 'role', {
      name: LOG_COPY_ROLE,
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(serviceTrust('s3.amazonaws.com', account)),
    });
    const rights = new IamRolePolicy(this, 'copy', {
      name: 'copy',
      role: role.name,
      policy: minify(copyLogs({ from: sourceName, to: copyName, keyArn, region })),
    });
    new S3BucketReplicationConfigurationA(this, 'replication', {
      ...props.source.at,
      role: role.arn,
      rule: [
        {
          id: 'lock',
          status: 'Enabled',
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Disabled' },
          // Everything in the bucket is encrypted with a key of ours; S3 leaves such objects out unless it is told.
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
          destination: { bucket: bucketArn(copyName), storageClass: 'GLACIER_IR', encryptionConfiguration: { replicaKmsKeyId: keyArn } },
        },
      ],
      dependsOn: [props.source.versioning, copy.versioning, policy, rights],
    });
  }
}

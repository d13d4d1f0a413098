import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { Construct } from 'constructs';
import { platformRoleArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import { STATE_KEY_ALIAS } from '../../lib/naming';
import { denyStateBucketChange, denyStateChangeByPlan, denyStateToOthers } from '../../policies/bucket/state';
import { denyInsecureTransport, denyOutsideOrganization } from '../../policies/bucket/transport';
import { allowKeyAdministration, allowReadingKeySettings, denyKeyLoss } from '../../policies/key/administration';
import { allowStateRoles } from '../../policies/key/use';
import { minify, policyDocument } from '../../policies/policy-document';

export interface StateBucketProps {
  readonly bucketName: string;
  readonly account: string;
  readonly organizationId: string;
  readonly region: string;
  /** ARN patterns of the roles that bootstrap works with; they make the bucket and its key. */
  readonly bootstrapRoles: readonly string[];
}

/** Keeps an environment's Terraform states from everybody but its own platform roles, in versions, under its own key. */
export class StateBucket extends Construct {
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    this.keyArn = this.key(props);
    const bucket = new S3Bucket(this, 'bucket', { region: props.region, bucket: props.bucketName, tags: dataTags('infrastructure', false) });
    const at = { region: props.region, bucket: bucket.id };
    new S3BucketVersioningA(this, 'versioning', { ...at, versioningConfiguration: { status: 'Enabled' } });
    new S3BucketOwnershipControls(this, 'ownership', { ...at, rule: { objectOwnership: 'BucketOwnerEnforced' } });
    new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      ...at,
      rule: [{ bucketKeyEnabled: true, applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: this.keyArn } }],
    });
    const block = new S3BucketPublicAccessBlock(this, 'public-access-block', {
      ...at,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        {
          id: 'old-versions',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          noncurrentVersionExpiration: [{ noncurrentDays: 365 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
    });
    new S3BucketPolicy(this, 'policy', { ...at, policy: minify(this.bucketPolicy(props)), dependsOn: [block] });
  }

  private key(props: StateBucketProps): string {
    const { account, region } = props;
    const role = (name: 'plan' | 'apply' | 'break-glass') => platformRoleArn(account, name);
    const context = { account, region, administrators: [role('break-glass'), ...props.bootstrapRoles] };
    const key = new KmsKey(this, 'key', {
      region,
      description: 'Terraform states of this environment',
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      tags: dataTags('infrastructure', false),
      policy: minify(
        policyDocument(
          allowKeyAdministration(context),
          allowReadingKeySettings(context),
          ...allowStateRoles(context, [role('plan')], [role('apply'), role('break-glass'), ...props.bootstrapRoles]),
          denyKeyLoss(context),
        ),
      ),
    });
    new KmsAlias(this, 'alias', { region, name: STATE_KEY_ALIAS, targetKeyId: key.keyId });
    return key.arn;
  }

  private bucketPolicy({ bucketName, account, organizationId, bootstrapRoles }: StateBucketProps) {
    return policyDocument(
      ...denyInsecureTransport(bucketName),
      denyOutsideOrganization(bucketName, organizationId),
      denyStateToOthers(bucketName, account, bootstrapRoles),
      denyStateChangeByPlan(bucketName, account),
      denyStateBucketChange(bucketName, account, bootstrapRoles),
    );
  }
}

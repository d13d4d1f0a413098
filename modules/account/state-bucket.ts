import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import { platformRoleArn } from '../../lib/arn';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { STATE_KEY_ALIAS } from '../../lib/naming';
import { type AccessLogTarget, everyObject, privateBucket } from '../../lib/private-bucket';
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
  readonly accessLogs: AccessLogTarget;
}

/** Keeps an environment's Terraform states from everybody but its own platform roles, in versions, under its own key. */
export class StateBucket extends Construct {
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    this.keyArn = this.key(props);
    const { at, publicAccessBlock } = privateBucket(this, {
      region: props.region,
      bucketName: props.bucketName,
      tags: dataTags('infrastructure', false),
      keyArn: this.keyArn,
      accessLogs: props.accessLogs,
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        everyObject('old-versions', {
          noncurrentVersionExpiration: [{ noncurrentDays: 365 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        }),
      ],
    });
    new S3BucketPolicy(this, 'policy', { ...at, policy: minify(this.bucketPolicy(props)), dependsOn: [publicAccessBlock] });
  }

  private key(props: StateBucketProps): string {
    const { account, region } = props;
    const role = (name: 'plan' | 'apply' | 'break-glass') => platformRoleArn(account, name);
    const context = { account, region, administrators: [role('break-glass'), ...props.bootstrapRoles] };
    const key = customerManagedKey(this, {
      region,
      description: 'Terraform states of this environment',
      tags: dataTags('infrastructure', false),
      aliasName: STATE_KEY_ALIAS,
      policy: policyDocument(
        allowKeyAdministration(context),
        allowReadingKeySettings(context),
        ...allowStateRoles(context, [role('plan')], [role('apply'), role('break-glass'), ...props.bootstrapRoles]),
        denyKeyLoss(context),
      ),
    });
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

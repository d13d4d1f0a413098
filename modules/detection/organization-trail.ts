import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { BlueprintStack } from '../../lib/blueprint-stack';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { ORGANIZATION_TRAIL, SERVICE_ROLE_PATH } from '../../lib/naming';
import { allowKeyAdministration, allowReadingKeySettings, denyKeyLoss } from '../../policies/key/administration';
import { allowAnomalyDetectors } from '../../policies/key/anomaly-detectors';
import { keyAdministrators } from '../../policies/key/key-context';
import { allowCloudWatchAlarms } from '../../policies/key/services-of-account';
import { allowCloudWatchLogs } from '../../policies/key/use';
import { minify, policyDocument } from '../../policies/policy-document';
import { serviceTrust } from '../../policies/role/trust';
import { TrailAlarms } from './trail-alarms';
import type { OrdinaryWork } from './trail-alarms/ordinary-work';
import { type RecordedBuckets, trailSelectors } from './trail-selectors';

export interface OrganizationTrailProps {
  readonly account: string;
  readonly region: string;
  readonly organizationId: string;
  /** Id of the log archive. */
  readonly archive: string;
  /** Ids of all accounts. */
  readonly accounts: readonly string[];
  /** Bucket of the log archive. */
  readonly bucketName: string;
  /** Alias ARN of the log archive's key. */
  readonly keyAliasArn: string;
  /** Who is told of alarms. */
  readonly subscribers: readonly string[];
  readonly logging: Blueprint['logging'];
  readonly recordedBuckets: RecordedBuckets;
  /** Whose work raises no alarm. */
  readonly ordinaryWork: OrdinaryWork;
}

/** Every call in every account and region, validated, in the log archive; and a log group that alarms read. */
export class OrganizationTrail extends Construct {
  /** What alarms of other modules read. */
  readonly logGroup: CloudwatchLogGroup;
  /** Who is told of alarms. */
  readonly topicArn: string;
  /** Key of the log group. */
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: OrganizationTrailProps) {
    super(scope, id);
    const { region } = props;
    const keyArn = this.key(props);
    this.keyArn = keyArn;
    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      region,
      name: '/platform/organization-trail',
      retentionInDays: 90,
      kmsKeyId: keyArn,
      tags: dataTags('operational'),
    });
    this.logGroup = logGroup;
    const { role, rights } = this.role(props.account, logGroup);
    new Cloudtrail(this, 'trail', {
      region,
      name: ORGANIZATION_TRAIL,
      s3BucketName: props.bucketName,
      kmsKeyId: props.keyAliasArn,
      tags: dataTags('operational'),
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      advancedEventSelector: trailSelectors(props.logging, props.recordedBuckets),
      insightSelector: props.logging.insights.map((insightType) => ({ insightType })),
      cloudWatchLogsGroupArn: `${logGroup.arn}:*`,
      cloudWatchLogsRoleArn: role.arn,
      // CloudTrail writes a first line when the trail is made.
      dependsOn: [rights],
      // AWS answers with the key's own ARN where we gave the alias of another state's key.
      lifecycle: { ignoreChanges: ['kms_key_id'] },
    });
    this.logGroup = logGroup;
    this.topicArn = new TrailAlarms(this, 'alarms', { ...props, logGroupName: logGroup.name, keyArn }).topicArn;
  }

  private key({ account, region, accounts }: OrganizationTrailProps): string {
    const context = { account, region, administrators: keyAdministrators(account) };
    const key = customerManagedKey(this, {
      region,
      description: 'Log groups of the management account',
      tags: dataTags('operational'),
      aliasName: 'alias/data/logs',
      policy: policyDocument(
        allowKeyAdministration(context),
        allowReadingKeySettings(context),
        allowCloudWatchLogs(context),
        allowCloudWatchAlarms(context, ...accounts.filter((id) => id !== account)),
        ...(includesStep(BlueprintStack.of(this).blueprint.detection, 'hunting') ? allowAnomalyDetectors(context) : []),
        denyKeyLoss(context),
      ),
    });
    return key.arn;
  }

  private role(account: string, logGroup: CloudwatchLogGroup): { readonly role: IamRole; readonly rights: IamRolePolicy } {
    const role = new IamRole(this, 'role', {
      name: 'organization-trail',
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(serviceTrust('cloudtrail.amazonaws.com', account)),
    });
    const rights = new IamRolePolicy(this, 'write', {
      name: 'write',
      role: role.name,
      policy: minify(
        policyDocument({
          Sid: 'AllowWritingLogs',
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: `${logGroup.arn}:log-stream:*`,
        }),
      ),
    });
    return { role, rights };
  }
}

import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Account, accountNamed, type Blueprint } from '../../config/blueprint';
import { bucketArn, kmsAliasArn, topicArn } from '../../lib/arn';
import { countAlarm } from '../../lib/count-alarm';
import {
  ACCESS_LOG_COPY_ALARM,
  ACCESS_LOG_COPY_ROLE,
  ALARM_TOPIC,
  accessLogBucketName,
  accessLogCopiesName,
  LOG_KEY_ALIAS,
  SERVICE_ROLE_PATH,
  workloadBucketName,
} from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { copyAccessLogs } from '../../policies/role/copy-access-logs';
import { serviceTrust } from '../../policies/role/trust';

export interface AccessLogCopiesProps {
  readonly blueprint: Blueprint;
  readonly account: Account;
}

const RULE = 'archive';

/** Access logs of an account are copied into the archive within minutes: whoever owns the account owns no record of it. Deletions are not copied. */
export class AccessLogCopies extends Construct {
  private readonly role: IamRole;
  private readonly rights: IamRolePolicy;
  private readonly archive: string;
  private readonly to: string;
  private readonly region: string;
  private readonly alarmTopicArn: string;

  constructor(scope: Construct, id: string, { blueprint, account }: AccessLogCopiesProps) {
    super(scope, id);
    const { name } = blueprint.organization;
    this.region = blueprint.regions.home;
    this.archive = accountNamed(blueprint, 'log-archive').id;
    this.alarmTopicArn = topicArn(this.region, accountNamed(blueprint, 'management').id, ALARM_TOPIC);
    this.to = accessLogCopiesName(name, this.archive);
    const own = accessLogBucketName(name, this.region, account.id);
    const workloads = blueprint.environments.some((environment) => environment.name === account.name);
    const from = [own, ...(workloads ? [workloadBucketName(name, account.name, 'access', account.id)] : [])];
    this.role = new IamRole(this, 'role', {
      name: ACCESS_LOG_COPY_ROLE,
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(serviceTrust('s3.amazonaws.com', account.id)),
    });
    this.rights = new IamRolePolicy(this, 'copy', {
      name: 'copy',
      role: this.role.name,
      policy: minify(copyAccessLogs({ from, to: this.to, archive: this.archive, region: this.region })),
    });
    this.of(this, { region: this.region, bucket: own }, { sourceName: own, alarmName: ACCESS_LOG_COPY_ALARM });
  }

  /** Copies another bucket of access logs, in the scope of its module. */
  of(
    scope: Construct,
    at: { readonly region: string; readonly bucket: string },
    { sourceName, alarmName }: { readonly sourceName: string; readonly alarmName: string },
    ...dependsOn: readonly ITerraformDependable[]
  ): void {
    new S3BucketReplicationConfigurationA(scope, 'replication', {
      ...at,
      role: this.role.arn,
      rule: [
        {
          id: RULE,
          status: 'Enabled',
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Disabled' },
          destination: {
            bucket: bucketArn(this.to),
            account: this.archive,
            accessControlTranslation: { owner: 'Destination' },
            encryptionConfiguration: { replicaKmsKeyId: kmsAliasArn(this.region, this.archive, LOG_KEY_ALIAS) },
            metrics: { status: 'Enabled' },
          },
        },
      ],
      dependsOn: [this.rights, ...dependsOn],
    });
    // Whoever breaks the copy owns the only record of what he does next; S3 gives up without a word, but for this metric (locked-copy.ts).
    countAlarm(scope, 'replication-alarm', {
      region: at.region,
      alarmName,
      alarmDescription: `Access logs in ${sourceName} are not copied to ${this.to}, where nobody can delete them: do what docs/log-archive.md says under "When a copy fails"`,
      namespace: 'AWS/S3',
      metricName: 'OperationsFailedReplication',
      dimensions: { SourceBucket: sourceName, DestinationBucket: this.to, RuleId: RULE },
      period: 300,
      alarmActions: [this.alarmTopicArn],
    });
  }
}

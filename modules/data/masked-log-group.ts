import { CloudwatchLogDataProtectionPolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-data-protection-policy';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Construct } from 'constructs';
import { logRetentionDays } from '../../config/aws-limits';
import { maskingPolicy } from '../../policies/logs/masking';
import { type DataProps, workloadTags } from './workload';

export interface MaskedLogGroupProps extends Omit<DataProps, 'name'> {
  /** Full name, such as /app/shop; services that write logs prescribe it. */
  readonly logGroupName: string;
}

/** Logs in which secrets and personal data are masked, encrypted, and gone when the retention of their class is over. */
export class MaskedLogGroup extends Construct {
  readonly logGroupName: string;
  readonly logGroup: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, props: MaskedLogGroupProps) {
    super(scope, id);
    const { workload, dataClass, logGroupName } = props;
    const { region } = workload;
    this.logGroup = new CloudwatchLogGroup(this, 'log-group', {
      region,
      name: logGroupName,
      // Only this key lets CloudWatch Logs in.
      kmsKeyId: workload.keyArns.logs,
      retentionInDays: logRetentionDays(workload.dataClasses[dataClass].retentionDays),
      tags: workloadTags(props),
    });
    new CloudwatchLogDataProtectionPolicy(this, 'masking', {
      region,
      logGroupName: this.logGroup.name,
      policyDocument: JSON.stringify(maskingPolicy({ name: 'masking', description: `${logGroupName} masks secrets and personal data` })),
    });
    this.logGroupName = logGroupName;
  }
}

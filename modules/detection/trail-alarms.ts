import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Construct } from 'constructs';
import { dataTags } from '../../lib/data-tags';
import { ROOT_ALARMS } from './root-alarms';

export interface TrailAlarmsProps {
  readonly region: string;
  readonly logGroupName: string;
  readonly subscribers: readonly string[];
  /** Key of the topic; its policy lets CloudWatch publish. */
  readonly keyArn: string;
}

/** A metric filter pattern of CloudWatch Logs, and what it is for. */
export interface TrailAlarm {
  readonly pattern: string;
  readonly description: string;
}

/** Metric filters on the organization trail see every account and region. */
export const TRAIL_ALARMS: Readonly<Record<string, TrailAlarm>> = {
  ...ROOT_ALARMS,
  'break-glass-use': {
    pattern: '{ ($.eventName = "AssumeRole") && ($.requestParameters.roleArn = "*:role/platform/break-glass") }',
    description: 'Break-glass was opened: ask the two people who can',
  },
  'bootstrap-role-use': {
    pattern:
      '{ ($.eventName = "AssumeRole") && (($.requestParameters.roleArn = "*:role/OrganizationAccountAccessRole") || ($.requestParameters.roleArn = "*:role/AWSControlTowerExecution")) }',
    description: 'A bootstrap role was assumed: expected during `npm run bootstrap` only',
  },
  'guardrail-change': {
    pattern:
      '{ ($.eventSource = "organizations.amazonaws.com") && (($.eventName = "*Policy*") || ($.eventName = "LeaveOrganization") || ($.eventName = "MoveAccount") || ($.eventName = "*PolicyType")) && ($.eventName != "Describe*") && ($.eventName != "List*") }',
    description: 'A guardrail or the tree that it hangs on changed',
  },
  'trail-tampering': {
    pattern: '{ ($.eventName = "StopLogging") || ($.eventName = "DeleteTrail") || ($.eventName = "UpdateTrail") || ($.eventName = "PutEventSelectors") }',
    description: 'Somebody switched off or narrowed a trail',
  },
  // Attempts that the guardrail stops are no reappearance. A region that is switched on comes with a default VPC, and no further call tells.
  'default-network': {
    pattern:
      '{ ($.errorCode NOT EXISTS) && (($.eventName = "CreateDefaultVpc") || ($.eventName = "CreateDefaultSubnet") || (($.eventSource = "account.amazonaws.com") && ($.eventName = "EnableRegion"))) }',
    description: 'A default VPC or subnet was made, or a region with one switched on: run `npm run default-vpcs`',
  },
  'key-loss': {
    pattern: '{ ($.eventSource = "kms.amazonaws.com") && (($.eventName = "DisableKey") || ($.eventName = "ScheduleKeyDeletion")) }',
    description: 'A key is about to be lost, and its data with it',
  },
};

/** Alarms on what must never happen quietly, sent by e-mail. */
export class TrailAlarms extends Construct {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: TrailAlarmsProps) {
    super(scope, id);
    const { region, logGroupName, subscribers } = props;
    const topic = new SnsTopic(this, 'topic', { region, name: 'platform-alarms', kmsMasterKeyId: props.keyArn, tags: dataTags('operational') });
    this.topicArn = topic.arn;
    for (const [index, endpoint] of subscribers.entries()) {
      new SnsTopicSubscription(this, `subscriber-${index}`, { region, topicArn: topic.arn, protocol: 'email', endpoint });
    }
    for (const [name, { pattern, description }] of Object.entries(TRAIL_ALARMS)) {
      const metric = { name, namespace: 'Platform/OrganizationTrail', value: '1' };
      new CloudwatchLogMetricFilter(this, `${name}-filter`, { region, name, logGroupName, pattern, metricTransformation: metric });
      new CloudwatchMetricAlarm(this, name, {
        region,
        alarmName: `platform-${name}`,
        alarmDescription: description,
        namespace: metric.namespace,
        metricName: name,
        statistic: 'Sum',
        period: 60,
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        treatMissingData: 'notBreaching',
        alarmActions: [topic.arn],
      });
    }
  }
}

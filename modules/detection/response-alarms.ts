import { CloudwatchMetricAlarm, type CloudwatchMetricAlarmConfig } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import { FAMILIES, type Family } from '../../functions/response/incident';

export interface ResponseAlarmsProps {
  readonly region: string;
  readonly topicArn: string;
  readonly queueName: string;
  readonly failedName: string;
  readonly functionName: string;
  readonly namespace: string;
  readonly metricName: string;
  /** Minutes within which each family is to be answered; families that are off are left out. */
  readonly targets: Readonly<Partial<Record<Family, number>>>;
}

/** A response that fails or waits is an attack that goes on: somebody hears of it. */
export class ResponseAlarms extends Construct {
  constructor(scope: Construct, id: string, { region, topicArn, ...props }: ResponseAlarmsProps) {
    super(scope, id);
    const alarm = (name: string, config: Omit<CloudwatchMetricAlarmConfig, 'alarmName' | 'comparisonOperator' | 'evaluationPeriods'>) =>
      new CloudwatchMetricAlarm(this, name, {
        region,
        alarmName: `platform-response-${name}`,
        comparisonOperator: 'GreaterThanThreshold',
        evaluationPeriods: 1,
        period: 300,
        statistic: 'Maximum',
        treatMissingData: 'notBreaching',
        alarmActions: [topicArn],
        ...config,
      });
    for (const family of FAMILIES) {
      const minutes = props.targets[family];
      if (minutes === undefined) continue;
      alarm(`slow-${family}`, {
        alarmDescription: `A response to ${family} took longer than ${minutes} minutes, or is still open: look into the table ${props.functionName}, docs/runbooks/respond.md`,
        namespace: props.namespace,
        metricName: props.metricName,
        dimensions: { Family: family },
        threshold: minutes * 60,
      });
    }
    alarm('failed', {
      alarmDescription: `An event could not be handled after all attempts: look into the queue ${props.failedName}, docs/runbooks/respond.md`,
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: props.failedName },
      threshold: 0,
    });
    // The function does not run at all: no metric of its own would say so.
    alarm('stuck', {
      alarmDescription: 'Events wait longer than ten minutes for the response function: look into its log /platform/response',
      namespace: 'AWS/SQS',
      metricName: 'ApproximateAgeOfOldestMessage',
      dimensions: { QueueName: props.queueName },
      threshold: 600,
    });
  }
}

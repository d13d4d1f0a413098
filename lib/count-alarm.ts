import { CloudwatchMetricAlarm, type CloudwatchMetricAlarmConfig } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import type { Construct } from 'constructs';

export type CountAlarmProps = Omit<CloudwatchMetricAlarmConfig, 'comparisonOperator' | 'evaluationPeriods' | 'treatMissingData'>;

/** An alarm on a count: one within a period of a minute, unless the properties say otherwise. No data is no alarm: nothing happened. */
export const countAlarm = (scope: Construct, id: string, props: CountAlarmProps): CloudwatchMetricAlarm =>
  new CloudwatchMetricAlarm(scope, id, {
    statistic: 'Sum',
    period: 60,
    threshold: 1,
    ...props,
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    evaluationPeriods: 1,
    treatMissingData: 'notBreaching',
  });

import { type CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { FOUND, NAMESPACE, UNREADABLE } from './metric-names';

/** Said at the end of a whole search: silence is what the alarm listens for. */
export async function measure(cloudwatch: CloudWatchClient, found: number, unreadable: number): Promise<void> {
  const count = (MetricName: string, Value: number) => ({ MetricName, Value, Unit: 'Count' as const });
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: NAMESPACE, MetricData: [count(FOUND, found), count(UNREADABLE, unreadable)] }));
}

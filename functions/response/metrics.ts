import { type CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { Family } from './incident';
import type { Status } from './ledger';
import { INCIDENTS, NAMESPACE, TIME_TO_RESPOND } from './metric-names';

const seconds = (at: string, now: number): number => Math.max(0, Math.round((now - Date.parse(at)) / 1000));

export async function recordTime(cloudwatch: CloudWatchClient, family: Family, at: string, now: number): Promise<void> {
  await put(cloudwatch, TIME_TO_RESPOND, { Family: family }, seconds(at, now), 'Seconds');
}

export async function recordEnd(cloudwatch: CloudWatchClient, family: Family, status: Status): Promise<void> {
  await put(cloudwatch, INCIDENTS, { Family: family, Status: status }, 1, 'Count');
}

async function put(
  cloudwatch: CloudWatchClient,
  MetricName: string,
  dimensions: Record<string, string>,
  Value: number,
  Unit: 'Seconds' | 'Count',
): Promise<void> {
  const Dimensions = Object.entries(dimensions).map(([Name, value]) => ({ Name, Value: value }));
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: NAMESPACE, MetricData: [{ MetricName, Dimensions, Value, Unit }] }));
}

import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { Construct } from 'constructs';
import { FAMILIES } from '../../functions/response/incident';
import { RESPONSE } from '../../lib/naming';

export interface ResponseDashboardProps {
  readonly region: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly queueName: string;
  readonly failedName: string;
}

/** How fast the responses are, and what waits or failed, at one look. */
export class ResponseDashboard extends Construct {
  constructor(scope: Construct, id: string, { region, namespace, metricName, queueName, failedName }: ResponseDashboardProps) {
    super(scope, id);
    const graph = (title: string, y: number, metrics: readonly unknown[], stat: string) => ({
      type: 'metric',
      x: 0,
      y,
      width: 24,
      height: 8,
      properties: { title, region, view: 'timeSeries', period: 300, stat, metrics },
    });
    const search = (statistic: string, dimensions: string, name: string) => [
      { expression: `SEARCH('{${namespace},${dimensions}} MetricName="${name}"', '${statistic}', 300)` },
    ];
    const dashboardBody = JSON.stringify({
      widgets: [
        graph(
          'Seconds to respond, by family',
          0,
          FAMILIES.map((family) => [namespace, metricName, 'Family', family]),
          'Maximum',
        ),
        graph('Incidents, by family and end', 8, [search('Sum', 'Family,Status', 'Incidents')], 'Sum'),
        graph(
          'Queues: oldest event, and events that failed',
          16,
          [
            ['AWS/SQS', 'ApproximateAgeOfOldestMessage', 'QueueName', queueName],
            ['AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', failedName],
          ],
          'Maximum',
        ),
      ],
    });
    new CloudwatchDashboard(this, 'dashboard', { region, dashboardName: RESPONSE, dashboardBody });
  }
}

import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { countAlarm } from '../../lib/count-alarm';

export interface DecoyAlarmProps {
  readonly region: string;
  /** Log group of the organization trail, and what makes it. */
  readonly logGroupName: string;
  readonly topicArn: string;
  /** Patterns that together see every touch; decoy-filters.ts. */
  readonly patterns: readonly string[];
  readonly dependsOn: readonly ITerraformDependable[];
}

/** One alarm for every decoy of every account and region, also where an intruder has taken the rules of EventBridge away. */
export class DecoyAlarm extends Construct {
  constructor(scope: Construct, id: string, { region, logGroupName, topicArn, patterns, dependsOn }: DecoyAlarmProps) {
    super(scope, id);
    const metric = { name: 'decoy-touched', namespace: 'Platform/OrganizationTrail', value: '1' };
    for (const [index, pattern] of patterns.entries()) {
      new CloudwatchLogMetricFilter(this, `filter-${index + 1}`, {
        region,
        name: `decoy-touched-${index + 1}`,
        logGroupName,
        pattern,
        metricTransformation: metric,
        dependsOn: [...dependsOn],
      });
    }
    countAlarm(this, 'alarm', {
      region,
      alarmName: 'platform-decoy-touched',
      alarmDescription: 'CRITICAL: somebody touched what no honest principal touches; docs/runbooks/decoy-touched.md says how to find out who, and what to do',
      namespace: metric.namespace,
      metricName: metric.name,
      alarmActions: [topicArn],
    });
  }
}

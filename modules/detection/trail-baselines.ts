import { CloudwatchLogAnomalyDetector } from '@cdktf/provider-aws/lib/cloudwatch-log-anomaly-detector';
import type { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import { countAlarm } from '../../lib/count-alarm';
import { dataTags } from '../../lib/data-tags';

export interface TrailBaselinesProps {
  readonly region: string;
  readonly logGroup: CloudwatchLogGroup;
  /** Key of the log group. */
  readonly keyArn: string;
  /** Topic of the trail's alarms. */
  readonly topicArn: string;
  readonly enabledRegions: readonly string[];
}

/** What is counted, so that CloudWatch learns how much of it is normal at which hour of the week. */
export const BASELINES: Readonly<Record<string, { readonly pattern: string; readonly description: string }>> = {
  'denied-calls': {
    pattern: '{ ($.errorCode = "*AccessDenied*") || ($.errorCode = "*UnauthorizedOperation") }',
    description: 'More denied calls than usual: somebody finds out what credentials can do (query denied-calls)',
  },
  'console-sign-ins': {
    pattern: '{ $.eventName = "ConsoleLogin" }',
    description: 'More sign-ins than usual, failed ones among them (query sign-in-guessing)',
  },
  'role-sessions': {
    pattern: '{ ($.eventSource = "sts.amazonaws.com") && ($.eventName = "AssumeRole*") && ($.userIdentity.invokedBy NOT EXISTS) }',
    description: 'More sessions of roles than usual: somebody steps from role to role',
  },
  'secret-reads': {
    pattern: '{ ($.eventName = "GetSecretValue") || ($.eventName = "BatchGetSecretValue") }',
    description: 'More secrets read than usual (query secrets-read-in-bulk)',
  },
  'identity-changes': {
    pattern:
      '{ ($.eventSource = "iam.amazonaws.com") && ($.eventName != "Get*") && ($.eventName != "List*") && ($.eventName != "Generate*") && ($.eventName != "Simulate*") }',
    description: 'More changes of users, roles and policies than usual (queries credentials-for-others, administrator-rights-given, trust-in-strangers)',
  },
};
/** The same of all calls, in each region: a quiet region that grows loud. */
export const CALLS = { pattern: '{ $.awsRegion = "*" }', name: 'calls' } as const;

const NAMESPACE = 'Platform/Baselines';
const DETECTOR = 'organization-trail';
/** Width of the band, in standard deviations: a security team can look at a few alarms a month. */
const BAND = 4;

/** Nobody can say what is normal, but CloudWatch can learn it: alarms on what leaves the band of the last weeks, and on log lines of a new kind. */
export class TrailBaselines extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: TrailBaselinesProps,
  ) {
    super(scope, id);
    const { region, logGroup, keyArn, topicArn, enabledRegions } = props;
    for (const [name, { pattern, description }] of Object.entries(BASELINES)) {
      this.filter(name, pattern, { defaultValue: '0' });
      this.unusual(name, name, description);
    }
    this.filter(CALLS.name, CALLS.pattern, { dimensions: { region: '$.awsRegion' } });
    for (const of of enabledRegions)
      this.unusual(`${CALLS.name}-${of}`, CALLS.name, `More calls in ${of} than usual (queries discovery-sweep, costly-instances)`, { region: of });

    new CloudwatchLogAnomalyDetector(this, 'detector', {
      region,
      detectorName: DETECTOR,
      logGroupArnList: [logGroup.arn],
      evaluationFrequency: 'FIFTEEN_MIN',
      anomalyVisibilityTime: 21,
      enabled: true,
      kmsKeyId: keyArn,
      tags: dataTags('operational'),
    });
    countAlarm(this, 'detector-alarm', {
      region,
      alarmName: 'platform-unusual-log-lines',
      alarmDescription: 'The trail holds events of a kind that it did not hold before: CloudWatch Logs, "Log anomalies"',
      namespace: 'AWS/Logs',
      metricName: 'AnomalyCount',
      dimensions: { LogAnomalyDetector: DETECTOR, LogAnomalyPriority: 'HIGH' },
      period: 900,
      alarmActions: [topicArn],
    });
  }

  private filter(name: string, pattern: string, more: { readonly defaultValue?: string; readonly dimensions?: Record<string, string> }): void {
    const { region, logGroup } = this.props;
    const metricTransformation = { name, namespace: NAMESPACE, value: '1', ...more };
    new CloudwatchLogMetricFilter(this, `${name}-filter`, { region, name: `baseline-${name}`, logGroupName: logGroup.name, pattern, metricTransformation });
  }

  private unusual(id: string, metricName: string, description: string, dimensions?: Record<string, string>): void {
    const { region, topicArn } = this.props;
    new CloudwatchMetricAlarm(this, id, {
      region,
      alarmName: `platform-unusual-${id}`,
      alarmDescription: description,
      comparisonOperator: 'GreaterThanUpperThreshold',
      evaluationPeriods: 1,
      thresholdMetricId: 'expected',
      metricQuery: [
        { id: 'found', returnData: true, metric: { namespace: NAMESPACE, metricName, stat: 'Sum', period: 3600, ...(dimensions ? { dimensions } : {}) } },
        { id: 'expected', returnData: true, expression: `ANOMALY_DETECTION_BAND(found, ${BAND})`, label: 'expected' },
      ],
      treatMissingData: 'notBreaching',
      alarmActions: [topicArn],
    });
  }
}

import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Construct } from 'constructs';
import { countAlarm } from '../../lib/count-alarm';
import { dataTags } from '../../lib/data-tags';
import { dataAlarms } from './trail-alarms/data';
import { handWorkAlarms } from './trail-alarms/hand-work';
import { identityAlarms } from './trail-alarms/identities';
import { networkAlarms } from './trail-alarms/networks';
import type { OrdinaryWork } from './trail-alarms/ordinary-work';
import { ORGANIZATION_ALARMS } from './trail-alarms/organization';
import type { TrailAlarms as Alarms } from './trail-alarms/pattern';
import { PLATFORM_ALARMS } from './trail-alarms/platform';
import { reconnaissanceAlarms } from './trail-alarms/reconnaissance';
import { recordingAlarms } from './trail-alarms/recording';
import { ROOT_ALARMS } from './trail-alarms/root';
import { SIGN_IN_ALARMS } from './trail-alarms/sign-ins';
import { workloadAlarms } from './trail-alarms/workloads';

export interface TrailAlarmsProps {
  readonly region: string;
  readonly logGroupName: string;
  readonly subscribers: readonly string[];
  /** Key of the topic; its policy lets CloudWatch publish. */
  readonly keyArn: string;
  /** Whose work raises no alarm. */
  readonly ordinaryWork: OrdinaryWork;
}

/** Metric filters on the organization trail see every account and region. */
export const trailAlarms = (work: OrdinaryWork): Alarms => ({
  ...ROOT_ALARMS,
  ...PLATFORM_ALARMS,
  ...ORGANIZATION_ALARMS,
  ...recordingAlarms(work),
  ...networkAlarms(work),
  ...dataAlarms(work),
  ...identityAlarms(work),
  ...SIGN_IN_ALARMS,
  ...workloadAlarms(work),
  ...handWorkAlarms(work),
  ...reconnaissanceAlarms(work),
});

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
    for (const [name, { pattern, description, threshold = 1, minutes = 1 }] of Object.entries(trailAlarms(props.ordinaryWork))) {
      const metric = { name, namespace: 'Platform/OrganizationTrail', value: '1' };
      new CloudwatchLogMetricFilter(this, `${name}-filter`, { region, name, logGroupName, pattern, metricTransformation: metric });
      countAlarm(this, name, {
        region,
        alarmName: `platform-${name}`,
        alarmDescription: description,
        namespace: metric.namespace,
        metricName: name,
        period: 60 * minutes,
        threshold,
        alarmActions: [topic.arn],
      });
    }
  }
}

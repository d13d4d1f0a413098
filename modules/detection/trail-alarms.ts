import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Construct } from 'constructs';
import { topicArn } from '../../lib/arn';
import { countAlarm } from '../../lib/count-alarm';
import { dataTags } from '../../lib/data-tags';
import { ALARM_TOPIC } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { alarmTopicPolicy } from '../../policies/resource/alarm-topic';
import { dataAlarms } from './trail-alarms/data';
import { fitted } from './trail-alarms/fitted';
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
  readonly account: string;
  readonly organizationId: string;
  /** Id of the log archive. */
  readonly archive: string;
  /** Ids of all accounts, whose alarms on copies the topic takes. */
  readonly accounts: readonly string[];
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

/** An alarm counts and says no more; its pattern finds the records. */
const RUNBOOK = 'Who, where and by which call: docs/runbooks/trail-alarm.md';

/** Alarms on what must never happen quietly, sent by e-mail. */
export class TrailAlarms extends Construct {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: TrailAlarmsProps) {
    super(scope, id);
    const { region, logGroupName, subscribers } = props;
    const topic = new SnsTopic(this, 'topic', { region, name: ALARM_TOPIC, kmsMasterKeyId: props.keyArn, tags: dataTags('operational') });
    this.topicArn = topic.arn;
    const { account, organizationId, archive, accounts } = props;
    const policy = alarmTopicPolicy({ arn: topicArn(region, account, ALARM_TOPIC), account, region, organizationId, archive, accounts });
    new SnsTopicPolicy(this, 'topic-policy', { region, arn: topic.arn, policy: minify(policy) });
    for (const [index, endpoint] of subscribers.entries()) {
      new SnsTopicSubscription(this, `subscriber-${index}`, { region, topicArn: topic.arn, protocol: 'email', endpoint });
    }
    for (const [name, { pattern, description, threshold = 1, minutes = 1 }] of Object.entries(trailAlarms(props.ordinaryWork))) {
      const metric = { name, namespace: 'Platform/OrganizationTrail', value: '1' };
      for (const [index, part] of fitted(pattern).entries()) {
        const of = index === 0 ? '' : `-${index + 1}`;
        new CloudwatchLogMetricFilter(this, `${name}-filter${of}`, {
          region,
          name: `${name}${of}`,
          logGroupName,
          pattern: part,
          metricTransformation: metric,
        });
      }
      countAlarm(this, name, {
        region,
        alarmName: `platform-${name}`,
        alarmDescription: `${description}. ${RUNBOOK}`,
        namespace: metric.namespace,
        metricName: name,
        period: 60 * minutes,
        threshold,
        alarmActions: [topic.arn],
      });
    }
  }
}

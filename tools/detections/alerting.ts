import { type BusEvent, UnreadableEvent } from '../../functions/response/event';
import { recognize } from '../../functions/response/recognize';
import { CREDENTIAL_SEARCH } from '../../lib/naming';
import type { ResourceBlock } from '../synthesis/resources-in';
import { nestedBlocks } from '../synthesis/resources-in';
import type { Synthesis, TerraformJson } from '../synthesis/synthesize';
import { matchesEventPattern } from './event-pattern';
import { matchesMetricFilter } from './metric-filter';
import { isRecorded } from './trail-selection';

/** What makes people or responses hear of an event. */
export interface Alert {
  readonly kind: 'alarm' | 'rule';
  readonly name: string;
  /** Events in a period that it takes. */
  readonly threshold: number;
  /** Seconds. */
  readonly period: number;
}

/** An event as EventBridge delivers it; `detail` is the record where CloudTrail is the source. */
export type Event = TerraformJson;

interface Rule {
  readonly stack: string;
  readonly account: string;
  readonly name: string;
  readonly region: string;
  readonly bus: string;
  readonly pattern: unknown;
  readonly allReads: boolean;
  readonly targets: readonly { readonly type?: string; readonly arn: string }[];
}

/** Names that CloudTrail marks as reading and EventBridge leaves out unless a rule asks for them (EventBridge user guide, "Receiving read-only management events"). */
const READS = /^(Get|List|Describe)/;

/**
 * What the synthesized JSON of an organization would say about an event: metric filters of the organization trail with their alarms, and
 * rules of the account and region where it happens, followed over the bus of the security account to whoever is told.
 */
export class Alerting {
  private readonly filters: { readonly name: string; readonly pattern: string; readonly alert: Alert }[];
  private readonly rules: Rule[];
  private readonly trail: TerraformJson;

  constructor({ documents, resources }: Pick<Synthesis, 'documents' | 'resources'>) {
    const of = (type: string) => resources.filter((resource) => resource.type === type);
    const account = (stack: string): string => documents.get(stack).provider.aws[0].allowed_account_ids[0];
    this.trail = of('aws_cloudtrail').find(({ attributes }) => attributes.is_organization_trail)?.attributes;
    const alarms = of('aws_cloudwatch_metric_alarm');
    this.filters = of('aws_cloudwatch_log_metric_filter')
      .filter(({ stack }) => stack === 'org-management')
      .flatMap(({ attributes: { pattern, metric_transformation } }) => {
        const [metric] = nestedBlocks(metric_transformation);
        return alarms
          .filter(
            ({ attributes }) => attributes.metric_name === metric.name && attributes.namespace === metric.namespace && attributes.alarm_actions?.length > 0,
          )
          .map(({ attributes: { alarm_name: name, threshold = 1, period = 60 } }) => ({
            name,
            pattern,
            alert: { kind: 'alarm' as const, name, threshold, period },
          }));
      });
    const targets = of('aws_cloudwatch_event_target');
    this.rules = of('aws_cloudwatch_event_rule')
      // A search that a call starts is no alert: what it finds is one, by its finding.
      .filter(({ attributes }) => attributes.event_pattern && attributes.state !== 'DISABLED' && !attributes.name.startsWith(CREDENTIAL_SEARCH))
      .map(({ stack, name: id, attributes }) => ({
        stack,
        account: account(stack),
        name: attributes.name,
        region: attributes.region,
        bus: this.nameOf(attributes.event_bus_name ?? 'default', resources, stack),
        pattern: JSON.parse(attributes.event_pattern),
        allReads: attributes.state === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
        targets: targets
          .filter(
            (target) =>
              target.stack === stack && (target.attributes.rule === attributes.name || target.attributes.rule === `\${aws_cloudwatch_event_rule.${id}.name}`),
          )
          .map((target) => ({ arn: target.attributes.arn, ...typeOf(target.attributes.arn) })),
      }));
  }

  /** Every alert on an event. */
  on(event: Event): Alert[] {
    return unique([...this.byAlarm(event.detail), ...this.byRule(event)]);
  }

  private byAlarm(record: TerraformJson): Alert[] {
    if (!this.trail || !record?.eventName || !isRecorded(this.trail, record)) return [];
    return this.filters.filter(({ pattern }) => matchesMetricFilter(pattern, record)).map(({ alert }) => alert);
  }

  private byRule(event: Event): Alert[] {
    const record = event.detail;
    if (record?.eventCategory === 'Data' && !isRecorded(this.trail, record)) return [];
    const here = this.rules.filter(({ account, region, bus }) => bus === 'default' && account === event.account && region === event.region);
    return here.filter((rule) => this.matches(rule, event)).flatMap((rule) => this.followed(rule, event));
  }

  private matches({ pattern, allReads }: Rule, event: Event): boolean {
    const read = event['detail-type'] === 'AWS API Call via CloudTrail' && event.detail.eventCategory !== 'Data' && READS.test(event.detail.eventName);
    return (allReads || !read) && matchesEventPattern(pattern, event);
  }

  /** Who hears of what a rule passes on. */
  private followed(rule: Rule, event: Event): Alert[] {
    return rule.targets.flatMap(({ arn, type }): Alert[] => {
      const bus = /:event-bus\/(.+)$/.exec(arn)?.[1];
      if (type !== undefined)
        return rule.name.startsWith('platform-respond-') && !isIncident(event) ? [] : [{ kind: 'rule', name: rule.name, threshold: 1, period: 0 }];
      // A bus passes reading calls on to each of its rules that matches: they came through one that asked for them.
      return this.rules.filter((one) => one.bus === bus && matchesEventPattern(one.pattern, event)).flatMap((one) => this.followed(one, event));
    });
  }

  private nameOf(value: string, resources: readonly ResourceBlock[], stack: string): string {
    const [, id] = /^\$\{aws_cloudwatch_event_bus\.([\w-]+)\.(?:name|arn|id)\}$/.exec(value) ?? [];
    if (id === undefined) return value;
    return resources.find((one) => one.stack === stack && one.type === 'aws_cloudwatch_event_bus' && one.name === id)?.attributes.name;
  }
}

/** Somebody is told, or something acts: topics, functions, state machines, queues. Buses pass on. */
function typeOf(arn: string): { type?: string } {
  const type =
    /^\$\{aws_(sns_topic|lambda_function|lambda_alias|sfn_state_machine|sqs_queue)\./.exec(arn)?.[1] ?? /^arn:aws:(sns|lambda|states|sqs):/.exec(arn)?.[1];
  return type === undefined ? {} : { type };
}

const unique = (alerts: readonly Alert[]): Alert[] => [...new Map(alerts.map((alert) => [`${alert.kind} ${alert.name}`, alert])).values()];

/** A rule that feeds the responses lets through what the function then judges; what it leaves alone, nobody hears of. What it cannot read rings by its queue. */
function isIncident(event: Event): boolean {
  try {
    return recognize({ ...event, detail: { eventTime: event.time ?? 'then', eventID: 'event', ...event.detail } } as BusEvent).length > 0;
  } catch (error) {
    if (error instanceof UnreadableEvent) return true;
    throw error;
  }
}

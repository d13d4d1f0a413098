import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { Construct } from 'constructs';
import { ALERT_SEVERITIES } from '../../config/alerts-schema';
import type { Blueprint } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { alertRuleName } from '../../lib/naming';
import { type AlertMessage, type AlertText, chatMessage, emailMessage } from './alert-message';
import type { AlertTopics } from './alert-topics';
import { decoysForwarded } from './decoy-forwarding';
import { FINDING_ALERTS } from './finding-alert-rules';
import { FORWARDED_EVENTS } from './forwarded-events';

export interface FindingAlertsProps {
  readonly region: string;
  readonly busName: string;
  readonly topics: AlertTopics;
  /** Dead-letter queue of the region. */
  readonly undeliveredArn: string;
  readonly blueprint: Blueprint;
}

interface AlertRule {
  readonly group: string;
  readonly description: string;
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly text: AlertText;
  /** The default bus, where Security Hub puts its findings, when left out. */
  readonly busName?: string;
}

/** News of an attack, as a message that a person understands, to the people whom its severity concerns. */
export class FindingAlerts extends Construct {
  /** Rules by the group of events that they alert on. */
  readonly rules: Record<string, CloudwatchEventRule> = {};

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FindingAlertsProps,
  ) {
    super(scope, id);
    const { busName, blueprint } = props;
    for (const [group, { pattern, description, step, alert }] of Object.entries({ ...FORWARDED_EVENTS, ...decoysForwarded(blueprint) })) {
      if (alert && includesStep(blueprint.detection, step)) this.rule({ group, pattern, description, busName, text: { title: description, ...alert } });
    }
    // Aggregation brings the findings of all regions to the home region's default bus.
    for (const [group, { pattern, description, ...text }] of Object.entries(FINDING_ALERTS))
      this.rule({ group, pattern, description, text: { ...text, title: description } });
  }

  private rule({ group, pattern, description, busName, text }: AlertRule): void {
    const { region, topics, blueprint } = this.props;
    const onBus = busName === undefined ? {} : { eventBusName: busName };
    // Accounts forward Get*, List* and Describe* where an entry says so; here they must not get lost again.
    const state = busName === undefined ? 'ENABLED' : 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
    const rule = new CloudwatchEventRule(this, group, {
      region,
      name: alertRuleName(group),
      description,
      eventPattern: JSON.stringify(pattern),
      state,
      ...onBus,
    });
    this.rules[group] = rule;
    const target = (targetId: string, arn: string, { inputPaths, inputTemplate }: AlertMessage): void => {
      new CloudwatchEventTarget(this, `${group}-${targetId}`, {
        region,
        rule: rule.name,
        targetId,
        arn,
        ...onBus,
        inputTransformer: { inputPaths: { ...inputPaths }, inputTemplate },
        deadLetterConfig: { arn: this.props.undeliveredArn },
      });
    };
    target('email', topics.arns[text.severity], emailMessage(pattern, text));
    const told = ALERT_SEVERITIES.indexOf(text.severity) <= ALERT_SEVERITIES.indexOf(blueprint.alerts.chat?.from ?? 'critical');
    if (topics.chatArn && told) target('chat', topics.chatArn, chatMessage(pattern, text));
  }
}

import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { eventBusArn } from '../../lib/arn';
import { SECURITY_EVENT_BUS } from '../../lib/naming';
import { AlertTopics } from './alert-topics';
import { ChatChannels } from './chat-channels';
import { FindingAlerts } from './finding-alerts';
import { SecurityEventBus } from './security-event-bus';
import { SecurityKey } from './security-key';
import { UndeliveredEvents } from './undelivered-events';

export interface AlertChainProps {
  /** Id of the security account. */
  readonly account: string;
  readonly blueprint: Blueprint;
}

/** How news of an attack gets to people and responses: the bus, its key, and queues for what got lost on the way. */
export class AlertChain extends Construct {
  /** Key of everything that alerts and responses store; home region. */
  readonly keyArn: string;
  /** Severity -> ARN of the topic that people hear of it by. */
  readonly topicArns: AlertTopics['arns'];
  /** Name of the bus that rules of alerts and responses listen on. */
  readonly busName: string;
  /** Rules of the bus that alert people, by group of events. */
  readonly alertRules: FindingAlerts['rules'];
  /** Dead-letter queue of the home region, for targets of further rules. */
  readonly undeliveredArn: string;
  /** Events may be forwarded when these stand. */
  readonly open: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { account, blueprint }: AlertChainProps) {
    super(scope, id);
    const { home, enabled } = blueprint.regions;
    const common = { account, organizationId: blueprint.organization.id };
    const key = new SecurityKey(this, 'key', { ...common, region: home, busArn: eventBusArn(home, account, SECURITY_EVENT_BUS) });
    const topics = new AlertTopics(this, 'topics', { ...common, region: home, keyArn: key.arn, alerts: blueprint.alerts });
    const undelivered = new UndeliveredEvents(this, `undelivered-${home}`, { ...common, region: home, keyArn: key.arn, alarmTopics: [topics.arns.high] });
    const elsewhere = enabled.filter((region) => region !== home);
    for (const region of elsewhere) new UndeliveredEvents(this, `undelivered-${region}`, { ...common, region, alarmTopics: [] });
    const bus = new SecurityEventBus(this, 'bus', { ...common, region: home, keyArn: key.arn, undeliveredArn: undelivered.arn });
    const people = new FindingAlerts(this, 'people', { region: home, busName: bus.name, topics, undeliveredArn: undelivered.arn, blueprint });
    if (blueprint.alerts.chat && topics.chatArn) new ChatChannels(this, 'chat', { account, home, chat: blueprint.alerts.chat, topicArn: topics.chatArn });
    this.keyArn = key.arn;
    this.topicArns = topics.arns;
    this.busName = bus.name;
    this.alertRules = people.rules;
    this.undeliveredArn = undelivered.arn;
    this.open = [bus.open];
  }
}

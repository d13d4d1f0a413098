import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { eventBusArn } from '../../lib/arn';
import { SECURITY_EVENT_BUS } from '../../lib/naming';
import { SecurityEventBus } from './security-event-bus';
import { SecurityKey } from './security-key';
import { UndeliveredEvents } from './undelivered-events';

export interface AlertChainProps {
  /** Id of the security account. */
  readonly account: string;
  readonly organizationId: string;
  readonly home: string;
  readonly enabledRegions: readonly string[];
}

/** How news of an attack gets to people and responses: the bus, its key, and queues for what got lost on the way. */
export class AlertChain extends Construct {
  /** Key of everything that alerts and responses store; home region. */
  readonly keyArn: string;
  /** Name of the bus that rules of alerts and responses listen on. */
  readonly busName: string;
  /** Dead-letter queue of the home region, for targets of further rules. */
  readonly undeliveredArn: string;
  /** Events may be forwarded when these stand. */
  readonly open: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { account, organizationId, home, enabledRegions }: AlertChainProps) {
    super(scope, id);
    const common = { account, organizationId };
    const key = new SecurityKey(this, 'key', { ...common, region: home, busArn: eventBusArn(home, account, SECURITY_EVENT_BUS) });
    const undelivered = new UndeliveredEvents(this, `undelivered-${home}`, { ...common, region: home, keyArn: key.arn, alarmTopics: [] });
    const elsewhere = enabledRegions.filter((region) => region !== home);
    for (const region of elsewhere) new UndeliveredEvents(this, `undelivered-${region}`, { ...common, region, alarmTopics: [] });
    const bus = new SecurityEventBus(this, 'bus', { ...common, region: home, keyArn: key.arn, undeliveredArn: undelivered.arn });
    this.keyArn = key.arn;
    this.busName = bus.name;
    this.undeliveredArn = undelivered.arn;
    this.open = [bus.open];
  }
}

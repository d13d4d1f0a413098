import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { CloudwatchEventBusPolicy } from '@cdktf/provider-aws/lib/cloudwatch-event-bus-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { eventBusArn, iamRoleArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import { EVENT_FORWARDING_ROLE, SECURITY_EVENT_BUS, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { eventBusPolicy } from '../../policies/resource/event-bus';

export interface SecurityEventBusProps {
  /** Id of the security account. */
  readonly account: string;
  /** Home region: forwarded events make no second hop (EventBridge user guide, "Sending and receiving events between AWS Regions"). */
  readonly region: string;
  readonly organizationId: string;
  readonly keyArn: string;
  /** Queue for events that the bus could not decrypt. */
  readonly undeliveredArn: string;
}

/** One place for what every account must report, so that whoever rules an account cannot rule the alert about it. */
export class SecurityEventBus extends Construct {
  readonly name: string;
  /** Events may be forwarded when this stands. */
  readonly open: ITerraformDependable;

  constructor(scope: Construct, id: string, { account, region, organizationId, keyArn, undeliveredArn }: SecurityEventBusProps) {
    super(scope, id);
    const bus = new CloudwatchEventBus(this, 'bus', {
      region,
      name: SECURITY_EVENT_BUS,
      description: 'Events of all accounts that somebody must hear of',
      kmsKeyIdentifier: keyArn,
      deadLetterConfig: { arn: undeliveredArn },
      tags: dataTags('operational'),
    });
    const policy = eventBusPolicy({
      arn: eventBusArn(region, account, SECURITY_EVENT_BUS),
      organizationId,
      senders: [iamRoleArn('*', SERVICE_ROLE_PATH, EVENT_FORWARDING_ROLE)],
    });
    this.open = new CloudwatchEventBusPolicy(this, 'policy', { region, eventBusName: bus.name, policy: minify(policy) });
    this.name = bus.name;
  }
}

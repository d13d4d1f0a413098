import { Eip } from '@cdktf/provider-aws/lib/eip';
import type { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Construct } from 'constructs';
import type { NetworkPartProps } from './network-part';
import type { ZoneWith } from './workload-network';

export interface NatGatewaysProps extends NetworkPartProps {
  readonly zones: readonly ZoneWith<'public'>[];
  readonly mode: 'per-zone' | 'single' | 'none';
  /** Absent where there is no NAT either. */
  readonly internetGateway?: InternetGateway;
}

/** Lets the app tier open connections to the internet and nobody there to the app tier. */
export class NatGateways extends Construct {
  /** Zone letter -> gateway that its app tier uses; empty where there is none. */
  readonly ids: Readonly<Record<string, string>>;
  /** Allocation ids of the public addresses. */
  readonly allocationIds: readonly string[];

  constructor(scope: Construct, id: string, props: NatGatewaysProps) {
    super(scope, id);
    const ids: Record<string, string> = {};
    const allocations: string[] = [];
    const withGateway = { 'per-zone': props.zones, single: props.zones.slice(0, 1), none: [] }[props.mode];
    for (const { letter, subnets } of withGateway) {
      const address = new Eip(this, `address-${letter}`, { region: props.region, domain: 'vpc', tags: props.tags(`nat-${letter}`) });
      const gateway = new NatGateway(this, `gateway-${letter}`, {
        region: props.region,
        allocationId: address.id,
        subnetId: subnets.public.id,
        tags: props.tags(`nat-${letter}`),
        ...(props.internetGateway ? { dependsOn: [props.internetGateway] } : {}),
      });
      ids[letter] = gateway.id;
      allocations.push(address.id);
    }
    const first = Object.values(ids)[0];
    for (const { letter } of props.zones) if (first && !ids[letter]) ids[letter] = first;
    this.ids = ids;
    this.allocationIds = allocations;
  }
}

import { DataAwsEc2TransitGatewayAttachment } from '@cdktf/provider-aws/lib/data-aws-ec2-transit-gateway-attachment';
import { Ec2TransitGatewayRoute } from '@cdktf/provider-aws/lib/ec2-transit-gateway-route';
import { Ec2TransitGatewayRouteTable } from '@cdktf/provider-aws/lib/ec2-transit-gateway-route-table';
import { Ec2TransitGatewayRouteTableAssociation } from '@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association';
import { Construct } from 'constructs';
import type { Environment, Inspected } from '../../config/blueprint';
import type { CentralRoute } from '../../config/network-topology';
import { ANYWHERE, PRIVATE_RANGES } from '../../lib/ipv4';
import { sharedTransitGateway } from './shared-transit-gateway';
import { tierCidrs } from './subnet-plan';
import { networkTags } from './workload-network';

export interface TransitRoutesProps {
  readonly region: string;
  readonly inspection: Inspected;
  readonly members: readonly Environment[];
  readonly routes: readonly CentralRoute[];
}

/**
 * Where packets of each environment go: to the inspection VPC, and to no private address but those that a named route says. A
 * table for each environment, so that a new one is apart from all others without a change to theirs. Every route is written
 * here: addresses that attachments announce (propagation) would let an environment's account draw the traffic of another. And every
 * route into an environment ends at its app tier, so that nothing from outside arrives in the data tier, not even one way.
 */
export class TransitRoutes extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: TransitRoutesProps,
  ) {
    super(scope, id);
    const { region, inspection, members, routes } = props;
    const gateway = sharedTransitGateway(this, region, inspection.account.id);
    const at = (owner: Inspected) => this.attachment(owner, gateway.id);
    const hub = at(inspection);
    const inspected = this.table(inspection.name, gateway.id, hub);
    for (const member of members) {
      const attachment = at(member);
      const table = this.table(member.name, gateway.id, attachment);
      this.route(`${member.name}-out`, table, ANYWHERE, hub);
      for (const range of PRIVATE_RANGES) this.route(`${member.name}-not-${range.replaceAll(/[./]/g, '-')}`, table, range);
      // There and back; the direction is held by the firewall and by security groups.
      for (const peer of peersOf(member, members, routes)) this.toAppTier(member.name, table, peer, hub);
      this.toAppTier(inspection.name, inspected, member, attachment);
    }
  }

  /** An environment has one attachment; two of one account are an error of the data source, not a choice. */
  private attachment({ name, account }: Inspected, gatewayId: string): string {
    return new DataAwsEc2TransitGatewayAttachment(this, `attachment-${name}`, {
      region: this.props.region,
      filter: [
        { name: 'resource-owner-id', values: [account.id] },
        { name: 'resource-type', values: ['vpc'] },
        { name: 'state', values: ['available'] },
        { name: 'transit-gateway-id', values: [gatewayId] },
      ],
    }).transitGatewayAttachmentId;
  }

  private table(name: string, transitGatewayId: string, attachment: string): string {
    const { region, inspection } = this.props;
    const { id } = new Ec2TransitGatewayRouteTable(this, `table-${name}`, { region, transitGatewayId, tags: networkTags(inspection.name, `transit-${name}`) });
    new Ec2TransitGatewayRouteTableAssociation(this, `association-${name}`, { region, transitGatewayRouteTableId: id, transitGatewayAttachmentId: attachment });
    return id;
  }

  private toAppTier(from: string, table: string, { name, network }: Environment, attachment: string): void {
    const ranges = tierCidrs(network, 'app');
    for (const [index, zone] of network.zones.entries()) this.route(`${from}-to-${name}-${zone}`, table, ranges[index] as string, attachment);
  }

  /** Without an attachment: dropped. */
  private route(id: string, table: string, destinationCidrBlock: string, attachment?: string): void {
    new Ec2TransitGatewayRoute(this, id, {
      region: this.props.region,
      transitGatewayRouteTableId: table,
      destinationCidrBlock,
      ...(attachment ? { transitGatewayAttachmentId: attachment } : { blackhole: true }),
    });
  }
}

function peersOf({ name }: Environment, members: readonly Environment[], routes: TransitRoutesProps['routes']): Environment[] {
  return members.filter((other) => routes.some(({ from, to }) => (from === name && to === other.name) || (to === name && from === other.name)));
}

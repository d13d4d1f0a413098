import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Construct } from 'constructs';
import type { Environment } from '../../config/blueprint';
import { ANYWHERE } from '../../lib/ipv4';
import type { InspectionZone } from './inspection-network';
import type { NetworkPartProps } from './network-part';

export interface InspectionRoutingProps extends NetworkPartProps {
  readonly zones: readonly InspectionZone[];
  readonly members: readonly Environment[];
  readonly internetGatewayId: string;
  readonly transitGatewayId: string;
  /** Zone letter -> table of the subnet in which the transit gateway hands over. */
  readonly transitTables: Readonly<Record<string, RouteTable>>;
  /** Zone letter -> NAT gateway; none: no way to the internet. */
  readonly natGatewayIds: Readonly<Record<string, string>>;
  /** Zone letter -> firewall endpoint. Without it only routes differ. */
  readonly firewallEndpointIds?: Readonly<Record<string, string>>;
}

type Target = { readonly gatewayId?: string; readonly natGatewayId?: string; readonly vpcEndpointId?: string; readonly transitGatewayId?: string };

/**
 * Out: gateway, firewall, NAT of the zone, internet. Back: NAT, the same firewall endpoint, gateway. Between environments: gateway,
 * firewall, gateway. Nothing in the VPC leads past the firewall while there is one.
 */
export class InspectionRouting extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: InspectionRoutingProps,
  ) {
    super(scope, id);
    const { internetGatewayId, transitGatewayId, members, firewallEndpointIds, natGatewayIds } = props;
    for (const { letter, subnets } of props.zones) {
      const endpoint = firewallEndpointIds?.[letter];
      const nat = natGatewayIds[letter];
      const tables = { public: this.table(`public-${letter}`, subnets.public.id), firewall: this.table(`firewall-${letter}`, subnets.firewall.id) };
      const transit = props.transitTables[letter] as RouteTable;
      if (endpoint) this.route(`transit-${letter}-out`, transit, ANYWHERE, { vpcEndpointId: endpoint });
      else if (nat) this.route(`transit-${letter}-out`, transit, ANYWHERE, { natGatewayId: nat });
      if (nat) {
        this.route(`firewall-${letter}-out`, tables.firewall, ANYWHERE, { natGatewayId: nat });
        this.route(`public-${letter}-out`, tables.public, ANYWHERE, { gatewayId: internetGatewayId });
      }
      for (const { name, network } of members) {
        this.route(`firewall-${letter}-to-${name}`, tables.firewall, network.cidr, { transitGatewayId });
        if (nat) this.route(`public-${letter}-to-${name}`, tables.public, network.cidr, endpoint ? { vpcEndpointId: endpoint } : { transitGatewayId });
      }
    }
  }

  private table(name: string, subnetId: string): RouteTable {
    const { region, vpc, tags } = this.props;
    const table = new RouteTable(this, name, { region, vpcId: vpc.id, tags: tags(name) });
    new RouteTableAssociation(this, `${name}-association`, { region, routeTableId: table.id, subnetId });
    return table;
  }

  private route(id: string, table: RouteTable, destinationCidrBlock: string, target: Target): void {
    new Route(this, id, { region: this.props.region, routeTableId: table.id, destinationCidrBlock, ...target });
  }
}

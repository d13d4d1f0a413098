import type { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Construct } from 'constructs';
import { ANYWHERE } from '../../lib/ipv4';
import type { NetworkPartProps } from './network-part';
import { subnetCidr, TIERS, type Tier } from './subnet-plan';
import type { TransitAttachment } from './transit-attachment';
import type { Zone } from './workload-network';

export interface RoutingProps extends NetworkPartProps {
  readonly zones: readonly Zone[];
  /** Absent in the central topology, where nothing is served to the internet. */
  readonly internetGateway?: InternetGateway;
  /** Zone letter -> NAT gateway of its app tier; a zone without one has no way to the internet. */
  readonly natGatewayIds: Readonly<Record<string, string>>;
  /** Zone letter -> firewall endpoint in that zone. Without it the reserved tables stay, and only routes differ. */
  readonly firewallEndpointIds?: Readonly<Record<string, string>>;
  /** The central topology's way out of the app tier, in place of NAT. */
  readonly transit?: TransitAttachment;
}

/**
 * Keeps traffic inside, and symmetric: the firewall stands between the public tier and the internet gateway, so that
 * egress (after NAT) and ingress cross the endpoint of their own zone in both directions (docs/adr/0003).
 * The data and endpoint tiers never get a default route.
 */
export class Routing extends Construct {
  /** Tables of the app and data tiers, for gateway endpoints. */
  readonly privateRouteTableIds: readonly string[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: RoutingProps,
  ) {
    super(scope, id);
    const edge = this.table('edge');
    const { internetGateway, transit } = props;
    if (internetGateway) new RouteTableAssociation(this, 'edge-association', { region: props.region, routeTableId: edge.id, gatewayId: internetGateway.id });
    const privateTables: string[] = [];
    for (const zone of props.zones) {
      const tables = this.zoneTables(zone);
      if (internetGateway) {
        this.publicRoutes(zone, tables.public, edge, internetGateway.id);
        this.route(`firewall-${zone.letter}-out`, tables.firewall, ANYWHERE, { gatewayId: internetGateway.id });
      }
      const nat = props.natGatewayIds[zone.letter];
      if (nat) this.route(`app-${zone.letter}-out`, tables.app, ANYWHERE, { natGatewayId: nat });
      // The gateway takes no route before the VPC is attached: the attachment's own attribute waits for it.
      if (transit) this.route(`app-${zone.letter}-out`, tables.app, ANYWHERE, { transitGatewayId: transit.gatewayId });
      privateTables.push(tables.app.id, tables.data.id);
    }
    this.privateRouteTableIds = privateTables;
  }

  /** Out: through the firewall endpoint of the zone, or straight to the gateway. In: the gateway sends to the same endpoint. */
  private publicRoutes({ letter }: Zone, table: RouteTable, edge: RouteTable, gatewayId: string): void {
    const { firewallEndpointIds, environment } = this.props;
    const endpoint = firewallEndpointIds?.[letter];
    this.route(`public-${letter}-out`, table, ANYWHERE, endpoint ? { vpcEndpointId: endpoint } : { gatewayId });
    if (endpoint) this.route(`edge-${letter}-in`, edge, subnetCidr(environment.network.cidr, letter, 'public'), { vpcEndpointId: endpoint });
  }

  private zoneTables({ letter, subnets }: Zone): Record<Tier, RouteTable> {
    const table = (tier: Tier) => {
      const made = this.table(`${tier}-${letter}`);
      new RouteTableAssociation(this, `${tier}-${letter}-association`, { region: this.props.region, routeTableId: made.id, subnetId: subnets[tier].id });
      return made;
    };
    return Object.fromEntries(TIERS.map((tier) => [tier, table(tier)])) as Record<Tier, RouteTable>;
  }

  private table(name: string): RouteTable {
    return new RouteTable(this, name, { region: this.props.region, vpcId: this.props.vpc.id, tags: this.props.tags(name) });
  }

  private route(
    id: string,
    table: RouteTable,
    destinationCidrBlock: string,
    target: { gatewayId?: string; natGatewayId?: string; vpcEndpointId?: string; transitGatewayId?: string },
  ): void {
    new Route(this, id, { region: this.props.region, routeTableId: table.id, destinationCidrBlock, ...target });
  }
}

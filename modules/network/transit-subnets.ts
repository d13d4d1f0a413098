import { NetworkAcl } from '@cdktf/provider-aws/lib/network-acl';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Construct } from 'constructs';
import { ANYWHERE, PRIVATE_RANGES } from '../../lib/ipv4';
import { withoutAdministration } from './administration-ports';
import { all, numbered } from './network-acls';
import type { NetworkPartProps } from './network-part';
import { transitCidr } from './subnet-plan';

/**
 * Subnets for a transit gateway's interfaces and nothing else, each with a table of its own (Transit Gateway guide, "Design best
 * practices"): what comes out of the gateway takes this table's routes, whatever workloads have.
 */
export class TransitSubnets extends Construct {
  readonly ids: string[];
  /** Zone letter -> table; it holds no route until somebody adds one. */
  readonly tables: Readonly<Record<string, RouteTable>>;

  constructor(scope: Construct, id: string, { region, vpc, environment, tags }: NetworkPartProps) {
    super(scope, id);
    const { cidr, zones } = environment.network;
    const subnets = zones.map(
      (zone) =>
        new Subnet(this, `subnet-${zone}`, {
          region,
          vpcId: vpc.id,
          availabilityZone: `${region}${zone}`,
          cidrBlock: transitCidr(cidr, zone),
          mapPublicIpOnLaunch: false,
          tags: { ...tags(`transit-${zone}`), Tier: 'transit' },
        }),
    );
    this.ids = subnets.map(({ id: subnetId }) => subnetId);
    this.tables = Object.fromEntries(
      zones.map((zone, index) => {
        const table = new RouteTable(this, `table-${zone}`, { region, vpcId: vpc.id, tags: tags(`transit-${zone}`) });
        new RouteTableAssociation(this, `association-${zone}`, { region, routeTableId: table.id, subnetId: this.ids[index] as string });
        return [zone, table];
      }),
    );
    // Open as AWS advises, but for administration from the internet: lists of the tiers on both sides decide, and these would see every packet twice.
    const open = numbered([all(ANYWHERE)]);
    new NetworkAcl(this, 'network-acl', {
      region,
      vpcId: vpc.id,
      subnetIds: this.ids,
      ingress: withoutAdministration(open, PRIVATE_RANGES),
      egress: open,
      tags: tags('transit'),
    });
  }
}

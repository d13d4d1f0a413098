import { Ec2TransitGatewayVpcAttachment } from '@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NetworkAcl } from '@cdktf/provider-aws/lib/network-acl';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';
import type { Environment, Inspected } from '../../config/blueprint';
import type { CentralRoute } from '../../config/network-topology';
import { ANYWHERE, PRIVATE_RANGES } from '../../lib/ipv4';
import { withoutAdministration } from './administration-ports';
import { centralFirewallRules } from './central-firewall-rules';
import { EmptyDefaults } from './empty-defaults';
import { FlowLogs } from './flow-logs';
import { InspectionRouting } from './inspection-routing';
import { NatGateways } from './nat-gateways';
import { all, answers, numbered, PATH_MTU } from './network-acls';
import { NetworkFirewall } from './network-firewall';
import { subnetCidr } from './subnet-plan';
import { TransitSubnets } from './transit-subnets';
import { networkTags, type ZoneWith } from './workload-network';

export interface InspectionNetworkProps {
  readonly inspection: Inspected;
  readonly region: string;
  readonly transitGatewayId: string;
  /** Environments behind it. */
  readonly members: readonly Environment[];
  readonly routes: readonly CentralRoute[];
  readonly logBucket: string;
  /** Key of class infrastructure. */
  readonly keyArn: string;
}

const TIERS = ['public', 'firewall'] as const;
export type InspectionZone = ZoneWith<(typeof TIERS)[number]>;

/**
 * The VPC that all environments share to reach the internet and each other: what comes out of the transit gateway meets the
 * firewall before anything else, and answers meet the same endpoint of it.
 */
export class InspectionNetwork extends Construct {
  readonly vpc: Vpc;
  readonly zones: readonly InspectionZone[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: InspectionNetworkProps,
  ) {
    super(scope, id);
    const { inspection, region, transitGatewayId, members } = props;
    const { cidr, zones, firewall: mode, natGateways } = inspection.network;
    const tags = (of: string) => networkTags(inspection.name, of);
    this.vpc = new Vpc(this, 'vpc', { region, cidrBlock: cidr, enableDnsHostnames: true, enableDnsSupport: true, tags: tags('vpc') });
    const common = { region, vpc: this.vpc, environment: inspection, tags };
    this.zones = zones.map((letter) => ({ letter, subnets: { public: this.subnet('public', letter), firewall: this.subnet('firewall', letter) } }));
    const internetGateway = new InternetGateway(this, 'internet-gateway', { region, vpcId: this.vpc.id, tags: tags('internet-gateway') });
    const nat = new NatGateways(this, 'nat', { ...common, zones: this.zones, mode: natGateways, internetGateway });
    const firewall =
      mode === 'off'
        ? undefined
        : new NetworkFirewall(this, 'firewall', {
            ...common,
            zones: this.zones,
            mode,
            keyArn: props.keyArn,
            logBucket: props.logBucket,
            shared: centralFirewallRules(cidr, members, props.routes),
          });
    const transit = new TransitSubnets(this, 'transit', common);
    const attachment = new Ec2TransitGatewayVpcAttachment(this, 'attachment', {
      region,
      transitGatewayId,
      vpcId: this.vpc.id,
      subnetIds: transit.ids,
      // Both directions of a connection through one zone: the other zone's endpoint knows nothing of it and drops the answers.
      applianceModeSupport: 'enable',
      dnsSupport: 'enable',
      ipv6Support: 'disable',
      securityGroupReferencingSupport: 'disable',
      transitGatewayDefaultRouteTableAssociation: false,
      transitGatewayDefaultRouteTablePropagation: false,
      tags: tags('transit'),
    });
    new InspectionRouting(this, 'routing', {
      ...common,
      zones: this.zones,
      members,
      internetGatewayId: internetGateway.id,
      transitGatewayId: attachment.transitGatewayId,
      transitTables: transit.tables,
      natGatewayIds: nat.ids,
      ...(firewall ? { firewallEndpointIds: firewall.endpointIds } : {}),
    });
    this.networkAcls();
    new EmptyDefaults(this, 'defaults', common);
    new FlowLogs(this, 'flow-logs', { ...common, logBucket: props.logBucket });
  }

  private subnet(tier: (typeof TIERS)[number], letter: string): Subnet {
    const { inspection, region } = this.props;
    return new Subnet(this, `${tier}-${letter}`, {
      region,
      vpcId: this.vpc.id,
      availabilityZone: `${region}${letter}`,
      cidrBlock: subnetCidr(inspection.network.cidr, letter, tier),
      mapPublicIpOnLaunch: false,
      tags: { ...networkTags(inspection.name, `${tier}-${letter}`), Tier: tier },
    });
  }

  /** The firewall's rules are its own; NAT is met by environments, and by answers of the internet. */
  private networkAcls(): void {
    const { inspection, region, members } = this.props;
    const open = [all(ANYWHERE)];
    const fromInternet = answers([{ protocol: 'tcp' }, { protocol: 'udp' }], ANYWHERE);
    const ingress = { firewall: open, public: [...members.map(({ network }) => all(network.cidr)), ...fromInternet, PATH_MTU] };
    for (const tier of TIERS)
      new NetworkAcl(this, `${tier}-acl`, {
        region,
        vpcId: this.vpc.id,
        subnetIds: this.zones.map(({ subnets }) => subnets[tier].id),
        ingress: withoutAdministration(numbered(ingress[tier]), tier === 'public' ? members.map(({ network }) => network.cidr) : PRIVATE_RANGES),
        egress: numbered(open),
        tags: networkTags(inspection.name, tier),
      });
  }
}

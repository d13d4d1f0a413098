import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';
import type { Environment } from '../../config/blueprint';
import type { Workload } from '../data/workload';
import { EmptyDefaults } from './empty-defaults';
import { FlowLogs } from './flow-logs';
import { NatGateways } from './nat-gateways';
import { NetworkAcls } from './network-acls';
import { NetworkFirewall } from './network-firewall';
import { Routing } from './routing';
import { SecurityGroups } from './security-groups';
import { subnetCidr, TIERS, type Tier } from './subnet-plan';
import { TransitAttachment } from './transit-attachment';
import { TransitSubnets } from './transit-subnets';
import { VpcEndpoints } from './vpc-endpoints';

export interface WorkloadNetworkProps {
  readonly environment: Environment;
  readonly region: string;
  readonly organizationId: string;
  /** Bucket of the log archive that takes flow logs and the firewall's logs. */
  readonly logBucket: string;
  /** Key of class infrastructure. */
  readonly keyArn: string;
}

export interface ZoneWith<Tiers extends Tier> {
  readonly letter: string;
  readonly subnets: Readonly<Record<Tiers, Subnet>>;
}
export type Zone = ZoneWith<Tier>;

/** The tag that marks what only the network role and the apply role may change (SCP ProtectNetwork). */
export const networkTags = (environment: string, name: string) => ({ Name: `${environment}-${name}`, BlueprintNetwork: environment });

/**
 * An environment's network: five tiers in each zone; what crosses to the internet passes the firewall of its zone, or, in the
 * central topology, leaves through the transit gateway to that of account `network`.
 */
export class WorkloadNetwork extends Construct {
  readonly vpc: Vpc;
  readonly zones: readonly Zone[];
  readonly nat: NatGateways;
  /** What workloads need to know of it. */
  readonly forWorkloads: Workload['vpc'];

  constructor(scope: Construct, id: string, props: WorkloadNetworkProps) {
    super(scope, id);
    const { environment, region } = props;
    const { network, name } = environment;
    const tags = (of: string) => networkTags(name, of);
    this.vpc = new Vpc(this, 'vpc', { region, cidrBlock: network.cidr, enableDnsHostnames: true, enableDnsSupport: true, tags: tags('vpc') });
    const common = { region, vpc: this.vpc, environment, tags };
    this.zones = network.zones.map((letter) => ({ letter, subnets: this.subnets(letter, props) }));
    const { central } = network;
    const gateway =
      central && !network.publicIngress
        ? undefined
        : new InternetGateway(this, 'internet-gateway', { region, vpcId: this.vpc.id, tags: tags('internet-gateway') });
    const subnetIds = network.transitSubnets ? new TransitSubnets(this, 'transit', common).ids : [];
    const transit = central ? new TransitAttachment(this, 'central', { ...common, gatewayOwner: central.gatewayOwner, subnetIds }) : undefined;
    this.nat = new NatGateways(this, 'nat', { ...common, zones: this.zones, mode: network.natGateways, ...(gateway ? { internetGateway: gateway } : {}) });
    const firewall =
      network.firewall === 'off'
        ? undefined
        : new NetworkFirewall(this, 'firewall', { ...common, zones: this.zones, mode: network.firewall, keyArn: props.keyArn, logBucket: props.logBucket });
    const routing = new Routing(this, 'routing', {
      ...common,
      zones: this.zones,
      ...(gateway ? { internetGateway: gateway } : {}),
      natGatewayIds: this.nat.ids,
      ...(transit ? { transit } : {}),
      ...(firewall ? { firewallEndpointIds: firewall.endpointIds } : {}),
    });
    new NetworkAcls(this, 'network-acls', { ...common, zones: this.zones });
    new EmptyDefaults(this, 'defaults', common);
    const endpoints = new VpcEndpoints(this, 'endpoints', {
      ...common,
      zones: this.zones,
      organizationId: props.organizationId,
      routeTableIds: routing.privateRouteTableIds,
    });
    new SecurityGroups(this, 'security-groups', {
      ...common,
      prefixListIds: endpoints.prefixListIds,
      ...(endpoints.securityGroup ? { endpoints: endpoints.securityGroup } : {}),
    });
    new FlowLogs(this, 'flow-logs', { ...common, logBucket: props.logBucket });
    this.forWorkloads = {
      id: this.vpc.id,
      cidr: network.cidr,
      s3EndpointId: endpoints.s3EndpointId,
      publicSubnetIds: this.subnetIds('public'),
      appSubnetIds: this.subnetIds('app'),
      dataSubnetIds: this.subnetIds('data'),
    };
  }

  /** One in each zone. */
  private subnetIds(tier: Tier): string[] {
    return this.zones.map(({ subnets }) => subnets[tier].id);
  }

  private subnets(letter: string, { environment, region }: WorkloadNetworkProps): Record<Tier, Subnet> {
    const subnet = (tier: Tier) =>
      new Subnet(this, `${tier}-${letter}`, {
        region,
        vpcId: this.vpc.id,
        availabilityZone: `${region}${letter}`,
        cidrBlock: subnetCidr(environment.network.cidr, letter, tier),
        mapPublicIpOnLaunch: false, // load balancers and NAT bring addresses of their own
        tags: { ...networkTags(environment.name, `${tier}-${letter}`), Tier: tier },
      });
    return Object.fromEntries(TIERS.map((tier) => [tier, subnet(tier)])) as Record<Tier, Subnet>;
  }
}

import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import type { Flow } from '../../config/blueprint';
import type { CentralConnection } from '../../config/network-topology';
import { ANYWHERE } from '../../lib/ipv4';
import type { NetworkPartProps } from './network-part';
import { subnetCidr } from './subnet-plan';

export interface SecurityGroupsProps extends NetworkPartProps {
  /** Group of the interface endpoints; flows to endpoints wait until there are some. */
  readonly endpoints?: SecurityGroup;
  /** Addresses of the services that have gateway endpoints. */
  readonly prefixListIds: Readonly<Record<'s3' | 'dynamodb', string>>;
}

type Peer = { referencedSecurityGroupId?: string; prefixListId?: string; cidrIpv4?: string };

/**
 * One group for each tier; it admits and opens what the configuration names, by group and not by address, so that whoever
 * takes over one tier finds no door to another that nobody asked for.
 */
export class SecurityGroups extends Construct {
  private readonly groups: Readonly<Record<string, SecurityGroup | undefined>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: SecurityGroupsProps,
  ) {
    super(scope, id);
    this.groups = {
      'load-balancer': this.group('load-balancer', 'Load balancers of the public tier'),
      app: this.group('app', 'Workloads of the app tier'),
      data: this.group('data', 'Databases of the data tier'),
      endpoints: props.endpoints,
    };
    const { flows, central } = props.environment.network;
    for (const flow of flows) this.rules(flow);
    for (const connection of central?.opens ?? []) this.acrossEnvironments(connection, 'to');
    for (const connection of central?.admits ?? []) this.acrossEnvironments(connection, 'from');
  }

  private group(tier: string, description: string): SecurityGroup {
    const { region, vpc, environment, tags } = this.props;
    return new SecurityGroup(this, tier, { region, name: `${environment.name}-${tier}`, description, vpcId: vpc.id, tags: tags(tier) });
  }

  /** A flow is a rule at each end that is a group of ours. */
  private rules({ from, to, protocol, ports }: Flow): void {
    const [source, destination] = [this.peer(from), this.peer(to)];
    if (!source || !destination) return;
    const [fromPort, toPort] = ports;
    const name = `${from}-to-${to}-${protocol}-${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}`;
    const rule = (tier: string) => ({
      region: this.props.region,
      securityGroupId: this.groups[tier]?.id as string,
      description: `Flow ${from} to ${to}`,
      ipProtocol: protocol,
      fromPort,
      toPort,
      tags: this.props.tags(name),
    });
    if (this.groups[from]) new VpcSecurityGroupEgressRule(this, `${name}-out`, { ...rule(from), ...destination });
    if (this.groups[to]) new VpcSecurityGroupIngressRule(this, `${name}-in`, { ...rule(to), ...source });
  }

  /** Groups of another VPC cannot be named here: the app tier of the other environment is its addresses, zone by zone. */
  private acrossEnvironments({ peer, protocol, ports: [fromPort, toPort] }: CentralConnection, direction: 'to' | 'from'): void {
    for (const zone of peer.zones) {
      const name = `app-${direction}-${peer.name}-${zone}-${protocol}-${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}`;
      const rule = {
        region: this.props.region,
        securityGroupId: this.groups.app?.id as string,
        description: `Route ${direction} ${peer.name}`,
        ipProtocol: protocol,
        fromPort,
        toPort,
        cidrIpv4: subnetCidr(peer.cidr, zone, 'app'),
        tags: this.props.tags(name),
      };
      if (direction === 'to') new VpcSecurityGroupEgressRule(this, `${name}-out`, rule);
      else new VpcSecurityGroupIngressRule(this, `${name}-in`, rule);
    }
  }

  private peer(end: Flow['from'] | Flow['to']): Peer | undefined {
    if (end === 'internet') return { cidrIpv4: ANYWHERE };
    if (end === 's3' || end === 'dynamodb') return { prefixListId: this.props.prefixListIds[end] };
    const group = this.groups[end];
    return group && { referencedSecurityGroupId: group.id };
  }
}

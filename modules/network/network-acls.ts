import { NetworkAcl, type NetworkAclEgress, type NetworkAclIngress } from '@cdktf/provider-aws/lib/network-acl';
import { Construct } from 'constructs';
import type { Flow } from '../../config/blueprint';
import type { NetworkPartProps } from './network-part';
import { subnetCidr, TIERS, type Tier } from './subnet-plan';
import type { Zone } from './workload-network';

export interface NetworkAclsProps extends NetworkPartProps {
  readonly zones: readonly Zone[];
}

type Rule = NetworkAclIngress & NetworkAclEgress;
type Match = Omit<Rule, 'ruleNo' | 'action'>;
interface Rules {
  readonly ingress: readonly Match[];
  readonly egress: readonly Match[];
}

const ANYWHERE = '0.0.0.0/0';
const all = (cidrBlock: string): Match => ({ protocol: '-1', fromPort: 0, toPort: 0, cidrBlock });
const ports = (protocol: string, [fromPort, toPort]: Flow['ports'], cidrBlock: string): Match => ({ protocol, fromPort, toPort, cidrBlock });
/** Lists are stateless: answers come back to a port that the system chose (NAT gateways and Linux: 1024 and above). */
const answers = (cidrBlock: string): Match[] => [ports('tcp', [1024, 65_535], cidrBlock), ports('udp', [1024, 65_535], cidrBlock)];
/** "Fragmentation needed": without it, large packets vanish on paths with a smaller MTU. */
const PATH_MTU: Match = { protocol: '1', fromPort: 0, toPort: 0, icmpType: 3, icmpCode: 4, cidrBlock: ANYWHERE };

/**
 * A second lock besides security groups and routes: what no flow names does not enter a tier from the internet, and data
 * and endpoints admit the VPC only, on the ports that flows name, even if a route slips in.
 */
export class NetworkAcls extends Construct {
  constructor(scope: Construct, id: string, { region, vpc, environment, zones, tags }: NetworkAclsProps) {
    super(scope, id);
    const { cidr, flows } = environment.network;
    const inside = all(cidr);
    const served = (tier: Flow['to'], source: string, opener?: Flow['from']): Match[] =>
      distinct(flows.filter(({ from, to }) => to === tier && (opener ?? from) === from).map((flow) => portsOf(flow, source)));
    const opened = (tier: Flow['from']): Match[] => distinct(flows.filter(({ from }) => from === tier).map((flow) => portsOf(flow, cidr)));
    // Members of a managed cluster talk to each other across zones in ways that no flow names.
    const among = zones.map(({ letter }) => all(subnetCidr(cidr, letter, 'data')));
    const rules: Record<Tier, Rules> = {
      public: { ingress: [inside, ...served('load-balancer', ANYWHERE, 'internet'), ...answers(ANYWHERE), PATH_MTU], egress: [all(ANYWHERE)] },
      firewall: { ingress: [all(ANYWHERE)], egress: [all(ANYWHERE)] }, // its rules are the firewall's
      app: { ingress: [inside, ...answers(ANYWHERE), PATH_MTU], egress: [all(ANYWHERE)] },
      endpoint: { ingress: served('endpoints', cidr), egress: answers(cidr) },
      data: {
        ingress: [...among, ...served('data', cidr), ...(opened('data').length > 0 ? answers(cidr) : [])],
        egress: [...among, ...opened('data'), ...answers(cidr)],
      },
    };
    for (const tier of TIERS) {
      new NetworkAcl(this, tier, {
        region,
        vpcId: vpc.id,
        subnetIds: zones.map(({ subnets }) => subnets[tier].id),
        ingress: numbered(rules[tier].ingress),
        egress: numbered(rules[tier].egress),
        tags: tags(tier),
      });
    }
  }
}

const portsOf = ({ protocol, ports: range }: Flow, cidrBlock: string): Match => ports(protocol, range, cidrBlock);
const numbered = (matches: readonly Match[]): Rule[] => matches.map((match, index) => ({ ruleNo: 100 + 10 * index, action: 'allow', ...match }));
const distinct = (matches: readonly Match[]): Match[] => [...new Map(matches.map((match) => [JSON.stringify(match), match])).values()];

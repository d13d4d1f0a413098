import { NetworkAcl, type NetworkAclEgress, type NetworkAclIngress } from '@cdktf/provider-aws/lib/network-acl';
import { Construct } from 'constructs';
import type { Flow } from '../../config/blueprint';
import { ANYWHERE } from '../../lib/ipv4';
import { withoutAdministration } from './administration-ports';
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

export const all = (cidrBlock: string): Match => ({ protocol: '-1', fromPort: 0, toPort: 0, cidrBlock });
const ports = (protocol: string, [fromPort, toPort]: Flow['ports'], cidrBlock: string): Match => ({ protocol, fromPort, toPort, cidrBlock });
/** Lists are stateless: answers come back to a port that the system chose (NAT gateways and Linux: 1024 and above). */
export const answers = (flows: readonly Pick<Flow, 'protocol'>[], cidrBlock: string): Match[] =>
  [...new Set(flows.map(({ protocol }) => protocol))].sort().map((protocol) => ports(protocol, [1024, 65_535], cidrBlock));
/** "Fragmentation needed": without it, large packets vanish on paths with a smaller MTU. */
export const PATH_MTU: Match = { protocol: '1', fromPort: 0, toPort: 0, icmpType: 3, icmpCode: 4, cidrBlock: ANYWHERE };

/**
 * A second lock besides security groups and routes: what no flow names does not enter a tier from the internet, and data
 * and endpoints admit the VPC only, on the ports that flows name, even if a route slips in.
 */
export class NetworkAcls extends Construct {
  constructor(scope: Construct, id: string, { region, vpc, environment, zones, tags }: NetworkAclsProps) {
    super(scope, id);
    const { cidr, flows, central = { opens: [], admits: [] } } = environment.network;
    const inside = all(cidr);
    const to = (tier: Flow['to']) => flows.filter((flow) => flow.to === tier);
    const from = (tier: Flow['from']) => flows.filter((flow) => flow.from === tier);
    const served = (some: readonly Pick<Flow, 'protocol' | 'ports'>[], peer: string): Match[] =>
      distinct(some.map(({ protocol, ports: range }) => ports(protocol, range, peer)));
    // Members of a managed cluster talk to each other across zones in ways that no flow names.
    const among = zones.map(({ letter }) => all(subnetCidr(cidr, letter, 'data')));
    const rules: Record<Tier, Rules> = {
      // Answers of the internet come to the NAT gateway here, and as such on to the app tier.
      public: {
        ingress: [inside, ...served(from('internet'), ANYWHERE), ...answers(to('internet'), ANYWHERE), PATH_MTU],
        egress: [all(ANYWHERE)],
      },
      firewall: { ingress: [all(ANYWHERE)], egress: [all(ANYWHERE)] }, // its rules are the firewall's
      app: {
        ingress: [
          inside,
          ...answers([...to('internet'), ...to('s3'), ...to('dynamodb')], ANYWHERE),
          ...central.admits.flatMap((route) => served([route], route.peer.cidr)),
          ...distinct(central.opens.flatMap((route) => answers([route], route.peer.cidr))),
          PATH_MTU,
        ],
        egress: [all(ANYWHERE)],
      },
      endpoint: { ingress: served(to('endpoints'), cidr), egress: answers(to('endpoints'), cidr) },
      data: {
        ingress: [...among, ...served(to('data'), cidr), ...answers(from('data'), cidr)],
        egress: [...among, ...served(from('data'), cidr), ...answers(to('data'), cidr)],
      },
    };
    for (const tier of TIERS) {
      new NetworkAcl(this, tier, {
        region,
        vpcId: vpc.id,
        subnetIds: zones.map(({ subnets }) => subnets[tier].id),
        ingress: withoutAdministration(numbered(rules[tier].ingress), [cidr]),
        egress: numbered(rules[tier].egress),
        tags: tags(tier),
      });
    }
  }
}

export const numbered = (matches: readonly Match[]): Rule[] => matches.map((match, index) => ({ ruleNo: 100 + 10 * index, action: 'allow', ...match }));
const distinct = (matches: readonly Match[]): Match[] => [...new Map(matches.map((match) => [JSON.stringify(match), match])).values()];

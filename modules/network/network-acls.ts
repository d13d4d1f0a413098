import { NetworkAcl, type NetworkAclEgress, type NetworkAclIngress } from '@cdktf/provider-aws/lib/network-acl';
import { Construct } from 'constructs';
import type { NetworkPartProps } from './network-part';
import { TIERS, type Tier } from './subnet-plan';
import type { Zone } from './workload-network';

export interface NetworkAclsProps extends NetworkPartProps {
  readonly zones: readonly Zone[];
}

type Rule = NetworkAclIngress & NetworkAclEgress;
const allow = (ruleNo: number, cidrBlock: string): Rule => ({ ruleNo, action: 'allow', protocol: '-1', fromPort: 0, toPort: 0, cidrBlock });

/**
 * A second lock besides security groups and routes. Lists are stateless, so where a tier talks to the internet they
 * admit both directions and the security groups decide; data and endpoints admit the VPC only, even if a route slips in.
 */
export class NetworkAcls extends Construct {
  constructor(scope: Construct, id: string, { region, vpc, environment, zones, tags }: NetworkAclsProps) {
    super(scope, id);
    const inside = [allow(100, environment.network.cidr)];
    const rules: Record<Tier, Rule[]> = {
      public: [allow(100, '0.0.0.0/0')],
      firewall: [allow(100, '0.0.0.0/0')],
      app: [allow(100, '0.0.0.0/0')],
      endpoint: inside,
      data: inside,
    };
    for (const tier of TIERS) {
      new NetworkAcl(this, tier, {
        region,
        vpcId: vpc.id,
        subnetIds: zones.map(({ subnets }) => subnets[tier].id),
        ingress: rules[tier],
        egress: rules[tier],
        tags: tags(tier),
      });
    }
  }
}

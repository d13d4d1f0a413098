import { Route53ResolverFirewallDomainList } from '@cdktf/provider-aws/lib/route53-resolver-firewall-domain-list';
import { Route53ResolverFirewallRule } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule';
import { Route53ResolverFirewallRuleGroup } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group';
import { Route53ResolverFirewallRuleGroupAssociation } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group-association';
import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';
import { INTERNAL_NAMES, workloadName } from '../../lib/naming';

export interface DecoyDomainProps {
  readonly environment: string;
  readonly region: string;
  readonly vpc: Vpc;
  /** Name that no host has and nobody looks up. */
  readonly domain: string;
  readonly tags: (name: string) => Record<string, string>;
}

/** After DNS Firewall's own group (1,000); Firewall Manager takes those below 100 and above 9,900. */
const ASSOCIATION_PRIORITY = 1100;

/** A host name that stands in decoys only: whoever looks it up in the VPC has read one of them. The look-up passes, and is reported. */
export class DecoyDomain extends Construct {
  constructor(scope: Construct, id: string, { environment, region, vpc, domain, tags }: DecoyDomainProps) {
    super(scope, id);
    const name = workloadName(environment, INTERNAL_NAMES);
    const list = new Route53ResolverFirewallDomainList(this, 'names', { region, name, domains: [domain], tags: tags(INTERNAL_NAMES) });
    const group = new Route53ResolverFirewallRuleGroup(this, 'rule-group', { region, name, tags: tags(INTERNAL_NAMES) });
    new Route53ResolverFirewallRule(this, 'rule', {
      region,
      name: INTERNAL_NAMES,
      firewallRuleGroupId: group.id,
      firewallDomainListId: list.id,
      priority: 100,
      action: 'ALERT',
    });
    new Route53ResolverFirewallRuleGroupAssociation(this, 'association', {
      region,
      name,
      vpcId: vpc.id,
      firewallRuleGroupId: group.id,
      priority: ASSOCIATION_PRIORITY,
      mutationProtection: 'DISABLED',
      tags: tags(INTERNAL_NAMES),
    });
  }
}

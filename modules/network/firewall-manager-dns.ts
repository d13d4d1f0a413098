import { Route53ResolverFirewallDomainList } from '@cdktf/provider-aws/lib/route53-resolver-firewall-domain-list';
import { Route53ResolverFirewallRule } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule';
import { Route53ResolverFirewallRuleGroup } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group';
import { Construct } from 'constructs';
import { indicatorDomainLists } from './indicator-domains';

/** The indicators of rules/ioc in the security account, which Firewall Manager hands to VPCs of all accounts. */
export class FirewallManagerDns extends Construct {
  readonly ruleGroupId: string;

  constructor(scope: Construct, id: string, { region }: { readonly region: string }) {
    super(scope, id);
    const group = new Route53ResolverFirewallRuleGroup(this, 'rule-group', { region, name: 'platform-firewall-manager-dns' });
    for (const [index, [name, domains]] of indicatorDomainLists().entries()) {
      const list = new Route53ResolverFirewallDomainList(this, name, { region, name: `platform-firewall-manager-${name}`, domains: [...domains] });
      new Route53ResolverFirewallRule(this, index === 0 ? 'rule' : `rule-${index + 1}`, {
        region,
        name,
        firewallRuleGroupId: group.id,
        firewallDomainListId: list.id,
        priority: (index + 1) * 100,
        action: 'BLOCK',
        blockResponse: 'NXDOMAIN',
      });
    }
    this.ruleGroupId = group.id;
  }
}

import { Route53ResolverFirewallDomainList } from '@cdktf/provider-aws/lib/route53-resolver-firewall-domain-list';
import { Route53ResolverFirewallRule } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule';
import { Route53ResolverFirewallRuleGroup } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group';
import { Construct } from 'constructs';
import { importedIndicators } from './indicators';

/** The indicators of rules/ioc in the security account, which Firewall Manager hands to VPCs of all accounts. */
export class FirewallManagerDns extends Construct {
  readonly ruleGroupId: string;

  constructor(scope: Construct, id: string, { region }: { readonly region: string }) {
    super(scope, id);
    const group = new Route53ResolverFirewallRuleGroup(this, 'rule-group', { region, name: 'platform-firewall-manager-dns' });
    const list = new Route53ResolverFirewallDomainList(this, 'indicators', {
      region,
      name: 'platform-firewall-manager-indicators',
      domains: importedIndicators().flatMap(({ domains }) => domains),
    });
    new Route53ResolverFirewallRule(this, 'rule', {
      region,
      name: 'indicators',
      firewallRuleGroupId: group.id,
      firewallDomainListId: list.id,
      priority: 100,
      action: 'BLOCK',
      blockResponse: 'NXDOMAIN',
    });
    this.ruleGroupId = group.id;
  }
}

import { Route53ResolverFirewallConfig } from '@cdktf/provider-aws/lib/route53-resolver-firewall-config';
import { Route53ResolverFirewallDomainList } from '@cdktf/provider-aws/lib/route53-resolver-firewall-domain-list';
import { Route53ResolverFirewallRule } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule';
import { Route53ResolverFirewallRuleGroup } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group';
import { Route53ResolverFirewallRuleGroupAssociation } from '@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group-association';
import { Construct } from 'constructs';
import { indicatorLibrary } from '../../lib/ioc/library';
import { SINK_LIMITS } from '../../lib/ioc/sink-limits';
import { refuse } from '../../lib/mistakes';
import { indicatorDomainLists } from './indicator-domains';
import type { NetworkPartProps } from './network-part';

export interface DnsFirewallProps extends NetworkPartProps {
  /** alert reports what block would refuse. */
  readonly mode: 'alert' | 'block';
  /** Lists that AWS maintains: name -> id. */
  readonly managedDomainLists: Readonly<Record<string, string>>;
}

/** Firewall Manager takes the priorities below 100 and above 9,900 (developer guide, "DNS Firewall rule groups"). */
const ASSOCIATION_PRIORITY = 1000;

/** A command channel or a leak through DNS passes every firewall, since the VPC's own resolver carries it: look-ups of known bad names are reported or refused. */
export class DnsFirewall extends Construct {
  constructor(scope: Construct, id: string, props: DnsFirewallProps) {
    super(scope, id);
    const { region, vpc, environment, mode, tags } = props;
    const { name } = environment;
    refuse(this, [SINK_LIMITS.domainLists(indicatorLibrary())]);
    const group = new Route53ResolverFirewallRuleGroup(this, 'rule-group', { region, name: `${name}-dns`, tags: tags('dns-firewall') });
    const indicators = indicatorDomainLists().map(([list, domains]) => {
      const made = new Route53ResolverFirewallDomainList(this, list, { region, name: `${name}-${list}`, domains: [...domains], tags: tags('dns-indicators') });
      return [list, made.id] as const;
    });
    const managed = Object.entries(props.managedDomainLists).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [index, [list, listId]] of [...indicators, ...managed].entries()) {
      new Route53ResolverFirewallRule(this, `rule-${list}`, {
        region,
        name: list,
        firewallRuleGroupId: group.id,
        firewallDomainListId: listId,
        priority: (index + 1) * 100,
        // NXDOMAIN: software gives up at once, where NODATA makes some of it try other record types.
        ...(mode === 'block' ? { action: 'BLOCK', blockResponse: 'NXDOMAIN' } : { action: 'ALERT' }),
      });
    }
    new Route53ResolverFirewallConfig(this, 'failure', {
      region,
      resourceId: vpc.id,
      firewallFailOpen: environment.network.dnsFailOpen ? 'ENABLED' : 'DISABLED',
    });
    new Route53ResolverFirewallRuleGroupAssociation(this, 'association', {
      region,
      name: `${name}-dns`,
      vpcId: vpc.id,
      firewallRuleGroupId: group.id,
      priority: ASSOCIATION_PRIORITY,
      mutationProtection: environment.profile === 'production' ? 'ENABLED' : 'DISABLED',
      tags: tags('dns-firewall'),
    });
  }
}

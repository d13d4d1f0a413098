import { NetworkfirewallFirewall } from '@cdktf/provider-aws/lib/networkfirewall-firewall';
import { NetworkfirewallFirewallPolicy } from '@cdktf/provider-aws/lib/networkfirewall-firewall-policy';
import { NetworkfirewallLoggingConfiguration } from '@cdktf/provider-aws/lib/networkfirewall-logging-configuration';
import { NetworkfirewallRuleGroup } from '@cdktf/provider-aws/lib/networkfirewall-rule-group';
import { Construct } from 'constructs';
import { ruleFile } from '../../lib/rule-files';
import type { NetworkPartProps } from './network-part';
import { activeRules, alertOnly, allowedDomainRules, capacityFor } from './suricata';
import type { Zone } from './workload-network';

export interface NetworkFirewallProps extends NetworkPartProps {
  readonly zones: readonly Zone[];
  /** alert reports what block would drop. */
  readonly mode: 'alert' | 'block';
  readonly keyArn: string;
  readonly logBucket: string;
}

const customerKey = (keyId: string) => ({ type: 'CUSTOMER_KMS', keyId });

/** Deep packet inspection of all that leaves or enters: known bad is dropped, known good passes, the rest is reported or dropped. */
export class NetworkFirewall extends Construct {
  /** Zone letter -> endpoint in that zone's firewall subnet. */
  readonly endpointIds: Readonly<Record<string, string>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: NetworkFirewallProps,
  ) {
    super(scope, id);
    const { environment, region, zones, tags } = props;
    const protectedFromChange = environment.profile === 'production';
    const firewall = new NetworkfirewallFirewall(this, 'firewall', {
      region,
      name: environment.name,
      vpcId: props.vpc.id,
      firewallPolicyArn: this.policy().arn,
      subnetMapping: zones.map(({ subnets }) => ({ subnetId: subnets.firewall.id })),
      deleteProtection: protectedFromChange,
      subnetChangeProtection: protectedFromChange,
      encryptionConfiguration: customerKey(props.keyArn),
      tags: tags('firewall'),
    });
    this.endpointIds = Object.fromEntries(
      zones.map(({ letter, subnets }) => [
        letter,
        // The set is in no order: pick by subnet. No fall-back: another zone's endpoint would make a silent asymmetric route.
        `\${one([for state in ${firewall.fqn}.firewall_status[0].sync_states : state.attachment[0].endpoint_id if state.attachment[0].subnet_id == ${subnets.firewall.fqn}.id])}`,
      ]),
    );
    const destination = (logType: string) => ({
      logType,
      logDestinationType: 'S3',
      logDestination: { bucketName: props.logBucket, prefix: `network-firewall/${environment.name}` },
    });
    new NetworkfirewallLoggingConfiguration(this, 'logging', {
      region,
      firewallArn: firewall.arn,
      loggingConfiguration: { logDestinationConfig: [destination('ALERT'), destination('FLOW')] },
    });
  }

  private policy(): NetworkfirewallFirewallPolicy {
    const { environment, region, mode, keyArn, tags } = this.props;
    const starter = activeRules(ruleFile('suricata/starter.rules'));
    const groups = [
      this.ruleGroup('starter', mode === 'alert' ? starter.map(alertOnly) : starter),
      this.ruleGroup('allowed-domains', allowedDomainRules(environment.network.allowedDomains)),
    ];
    return new NetworkfirewallFirewallPolicy(this, 'policy', {
      region,
      name: environment.name,
      encryptionConfiguration: customerKey(keyArn),
      firewallPolicy: {
        statelessDefaultActions: ['aws:forward_to_sfe'],
        statelessFragmentDefaultActions: ['aws:forward_to_sfe'],
        statefulEngineOptions: { ruleOrder: 'STRICT_ORDER', streamExceptionPolicy: mode === 'block' ? 'REJECT' : 'CONTINUE' },
        // drop_established lets the handshake through that the domain rules need to see, and drops what they did not pass.
        statefulDefaultActions: mode === 'block' ? ['aws:drop_established', 'aws:alert_established'] : ['aws:alert_established'],
        statefulRuleGroupReference: groups.map(({ arn }, index) => ({ priority: (index + 1) * 100, resourceArn: arn })),
      },
      tags: tags('firewall-policy'),
    });
  }

  private ruleGroup(name: string, rules: readonly string[]): NetworkfirewallRuleGroup {
    const { environment, region, keyArn, tags } = this.props;
    const capacity = capacityFor(rules.length);
    return new NetworkfirewallRuleGroup(this, name, {
      region,
      name: `${environment.name}-${name}-${capacity}`, // a new capacity replaces the group: its name must differ
      type: 'STATEFUL',
      capacity,
      encryptionConfiguration: customerKey(keyArn),
      ruleGroup: {
        statefulRuleOptions: { ruleOrder: 'STRICT_ORDER' },
        ruleVariables: { ipSets: [{ key: 'HOME_NET', ipSet: { definition: [environment.network.cidr] } }] },
        rulesSource: { rulesString: rules.join('\n') },
      },
      tags: tags(name),
      lifecycle: { createBeforeDestroy: true },
    });
  }
}

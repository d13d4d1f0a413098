import { NetworkfirewallFirewall } from '@cdktf/provider-aws/lib/networkfirewall-firewall';
import { NetworkfirewallFirewallPolicy } from '@cdktf/provider-aws/lib/networkfirewall-firewall-policy';
import { NetworkfirewallLoggingConfiguration } from '@cdktf/provider-aws/lib/networkfirewall-logging-configuration';
import { NetworkfirewallRuleGroup } from '@cdktf/provider-aws/lib/networkfirewall-rule-group';
import { Construct } from 'constructs';
import { LIMITS } from '../../config/aws-limits';
import type { SharedFirewall } from './central-firewall-rules';
import { indicatorGroups } from './firewall-indicators';
import { firewallRules, ruleVariables } from './firewall-rules';
import type { NetworkPartProps } from './network-part';
import { capacityFor, planRuleGroups, sumOf } from './rule-groups';
import { alertOnly, allowedDomainRules, ingressRules, oneWayRules } from './suricata';
import { TlsInspection } from './tls-inspection';
import type { ZoneWith } from './workload-network';

export interface NetworkFirewallProps extends NetworkPartProps {
  readonly zones: readonly ZoneWith<'firewall'>[];
  /** alert reports what block would drop. */
  readonly mode: 'alert' | 'block';
  readonly keyArn: string;
  readonly logBucket: string;
  /** Of a firewall that several networks share; by default it is the environment's own. */
  readonly shared?: SharedFirewall;
}

const textOf = ({ text }: { readonly text: string }): string => text;
const customerKey = (keyId: string) => ({ type: 'CUSTOMER_KMS', keyId });

/** Signatures look for text such as `${jndi:`, which Terraform would take for its own. */
const literal = (text: string): string => text.replaceAll(/[$%]\{/g, (opening) => `${opening[0]}${opening}`);

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
      firewallPolicyChangeProtection: protectedFromChange,
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
      logDestination: { bucketName: props.logBucket, prefix: 'network-firewall' },
    });
    new NetworkfirewallLoggingConfiguration(this, 'logging', {
      region,
      firewallArn: firewall.arn,
      // TLS logs tell of handshakes that inspection could not follow; a firewall without it refuses them.
      loggingConfiguration: { logDestinationConfig: ['ALERT', 'FLOW', ...(environment.network.tlsInspection ? ['TLS'] : [])].map(destination) },
    });
  }

  private policy(): NetworkfirewallFirewallPolicy {
    const { environment, region, mode, keyArn, tags } = this.props;
    const { network, name } = environment;
    const tls = network.tlsInspection
      ? new TlsInspection(this, 'tls', {
          region,
          name,
          account: environment.account.id,
          ...network.tlsInspection,
          home: this.home(),
          encryptionConfiguration: customerKey(keyArn),
          tags: tags('tls-inspection'),
        })
      : undefined;
    return new NetworkfirewallFirewallPolicy(this, 'policy', {
      region,
      name,
      encryptionConfiguration: customerKey(keyArn),
      firewallPolicy: {
        // EXTERNAL_NET is always the opposite of the policy's HOME_NET, whatever groups say.
        policyVariables: { ruleVariables: [{ key: 'HOME_NET', ipSet: { definition: this.home() } }] },
        statelessDefaultActions: ['aws:forward_to_sfe'],
        statelessFragmentDefaultActions: ['aws:forward_to_sfe'],
        statefulEngineOptions: { ruleOrder: 'STRICT_ORDER', streamExceptionPolicy: mode === 'block' ? 'REJECT' : 'CONTINUE' },
        // drop_established lets the handshake through that the domain rules need to see, and drops what they did not pass.
        statefulDefaultActions: mode === 'block' ? ['aws:drop_established', 'aws:alert_established'] : ['aws:alert_established'],
        statefulRuleGroupReference: this.groups().map(({ arn }, index) => ({ priority: (index + 1) * 100, resourceArn: arn })),
        ...(tls ? { tlsInspectionConfigurationArn: tls.arn } : {}),
      },
      tags: tags('firewall-policy'),
    });
  }

  /** Known bad first, our own signatures before those of others; then what is allowed. Strict order: the first match decides. */
  private groups(): NetworkfirewallRuleGroup[] {
    const { network } = this.props.environment;
    const { own, imported } = firewallRules();
    const { shared } = this.props;
    const domains = [...(shared?.allowed ?? allowedDomainRules(network.allowedDomains)), ...oneWayRules()];
    const ingress = network.publicIngress ? ingressRules() : [];
    const others = [own, domains, ingress, shared?.between ?? []].reduce((sum, rules) => sum + (rules.length > 0 ? capacityFor(rules.length) : 0), 0);
    const indicators = indicatorGroups(this);
    return [
      ...indicators.map(({ name, rules, capacity }) => this.ruleGroup(name, rules, capacity)),
      this.ruleGroup('starter', own.map(textOf), capacityFor(own.length)),
      ...planRuleGroups(imported, LIMITS.firewallCapacity - others - sumOf(indicators)).map(({ firstSid, rules, capacity }) =>
        this.ruleGroup(`imported-${firstSid}`, rules.map(textOf), capacity),
      ),
      ...(ingress.length > 0 ? [this.ruleGroup('ingress', ingress, capacityFor(ingress.length))] : []),
      ...(shared ? [this.ruleGroup('between-environments', shared.between, capacityFor(shared.between.length), 'as written')] : []),
      this.ruleGroup('allowed-domains', domains, capacityFor(domains.length)),
    ];
  }

  private readonly home = (): string[] => [...(this.props.shared?.home ?? [this.props.environment.network.cidr])];

  private ruleGroup(name: string, rules: readonly string[], capacity: number, how: 'softened' | 'as written' = 'softened'): NetworkfirewallRuleGroup {
    const { environment, region, keyArn, mode, tags } = this.props;
    return new NetworkfirewallRuleGroup(this, name, {
      region,
      name: `${environment.name}-${name}-${capacity}`, // a new capacity replaces the group: its name must differ
      type: 'STATEFUL',
      capacity,
      encryptionConfiguration: customerKey(keyArn),
      ruleGroup: {
        statefulRuleOptions: { ruleOrder: 'STRICT_ORDER' },
        ruleVariables: ruleVariables(rules, this.home()),
        rulesSource: { rulesString: literal((mode === 'alert' && how === 'softened' ? rules.map(alertOnly) : rules).join('\n')) },
      },
      tags: tags(name),
      lifecycle: { createBeforeDestroy: true },
    });
  }
}

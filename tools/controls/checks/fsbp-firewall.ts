import { nestedBlocks } from '../../synthesis/resources-in';
import type { TerraformJson } from '../../synthesis/synthesize';
import type { Check } from '../check';
import { companion, each } from '../read/resources';

const firewallPolicy = (attributes: TerraformJson): TerraformJson => nestedBlocks(attributes.firewall_policy)[0] ?? {};
const keepsPackets = (actions?: readonly string[]): boolean =>
  (actions ?? []).length > 0 && (actions ?? []).every((one) => /^aws:(drop|forward_to_sfe)$/.test(one));

/** AWS Foundational Security Best Practices: AWS Network Firewall. */
export const FSBP_FIREWALL: readonly Check[] = [
  {
    id: 'NetworkFirewall.2',
    what: 'each firewall logs alerts and flows',
    scope: 'workloads',
    violations: (estate) =>
      companion(estate, 'aws_networkfirewall_firewall', {
        type: 'aws_networkfirewall_logging_configuration',
        by: 'firewall_arn',
        judge: ({ logging_configuration }) => {
          const kinds = nestedBlocks(nestedBlocks(logging_configuration)[0]?.log_destination_config).map(({ log_type }) => log_type);
          return ['ALERT', 'FLOW'].some((kind) => !kinds.includes(kind)) && `logs ${kinds.join(', ') || 'nothing'} only`;
        },
      }),
  },
  {
    id: 'NetworkFirewall.3',
    what: 'each firewall policy has rule groups',
    scope: 'workloads',
    violations: (estate) =>
      each(estate, 'aws_networkfirewall_firewall_policy', ({ attributes }) => {
        const { stateful_rule_group_reference, stateless_rule_group_reference } = firewallPolicy(attributes);
        return [...nestedBlocks(stateful_rule_group_reference), ...nestedBlocks(stateless_rule_group_reference)].length === 0 && 'has no rule group';
      }),
  },
  {
    id: 'NetworkFirewall.4',
    what: 'no packet passes a firewall unseen',
    scope: 'workloads',
    violations: (estate) =>
      each(
        estate,
        'aws_networkfirewall_firewall_policy',
        ({ attributes }) => !keepsPackets(firewallPolicy(attributes).stateless_default_actions) && 'lets packets pass unseen',
      ),
  },
  {
    id: 'NetworkFirewall.5',
    what: 'no fragment passes a firewall unseen',
    scope: 'workloads',
    violations: (estate) =>
      each(
        estate,
        'aws_networkfirewall_firewall_policy',
        ({ attributes }) => !keepsPackets(firewallPolicy(attributes).stateless_fragment_default_actions) && 'lets fragments pass unseen',
      ),
  },
  {
    id: 'NetworkFirewall.6',
    what: 'no rule group is empty; none of ours is stateless',
    scope: 'workloads',
    violations: (estate) =>
      each(estate, 'aws_networkfirewall_rule_group', ({ attributes }) => {
        const [group] = nestedBlocks(attributes.rule_group);
        const stateless = nestedBlocks(nestedBlocks(group?.rules_source)[0]?.stateless_rules_and_custom_actions).flatMap((one) =>
          nestedBlocks(one.stateless_rule),
        );
        return attributes.type === 'STATELESS' && stateless.length === 0 && 'is empty';
      }),
  },
  {
    id: 'NetworkFirewall.9',
    what: 'no firewall is deleted by one call',
    scope: 'workloads',
    violations: (estate) => each(estate, 'aws_networkfirewall_firewall', ({ attributes }) => attributes.delete_protection !== true && 'is deleted by one call'),
  },
];

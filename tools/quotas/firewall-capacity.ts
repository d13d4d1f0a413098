import { LIMITS } from '../../config/aws-limits';
import { nestedBlocks, type ResourceBlock } from '../synthesis/resources-in';
import { referenceIn } from '../synthesis/terraform-reference';
import type { QuotaUse } from './quota';

/** AWS Network Firewall: the capacity of a group cannot change, so that growth is seen before it replaces a group. */
export function firewallCapacity(resources: readonly ResourceBlock[]): QuotaUse[] {
  return resources.flatMap((resource) => {
    if (resource.type === 'aws_networkfirewall_rule_group') return ruleGroup(resource);
    if (resource.type === 'aws_networkfirewall_firewall_policy') return firewallPolicy(resource, resources);
    return [];
  });
}

function ruleGroup({ path, attributes }: ResourceBlock): QuotaUse[] {
  const capacity: number = attributes.capacity;
  const uses: QuotaUse[] = [
    {
      quota: 'firewall rule group',
      path: `${path}.capacity`,
      used: capacity,
      limit: LIMITS.firewallCapacity,
      unit: 'units of capacity',
      remedy: 'split the group',
    },
  ];
  for (const source of nestedBlocks(attributes.rule_group).flatMap(({ rules_source }) => nestedBlocks(rules_source))) {
    if (typeof source.rules_string !== 'string') continue;
    const rules = source.rules_string.split('\n').filter((rule: string) => rule.trim() !== '' && !rule.trimStart().startsWith('#'));
    const at = `${path}.rule_group.rules_source.rules_string`;
    uses.push(
      {
        quota: 'rules string',
        path: at,
        used: Buffer.byteLength(source.rules_string),
        limit: LIMITS.firewallRulesStringBytes,
        unit: 'bytes',
        remedy: 'split the group',
      },
      {
        quota: 'longest rule',
        path: at,
        used: Math.max(0, ...rules.map((rule: string) => rule.length)),
        limit: LIMITS.firewallRuleCharacters,
        unit: 'characters',
        remedy: 'split the rule',
      },
      {
        quota: 'rules of a group with its capacity',
        path: at,
        used: rules.length,
        limit: capacity,
        unit: 'rules',
        remedy: 'choose the next step of capacityFor()',
      },
    );
  }
  return uses;
}

function firewallPolicy({ path, stack, attributes }: ResourceBlock, resources: readonly ResourceBlock[]): QuotaUse[] {
  const references = nestedBlocks(attributes.firewall_policy).flatMap(({ stateful_rule_group_reference }) => nestedBlocks(stateful_rule_group_reference));
  const capacities = references.map(({ resource_arn }): number => {
    const name = referenceIn(resource_arn)?.name;
    return resources.find((one) => one.stack === stack && one.type === 'aws_networkfirewall_rule_group' && one.name === name)?.attributes.capacity ?? 0;
  });
  return [
    {
      quota: 'stateful groups of a firewall policy',
      path,
      used: capacities.reduce((sum, capacity) => sum + capacity, 0),
      limit: LIMITS.firewallCapacity,
      unit: 'units of capacity',
      remedy: 'give a group less capacity',
    },
    { quota: 'firewall policy', path, used: references.length, limit: LIMITS.firewallStatefulGroups, unit: 'stateful groups', remedy: 'merge two groups' },
  ];
}

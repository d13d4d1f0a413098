import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { FIREWALL_MANAGER_POLICIES, type FirewallManagerPolicy, firewallManagerUsd } from '../firewall-manager-schema';
import { entriesOf, listOf } from './loose';

/** A price that nobody has seen, and policies that AWS would refuse. */
export function firewallManagerMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const given = input?.firewallManager;
  if (!['audit', 'enforce'].includes(given?.mode)) return [];
  const policies: unknown[] = given.policies === undefined ? ['waf', 'security-groups'] : listOf(given.policies);
  const priced = policies.filter((one): one is FirewallManagerPolicy => `${one}` in FIREWALL_MANAGER_POLICIES);
  const cost = firewallManagerUsd([...new Set(priced)]);
  // What a misspelt list would cost, nobody knows.
  const unknown = priced.length === 0 || priced.length < policies.length;
  const subscribed = entriesOf(input?.environments, 'environments').some(({ value }) => value?.shieldAdvanced?.enabled === true);
  return [
    ...(unknown || given.acknowledgeMonthlyCostUsd === cost
      ? []
      : [
          {
            path: 'firewallManager.acknowledgeMonthlyCostUsd',
            message: `must be ${cost}: these policies cost ${cost} USD a month; set it to acknowledge the cost, or set mode to off`,
            value: given.acknowledgeMonthlyCostUsd,
          },
        ]),
    ...policies.flatMap((policy, index): Mistake[] => {
      const path = `firewallManager.policies.${index}`;
      return policy === 'shield' && !subscribed
        ? [
            {
              path,
              message: 'needs Shield Advanced, which no environment has (environments.NAME.shieldAdvanced); enable it there, or remove the policy',
              value: policy,
            },
          ]
        : [];
    }),
  ];
}

import type { Environment } from '../../config/blueprint';
import type { CentralRoute } from '../../config/network-topology';
import { GENERATED_SIDS } from '../../lib/suricata/import-rules';
import { tierCidrs } from './subnet-plan';
import { allowedDomainRules, betweenEnvironmentsRules } from './suricata';

/** Rules of a firewall between networks: which are ours, what each may reach, and who may meet whom. */
export interface SharedFirewall {
  readonly home: readonly string[];
  readonly allowed: readonly string[];
  /** Never softened to alerts: a route that nobody named is no matter of the first weeks. */
  readonly between: readonly string[];
}

/** Each environment reaches the domains that it names itself, and another environment where a route is named. */
export function centralFirewallRules(cidr: string, members: readonly Environment[], routes: readonly CentralRoute[]): SharedFirewall {
  const appTier = (name: string): string[] => tierCidrs((members.find((one) => one.name === name) as Environment).network, 'app');
  let sid: number = GENERATED_SIDS.first;
  const allowed = members.flatMap(({ network }) => {
    const rules = allowedDomainRules(network.allowedDomains, sid, network.cidr);
    sid += rules.length;
    return rules;
  });
  return {
    home: [cidr, ...members.map(({ network }) => network.cidr)],
    allowed,
    between: betweenEnvironmentsRules(routes.map(({ from, to, ...connection }) => ({ ...connection, from: appTier(from), to: appTier(to) }))),
  };
}

import type { Blueprint } from '../../config/blueprint';
import { NETWORK_ACCOUNT } from '../../config/central-network';
import { expiredIndicators, indicatorLibrary } from '../../lib/ioc/library';
import { neverFiring } from '../../lib/suricata/never-fires';
import { expired } from '../../lib/suricata/rule-file';
import { type FirewallRules, firewallRules, importedFiles } from '../../modules/network/firewall-rules';

/**
 * What AWS takes and somebody should look at: rules that cannot fire, files past their date. They change nothing in the
 * output, which must not depend on the day.
 * @param today YYYY-MM-DD
 */
export function ruleWarnings(blueprint: Blueprint, today: string): string[] {
  return [...silentRules(blueprint, firewallRules()), ...oldFiles(today), ...expiredIndicators(indicatorLibrary(), today)];
}

function silentRules({ environments, network: { topology, central } }: Blueprint, { own, imported }: FirewallRules): string[] {
  const shared = topology === 'central' && central ? [{ name: NETWORK_ACCOUNT, network: central }] : [];
  const inspected = [...environments, ...shared].filter(({ network }) => network.firewall !== 'off');
  return [false, true].flatMap((tls) => {
    const names = inspected.filter(({ network }) => (network.tlsInspection !== undefined) === tls).map(({ name }) => name);
    // While every firewall is off, rules are judged as most firewalls will see them.
    if (names.length === 0 && !(inspected.length === 0 && !tls)) return [];
    const where = inspected.length > names.length ? ` in ${names.join(', ')}` : '';
    return neverFiring([...own, ...imported], tls).map(({ rule, reason }) => `${rule.file}:${rule.line}: sid ${rule.sid} can never fire${where}: ${reason}`);
  });
}

function oldFiles(today: string): string[] {
  return [...importedFiles(), ...indicatorLibrary().files]
    .filter(({ header }) => expired(header, today))
    .map(({ path, header }) => `${path}: expired ${header.expires}; ${header.owner} should renew or delete it`);
}

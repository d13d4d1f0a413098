import type { Blueprint } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { INDICATOR_KINDS, type Indicator, type IndicatorKind, isExpired } from '../../lib/ioc/indicator';
import type { IndicatorLibrary } from '../../lib/ioc/library';

const GUARDDUTY = 'GuardDuty threat list';
const DNS_FIREWALL = 'DNS Firewall';
const NETWORK_FIREWALL = 'Network Firewall';
const WAF = 'AWS WAF';
const ATHENA = 'hunting queries';

/** Which service has a list for which kind (their developer guides, read 2026-11). Queries know all of them. */
export const PLACES: Readonly<Record<IndicatorKind, readonly string[]>> = {
  ip: [GUARDDUTY, NETWORK_FIREWALL, WAF, ATHENA],
  cidr: [GUARDDUTY, NETWORK_FIREWALL, WAF, ATHENA],
  domain: [DNS_FIREWALL, NETWORK_FIREWALL, ATHENA],
  hash: [ATHENA],
  'user-agent': [NETWORK_FIREWALL, ATHENA],
  arn: [ATHENA],
};

/** Rows of `npm run rules`: how many indicators of each kind there are, how many are past their day, and where they act. */
export function indicatorTable(blueprint: Blueprint, { indicators }: IndicatorLibrary, today: string): string[][] {
  const hunting = includesStep(blueprint.detection, 'hunting');
  const { environments } = blueprint;
  const on: Readonly<Record<string, boolean>> = {
    [GUARDDUTY]: hunting,
    [DNS_FIREWALL]: environments.some(({ network }) => network.dnsFirewall !== 'off'),
    [NETWORK_FIREWALL]: hunting && environments.some(({ network }) => network.firewall !== 'off'),
    [WAF]: hunting && environments.some(({ waf }) => waf.indicators !== 'off'),
    [ATHENA]: hunting,
  };
  const rows = INDICATOR_KINDS.map((kind) => {
    const of: Indicator[] = indicators.filter((indicator) => indicator.kind === kind);
    const places = PLACES[kind].map((place) => (on[place] ? place : `${place} (off)`));
    return [kind, String(of.length), String(of.filter((indicator) => isExpired(indicator, today)).length), places.join(', ')];
  });
  return [['INDICATORS', 'COUNT', 'EXPIRED', 'WHERE'], ...rows];
}

import { LIMITS } from '../../config/aws-limits';
import { INDICATOR_LIMITS } from '../../config/indicator-limits';
import { type IndicatorLibrary, valuesOf } from './library';

const REMEDY = 'let old ones go (npm run rules -- --drop-expired), or remove a feed from rules/ioc';
const atMost = (what: string, limit: number, unit: string, got: number): string | false =>
  got > limit && `${what} at most ${limit} ${unit}, got ${got}; ${REMEDY}`;

/**
 * What a service would refuse in the middle of an apply, with half of the others changed already. Groups of Network Firewall are
 * among `npm run quotas`; a table of Athena holds whatever there is.
 */
export const SINK_LIMITS = {
  threatList: (library: IndicatorLibrary) =>
    atMost('a threat list of GuardDuty holds', LIMITS.addressesPerThreatList, 'addresses', valuesOf(library, 'ip', 'cidr').length),
  domainLists: (library: IndicatorLibrary) =>
    atMost('domain lists of an account hold', INDICATOR_LIMITS.domains, 'domains', valuesOf(library, 'domain').length),
  ipSets: (library: IndicatorLibrary) => {
    const addresses = valuesOf(library, 'ip', 'cidr');
    const ipv6 = addresses.filter((address) => address.includes(':')).length;
    const sets = [ipv6, addresses.length - ipv6].reduce((sum, count) => sum + Math.ceil(count / LIMITS.addressesPerIpSet), 0);
    return atMost('an account has', INDICATOR_LIMITS.ipSets, `IP sets of ${LIMITS.addressesPerIpSet} addresses`, sets);
  },
} as const;

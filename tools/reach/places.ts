import { INTERNET } from './addresses';
import type { Network, SecurityGroup, Subnet } from './network';

/** Tier as people name it -> tag Tier of its subnets. */
export const TIER_SUBNETS = { 'load-balancer': 'public', app: 'app', data: 'data', endpoints: 'endpoint' } as const;
export type TierName = keyof typeof TIER_SUBNETS;
export const TIERS = Object.keys(TIER_SUBNETS) as TierName[];

/** Where a connection begins or ends. */
export type Place =
  | { readonly kind: 'internet'; readonly name: string }
  | { readonly kind: 'service'; readonly name: string }
  | {
      readonly kind: 'tier';
      readonly name: string;
      readonly stack: string;
      readonly tier: TierName;
      readonly subnet: Subnet;
      readonly groups: readonly SecurityGroup[];
    };
export type Tier = Extract<Place, { kind: 'tier' }>;

export const environmentsOf = (network: Network): string[] => [...new Set([...network.vpcs.values()].map(({ stack }) => stack))];

/** The tier of an environment in every zone. */
export function tiersOf(network: Network, stack: string, tier: TierName): Tier[] {
  return [...network.subnets.values()]
    .filter((subnet) => subnet.stack === stack && subnet.tier === TIER_SUBNETS[tier])
    .sort((a, b) => (a.zone < b.zone ? -1 : 1))
    .map((subnet) => ({ kind: 'tier', name: `${stack}/${tier}-${subnet.zone}`, stack, tier, subnet, groups: groupsOf(network, stack, tier) }));
}

function groupsOf(network: Network, stack: string, tier: TierName): SecurityGroup[] {
  const groups = [...network.groups.values()].filter((group) => group.stack === stack);
  if (tier !== 'endpoints') return groups.filter(({ key }) => key.endsWith(`.network_security-groups_${tier}`));
  const used = network.endpoints.flatMap((endpoint) => endpoint.groups);
  return groups.filter(({ key }) => used.includes(key));
}

/**
 * The places that a person means: `internet`, a service of AWS (`kms`, `s3`), `prod/app` (every zone) or `prod/app-a`.
 * @throws Error when there is no such place
 */
export function placesNamed(network: Network, name: string): Place[] {
  if (name === 'internet') return [{ kind: 'internet', name }];
  if (!name.includes('/')) {
    if (!/^[a-z][a-z0-9.-]*$/.test(name))
      throw new Error(`${name}: is no place, got ${name}; write internet, a service such as kms, ENVIRONMENT/TIER or ENVIRONMENT/TIER-ZONE`);
    return [{ kind: 'service', name }];
  }
  const [stack = '', rest = ''] = name.split('/');
  const tier = TIERS.find((one) => rest === one || new RegExp(`^${one}-[a-f]$`).test(rest));
  if (!environmentsOf(network).includes(stack))
    throw new Error(`${name}: has no environment with a network, got ${stack}; choose one of ${environmentsOf(network).join(', ')}`);
  if (!tier) throw new Error(`${name}: has no tier, got ${rest}; choose one of ${TIERS.join(', ')}, with -ZONE or without`);
  const all = tiersOf(network, stack, tier);
  const chosen = rest === tier ? all : all.filter((place) => place.name === name);
  if (chosen.length === 0)
    throw new Error(`${name}: has no such zone, got ${rest.slice(-1)}; choose one of ${all.map(({ subnet }) => subnet.zone).join(', ')}`);
  return chosen;
}

export const addressesAt = (place: Place) => (place.kind === 'tier' ? place.subnet.addresses : INTERNET);

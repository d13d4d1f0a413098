import { prefixLength, subnetOf } from '../../lib/ipv4';

/** Tiers of a network, from the internet inwards. */
export const TIERS = ['public', 'firewall', 'endpoint', 'app', 'data'] as const;
export type Tier = (typeof TIERS)[number];

/** Share of a zone's range, as bits added to its prefix and the index of that part. app 1/2, data 1/4, public 1/8, the rest 1/16. */
const SHARES: Readonly<Record<Tier, readonly [bits: number, index: number]>> = {
  app: [1, 0],
  data: [2, 2],
  public: [3, 6],
  endpoint: [4, 14],
  firewall: [4, 15],
};

/** What no zone has: letters end at f, so two of the eight parts stay free. */
const TRANSIT_PART = 7;

const indexOf = (zone: string): number => zone.charCodeAt(0) - 'a'.charCodeAt(0);

/**
 * The range of a transit gateway's interface in a zone: a /28, as AWS advises (Transit Gateway guide, "Design best practices").
 * @param zone letter a to f
 */
export function transitCidr(cidr: string, zone: string): string {
  return subnetOf(subnetOf(cidr, prefixLength(cidr) + 3, TRANSIT_PART), 28, indexOf(zone));
}

/**
 * The range of a tier in a zone. Every zone letter has an eighth of the network for good, so that a zone can be added
 * later and no subnet ever moves.
 * @param zone letter a to f
 */
export function subnetCidr(cidr: string, zone: string, tier: Tier): string {
  const zoneCidr = subnetOf(cidr, prefixLength(cidr) + 3, indexOf(zone));
  const [bits, index] = SHARES[tier];
  return subnetOf(zoneCidr, prefixLength(zoneCidr) + bits, index);
}

/** The ranges of a tier in every zone of a network. */
export const tierCidrs = ({ cidr, zones }: { readonly cidr: string; readonly zones: readonly string[] }, tier: Tier): string[] =>
  zones.map((zone) => subnetCidr(cidr, zone, tier));

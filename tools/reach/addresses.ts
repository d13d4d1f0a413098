import { Address4 } from 'ip-address';
import { PRIVATE_RANGES } from '../../lib/ipv4';

/** Addresses as ranges of numbers, both ends included, in order and apart. */
export type Addresses = readonly (readonly [first: number, last: number])[];

const KNOWN = new Map<string, Addresses>();
export function addressesOf(cidr: string): Addresses {
  const known = KNOWN.get(cidr);
  if (known) return known;
  const network = new Address4(cidr);
  const addresses: Addresses = [[Number(network.startAddress().bigInt()), Number(network.endAddress().bigInt())]];
  KNOWN.set(cidr, addresses);
  return addresses;
}

// Loops, not flatMap: a mutation run asks these millions of times.
export function minus(from: Addresses, taken: Addresses): Addresses {
  let left = from;
  for (const [first, last] of taken) {
    const rest: [number, number][] = [];
    for (const [a, b] of left) {
      if (a < first) rest.push([a, Math.min(b, first - 1)]);
      if (b > last) rest.push([Math.max(a, last + 1), b]);
    }
    left = rest;
  }
  return left;
}

export function intersection(one: Addresses, other: Addresses): Addresses {
  const both: [number, number][] = [];
  for (const [a, b] of one) for (const [c, d] of other) if (a <= d && c <= b) both.push([Math.max(a, c), Math.min(b, d)]);
  return both;
}

export function meet(one: Addresses, other: Addresses): boolean {
  for (const [a, b] of one) for (const [c, d] of other) if (a <= d && c <= b) return true;
  return false;
}

/** Ranges that no packet on the internet carries (RFC 6890), besides the private ones. */
const NOT_ROUTED = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'];
export const ANYWHERE = addressesOf('0.0.0.0/0');
export const INTERNET: Addresses = [...PRIVATE_RANGES, ...NOT_ROUTED].map(addressesOf).reduce(minus, ANYWHERE);

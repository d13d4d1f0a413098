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

export function minus(from: Addresses, taken: Addresses): Addresses {
  return taken.reduce<Addresses>(
    (left, [first, last]) =>
      left.flatMap(([a, b]): Addresses => {
        if (last < a || first > b) return [[a, b]];
        return [...(a < first ? [[a, first - 1] as const] : []), ...(b > last ? [[last + 1, b] as const] : [])];
      }),
    from,
  );
}

export function intersection(one: Addresses, other: Addresses): Addresses {
  return one.flatMap(([a, b]) =>
    other.flatMap(([c, d]): Addresses => {
      const [first, last] = [Math.max(a, c), Math.min(b, d)];
      return first <= last ? [[first, last]] : [];
    }),
  );
}

/** Ranges that no packet on the internet carries (RFC 6890), besides the private ones. */
const NOT_ROUTED = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'];
export const ANYWHERE = addressesOf('0.0.0.0/0');
export const INTERNET: Addresses = [...PRIVATE_RANGES, ...NOT_ROUTED].map(addressesOf).reduce(minus, ANYWHERE);

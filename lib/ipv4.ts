import { Address4 } from 'ip-address';

/** Prefix length of a network: 16 for 10.0.0.0/16. */
export function prefixLength(cidr: string): number {
  return new Address4(cidr).subnetMask;
}

/** The network with its host bits cleared: 10.1.2.3/16 -> 10.1.0.0/16. */
export function canonical(cidr: string): string {
  const address = new Address4(cidr);
  return `${address.startAddress().address}/${address.subnetMask}`;
}

export function overlap(a: string, b: string): boolean {
  const [x, y] = [new Address4(a), new Address4(b)];
  return x.isInSubnet(y) || y.isInSubnet(x);
}

/** Every address: the default route. */
export const ANYWHERE = '0.0.0.0/0';

/** RFC 1918 and RFC 6598 ranges, which never meet addresses of the internet. */
export const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
export function isPrivate(cidr: string): boolean {
  return PRIVATE_RANGES.some((range) => new Address4(cidr).isInSubnet(new Address4(range)));
}

/**
 * One of the equal parts of a network.
 * @param newPrefix prefix length of the parts, larger than the network's
 * @param index which part, from 0
 * @throws Error when there is no such part
 */
export function subnetOf(cidr: string, newPrefix: number, index: number): string {
  const network = new Address4(cidr);
  if (newPrefix < network.subnetMask || index >= 2 ** (newPrefix - network.subnetMask)) {
    throw new Error(`${cidr}: has no part ${index} of size /${newPrefix}; choose a larger network`);
  }
  const start = network.startAddress().bigInt() + BigInt(index) * 2n ** BigInt(32 - newPrefix);
  return `${Address4.fromBigInt(start).address}/${newPrefix}`;
}

/** What is left of a network without others, as few networks as possible, in order. */
export function without(cidr: string, others: readonly string[]): string[] {
  const touching = others.filter((other) => overlap(cidr, other));
  if (touching.length === 0) return [cidr];
  const prefix = prefixLength(cidr);
  if (touching.some((other) => prefixLength(other) <= prefix)) return [];
  return [0, 1].flatMap((half) => without(subnetOf(cidr, prefix + 1, half), touching));
}

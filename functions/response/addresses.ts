/** First and last address; IPv4 and IPv6 are looked at apart. */
interface Range {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** Addresses that nobody on the internet has (IANA special-purpose registries). */
const RESERVED = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3'],
  ...['fc00::/7', 'fe80::/10', 'ff00::/8'],
].map(rangeOf);
/** More than this is the world: a /8 of IPv4, which some companies have, or a /16 of IPv6, larger than any allocation to one of them. */
const MOST = { 32: 2n ** 24n, 128: 2n ** 112n };

/** Is it wide enough to be a part of the world, 256th parts of which come to MOST? What an office, a partner or a vendor has is smaller. */
export const isWide = (cidr: string): boolean => publicSize([cidr]) >= MOST[rangeOf(cidr).bits] / 256n;

/**
 * Those of some networks that let the world in: each that is more than a company has, and then all wide ones that come to as much
 * together. 0.0.0.0/0 is only one way to write it: two halves, or 256 parts, say the same.
 */
export function tooWide(cidrs: readonly string[]): string[] {
  return ([32, 128] as const).flatMap((bits) => {
    const wide = [...new Set(cidrs)].filter((cidr) => rangeOf(cidr).bits === bits && isWide(cidr));
    const single = wide.filter((cidr) => publicSize([cidr]) > MOST[bits]);
    const rest = wide.filter((cidr) => !single.includes(cidr));
    return publicSize(rest) > MOST[bits] ? wide : single;
  });
}

/** How many public addresses some networks of one kind have, each counted once. */
function publicSize(cidrs: readonly string[]): bigint {
  let size = 0n;
  let end = -1n;
  for (const { first, last } of cidrs
    .map(rangeOf)
    .flatMap(publicParts)
    .sort((a, b) => (a.first < b.first ? -1 : 1))) {
    const from = first > end ? first : end + 1n;
    if (last >= from) size += last - from + 1n;
    if (last > end) end = last;
  }
  return size;
}

const publicParts = (range: Range): Range[] =>
  RESERVED.filter(({ bits }) => bits === range.bits).reduce<Range[]>(
    (parts, taken) =>
      parts.flatMap((part) => [
        ...(part.first < taken.first ? [{ ...part, last: part.last < taken.first ? part.last : taken.first - 1n }] : []),
        ...(part.last > taken.last ? [{ ...part, first: part.first > taken.last ? part.first : taken.last + 1n }] : []),
      ]),
    [range],
  );

/** @throws Error for what is no network: a rule that nobody can judge is no harmless one */
function rangeOf(cidr: string): Range {
  const [address = '', length = ''] = cidr.split('/');
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 32 ? numberOf(address.split('.'), 8n, 10) : numberOf(groupsOf(address), 16n, 16);
  if (value === undefined || !/^\d{1,3}$/.test(length) || Number(length) > bits) throw new Error(`${cidr}: is no network in CIDR notation`);
  const host = BigInt(bits - Number(length));
  const first = (value >> host) << host;
  return { bits, first, last: first + (1n << host) - 1n };
}

/** The eight groups of an IPv6 address; `::` stands for as many zeros as are missing, the last two may be written as an IPv4 address. */
function groupsOf(address: string): string[] {
  const [head = [], tail, more] = address.split('::').map((half) => (half === '' ? [] : half.split(':').flatMap(group)));
  if (more) return [];
  return tail === undefined ? [...head] : [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
}
function group(text: string): string[] {
  const quad = text.includes('.') ? numberOf(text.split('.'), 8n, 10) : undefined;
  return quad === undefined ? [text] : [(quad >> 16n).toString(16), (quad & 0xffffn).toString(16)];
}

function numberOf(parts: readonly string[], width: bigint, base: 10 | 16): bigint | undefined {
  const digits = base === 10 ? /^\d{1,3}$/ : /^[0-9a-f]{1,4}$/i;
  if (parts.length !== (base === 10 ? 4 : 8) || !parts.every((part) => digits.test(part) && Number.parseInt(part, base) < 2 ** Number(width))) return undefined;
  return parts.reduce((sum, part) => (sum << width) + BigInt(Number.parseInt(part, base)), 0n);
}

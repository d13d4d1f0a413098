import { Address6 } from 'ip-address';

/** A value in its one spelling, or what is wrong with it: `what; what to do`. */
export type Checked = { readonly value: string } | { readonly wrong: string };

const OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}$`);

/** The number of an IPv4 address; undefined for anything else. */
export function addressNumber(text: string): number | undefined {
  const match = IPV4.exec(text);
  return match ? match.slice(1).reduce((sum, octet) => sum * 256 + Number(octet), 0) : undefined;
}

/** First and last address of an IPv4 network or address, as numbers. */
export function addressRange(text: string): readonly [first: number, last: number] | undefined {
  const [address = '', prefix = '32'] = text.split('/');
  const first = addressNumber(address);
  if (first === undefined || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32) return undefined;
  return [first, first + 2 ** (32 - Number(prefix)) - 1];
}

/** Networks that are somebody's own, or nobody's: blocking one blocks ourselves (RFC 1918, 6598, 3927, 1122, 2544, 5771, 1112). */
const OWN = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
  '0.0.0.0/8',
  '198.18.0.0/15',
  '224.0.0.0/3',
].map((network) => ({ network, range: addressRange(network) as readonly [number, number] }));
/** The same of IPv6: unspecified and loopback, unique local, link-local, multicast (RFC 4291, 4193). */
const OWN_IPV6 = /^(::1?$|f[cd]|fe[89ab]|ff)/;
/** A line that covers more hosts than a /16 is a mistake more often than an attacker. */
export const WIDEST = 16;

export function checkAddress(text: string): Checked {
  const number = addressNumber(text);
  if (number !== undefined) return ownNetwork(number, number) ?? { value: text };
  if (!text.includes(':') || text.includes('/') || text.includes('%') || !Address6.isValid(text))
    return { wrong: 'must be one IPv4 or IPv6 address; correct it, or write cidr for a network' };
  const value = new Address6(text).correctForm().toLowerCase();
  if (value.startsWith('::ffff:')) return { wrong: 'is an IPv4 address in IPv6 form; write the IPv4 address' };
  return OWN_IPV6.test(value) ? { wrong: 'is an address that is not on the internet; remove it' } : { value };
}

export function checkNetwork(text: string): Checked {
  if (text.includes(':')) return { wrong: 'must be an IPv4 network, since queries cannot compare IPv6 ones; list single IPv6 addresses' };
  const range = addressRange(text);
  const prefix = Number(text.split('/')[1]);
  if (!range || !text.includes('/')) return { wrong: 'must be an IPv4 network such as 203.0.113.0/24; correct it' };
  if (prefix === 32) return { wrong: 'is a single address; write ip, and the address without /32' };
  if (range[0] % 2 ** (32 - prefix) !== 0) return { wrong: 'has host bits set; clear them' };
  const own = ownNetwork(...range);
  if (own) return own;
  return prefix < WIDEST ? { wrong: `is wider than a /${WIDEST}, and would cut off more than an attacker; list its parts` } : { value: text };
}

function ownNetwork(first: number, last: number): { readonly wrong: string } | undefined {
  const own = OWN.find(({ range }) => first <= range[1] && last >= range[0]);
  return own ? { wrong: `lies in ${own.network}, which is not on the internet but may be ours; remove it` } : undefined;
}

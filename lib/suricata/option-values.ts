import { APPLICATIONS } from './unsupported';

/**
 * Values that can be told to be wrong without an engine: keyword -> pattern, and how to say what is wanted. From Suricata 7.0's own
 * parsers (src/detect-*.c and rust/src/detect of branch main-7.0.x, read 2026-11): AWS refuses a whole rule group for one of them.
 */
export type Wanted = readonly [pattern: RegExp, words: string];

/** rust/src/detect/uint.rs */
const NUMBER = String.raw`(?:(?:>=|<=|>|<|!=|!|=)? *\d+(?:[kmg]b)?|\d+ *(?:-|<>) *\d+)`;
const number = (example: string): Wanted => [new RegExp(`^${NUMBER}$`, 'i'), `a number such as ${example}`];
const oneOf = (words: string, separator = ','): Wanted => [
  new RegExp(String.raw`^!?(?:${words})(?:\s*[${separator}]\s*!?(?:${words}))*$`, 'i'),
  `one or more of ${words.replaceAll('|', ', ')}`,
];
const NAME = String.raw`[A-Za-z_][\w.]*`;

export const VALUES: Readonly<Record<string, Wanted>> = {
  sid: [/^[1-9]\d{0,9}$/, 'a number from 1 to 4294967294'],
  rev: [/^[1-9]\d{0,9}$/, 'a number from 1'],
  gid: [/^\d+$/, 'a number'],
  msg: [/^".+"$/s, 'text in quotes'],
  reference: [/^[A-Za-z0-9]+\s*,\s*[^\s,].*$/, 'TYPE,ID'],
  classtype: [/^[A-Za-z][\w-]*$/, 'one word'],
  target: [/^(src_ip|dest_ip)$/, 'src_ip or dest_ip'],
  tag: [/^(host|session)\s*(,\s*\d+\s*,\s*(packets|bytes|seconds)\s*(,\s*(src|dst))?)?$/, 'session, or session,10,packets'],
  dsize: [new RegExp(`^${NUMBER}$`, 'i'), 'a size such as >100 or 10<>20'],
  bsize: [new RegExp(`^${NUMBER}$`, 'i'), 'a size such as 10 or <20'],
  urilen: [new RegExp(String.raw`^${NUMBER}\s*(?:,\s*(?:raw|norm))?$`, 'i'), 'a size such as >500 or 10<>20,raw'],
  ttl: number('<5'),
  itype: number('8 or >10'),
  icode: number('0 or >10'),
  'tcp.mss': number('<536'),
  'icmpv6.mtu': number('<1280'),
  'flow.age': number('>3600'),
  'tls.cert_chain_len': number('>3'),
  'snmp.version': number('3'),
  'dhcp.leasetime': number('>3600'),
  'dhcp.rebinding_time': number('>3600'),
  'dhcp.renewal_time': number('>3600'),
  stream_size: [/^(server|client|both|either)\s*,\s*(>=|<=|>|<|!=|!|=)\s*,\s*\d+$/, 'a side, a comparison and a number such as server,<,6'],
  flowbits: [/^(noalert|(set|isset|isnotset|unset|toggle)\s*,\s*[^\s,|][^,]*)$/, 'set, isset, isnotset, unset or toggle with a name, or noalert'],
  flowint: [
    /^[A-Za-z][\w./]+\s*,\s*(([+=-]|==|!=|<=?|>=?)\s*,\s*([A-Za-z]\w+|\d{1,10})|(isset|notset|isnotset))$/,
    'a name, what to do and a number such as tries,+,1',
  ],
  // Groups may be kept for other rules: "/a(b+)/,flow:name".
  pcre: [/^!?\s*"?!?\/.+\/[AEGimsxOBRUVWHIDMCPQYS]*(\s*,\s*(flow|pkt|alert):\w+)*"?$/s, 'a pattern such as "/ab+c/i"'],
  pcrexform: [/^".*\((?!\?).*"$/s, 'a pattern with a group in quotes'],
  geoip: [/^((src|dst|both|any)\s*,\s*)?!?[A-Z]{2}(\s*,\s*!?[A-Z]{2})*$/, 'countries such as dst,RU'],
  flags: [/^[+*!]?\s*[SAPRFU120CE+*!]+(\s*,\s*[SAPRFU12CE]+)?$/, 'letters of TCP flags such as S,12'],
  'tcp.flags': [/^[+*!]?\s*[SAPRFU120CE+*!]+(\s*,\s*[SAPRFU12CE]+)?$/, 'letters of TCP flags such as S,12'],
  fragbits: [/^[+*!]?\s*[MDR]+/, 'letters M, D and R'],
  fragoffset: [/^[<>]?\s*\d+$/, 'a number such as >0'],
  window: [/^!?\s*\d{1,9}$/, 'a number'],
  'tcp.window': [/^!?\s*\d{1,9}$/, 'a number'],
  seq: [/^\d{1,10}$/, 'a number'],
  ack: [/^\d{1,10}$/, 'a number'],
  id: [/^\d{1,5}$/, 'a number'],
  icmp_id: [/^\d+$/, 'a number'],
  icmp_seq: [/^\d+$/, 'a number'],
  tos: [/^!?\s*("?)(\d{1,3}|[xX][0-9a-fA-F]{1,2})\1$/, 'a number such as 8 or x10'],
  ipopts: [/^(rr|lsrr|eol|nop|ts|sec|esec|ssrr|satid|any)$/, 'one of rr, lsrr, eol, nop, ts, sec, esec, ssrr, satid, any'],
  ip_proto: [/^"?[!<>]?\s*[\w-]+"?$/, 'a protocol such as 47 or !tcp'],
  rpc: [/^\d{0,10}\s*(,\s*(\d{0,10}|\*)\s*(,\s*(\d{0,10}|\*))?)?$/, 'numbers such as 100000,*,*'],
  isdataat: [new RegExp(String.raw`^!?(?:\d+|${NAME})\s*(?:,\s*relative)?\s*(?:,\s*rawbytes)?$`), 'a number and perhaps relative such as !10,relative'],
  byte_test: [
    new RegExp(
      String.raw`^(?:\d+|${NAME})\s*,\s*!?\s*(?:<=|>=|<|>|=|&|\^)?\s*,\s*(?:-?\w+|${NAME})\s*,\s*(?:-?\d+|${NAME})(?:\s*,\s*(?:relative|little|big|string|hex|dec|oct|dce|bitmask\s+\S+))*$`,
    ),
    'bytes, comparison, value, offset and options such as 2,>,1000,0,relative',
  ],
  byte_jump: [
    new RegExp(
      String.raw`^(?:\d+|${NAME})\s*,\s*(?:-?\d+|${NAME})(?:\s*,\s*(?:relative|little|big|string|hex|dec|oct|align|from_beginning|from_end|dce|multiplier\s+\d+|post_offset\s+(?:-?\d+|${NAME})|bitmask\s+\S+))*$`,
    ),
    'bytes, offset and options such as 4,0,relative',
  ],
  byte_extract: [
    new RegExp(String.raw`^\d+\s*,\s*-?\d+\s*,\s*${NAME}(?:\s*,\s*(?:relative|little|big|dce|string|hex|dec|oct|multiplier\s+\d+|align\s+[24]))*$`),
    'bytes, offset and a name such as 1,0,length',
  ],
  fast_pattern: [/^(only|\d+\s*,\s*\d+)$/, 'only, or an offset and a length such as 2,4'],
  'tls.version': [/^"?(1\.[0-3]|0x[0-9a-fA-F]{4})"?$/, 'a version such as 1.2'],
  ssl_version: oneOf('sslv2|sslv3|tls1.0|tls1.1|tls1.2|tls1.3'),
  ssl_state: oneOf('client_hello|server_hello|client_keyx|server_keyx|unknown', ',|'),
  'app-layer-protocol': [new RegExp(`^!?"?(?:${[...APPLICATIONS].join('|')}|failed|ftp-data|enip|ike)"?$`), 'a protocol such as !http'],
  'app-layer-event': [/^[\w-]+(\.[\w.+-]+)?$/, 'PROTOCOL.EVENT'],
  'dcerpc.iface': [/^[0-9a-zA-Z]{8}(-[0-9a-zA-Z]{4}){3}-[0-9a-zA-Z]{12}(\s*,\s*[<>=!]\d{1,5})?(\s*,\s*any_frag)?$/, 'an identifier of 36 characters'],
  'dcerpc.opnum': [/^\d{1,5}(\s*-\s*\d{1,5})?(\s*,\s*\d{1,5}(\s*-\s*\d{1,5})?)*$/, 'numbers such as 1,5-7'],
  'mqtt.reason_code': [/^\d+$/, 'a number'],
  aws_url_category: [/^!?[A-Za-z][^,"]*(\s*,\s*!?[A-Za-z][^,"]*)*$/, 'categories such as Malicious'],
  aws_domain_category: [/^!?[A-Za-z][^,"]*(\s*,\s*!?[A-Za-z][^,"]*)*$/, 'categories such as Malicious'],
};
for (const [name, of] of Object.entries({
  dce_iface: 'dcerpc.iface',
  dce_opnum: 'dcerpc.opnum',
  'mqtt.connack.return_code': 'mqtt.reason_code',
  'tcp.seq': 'seq',
  'tcp.ack': 'ack',
}))
  (VALUES as Record<string, Wanted>)[name] = VALUES[of] as Wanted;

/** Keywords whose value stands in quotes, and those whose value may; every other one is refused with quotes (detect-parse.c). */
export const QUOTED: ReadonlySet<string> = new Set(
  'content uricontent pcrexform replace xor tls.subject tls.issuerdn tls.fingerprint filemagic msg'.split(' '),
);
export const MAY_BE_QUOTED: ReadonlySet<string> = new Set(
  'filename fileext pcre app-layer-protocol ip_proto ssh.protoversion ssh.softwareversion tos tls.version'.split(' '),
);

/** Largest number that a keyword takes: Suricata keeps it in one byte or two. */
const LARGEST: Readonly<Record<string, number>> = {
  ttl: 255,
  itype: 255,
  icode: 255,
  'mqtt.protocol_version': 255,
  dsize: 65_535,
  urilen: 65_535,
  'tcp.mss': 65_535,
};
const NUMERIC: ReadonlySet<string> = new Set([...Object.keys(LARGEST), 'bsize', 'icmpv6.mtu', 'flow.age', 'tls.cert_chain_len']);

/** What is wrong with numbers: too large, or a range that nothing lies within. */
export function rangeMistake(keyword: string, value: string): string | undefined {
  if (!NUMERIC.has(keyword)) return undefined;
  const most = LARGEST[keyword];
  if (most !== undefined && (value.match(/\d+/g) ?? []).some((number) => Number(number) > most)) return `may have ${keyword} up to ${most}; correct it`;
  const [, from, to] = /^(\d+) *(?:-|<>) *(\d+)/.exec(value) ?? [];
  return from !== undefined && Number(to) - Number(from) < 2 ? `has ${keyword} with a range that nothing lies within; correct its ends` : undefined;
}

/** Data of remote procedure calls have an order of bytes of their own: nothing can set it beside dce. */
export const besideDce = (keyword: string, value: string): string | undefined =>
  ['byte_test', 'byte_jump'].includes(keyword) && /,\s*dce\b/.test(value) ? /,\s*(string|little|big|hex|dec|oct|from_beginning)\b/.exec(value)?.[1] : undefined;

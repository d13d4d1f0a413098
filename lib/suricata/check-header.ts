import { isIP, isIPv4 } from 'node:net';
import { Address4, Address6 } from 'ip-address';
import type { RuleMistake, SuricataRule } from './rule';
import { APPLICATIONS, NEWER_PROTOCOLS, TRANSPORTS, UNSUPPORTED_ACTIONS, UNSUPPORTED_PROTOCOLS } from './unsupported';

const ACTIONS: ReadonlySet<string> = new Set(['pass', 'drop', 'reject', 'alert']);
const PROTOCOLS = [...TRANSPORTS, ...APPLICATIONS];
const TCP_ONLY: ReadonlySet<string> = new Set(['udp', 'icmp', 'icmpv4', 'icmpv6', 'dns', 'ntp', 'dhcp', 'tftp', 'snmp', 'quic']);

/** Names of variables that rules may use; each rule group defines those that its rules need. */
export interface KnownVariables {
  readonly addresses: ReadonlySet<string>;
  readonly ports: ReadonlySet<string>;
}

/** What is wrong before the options: action, protocol, addresses, ports, direction. */
export function headerMistakes(rule: SuricataRule, variables: KnownVariables): RuleMistake[] {
  const { action, protocol, direction } = rule;
  const mistakes: RuleMistake[] = [];
  if (UNSUPPORTED_ACTIONS.has(action)) {
    mistakes.push({ message: 'has an action that AWS Network Firewall does not take; write pass, drop, reject or alert', value: action });
  } else if (!ACTIONS.has(action)) mistakes.push({ message: 'must begin with pass, drop, reject or alert; correct the action', value: action });
  const refused = UNSUPPORTED_PROTOCOLS[protocol];
  if (refused) mistakes.push({ message: `has a protocol that cannot be inspected: ${refused}; remove the rule`, value: protocol });
  else if (NEWER_PROTOCOLS.has(protocol))
    mistakes.push({ message: 'has a protocol of Suricata 8, and AWS Network Firewall runs Suricata 7; remove the rule', value: protocol });
  else if (!TRANSPORTS.has(protocol) && !APPLICATIONS.has(protocol)) {
    mistakes.push({ message: `must have a protocol of Suricata 7 (${PROTOCOLS.join(', ')}); correct it`, value: protocol });
  }
  if (action === 'reject' && TCP_ONLY.has(protocol)) {
    mistakes.push({ message: 'rejects what is not TCP, and AWS Network Firewall resets TCP connections only; write drop', value: `reject ${protocol}` });
  }
  if (direction !== '->' && direction !== '<>') mistakes.push({ message: 'must have the direction -> or <>; swap the sides instead of <-', value: direction });
  for (const [side, addresses, ports] of [
    ['source', rule.source, rule.sourcePort],
    ['destination', rule.destination, rule.destinationPort],
  ] as const) {
    const address = addressMistake(addresses, variables);
    if (address) mistakes.push({ message: `has a ${side} ${address}`, value: addresses });
    const port = portMistake(ports, variables);
    if (port) mistakes.push({ message: `has a ${side} port ${port}`, value: ports });
  }
  return mistakes;
}

/** Members of `[a,b,[c,d]]` on the top level; undefined when brackets do not match. */
function members(list: string): string[] | undefined {
  const found: string[] = [];
  let depth = 0;
  let start = 1;
  for (let index = 0; index < list.length; index++) {
    if (list[index] === '[') depth++;
    if (list[index] === ']' && --depth === 0 && index < list.length - 1) return undefined;
    if (depth === 1 && list[index] === ',') {
      found.push(list.slice(start, index));
      start = index + 1;
    }
  }
  if (depth !== 0) return undefined;
  return [...found, list.slice(start, -1)];
}

type Judge = (text: string) => string | undefined;

/** Negation, lists and variables are alike for addresses and ports. */
function judge(text: string, known: ReadonlySet<string>, kind: string, one: Judge): string | undefined {
  if (text.startsWith('!')) {
    if (text === '!any' || text === '![any]') return 'that is never true (!any); remove the rule';
    if (text.startsWith('!!')) return 'that is negated twice; negate it once';
    return judge(text.slice(1), known, kind, one);
  }
  if (text.startsWith('[')) {
    const parts = members(text);
    if (!parts) return 'with brackets that do not match; close the list';
    for (const part of parts) {
      const wrong = part === '' ? 'with an empty member; remove a comma' : judge(part, known, kind, one);
      if (wrong) return wrong;
    }
    const kept = parts.filter((part) => !part.startsWith('!'));
    const excluded = parts.filter((part) => part.startsWith('!')).map((part) => part.slice(1));
    const nothing = kept.length > 0 && kept.every((part) => excluded.some((other) => part === other || covers(kind, other, part)));
    return nothing ? 'list that excludes all that it names; correct it' : undefined;
  }
  if (text.startsWith('$')) {
    return known.has(text.slice(1)) ? undefined : `with a variable that rules/suricata/variables.json does not define under ${kind}; define it there`;
  }
  return text === 'any' ? undefined : one(text);
}

/** 255.255.255.0, but not 255.0.255.0: the mask of a network. */
const isMask = (text: string): boolean =>
  isIPv4(text) &&
  /^1*0*$/.test(
    text
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join(''),
  );
/** What is wrong with one address or network. */
export const ADDRESS: Judge = (text) => {
  const none = 'that is no address; write an address, a network such as 203.0.113.0/24, a variable or any';
  const [from = '', to, ...rest] = text.split('-');
  const [host = '', prefix, ...more] = from.split('/');
  const four = isIPv4(host);
  if (rest.length > 0 || more.length > 0 || !isIP(host) || (prefix !== undefined && to !== undefined)) return none;
  if (to !== undefined) {
    if (isIP(to) !== isIP(host)) return none;
    return isBefore(to, host) ? 'range that runs backwards; swap its ends' : undefined;
  }
  if (prefix === undefined || (four && isMask(prefix))) return undefined;
  return /^\d+$/.test(prefix) && Number(prefix) <= (four ? 32 : 128) ? undefined : 'with a prefix that is none; correct it';
};
function isBefore(a: string, b: string): boolean {
  const value = (text: string) => (isIPv4(text) ? new Address4(text).bigInt() : new Address6(text).bigInt());
  return value(a) < value(b);
}
/** What is wrong with one port or range. */
export const PORT: Judge = (text) => {
  const [, from, colon, to] = /^(\d*)(:?)(\d*)$/.exec(text) ?? [];
  if (from === undefined || (from === '' && to === '') || Number(from) > 65_535 || Number(to) > 65_535)
    return 'that is none; write 0 to 65535, a range such as 1024:2048, a variable or any';
  return colon && from && to && Number(from) > Number(to) ? 'range that runs backwards; swap its ends' : undefined;
};

/** Does one address or range hold all of another? Lists and variables are not looked into. */
function covers(kind: string, outer: string, inner: string): boolean {
  if (kind === 'addresses') {
    const network = (text: string) => (/^[\d.]+(\/\d{1,2})?$/.test(text) && Address4.isValid(text) ? new Address4(text) : undefined);
    const [a, b] = [network(outer), network(inner)];
    return a !== undefined && b !== undefined && b.isInSubnet(a);
  }
  const ends = (text: string) => {
    const [, from, colon, to] = /^(\d*)(:?)(\d*)$/.exec(text) ?? [];
    return from === undefined ? undefined : ([Number(from || 0), colon ? Number(to || 65_535) : Number(from)] as const);
  };
  const [a, b] = [ends(outer), ends(inner)];
  return a !== undefined && b !== undefined && a[0] <= b[0] && b[1] <= a[1];
}

const judged = new WeakMap<KnownVariables, Map<string, string | undefined>>();
/** Most rules have the same few addresses and ports. */
function once(key: string, variables: KnownVariables, compute: () => string | undefined): string | undefined {
  const answers = judged.get(variables) ?? new Map<string, string | undefined>();
  judged.set(variables, answers);
  if (!answers.has(key)) answers.set(key, compute());
  return answers.get(key);
}
const addressMistake = (text: string, variables: KnownVariables) =>
  once(`address ${text}`, variables, () => judge(text, variables.addresses, 'addresses', ADDRESS));
const portMistake = (text: string, variables: KnownVariables) => once(`port ${text}`, variables, () => judge(text, variables.ports, 'ports', PORT));

import type { RuleMistake, SuricataRule } from './rule';
import { APPLICATIONS, TRANSPORTS, UNSUPPORTED_ACTIONS, UNSUPPORTED_PROTOCOLS } from './unsupported';

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
    if (text === '!any') return 'that is never true (!any); remove the rule';
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
    return undefined;
  }
  if (text.startsWith('$')) {
    return known.has(text.slice(1)) ? undefined : `with a variable that rules/suricata/variables.json does not define under ${kind}; define it there`;
  }
  return text === 'any' ? undefined : one(text);
}

const IPV4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
const IPV6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:.]*$/;
const address: Judge = (text) => {
  const [from = '', to, ...rest] = text.split('-');
  const [host = '', prefix, ...more] = from.split('/');
  const four = IPV4.test(host);
  if (rest.length > 0 || more.length > 0 || (!four && !IPV6.test(host)) || (to !== undefined && !(four ? IPV4 : IPV6).test(to)))
    return 'that is no address; write an address, a network such as 203.0.113.0/24, a variable or any';
  if (prefix !== undefined && (!/^\d+$/.test(prefix) || Number(prefix) > (four ? 32 : 128))) return 'with a prefix that is none; correct it';
  return undefined;
};
const port: Judge = (text) => {
  const [, from, colon, to] = /^(\d*)(:?)(\d*)$/.exec(text) ?? [];
  if (from === undefined || (from === '' && to === '') || Number(from) > 65_535 || Number(to) > 65_535)
    return 'that is none; write 0 to 65535, a range such as 1024:2048, a variable or any';
  return colon && from && to && Number(from) > Number(to) ? 'range that runs backwards; swap its ends' : undefined;
};

const judged = new WeakMap<KnownVariables, Map<string, string | undefined>>();
/** Most rules have the same few addresses and ports. */
function once(key: string, variables: KnownVariables, compute: () => string | undefined): string | undefined {
  const answers = judged.get(variables) ?? new Map<string, string | undefined>();
  judged.set(variables, answers);
  if (!answers.has(key)) answers.set(key, compute());
  return answers.get(key);
}
const addressMistake = (text: string, variables: KnownVariables) =>
  once(`address ${text}`, variables, () => judge(text, variables.addresses, 'addresses', address));
const portMistake = (text: string, variables: KnownVariables) => once(`port ${text}`, variables, () => judge(text, variables.ports, 'ports', port));

import { overlap } from '../../lib/ipv4';
import { importRules } from '../../lib/suricata/import-rules';
import type { SuricataRule } from '../../lib/suricata/rule';

/** The first data that one side of a connection sends. */
export interface Packet {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly transport: 'tcp' | 'udp' | 'icmp';
  /** What Suricata recognizes it as. */
  readonly application?: 'tls' | 'http' | 'ssh' | 'smb' | 'dns';
  readonly serverName?: string;
  readonly tlsVersion?: string;
  readonly host?: string;
  readonly payload?: string;
  /** The handshake's first packet. Default: established. */
  readonly syn?: true;
  /** An answer came back. Default true. */
  readonly answered?: false;
}

export interface Verdict {
  readonly action: 'pass' | 'drop' | 'reject';
  /** Sids that alerted. */
  readonly alerts: readonly number[];
  /** Sid that decided; undefined for the policy's default. */
  readonly by?: number;
}

/**
 * What strict order makes of a packet: the rules of all groups in their order, then the policy's default. Knows the keywords
 * that our own rules have. @throws Error for any other, which it would pass over in silence
 */
export function verdict(rulesStrings: readonly string[], defaults: readonly string[], homeNetwork: string | readonly string[], packet: Packet): Verdict {
  const alerts: number[] = [];
  for (const rule of parsed(rulesStrings)) {
    if (!matches(rule, packet, homeNetwork)) continue;
    if (rule.action !== 'pass') alerts.push(rule.sid);
    if (rule.action !== 'alert') return { action: rule.action as Verdict['action'], alerts, by: rule.sid };
  }
  const established = packet.syn === undefined && packet.answered !== false;
  return { action: established && defaults.includes('aws:drop_established') ? 'drop' : 'pass', alerts };
}

const HEADER = '# Source: x. Licence: x. Owner: x. Reviewed: 2026-11. Expires: never.';
function parsed(rulesStrings: readonly string[]): SuricataRule[] {
  // Generated sids are allowed here: these are the rules as they stand in the output.
  const text = [HEADER, ...rulesStrings.map((rules) => rules.replaceAll(/([$%])\1\{/g, (opening) => opening.slice(1)))]
    .join('\n')
    .replaceAll(/sid:19(\d{5});/g, 'sid:91$1;');
  const variables = { addresses: new Set(['HOME_NET', 'EXTERNAL_NET']), ports: new Set<string>() };
  return importRules([{ path: 'output', text }], variables).flatMap(({ rules }) =>
    rules.map((rule) => ({ ...rule, sid: rule.sid >= 9_100_000 && rule.sid <= 9_199_999 ? rule.sid - 7_200_000 : rule.sid })),
  );
}

function matches(rule: SuricataRule, packet: Packet, homeNetwork: string | readonly string[]): boolean {
  const { protocol, options } = rule;
  if (protocol !== 'ip' && protocol !== packet.transport && protocol !== packet.application) return false;
  const within = (networks: readonly string[], address: string) => networks.some((network) => overlap(network, `${address}/32`));
  const side = (expression: string, address: string): boolean => {
    if (expression === 'any') return true;
    if (!expression.startsWith('$')) return within(expression.replace(/^\[|\]$/g, '').split(','), address);
    return (expression === '$HOME_NET') === within([homeNetwork].flat(), address);
  };
  if (!side(rule.source, packet.from) || !side(rule.destination, packet.to) || !portFits(rule.destinationPort, packet.port)) return false;
  let buffer = packet.payload ?? '';
  return options.every(({ keyword, value = '' }, index) => {
    switch (keyword) {
      case 'flow':
        return packet.syn ? !/(^|,)established/.test(value) : !value.includes('not_established');
      case 'itype':
        return packet.transport === 'icmp'; // samples are echo requests
      case 'ssl_version':
        return value.split(',').includes(packet.tlsVersion ?? 'tls1.3');
      case 'tls.sni':
        buffer = packet.serverName ?? '';
        return packet.serverName !== undefined;
      case 'http.host':
        buffer = (packet.host ?? '').toLowerCase(); // Suricata normalizes it
        return packet.host !== undefined;
      case 'dotprefix':
        buffer = `.${buffer}`;
        return true;
      case 'content': {
        const next = options.slice(index + 1).findIndex((option) => option.keyword === 'content');
        const modifiers = options.slice(index + 1, next < 0 ? undefined : index + 1 + next).map((option) => option.keyword);
        return contentFits(buffer, value, modifiers);
      }
      case 'msg':
      case 'sid':
      case 'rev':
      case 'nocase':
      case 'startswith':
      case 'endswith':
        return true;
      default:
        throw new Error(`${rule.sid}: the test knows no ${keyword}; teach it`);
    }
  });
}

function portFits(expression: string, port: number): boolean {
  if (expression === 'any') return true;
  if (expression.startsWith('!')) return !portFits(expression.slice(1), port);
  return expression
    .replace(/^\[|\]$/g, '')
    .split(',')
    .some((part) => {
      const [from = '', to = from] = part.split(':');
      return port >= Number(from) && port <= Number(to);
    });
}

function contentFits(buffer: string, value: string, modifiers: readonly string[]): boolean {
  const fold = (text: string) => (modifiers.includes('nocase') ? text.toLowerCase() : text);
  const bytes = value.slice(1, -1).replaceAll(/\|([0-9a-f ]+)\|/gi, (_, hexadecimal: string) => Buffer.from(hexadecimal.replaceAll(' ', ''), 'hex').toString());
  const [whole, part] = [fold(buffer), fold(bytes)];
  if (modifiers.includes('startswith') && modifiers.includes('endswith')) return whole === part;
  return modifiers.includes('startswith') ? whole.startsWith(part) : modifiers.includes('endswith') ? whole.endsWith(part) : whole.includes(part);
}

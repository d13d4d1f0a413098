import { keywordNamed } from './keywords';
import type { SuricataRule } from './rule';
import { APPLICATIONS, OFF_BY_DEFAULT, OVER_TCP } from './unsupported';

/** Ports that carry TLS and nothing else. */
const TLS_PORTS: ReadonlySet<number> = new Set([443, 465, 563, 636, 853, 989, 990, 993, 995, 5061, 8443]);

/** A rule that AWS takes and that can never be true here: it gives a false feeling of safety. */
export interface NeverFires {
  readonly rule: SuricataRule;
  readonly reason: string;
}

/**
 * Rules that can never fire. The firewall stands at the edge of one VPC (docs/adr/0003) and evaluates in strict order.
 * @param tlsInspection the firewall decrypts, so that HTTP rules see what TLS carries
 */
export function neverFiring(rules: readonly SuricataRule[], tlsInspection: boolean): NeverFires[] {
  const set = bitsSet(rules);
  const decided = new Map<string, SuricataRule>(); // unconditional verdicts by header
  return rules.flatMap((rule) => {
    const reason = alone(rule, tlsInspection) ?? missingBit(rule, set) ?? shadow(rule, decided);
    if (rule.action !== 'alert' && isUnconditional(rule)) {
      const key = header(rule);
      if (!decided.has(key)) decided.set(key, rule);
    }
    return reason ? [{ rule, reason }] : [];
  });
}

/** Reasons that lie in the rule itself. */
function alone(rule: SuricataRule, tlsInspection: boolean): string | undefined {
  const { protocol, source, destination } = rule;
  const applications = protocolsOf(rule);
  if (source === '$HOME_NET' && destination === '$HOME_NET') return 'traffic within the VPC does not cross the firewall';
  if (source === '$EXTERNAL_NET' && destination === '$EXTERNAL_NET') return 'traffic between strangers does not cross the firewall';
  const off = applications.find((one) => OFF_BY_DEFAULT.has(one));
  if (off && applications.every((one) => OFF_BY_DEFAULT.has(one))) return `Suricata's parser of ${off} is off by default`;
  if (!tlsInspection && applications.length > 0 && applications.every((one) => one.startsWith('http')) && carriesTlsOnly(rule))
    return 'it looks at HTTP on ports that carry TLS, and without TLS inspection the firewall sees no HTTP there';
  if ((protocol === 'udp' || protocol.startsWith('icmp')) && applications.length > 0 && applications.every((one) => OVER_TCP.has(one)))
    return `it looks at ${applications[0]} over ${protocol}, which never carries it`;
  return undefined;
}

function protocolsOf({ protocol, options }: SuricataRule): readonly string[] {
  if (APPLICATIONS.has(protocol)) return [protocol];
  return options.flatMap(({ keyword }) => keywordNamed(keyword)?.protocols ?? []);
}

/** The server's port: where requests go to, where responses come from. */
function carriesTlsOnly({ sourcePort, destinationPort, options }: SuricataRule): boolean {
  const flow = options.find(({ keyword }) => keyword === 'flow')?.value ?? '';
  const ports = /to_client|from_server/.test(flow) ? sourcePort : destinationPort;
  const listed = ports.replace(/^\[|\]$/g, '').split(',');
  return listed.every((one) => /^\d+$/.test(one) && TLS_PORTS.has(Number(one)));
}

const bit = (value = ''): string[] => value.split(',').map((part) => part.trim());
function bitsSet(rules: readonly SuricataRule[]): ReadonlySet<string> {
  const names = rules.flatMap(({ options }) =>
    options
      .filter(({ keyword }) => keyword === 'flowbits')
      .flatMap(({ value }) => (/^(set|toggle)\b/.test(value ?? '') ? (bit(value)[1] ?? '').split('|') : [])),
  );
  return new Set(names);
}

function missingBit({ options }: SuricataRule, set: ReadonlySet<string>): string | undefined {
  for (const { keyword, value } of options) {
    if (keyword !== 'flowbits' || !value?.startsWith('isset')) continue;
    const name = bit(value)[1] ?? '';
    if (!name.split('|').some((one) => set.has(one))) return `it waits for the flowbit ${name}, which no rule sets`;
  }
  return undefined;
}

const META_ONLY: ReadonlySet<string> = new Set(['msg', 'sid', 'rev', 'gid', 'classtype', 'reference', 'metadata', 'target', 'noalert']);
const isUnconditional = ({ options }: SuricataRule): boolean => options.every(({ keyword }) => META_ONLY.has(keyword));
const header = ({ protocol, source, sourcePort, direction, destination, destinationPort }: SuricataRule): string =>
  [protocol, source, sourcePort, direction, destination, destinationPort].join(' ');

/** An earlier rule without conditions has decided already: for the same header, for its protocol, or for everything. */
function shadow(rule: SuricataRule, decided: ReadonlyMap<string, SuricataRule>): string | undefined {
  if (decided.size === 0) return undefined;
  const anywhere = (protocol: string) => ['->', '<>'].map((direction) => `${protocol} any any ${direction} any any`);
  const keys = [header(rule), header({ ...rule, protocol: 'ip' }), ...anywhere(rule.protocol), ...anywhere('ip')];
  const earlier = keys.map((key) => decided.get(key)).find((found) => found !== undefined);
  return earlier ? `sid ${earlier.sid} before it decides about all such traffic (${earlier.action})` : undefined;
}

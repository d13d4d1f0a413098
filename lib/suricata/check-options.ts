import { LIMITS } from '../../config/aws-limits';
import { contentMistakes } from './check-content';
import { keywordNamed } from './keywords';
import type { RuleMistake, RuleOption, SuricataRule } from './rule';
import { APPLICATIONS, UNSUPPORTED_KEYWORDS } from './unsupported';

/** Options that a rule has once at most. */
const SINGLE: ReadonlySet<string> = new Set(['sid', 'rev', 'msg', 'gid', 'classtype', 'target', 'flow', 'dsize', 'ttl', 'itype', 'icode']);
/** pcre is allowed together with one of these only (AWS Network Firewall developer guide). */
const BESIDE_PCRE: ReadonlySet<string> = new Set(['content', 'tls.sni', 'tls_sni', 'http.host', 'http_host', 'dns.query', 'dns_query']);

/** Values that can be told to be wrong without an engine. */
const VALUES: Readonly<Record<string, readonly [RegExp, string]>> = {
  sid: [/^[1-9]\d{0,9}$/, 'a number from 1 to 4294967295'],
  rev: [/^\d+$/, 'a number'],
  gid: [/^\d+$/, 'a number'],
  msg: [/^".*"$/s, 'text in quotes'],
  reference: [/^[\w-]+ *, *.+$/, 'TYPE,ID'],
  classtype: [/^[\w-]+$/, 'one word'],
  target: [/^(src_ip|dest_ip)$/, 'src_ip or dest_ip'],
  dsize: [/^!?\s*[<>]?\s*\d+(\s*<>\s*\d+)?$/, 'a size such as >100 or 10<>20'],
  ttl: [/^([<>]=?|=)?\s*\d+$|^\d+\s*-\s*\d+$/, 'a number such as <5'],
  itype: [/^[<>]?\s*\d+(\s*<>\s*\d+)?$/, 'a number such as 8 or >10'],
  icode: [/^[<>]?\s*\d+(\s*<>\s*\d+)?$/, 'a number such as 0 or >10'],
  flowbits: [/^(noalert|(set|isset|isnotset|unset|toggle)\s*,\s*[^\s,]+)$/, 'set, isset, isnotset, unset or toggle with a name, or noalert'],
  pcre: [/^!?"!?\/.*\/[a-zA-Z]*"$/s, 'a pattern such as "/ab+c/i"'],
  bsize: [/^!?\s*[<>]?=?\s*\d+(\s*<>\s*\d+)?$/, 'a size such as 10 or <20'],
  geoip: [/^((src|dst|both|any)\s*,\s*)?!?[A-Z]{2}(\s*,\s*!?[A-Z]{2})*$/, 'countries such as dst,RU'],
};

const FLOW_WORDS: ReadonlySet<string> = new Set(
  'to_client to_server from_client from_server established not_established stateless only_stream no_stream only_frag no_frag'.split(' '),
);
const FLOW_CONFLICTS: readonly (readonly [string, string])[] = [
  ['to_client', 'to_server'],
  ['from_client', 'from_server'],
  ['established', 'not_established'],
  ['established', 'stateless'],
  ['only_stream', 'no_stream'],
];

/** What is wrong within the parentheses. */
export function optionMistakes(rule: SuricataRule): RuleMistake[] {
  const mistakes: RuleMistake[] = [];
  if (rule.text.length > LIMITS.firewallRuleCharacters)
    mistakes.push({ message: `may have ${LIMITS.firewallRuleCharacters} characters; split it`, value: String(rule.text.length) });
  const seen = new Set<string>();
  for (const option of rule.options) {
    const { keyword } = option;
    if (SINGLE.has(keyword) && seen.has(keyword)) mistakes.push({ message: `has ${keyword} twice; keep one`, value: `${keyword}:${option.value}` });
    seen.add(keyword);
    mistakes.push(...optionMistake(option));
  }
  if (!seen.has('sid')) mistakes.push({ message: 'has no sid; give it one that no other rule has' });
  if (rule.sid > 4_294_967_295) mistakes.push({ message: 'must have a sid up to 4294967295; choose another', value: String(rule.sid) });
  if (seen.has('pcre') && ![...seen].some((keyword) => BESIDE_PCRE.has(keyword)))
    mistakes.push({ message: 'has pcre alone, and AWS Network Firewall takes it only together with content, tls.sni, http.host or dns.query; add one' });
  return [...mistakes, ...protocolMistakes(rule), ...contentMistakes(rule.options)];
}

function optionMistake({ keyword, value }: RuleOption): RuleMistake[] {
  const shown = value === undefined ? keyword : `${keyword}:${value}`;
  const refused = UNSUPPORTED_KEYWORDS[keyword];
  if (refused) return [{ message: `${refused}; remove the option or the rule`, value: shown }];
  const known = keywordNamed(keyword);
  if (!known) return [{ message: 'has an option that Suricata 7 does not know; correct its spelling', value: shown }];
  if (known.value === 'none' && value !== undefined) return [{ message: `has ${keyword} with a value, which it does not take; remove it`, value: shown }];
  if (known.value === 'required' && value === undefined) return [{ message: `has ${keyword} without a value; give it one`, value: shown }];
  const [pattern, wanted] = VALUES[keyword] ?? [];
  if (pattern && !pattern.test(value ?? '')) return [{ message: `must have ${keyword} with ${wanted}; correct it`, value: shown }];
  if (keyword === 'flow') return flowMistakes(value ?? '');
  if (keyword === 'xbits' && !/track\s+ip_pair/.test(value ?? ''))
    return [{ message: 'marks hosts, which AWS Network Firewall does not keep; remove the option or the rule', value: shown }];
  if (keyword === 'tag' && /^host\b/.test(value ?? '')) return [{ message: 'tags hosts, which AWS Network Firewall does not; tag the session', value: shown }];
  return [];
}

function flowMistakes(value: string): RuleMistake[] {
  const words = value.split(',').map((word) => word.trim());
  const unknown = words.find((word) => !FLOW_WORDS.has(word));
  if (unknown !== undefined) return [{ message: `must have flow with ${[...FLOW_WORDS].join(', ')}; correct it`, value: `flow:${value}` }];
  const conflict = FLOW_CONFLICTS.find((pair) => pair.every((word) => words.includes(word)));
  return conflict ? [{ message: `has flow with both ${conflict.join(' and ')}, which is never true; keep one`, value: `flow:${value}` }] : [];
}

/** Keywords of one protocol in a rule for another: Suricata refuses to load the rule. */
function protocolMistakes({ protocol: written, options }: SuricataRule): RuleMistake[] {
  const protocol = written === 'ssl' ? 'tls' : written;
  let common: readonly string[] | undefined = APPLICATIONS.has(protocol) ? [protocol] : undefined;
  for (const { keyword } of options) {
    const { protocols } = keywordNamed(keyword) ?? {};
    if (!protocols) continue;
    if (protocol === 'http2' && keyword.startsWith('http') && !keyword.startsWith('http2.'))
      return [
        { message: 'reads HTTP/2 as if it were HTTP/1 (overloading), which AWS Network Firewall does not; use http2.header', value: `http2 with ${keyword}` },
      ];
    const both: readonly string[] = common ? common.filter((one) => protocols.includes(one)) : protocols;
    if (both.length === 0)
      return [
        { message: `has ${keyword}, which ${common?.join(' and ')} does not fill; change the protocol or the keyword`, value: `${written} with ${keyword}` },
      ];
    common = both;
  }
  return [];
}

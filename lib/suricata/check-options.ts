import { LIMITS } from '../../config/aws-limits';
import { bufferMistakes } from './check-buffers';
import { combinationMistakes } from './check-combinations';
import { contentMistakes } from './check-content';
import { keywordNamed } from './keywords';
import { besideDce, MAY_BE_QUOTED, QUOTED, rangeMistake, VALUES } from './option-values';
import { patternMistake } from './pattern';
import type { RuleMistake, RuleOption, SuricataRule } from './rule';
import { APPLICATIONS, NEWER_KEYWORDS, UNSUPPORTED_KEYWORDS, UNSUPPORTED_PROTOCOLS } from './unsupported';

/** Options that a rule has once at most. */
const SINGLE: ReadonlySet<string> = new Set(['sid', 'rev', 'msg', 'gid', 'classtype', 'target', 'flow', 'dsize', 'ttl', 'itype', 'icode']);
/** pcre is allowed together with one of these only (AWS Network Firewall developer guide). */
const BESIDE_PCRE: ReadonlySet<string> = new Set(['content', 'tls.sni', 'tls_sni', 'http.host', 'http_host', 'dns.query', 'dns_query']);

/** Control characters, and what stands for bytes that could not be read as UTF-8: Suricata ends a text at the first NUL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STRANGE = /[\0-\x08\x0b-\x1f\x7f\ufffd]/;

const FLOW_WORDS: ReadonlySet<string> = new Set(
  'to_client to_server from_client from_server established not_established stateless only_stream no_stream only_frag no_frag'.split(' '),
);
const FLOW_CONFLICTS: readonly (readonly [string, string])[] = [
  ['to_client', 'to_server'],
  ['established', 'not_established'],
  ['established', 'stateless'],
  ['only_stream', 'no_stream'],
  ['only_frag', 'no_frag'],
];
/** Two words for one thing. */
const FLOW_SAME: Readonly<Record<string, string>> = { from_client: 'to_server', from_server: 'to_client' };

/** What is wrong within the parentheses. */
export function optionMistakes(rule: SuricataRule): RuleMistake[] {
  // What else is wrong with a rule of megabytes nobody would read.
  if (rule.text.length > LIMITS.firewallRuleCharacters)
    return [{ message: `may have ${LIMITS.firewallRuleCharacters} characters; split it`, value: String(rule.text.length) }];
  const mistakes: RuleMistake[] = [];
  const [strange] = STRANGE.exec(rule.text) ?? [];
  if (strange)
    mistakes.push({
      message: 'has a byte that is no UTF-8 text; write it as |hh| in a content, or save the file as UTF-8',
      value: `\\u${(strange.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    });
  const seen = new Set<string>();
  for (const option of rule.options) {
    const { keyword } = option;
    if (SINGLE.has(keyword) && seen.has(keyword)) mistakes.push({ message: `has ${keyword} twice; keep one`, value: `${keyword}:${option.value}` });
    seen.add(keyword);
    mistakes.push(...optionMistake(option));
  }
  if (!seen.has('sid')) mistakes.push({ message: 'has no sid; give it one that no other rule has' });
  if (rule.sid > 4_294_967_294) mistakes.push({ message: 'must have a sid up to 4294967294; choose another', value: String(rule.sid) });
  if (seen.has('pcre') && ![...seen].some((keyword) => BESIDE_PCRE.has(keyword)))
    mistakes.push({ message: 'has pcre alone, and AWS Network Firewall takes it only together with content, tls.sni, http.host or dns.query; add one' });
  return [...mistakes, ...protocolMistakes(rule), ...contentMistakes(rule.options), ...bufferMistakes(rule), ...combinationMistakes(rule)];
}

function optionMistake({ keyword, value }: RuleOption): RuleMistake[] {
  const shown = value === undefined ? keyword : `${keyword}:${value}`;
  const refused = UNSUPPORTED_KEYWORDS[keyword];
  if (refused) return [{ message: `${refused}; remove the option or the rule`, value: shown }];
  const known = keywordNamed(keyword);
  if (!known && NEWER_KEYWORDS.test(keyword))
    return [{ message: 'is for Suricata 8, and AWS Network Firewall runs Suricata 7; remove the option or the rule', value: shown }];
  if (!known) return [{ message: 'has an option that Suricata 7 does not know; correct its spelling', value: shown }];
  if (known.value === 'none' && value !== undefined) return [{ message: `has ${keyword} with a value, which it does not take; remove it`, value: shown }];
  if (known.value === 'required' && value === undefined) return [{ message: `has ${keyword} without a value; give it one`, value: shown }];
  if (value !== undefined) {
    const quoted = /^(?:!\s*)?"/.test(value);
    if (value.startsWith('"') && !QUOTED.has(keyword) && !MAY_BE_QUOTED.has(keyword))
      return [{ message: `has ${keyword} in quotes, which it does not take; remove them`, value: shown }];
    if (!quoted && QUOTED.has(keyword) && !CONTENTS.has(keyword) && keyword !== 'msg')
      return [{ message: `has ${keyword} without quotes; write ${keyword}:"..."`, value: shown }];
    const [pattern, wanted] = VALUES[keyword] ?? [];
    if (pattern && !pattern.test(value)) return [{ message: `must have ${keyword} with ${wanted}; correct it`, value: shown }];
    const range = rangeMistake(keyword, value);
    if (range) return [{ message: range, value: shown }];
    const beside = besideDce(keyword, value);
    if (beside) return [{ message: `has ${beside} beside dce, which Suricata refuses; remove one of them`, value: shown }];
    if (keyword === 'pcre') return patternMistake(value).map((message) => ({ message, value: shown }));
  }
  if (keyword === 'flow') return flowMistakes(value ?? '');
  if (keyword === 'app-layer-protocol' || keyword === 'app-layer-event') {
    const unsupported = UNSUPPORTED_PROTOCOLS[(value ?? '').replaceAll(/^!?"?|"?$|\..*$/g, '')];
    if (unsupported) return [{ message: `has a protocol that cannot be inspected: ${unsupported}; remove the rule`, value: shown }];
  }
  if (keyword === 'tag' && /^host\b/.test(value ?? '')) return [{ message: 'tags hosts, which AWS Network Firewall does not; tag the session', value: shown }];
  return [];
}
const CONTENTS: ReadonlySet<string> = new Set(['content', 'uricontent']);

function flowMistakes(value: string): RuleMistake[] {
  const say = (message: string): RuleMistake[] => [{ message, value: `flow:${value}` }];
  const words = value.split(',').map((word) => word.trim().toLowerCase());
  if (words.some((word) => !FLOW_WORDS.has(word))) return say(`must have flow with ${[...FLOW_WORDS].join(', ')}; correct it`);
  const meant = words.map((word) => FLOW_SAME[word] ?? word);
  const conflict = FLOW_CONFLICTS.find((pair) => pair.every((word) => meant.includes(word)));
  if (conflict) return say(`has flow with both ${conflict.join(' and ')}, which is never true; keep one`);
  if (new Set(meant).size < meant.length) return say('has flow with the same word twice, which Suricata refuses; keep one');
  return words.length > 3 ? say('has flow with more than three words, which Suricata refuses; keep three') : [];
}

/** Keywords of one protocol in a rule for another: Suricata refuses to load the rule. */
function protocolMistakes({ protocol, options }: SuricataRule): RuleMistake[] {
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
        { message: `has ${keyword}, which ${common?.join(' and ')} does not fill; change the protocol or the keyword`, value: `${protocol} with ${keyword}` },
      ];
    common = both;
  }
  return [];
}

import { bufferNamed, type Content, contentsOf } from './contents';
import { keywordNamed } from './keywords';
import type { RuleMistake, RuleOption, SuricataRule } from './rule';

/** Buffers of a fixed length: a content of another length is never true, and Suricata refuses it. */
const HASHES: Readonly<Record<string, readonly [length: number, words: string]>> = {
  'ja3.hash': [32, '32 hexadecimal digits'],
  'ja3s.hash': [32, '32 hexadecimal digits'],
  'ssh.hassh': [32, '32 hexadecimal digits'],
  'ssh.hassh.server': [32, '32 hexadecimal digits'],
  'quic.cyu.hash': [32, '32 hexadecimal digits'],
  'tls.cert_fingerprint': [59, '20 pairs of hexadecimal digits with colons between'],
};

/** What Suricata knows about single buffers and refuses (the validate callbacks of src/detect-*.c, 7.0). */
export function bufferMistakes(rule: SuricataRule): RuleMistake[] {
  const { options } = rule;
  return [...contentsOf(options).flatMap(oneContent), ...tooLong(options), ...rawHeader(options)];
}

function oneContent({ buffer = '', bytes, shown, modifiers }: Content): RuleMistake[] {
  const say = (message: string): RuleMistake[] => [{ message, value: `${buffer} with content:${shown}` }];
  const text = bytes.toString('latin1');
  if (buffer === 'http.host' && modifiers.has('nocase'))
    return say('has nocase on a host, which is in lower case already, and Suricata refuses that; remove it');
  if (buffer === 'http.host' && /[A-Z]/.test(text)) return say('looks for capitals in a host, which is in lower case; write the content in lower case');
  if (buffer === 'http.method' && /^[ \t]|[ \t]$/.test(text)) return say('has a method with a blank before or behind it; remove the blank');
  const [length, words] = HASHES[buffer] ?? [];
  return length !== undefined && bytes.length > 0 && bytes.length !== length ? say(`must look for ${words}; correct the content`) : [];
}

/** A content that is longer than the size that the rule asks for. */
function tooLong(options: readonly RuleOption[]): RuleMistake[] {
  const mistakes: RuleMistake[] = [];
  let sticky: string | undefined;
  const sizes = new Map<string, string>();
  for (const { keyword, value = '' } of options) {
    const kind = keywordNamed(keyword)?.kind;
    if (kind === 'buffer') sticky = bufferNamed(keyword);
    if (kind === 'reset') sticky = undefined;
    if (keyword === 'bsize' && sticky) sizes.set(sticky, value);
    if (keyword === 'dsize') sizes.set('', value);
  }
  for (const { buffer = '', bytes, negated, shown, modifiers } of contentsOf(options)) {
    const size = sizes.get(buffer);
    const most = size === undefined ? undefined : largest(size);
    if (!negated && most !== undefined && bytes.length + (Number(modifiers.get('offset')) || 0) > most)
      mistakes.push({
        message: `has a content longer than ${buffer === '' ? 'dsize' : 'bsize'}:${size} allows, which is never true; correct one of them`,
        value: `content:${shown}`,
      });
  }
  return mistakes;
}

/** Largest size that `10`, `<10`, `<=10` or `5<>10` lets through. */
function largest(size: string): number | undefined {
  const [, sign, first, last] = /^(<=|<|=)? *(\d+)(?: *(?:<>|-) *(\d+))?$/.exec(size) ?? [];
  if (first === undefined) return undefined;
  return sign === '<' ? Number(first) - 1 : Number(last === undefined ? first : Number(last) - 1);
}

/** Raw headers are kept for both sides: the rule must say whose it means. */
function rawHeader(options: readonly RuleOption[]): RuleMistake[] {
  const raw = options.find(({ keyword }) => ['http.header.raw', 'http_raw_header'].includes(keyword));
  const says = options.some(({ keyword, value }) => keyword === 'flow' && /to_server|to_client|from_server|from_client/i.test(value ?? ''));
  return raw && !says ? [{ message: `has ${raw.keyword} without a direction; add flow:to_server or flow:to_client`, value: raw.keyword }] : [];
}

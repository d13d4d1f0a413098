import { keywordNamed } from './keywords';
import type { RuleOption } from './rule';

/** A content of a rule, with what stands behind it. */
export interface Content {
  /** As written, for messages. */
  readonly shown: string;
  readonly negated: boolean;
  readonly bytes: Buffer;
  /** What is wrong with the content itself: `that is empty; write what to look for`. */
  readonly wrong?: string;
  /** Buffer that it looks at; undefined for the payload. */
  buffer?: string;
  /** Modifier -> value; '' where it has none. */
  readonly modifiers: Map<string, string>;
}

/** Buffers by their older names (content modifiers, and names with an underscore). */
const OLDER: Readonly<Record<string, string>> = { http_raw_uri: 'http.uri.raw', http_raw_host: 'http.host.raw', http_raw_header: 'http.header.raw' };
export const bufferNamed = (keyword: string): string => OLDER[keyword] ?? keyword.replace('_', '.');

/** The contents of a rule, each with its buffer: one named before it (sticky) or behind it (older rules). */
export function contentsOf(options: readonly RuleOption[]): readonly Content[] {
  const known = read.get(options) ?? readContents(options);
  read.set(options, known);
  return known;
}
const read = new WeakMap<readonly RuleOption[], readonly Content[]>(); // several checks ask

function readContents(options: readonly RuleOption[]): Content[] {
  const contents: Content[] = [];
  let sticky: string | undefined;
  let last: Content | undefined;
  for (const { keyword, value = '' } of options) {
    const { kind, protocols } = keywordNamed(keyword) ?? {};
    if (kind === 'reset') sticky = undefined;
    if (kind === 'buffer' || kind === 'reset') last = undefined;
    if (kind === 'buffer') sticky = bufferNamed(keyword);
    else if (keyword === 'content' || keyword === 'uricontent') {
      const buffer = keyword === 'uricontent' ? 'http.uri' : sticky;
      last = { shown: value, negated: value.startsWith('!'), ...bytesOf(value), ...(buffer ? { buffer } : {}), modifiers: new Map() };
      contents.push(last);
    } else if (kind === 'modifier' && last) {
      if (protocols) last.buffer = bufferNamed(keyword);
      last.modifiers.set(keyword, value);
    }
  }
  return contents;
}

/** Bytes of `"ab|0d 0a|"`, and what is wrong with it (detect-content.c). */
function bytesOf(value: string): { bytes: Buffer; wrong?: string } {
  const wrong = (text: string) => ({ bytes: Buffer.alloc(0), wrong: text });
  const [, quoted] = /^!?\s*"(.*)"$/s.exec(value) ?? [];
  if (quoted === undefined) return wrong('that is not in quotes; write content:"..."');
  if (quoted === '') return wrong('that is empty; write what to look for');
  if (!/[|\\"]/.test(quoted)) return { bytes: Buffer.from(quoted) }; // most contents: nothing to decode
  const parts = quoted.split('|');
  if (parts.length % 2 === 0) return wrong('with an open |; close the hexadecimal part');
  const bytes: Buffer[] = [];
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) {
      if (/(^|[^\\])(\\\\)*"/.test(part)) return wrong('with a bare quote; write |22|');
      const misplaced = /\\([^:;\\"]|$)/.exec(part.replaceAll(/\\[:;\\"]/g, ''));
      if (misplaced)
        return wrong('with a backslash before something other than a colon, semicolon, quote or backslash, which Suricata refuses; write \\\\ or |5c|');
      bytes.push(Buffer.from(part.replaceAll(/\\([:;\\"])/g, '$1')));
    } else {
      const hexadecimal = part.replaceAll(/[ ,]/g, '');
      if (hexadecimal === '' || !/^([0-9a-fA-F]{2})+$/.test(hexadecimal)) return wrong('with bytes that are not hexadecimal pairs; write |0d 0a|');
      bytes.push(Buffer.from(hexadecimal, 'hex'));
    }
  }
  return { bytes: Buffer.concat(bytes) };
}

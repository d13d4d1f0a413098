import { keywordNamed } from './keywords';
import type { RuleMistake, RuleOption } from './rule';

/** Modifiers that say where, after the match before: they exclude those that say where from the start. */
const RELATIVE: ReadonlySet<string> = new Set(['distance', 'within']);
const ABSOLUTE: ReadonlySet<string> = new Set(['offset', 'depth']);

/** What is wrong with contents, their modifiers and the buffers that they look at. */
export function contentMistakes(options: readonly RuleOption[]): RuleMistake[] {
  const mistakes: RuleMistake[] = [];
  let content: { length: number; shown: string; modifiers: Set<string> } | undefined;
  let open: string | undefined; // a buffer that nothing has looked at yet
  let fastPatterns = 0;
  for (const { keyword, value = '' } of options) {
    const kind = keywordNamed(keyword)?.kind;
    if (kind === 'buffer') {
      if (open) mistakes.push({ message: `has ${open} with nothing that looks at it; add a content after it or remove it`, value: open });
      open = keyword;
      content = undefined;
    } else if (keyword === 'content' || keyword === 'uricontent') {
      open = undefined;
      const { length, wrong } = contentLength(value);
      if (wrong) mistakes.push({ message: `has a content ${wrong}`, value });
      content = { length, shown: value, modifiers: new Set() };
    } else if (kind === 'content') open = undefined;
    else if (kind === 'transform' && !open)
      mistakes.push({ message: `has ${keyword} without a buffer before it; write it after one such as tls.sni`, value: keyword });
    else if (kind === 'modifier') {
      if (!content) mistakes.push({ message: `has ${keyword} without a content before it; write it after one`, value: keyword });
      else {
        const wrong = modifierMistake(keyword, value, content);
        if (wrong) mistakes.push({ message: wrong, value: `content:${content.shown}` });
        content.modifiers.add(keyword);
      }
      if (keyword === 'fast_pattern' && ++fastPatterns > 1) mistakes.push({ message: 'has fast_pattern twice; keep one', value: keyword });
    }
  }
  if (open) mistakes.push({ message: `has ${open} with nothing that looks at it; add a content after it or remove it`, value: open });
  return mistakes;
}

function modifierMistake(keyword: string, value: string, { length, modifiers }: { length: number; modifiers: ReadonlySet<string> }): string | undefined {
  const has = (set: ReadonlySet<string>) => [...modifiers].find((one) => set.has(one));
  if (['depth', 'within'].includes(keyword) && /^\d+$/.test(value) && Number(value) < length)
    return `has ${keyword}:${value}, less than the ${length} bytes of its content, which is never true; raise it`;
  if (['depth', 'offset', 'distance', 'within'].includes(keyword) && !/^(-?\d+|[A-Za-z_][\w.]*)$/.test(value))
    return `must have ${keyword} with a number or the name of an extracted value; correct it`;
  const other = RELATIVE.has(keyword) ? has(ABSOLUTE) : ABSOLUTE.has(keyword) ? has(RELATIVE) : undefined;
  if (other) return `has ${keyword} beside ${other} on one content, which Suricata refuses; keep one of them`;
  if (keyword === 'startswith' && (has(ABSOLUTE) || has(RELATIVE))) return 'has startswith beside an offset or distance; keep one of them';
  return undefined;
}

/** Bytes of `"ab|0d 0a|"`, and what is wrong with it. */
function contentLength(value: string): { length: number; wrong?: string } {
  const [, quoted] = /^!?"(.*)"$/s.exec(value) ?? [];
  if (quoted === undefined) return { length: 0, wrong: 'that is not in quotes; write content:"..."' };
  if (quoted === '') return { length: 0, wrong: 'that is empty; write what to look for' };
  const parts = quoted.split('|');
  if (parts.length % 2 === 0) return { length: 0, wrong: 'with an open |; close the hexadecimal part' };
  let length = 0;
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) {
      const plain = part.replace(/\\(.)/g, '$1');
      if (/(^|[^\\])(\\\\)*"/.test(part)) return { length, wrong: 'with a bare quote; write |22|' };
      length += Buffer.byteLength(plain);
    } else {
      const hexadecimal = part.replace(/\s/g, '');
      if (hexadecimal === '' || !/^([0-9a-fA-F]{2})+$/.test(hexadecimal)) return { length, wrong: 'with bytes that are not hexadecimal pairs; write |0d 0a|' };
      length += hexadecimal.length / 2;
    }
  }
  return { length };
}

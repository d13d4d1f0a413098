import { type Content, contentsOf } from './contents';
import { keywordNamed } from './keywords';
import type { RuleMistake, RuleOption } from './rule';
import { UNSUPPORTED_KEYWORDS } from './unsupported';

/** Modifiers that say where, after the match before: they exclude those that say where from the start. */
const RELATIVE: ReadonlySet<string> = new Set(['distance', 'within']);
const ABSOLUTE: ReadonlySet<string> = new Set(['offset', 'depth', 'startswith']);
const PLACES: ReadonlySet<string> = new Set([...RELATIVE, ...ABSOLUTE]);
const NUMBERED: ReadonlySet<string> = new Set(['depth', 'offset', 'distance', 'within']);

/** What is wrong with contents, their modifiers and the buffers that they look at. */
export function contentMistakes(options: readonly RuleOption[]): RuleMistake[] {
  const mistakes: RuleMistake[] = [];
  const say = (message: string, value: string) => void mistakes.push({ message, value });
  const contents = contentsOf(options)[Symbol.iterator]();
  const extracted = new Set<string>();
  let content: Content | undefined;
  let seen = new Set<string>(); // modifiers of this content so far
  let open: string | undefined; // a buffer that nothing has looked at yet
  let sticky: string | undefined;
  let decodes = false;
  let fastPatterns = 0;
  const unread = () => void (open && say(`has ${open} with nothing that looks at it; add a content after it or remove it`, open));
  for (const { keyword, value = '' } of options) {
    const { kind, protocols } = keywordNamed(keyword) ?? {};
    if (kind === 'buffer' || kind === 'reset') {
      unread();
      open = kind === 'buffer' ? keyword : undefined;
      sticky = open;
      content = undefined;
      if (keyword === 'base64_data' && !decodes) say('has base64_data without base64_decode before it; write it after one', keyword);
    } else if (keyword === 'content' || keyword === 'uricontent') {
      open = undefined;
      content = contents.next().value as Content;
      seen = new Set();
      if (content.wrong) say(`has a content ${content.wrong}`, value);
    } else if (kind === 'content' || UNSUPPORTED_KEYWORDS[keyword]) {
      open = undefined; // what AWS refuses has been said already
      if (keyword === 'base64_decode') decodes = true;
      const unknown = namesUsed(keyword, value).find((name) => !extracted.has(name));
      if (unknown)
        say(`has ${keyword} with ${unknown}, and nothing before it extracts that value; add byte_extract or correct the name`, `${keyword}:${value}`);
      for (const name of namesIn(keyword, value)) extracted.add(name);
    } else if (kind === 'transform' && !open) say(`has ${keyword} without a buffer before it; write it after one such as tls.sni`, keyword);
    else if (kind === 'modifier') {
      if (!content) say(`has ${keyword} without a content before it; write it after one`, keyword);
      else {
        const wrong =
          modifierMistake(keyword, value, content, seen, extracted) ??
          (sticky && (protocols || keyword === 'rawbytes') ? `has ${keyword} while ${sticky} is selected; write pkt_data before the content` : undefined);
        if (wrong) say(wrong, `content:${content.shown}`);
        seen.add(keyword);
      }
      if (keyword === 'fast_pattern' && ++fastPatterns > 1) say('has fast_pattern twice; keep one', keyword);
    }
  }
  unread();
  return mistakes;
}

/** Names that byte_extract and byte_math give to what they read. */
function namesIn(keyword: string, value: string): string[] {
  if (keyword === 'byte_extract') return [value.split(',')[2]?.trim() ?? ''];
  return keyword === 'byte_math' ? [/\bresult\s+(\S+?)\s*(?:,|$)/.exec(value)?.[1] ?? ''] : [];
}

/** Names that an option reads: Suricata refuses one that no byte_extract or byte_math before it has given. */
function namesUsed(keyword: string, value: string): string[] {
  const parts = value.split(',').map((part) => part.trim());
  const used: Readonly<Record<string, readonly (string | undefined)[]>> = {
    isdataat: [parts[0]?.replace(/^!\s*/, '')],
    byte_test: [parts[2], parts[3]],
    byte_jump: [parts[0], parts[1]],
    byte_math: [/\brvalue\s+(\w+)/.exec(value)?.[1], /\bbytes\s+(\w+)/.exec(value)?.[1]],
  };
  return (used[keyword] ?? []).filter((name): name is string => /^[A-Za-z_]\w*$/.test(name ?? ''));
}

function modifierMistake(
  keyword: string,
  value: string,
  { bytes: { length }, negated, modifiers }: Content,
  seen: ReadonlySet<string>,
  extracted: ReadonlySet<string>,
): string | undefined {
  const has = (set: ReadonlySet<string>) => [...seen].find((one) => set.has(one));
  if (NUMBERED.has(keyword)) {
    if (!/^(-?\d+|[A-Za-z_][\w.]*)$/.test(value)) return `must have ${keyword} with a number or the name of an extracted value; correct it`;
    if (/^[A-Za-z_]/.test(value) && !extracted.has(value))
      return `has ${keyword}:${value}, and nothing before it extracts that value; add byte_extract or correct the name`;
    if (/^-/.test(value) && keyword !== 'distance') return `has ${keyword}:${value}, which is below zero; correct it`;
    if (['depth', 'within'].includes(keyword) && /^\d+$/.test(value) && Number(value) < length)
      return `has ${keyword}:${value}, less than the ${length} bytes of its content, which is never true; raise it`;
  }
  if (PLACES.has(keyword) || keyword === 'rawbytes') {
    if (seen.has(keyword)) return `has ${keyword} twice on one content, which Suricata refuses; keep one`;
  }
  if ((keyword === 'startswith' && (has(RELATIVE) || has(ABSOLUTE))) || (seen.has('startswith') && PLACES.has(keyword)))
    return keyword === 'startswith' ? 'has startswith beside an offset or distance; keep one of them' : `has ${keyword} beside startswith; keep one of them`;
  const other = RELATIVE.has(keyword) ? has(ABSOLUTE) : ABSOLUTE.has(keyword) ? has(RELATIVE) : undefined;
  if (other) return `has ${keyword} beside ${other} on one content, which Suricata refuses; keep one of them`;
  if (keyword !== 'fast_pattern') return undefined;
  const place = [...modifiers.keys()].find((one) => PLACES.has(one));
  if (value === 'only' && (negated || place)) return 'has fast_pattern:only beside a negation or a place, which Suricata refuses; write fast_pattern';
  if (negated && place) return `has fast_pattern on a negated content with ${place}, which Suricata refuses; remove fast_pattern`;
  const [from, count] = value.split(',').map(Number);
  return count !== undefined && (from ?? 0) + count > length ? `has fast_pattern:${value}, which is longer than its content; correct it` : undefined;
}

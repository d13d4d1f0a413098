/** AWS WAF API reference, RegexMatchStatement, read 2026-11: characters of a pattern. */
const MAXIMUM_LENGTH = 512;

/** Constructs of PCRE that AWS WAF does not take (developer guide, "Supported regular expression syntax"), each with what to do. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'uses lookaround, which AWS WAF may refuse; write a second condition, with "not" where needed'],
  [/\(\?(?:P?<|')[A-Za-z_]/, 'captures by name, which AWS WAF does not support; write (?:...)'],
  [/\(\?(?:P=|P>|R|&|[+-]?\d)/, 'refers to a group or recurses, which AWS WAF does not support; write the pattern out'],
  [/\(\?\(/, 'has a conditional, which AWS WAF does not support; write two alternatives'],
  [/\(\?>|[*+?}]\+/, 'has an atomic group or a possessive quantifier, which AWS WAF does not support; write a plain one'],
  [/\(\*[A-Z]/, 'has a backtracking verb, which AWS WAF does not support; remove it'],
  [/\(\?C\d*\)|\(\?\??\{/, 'has a callout or embedded code, which AWS WAF does not support; remove it'],
  [/\((?!\?)/, 'captures, which AWS WAF does not support; write (?:...)'],
  [/\\(?:[1-9]|[gk][\d{<'])/, 'has a backreference, which AWS WAF does not support; write the text out'],
  [/\\[CRKQEXGAZz]/, 'has a PCRE escape (\\C, \\R, \\K, \\Q ...) that AWS WAF does not support; write characters'],
  [/\[\[:/, 'has a POSIX class, which cannot be tested here; write the range'],
];

/** What AWS WAF, or a reader, would not take in a pattern; undefined when it is fine. Escapes and classes are skipped where they would mislead. */
export function regexMistake(pattern: string): string | undefined {
  if (pattern.length > MAXIMUM_LENGTH)
    return `must have at most ${MAXIMUM_LENGTH} characters (AWS WAF quota), has ${pattern.length}; split it into two conditions`;
  // `\\` and `\(` are text; what stands in brackets is a set of characters.
  const bare = pattern.replaceAll(/\\[^1-9gkCRKQEXGAZz]/g, '__');
  const outside = bare.replaceAll(/\[\^?\]?(?:\\.|[^\]\\])*\]/g, (set) => (set.startsWith('[[:') ? set : '[]'));
  const found = UNSUPPORTED.find(([construct]) => construct.test(outside));
  if (found) return found[1];
  try {
    toJavaScript(pattern);
    return undefined;
  } catch (error) {
    return `is no regular expression (${(error as Error).message.replace(/^.*: /, '')}); correct it`;
  }
}

/** The same pattern for JavaScript. A leading `(?i)` or `(?s)` is the only inline flag; `.` takes no newline, `$` is the end of the text. */
export function toJavaScript(pattern: string): RegExp {
  const [, flags = '', body = ''] = /^(?:\(\?([is]+)\))?([\s\S]*)$/.exec(pattern) ?? [];
  return new RegExp(body, flags);
}

import { LONGEST_ARN, LONGEST_VALUES } from '../../config/aws-value-lengths';

/**
 * A text in which each `${reference}` is as long as its value can be: a policy that fits with it fits after apply, too.
 * `$${` is Terraform's way to write `${`, which policy variables begin with.
 */
export function resolved(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; ) {
    if (text.startsWith('$${', at)) {
      result += '${';
      at += 3;
    } else if (text.startsWith('${', at)) {
      const end = closingBrace(text, at + 2);
      result += 'x'.repeat(longest(text.slice(at + 2, end)));
      at = end + 1;
    } else {
      const next = text.indexOf('$', at + 1);
      result += text.slice(at, next < 0 ? undefined : next);
      at = next < 0 ? text.length : next;
    }
  }
  return result;
}

/** Expressions may hold braces of their own: `${one([for k in m : {a = k}])}`. */
function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

function longest(expression: string): number {
  // A policy variable that somebody forgot to escape; tools/synthesis/checks.ts refuses it, not its length.
  if (/^([A-Za-z0-9.-]+:\S*|[*?$])$/.test(expression)) return expression.length + '${}'.length;
  const [, type, attribute] = /^(?:data\.)?([a-z0-9_]+)\.[\w-]+\.([a-z_]+)$/.exec(expression) ?? [];
  return LONGEST_VALUES[`${type}.${attribute}`] ?? LONGEST_ARN;
}

import { LIMITS } from '../../../config/aws-limits';

/**
 * A pattern in as many as its length asks for: each hands-on environment and each deploy role makes patterns longer, and the eleventh call must not
 * be lost for it. Any of them matches exactly what the whole one matches: `a && (b || c)` is `a && b` or `a && c`.
 */
export function fitted(pattern: string, limit: number = LIMITS.metricFilterCharacters): string[] {
  return split(flat(pattern.replace(/^\{\s*|\s*\}$/g, '')), limit).map(text);
}

const text = (terms: readonly string[]): string => `{ ${terms.map((term) => `(${term})`).join(' && ')} }`;

function split(terms: readonly string[], limit: number): string[][] {
  if (text(terms).length <= limit) return [[...terms]];
  const most = terms.map(alternatives).reduce((longest, some) => (some.length > longest.length ? some : longest), [] as string[]);
  if (most.length < 2) throw new Error(`${text(terms)}: has ${text(terms).length} characters and no alternatives to part, ${limit} are allowed; shorten it`);
  const at = terms.findIndex((term) => alternatives(term).join() === most.join());
  const half = Math.ceil(most.length / 2);
  return [most.slice(0, half), most.slice(half)].flatMap((some) => {
    const part = some.length === 1 ? flat(some[0] as string) : [some.map((one) => `(${one})`).join(' || ')];
    return split([...terms.slice(0, at), ...part, ...terms.slice(at + 1)], limit);
  });
}

/** What must hold together. */
const flat = (expression: string): string[] => parts(expression, ' && ');
/** What may hold instead. */
const alternatives = (expression: string): string[] => parts(expression, ' || ');

/** Expressions that an operator joins outside all parentheses, without their own. */
function parts(expression: string, operator: ' && ' | ' || '): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] === '(') depth++;
    if (expression[at] === ')') depth--;
    if (depth > 0 || !expression.startsWith(operator, at)) continue;
    found.push(expression.slice(start, at));
    start = at + operator.length;
  }
  return [...found, expression.slice(start)].map(bare);
}

/** Without parentheses around the whole. */
function bare(expression: string): string {
  if (!expression.startsWith('(') || !expression.endsWith(')')) return expression;
  let depth = 0;
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] === '(') depth++;
    if (expression[at] === ')') depth--;
    if (depth === 0 && at < expression.length - 1) return expression;
  }
  return bare(expression.slice(1, -1));
}

/** A record of CloudTrail, as far as a pattern looks. */
// biome-ignore lint/suspicious/noExplicitAny: JSON of any shape
type Event = any;

const TOKEN = /\s*(\(|\)|&&|\|\||\$(?:\.\w+)+|NOT EXISTS|EXISTS|!=|=|"[^"]*")/y;

/**
 * Does a metric filter match an event? The part of CloudWatch Logs' JSON filter syntax that our alarms use: =, !=, * at either
 * end of a text, EXISTS, NOT EXISTS, && and || with parentheses ("Filter pattern syntax", Amazon CloudWatch Logs user guide).
 * A selector that the event lacks matches neither = nor !=.
 * @throws Error for everything else, and for && beside || without parentheses, so that no pattern passes because it was misread
 */
export function matches(pattern: string, event: Event): boolean {
  const inner = /^\{(.*)\}$/s.exec(pattern.trim())?.[1];
  if (inner === undefined) throw new Error(`${pattern}: is not in braces`);
  const tokens: string[] = [];
  for (TOKEN.lastIndex = 0; inner.slice(TOKEN.lastIndex).trim() !== ''; ) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(inner)?.[1];
    if (!found) throw new Error(`${pattern}: cannot be read at "${inner.slice(at).trim()}"`);
    tokens.push(found);
  }
  const next = (): string => {
    const token = tokens.shift();
    if (token === undefined) throw new Error(`${pattern}: ends too early`);
    return token;
  };
  const expression = (): boolean => {
    let result = term();
    let joined: string | undefined;
    while (tokens[0] === '&&' || tokens[0] === '||') {
      const operator = next();
      if (joined && joined !== operator) throw new Error(`${pattern}: && beside || needs parentheses`);
      joined = operator;
      const right = term();
      result = operator === '&&' ? result && right : result || right;
    }
    return result;
  };
  const term = (): boolean => {
    const first = next();
    if (first === '(') {
      const result = expression();
      if (next() !== ')') throw new Error(`${pattern}: a parenthesis is not closed`);
      return result;
    }
    if (!first.startsWith('$.')) throw new Error(`${pattern}: expected a selector, got ${first}`);
    const value = first
      .slice(2)
      .split('.')
      .reduce<Event>((node, key) => node?.[key], event);
    const operator = next();
    if (operator === 'EXISTS') return value !== undefined;
    if (operator === 'NOT EXISTS') return value === undefined;
    const text = next();
    if (!/^!?=$/.test(operator) || !text.startsWith('"')) throw new Error(`${pattern}: expected = or != and a text, got ${operator} ${text}`);
    if (value === undefined || value === null) return false;
    return like(text.slice(1, -1), String(value)) === (operator === '=');
  };
  const result = expression();
  if (tokens.length > 0) throw new Error(`${pattern}: goes on after its end with ${tokens[0]}`);
  return result;
}

const like = (wanted: string, value: string) =>
  new RegExp(
    `^${wanted
      .split('*')
      .map((part) => part.replace(/[.+?^$()[\]{}|\\/]/g, '\\$&'))
      .join('.*')}$`,
    's',
  ).test(value);

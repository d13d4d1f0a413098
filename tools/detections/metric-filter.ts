import { matchesWildcard } from './text-match';

type Json = unknown;
/** What a pattern is compared with: `"text"` (with *), a number, or `%regular expression%`. */
const TOKEN =
  /\s*(\(|\)|&&|\|\||\$(?:\.\w+|\[(?:\d+|\*)\])+|NOT EXISTS|EXISTS|IS NULL|IS TRUE|IS FALSE|!=|<=|>=|<|>|=|"[^"]*"|%[^%]*%|-?\d+(?:\.\d+)?(?=[\s)]|$))/y;

/**
 * Does a metric filter match an event? The JSON filter syntax of CloudWatch Logs ("Filter pattern syntax for metric filters", Amazon
 * CloudWatch Logs user guide): = and != with texts (* for any characters), numbers and %regular expressions%, <, <=, >, >=, IS NULL,
 * IS TRUE, IS FALSE, EXISTS, NOT EXISTS, && and || with parentheses, elements of arrays by [0] and any of them by [*].
 * A selector that the event lacks matches neither = nor !=.
 * @param pattern of the form `{ $.eventName = "ConsoleLogin" }`
 * @param event a record as CloudTrail writes it
 * @throws Error for everything else, and for && beside || without parentheses, so that no pattern passes because it was misread
 */
export function matchesMetricFilter(pattern: string, event: Json): boolean {
  const reader = new PatternReader(pattern, event);
  return reader.whole();
}

class PatternReader {
  private readonly tokens: string[] = [];

  constructor(
    private readonly pattern: string,
    private readonly event: Json,
  ) {
    const inner = /^\{(.*)\}$/s.exec(pattern.trim())?.[1];
    if (inner === undefined) throw new Error(`${pattern}: is not in braces`);
    for (TOKEN.lastIndex = 0; inner.slice(TOKEN.lastIndex).trim() !== ''; ) {
      const at = TOKEN.lastIndex;
      const found = TOKEN.exec(inner)?.[1];
      if (!found) throw new Error(`${pattern}: cannot be read at "${inner.slice(at).trim()}"`);
      this.tokens.push(found);
    }
  }

  whole(): boolean {
    const result = this.expression();
    if (this.tokens.length > 0) throw new Error(`${this.pattern}: goes on after its end with ${this.tokens[0]}`);
    return result;
  }

  private next(): string {
    const token = this.tokens.shift();
    if (token === undefined) throw new Error(`${this.pattern}: ends too early`);
    return token;
  }

  private expression(): boolean {
    let result = this.term();
    let joined: string | undefined;
    while (this.tokens[0] === '&&' || this.tokens[0] === '||') {
      const operator = this.next();
      if (joined && joined !== operator) throw new Error(`${this.pattern}: && beside || needs parentheses`);
      joined = operator;
      const right = this.term();
      result = operator === '&&' ? result && right : result || right;
    }
    return result;
  }

  private term(): boolean {
    const first = this.next();
    if (first === '(') {
      const result = this.expression();
      if (this.next() !== ')') throw new Error(`${this.pattern}: a parenthesis is not closed`);
      return result;
    }
    if (!first.startsWith('$')) throw new Error(`${this.pattern}: expected a selector, got ${first}`);
    const values = select(first, this.event);
    const operator = this.next();
    const bare = BARE[operator];
    if (bare) return operator === 'NOT EXISTS' ? values.length === 0 : values.some(bare);
    const compare = this.comparison(operator, this.next());
    return values.some((value) => value !== null && typeof value !== 'object' && compare(value));
  }

  private comparison(operator: string, operand: string): (value: Json) => boolean {
    if (/^-?\d/.test(operand)) {
      const compare = NUMERIC[operator];
      if (!compare) throw new Error(`${this.pattern}: expected a comparison, got ${operator} ${operand}`);
      return (value) => typeof value === 'number' && compare(value, Number(operand));
    }
    if ((operator !== '=' && operator !== '!=') || !/^["%]/.test(operand))
      throw new Error(`${this.pattern}: expected = or != and a text, got ${operator} ${operand}`);
    const text = operand.slice(1, -1);
    const like = operand.startsWith('%') ? (value: string) => new RegExp(text).test(value) : (value: string) => matchesWildcard(text, value);
    return (value) => like(String(value)) === (operator === '=');
  }
}

const BARE: Readonly<Record<string, (value: Json) => boolean>> = {
  EXISTS: () => true,
  'NOT EXISTS': () => false,
  'IS NULL': (value) => value === null,
  'IS TRUE': (value) => value === true,
  'IS FALSE': (value) => value === false,
};

const NUMERIC: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** Every value that a selector names: none where the event lacks it, several under [*]. */
function select(selector: string, event: Json): Json[] {
  const steps = [...selector.matchAll(/\.(\w+)|\[(\d+|\*)\]/g)].map(([, key, index]) => key ?? index ?? '');
  return steps.reduce<Json[]>(
    (found, step) =>
      found.flatMap((node) => {
        if (step === '*') return Array.isArray(node) ? node : [];
        const value = (node as Record<string, Json> | null | undefined)?.[step];
        return value === undefined ? [] : [value];
      }),
    [event],
  );
}

import type { IndicatorKind } from './indicator';

/** What a pattern looks for, each alone; or why it cannot be imported. */
export type StixPattern = { readonly found: readonly { readonly kind: IndicatorKind; readonly value: string }[] } | { readonly unsupported: string };

/** Object paths of STIX 2.1 cyber observables that are indicators of ours. */
const PATHS: readonly (readonly [path: RegExp, kind: (value: string) => IndicatorKind])[] = [
  [/^ipv4-addr:value$/, (value) => (value.includes('/') && !value.endsWith('/32') ? 'cidr' : 'ip')],
  [/^ipv6-addr:value$/, () => 'ip'],
  [/^domain-name:value$/, () => 'domain'],
  [/^(file|x509-certificate):hashes\.('(MD5|SHA-1|SHA-256)'|MD5)$/, () => 'hash'],
  [/^network-traffic:extensions\.'http-request-ext'\.request_header\.'User-Agent'$/i, () => 'user-agent'],
  [/^user-account:user_id$/, () => 'arn'],
];
const TOKEN = /\s*(?:(\[|\]|\(|\)|,|!=|<=|>=|=|<|>)|('(?:[^'\\]|\\.)*')|([A-Za-z][\w-]*:[\w.'-]+(?:\[[^\]]*\])?[\w.'-]*)|([A-Za-z]+)|(\S))/gy;

class Unsupported extends Error {}

/**
 * Reads a pattern of comparisons, any of which is enough: `[ipv4-addr:value = '198.51.100.7' OR domain-name:value IN ('a.example', 'b.example')]`.
 * What needs two things at once, an order or a time cannot be said by a list, and would match too much as one.
 */
export function readStixPattern(pattern: string): StixPattern {
  const tokens = [...pattern.matchAll(TOKEN)].map((match) => match[0].trim());
  let at = 0;
  const next = () => tokens[at++];
  const expect = (wanted: string) => {
    const got = next();
    if (got !== wanted) throw new Unsupported(reason(got, wanted));
  };
  const either = (one: () => void, end: string | undefined) => {
    for (one(); tokens[at] === 'OR'; ) {
      at++;
      one();
    }
    if (tokens[at] !== end) throw new Unsupported(reason(tokens[at], end ?? 'its end'));
  };
  const found: { kind: IndicatorKind; value: string }[] = [];
  const comparison = () => {
    if (tokens[at] === '(') {
      at++;
      either(comparison, ')');
      at++;
      return;
    }
    const path = next() ?? '';
    const kind = PATHS.find(([known]) => known.test(path))?.[1];
    if (!kind) throw new Unsupported(/:/.test(path) ? `looks at ${path}, which no list here holds` : reason(path, 'a comparison'));
    for (const value of values(path)) found.push({ kind: kind(value), value: value.replace(/\/32$/, '') });
  };
  const values = (path: string): string[] => {
    const operator = next();
    if (operator === '=' || (operator === 'ISSUBSET' && path.startsWith('ipv4-addr'))) return [literal()];
    if (operator !== 'IN') throw new Unsupported(`compares with ${operator}, where only =, IN and ISSUBSET of networks are lists`);
    expect('(');
    const list = [literal()];
    while (tokens[at] === ',') {
      at++;
      list.push(literal());
    }
    expect(')');
    return list;
  };
  const literal = (): string => {
    const token = next() ?? '';
    if (!/^'.*'$/s.test(token)) throw new Unsupported(reason(token, 'a text in quotes'));
    return token.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  };
  try {
    either(() => {
      expect('[');
      either(comparison, ']');
      at++;
    }, undefined);
    return { found };
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.message };
    throw error;
  }
}

function reason(got: string | undefined, wanted: string): string {
  if (got === 'AND' || got === 'FOLLOWEDBY') return `needs several things together (${got}), which a list cannot say`;
  if (got === 'NOT') return 'asks for what is not there (NOT), which a list cannot say';
  if (['WITHIN', 'REPEATS', 'START', 'STOP'].includes(got ?? '')) return `depends on time or number (${got}), which a list cannot say`;
  return `is no pattern of comparisons: ${got ?? 'its end'} stands where ${wanted} should`;
}

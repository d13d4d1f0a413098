import type { IndicatorKind } from './indicator';

/** What a pattern looks for, each alone; or why it cannot be imported. */
export type StixPattern = { readonly found: readonly { readonly kind: IndicatorKind; readonly value: string }[] } | { readonly unsupported: string };

/** Object paths of STIX 2.1 cyber observables that are indicators of ours. */
const PATHS: readonly (readonly [path: RegExp, kind: (value: string) => IndicatorKind])[] = [
  [/^ipv4-addr:value$/, (value) => (value.includes('/') && !value.endsWith('/32') ? 'cidr' : 'ip')],
  [/^ipv6-addr:value$/, () => 'ip'],
  // Who is talked to, as MISP writes it.
  [
    /^network-traffic:(?:src|dst)_ref\.value$/,
    (value) => (/[:/]/.test(value) || /^[\d.]+$/.test(value) ? (/^[\d.]+\/(?!32$)/.test(value) ? 'cidr' : 'ip') : 'domain'),
  ],
  [/^domain-name:value$/, () => 'domain'],
  [/^(file|x509-certificate):hashes\.(['"]?)(MD5|SHA-?1|SHA-?256)\2$/i, () => 'hash'],
  [/^network-traffic:extensions\.'http-request-ext'\.request_header\.'User-Agent'$/i, () => 'user-agent'],
  [/^user-account:user_id$/, () => 'arn'],
];
const TOKEN = /\s*(?:(\[|\]|\(|\)|,|!=|<=|>=|=|<|>)|('(?:[^'\\]|\\.)*')|([A-Za-z][\w-]*:[\w.'"-]+(?:\[[^\]]*\])?[\w.'"-]*)|([A-Za-z]+|\d[\d.]*)|(\S))/gy;

/** What describes a file more closely: its hash says as much. And what kind of address follows. */
const BESIDE_HASH = /^file:(?:hashes\.|name$|name_enc$|size$|mime_type$|parent_directory_ref\.path$)/;
const TYPE_OF_ADDRESS = /^network-traffic:(src|dst)_ref\.type$/;

class Unsupported extends Error {}

/**
 * Reads a pattern of comparisons, any of which is enough: `[ipv4-addr:value = '198.51.100.7' OR domain-name:value IN ('a.example', 'b.example')]`.
 * What needs two things at once, an order or a time cannot be said by a list, and would match too much as one; but several hashes and the name
 * of one file are one thing, and so are an address and its type.
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
    const all = [onePath()];
    while (tokens[at] === 'AND') {
      at++;
      if (!tokens[at]?.includes(':')) throw new Unsupported(reason('AND', ''));
      all.push(onePath());
    }
    const together = all.length === 1 ? all : oneThing(all);
    for (const { path, list } of together) {
      const kind = kindOf(path);
      if (!kind) throw new Unsupported(/:/.test(path) ? `looks at ${path}, which no list here holds` : reason(path, 'a comparison'));
      for (const value of list) found.push({ kind: kind(value), value: single(value) });
    }
  };
  const onePath = (): Comparison => {
    const path = next() ?? '';
    if (!/:/.test(path)) throw new Unsupported(reason(path, 'a comparison'));
    if (kindOf(path)) return { path, list: values(path) };
    at++; // what it compares with is of no use here
    const list = tokens[at] === '(' ? [] : [tokens[at] ?? ''];
    while (list.length === 0 && at < tokens.length && tokens[at] !== ')') at++;
    at++;
    return { path, list };
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

interface Comparison {
  readonly path: string;
  readonly list: readonly string[];
}

const kindOf = (path: string) => PATHS.find(([known]) => known.test(path))?.[1];

/** One address, without the length that says so. */
const single = (value: string): string => value.replace(/^([\d.]+)\/32$|^([^/]*:[^/]*)\/128$/, '$1$2');

/** What is left of comparisons that hold together, where one of them says it all. */
function oneThing(all: readonly Comparison[]): readonly Comparison[] {
  const [direction, ...others] = new Set(all.map(({ path }) => /^network-traffic:(src|dst)_ref\.(?:type|value)$/.exec(path)?.[1]));
  if (direction && others.length === 0) {
    const rest = all.filter(({ path }) => !TYPE_OF_ADDRESS.test(path));
    if (rest.length === 1) return rest;
  }
  const hashes = all.filter(({ path }) => path.startsWith('file:') && kindOf(path));
  if (hashes.length > 0 && all.every(({ path }) => BESIDE_HASH.test(path))) return hashes;
  throw new Unsupported(reason('AND', ''));
}

function reason(got: string | undefined, wanted: string): string {
  if (got === 'AND' || got === 'FOLLOWEDBY') return `needs several things together (${got}), which a list cannot say`;
  if (got === 'NOT') return 'asks for what is not there (NOT), which a list cannot say';
  if (['WITHIN', 'REPEATS', 'START', 'STOP'].includes(got ?? '')) return `depends on time or number (${got}), which a list cannot say`;
  return `is no pattern of comparisons: ${got ?? 'its end'} stands where ${wanted} should`;
}

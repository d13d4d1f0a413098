import { createHash } from 'node:crypto';
import { PERSONAL_DATA_KINDS, type PersonalData } from './personal-data';
import { ASSIGNMENT, isRandom40, SHAPES } from './shapes';

/** Something in a text that should not stand there; the value itself goes no further than this file. */
export interface Hit {
  readonly kind: string;
  readonly words: string;
  readonly severity: 'HIGH' | 'MEDIUM';
  /** Of random secrets only: passwords and card numbers could be guessed until the digest fits. */
  readonly fingerprint?: string;
  /** Line of the first one. */
  readonly line: number;
}

/** How far a secret access key stands from its id: some lines of a profile or a script. */
const BESIDE = 400;
/** Digests of more values than this tell nobody more. */
const MANY = 100;

/** What a text holds, each kind once. */
export function find(text: string, personalData: readonly PersonalData[]): Hit[] {
  return [...secrets(text), ...assignments(text), ...people(text, personalData)];
}

function* secrets(text: string): Generator<Hit> {
  for (const { name, words, pattern } of SHAPES) {
    const found = matches(text, pattern);
    const [first] = found;
    if (!first) continue;
    const pair = name === 'access-key-id' && found.some(({ index }) => hasSecretBeside(text, index));
    yield {
      kind: pair ? 'access-key' : name,
      words: pair ? 'an AWS access key with its secret' : words,
      // An id alone opens nothing.
      severity: name === 'access-key-id' && !pair ? 'MEDIUM' : 'HIGH',
      ...(name === 'url-password' || name === 'private-key' ? {} : { fingerprint: fingerprint(found.map((match) => match[0])) }),
      line: lineOf(text, first.index),
    };
  }
}

function* assignments(text: string): Generator<Hit> {
  const [match] = matches(text, ASSIGNMENT);
  if (match) yield { kind: 'literal', words: 'a password or key set to a literal', severity: 'MEDIUM', line: lineOf(text, match.index) };
}

function* people(text: string, personalData: readonly PersonalData[]): Generator<Hit> {
  for (const name of personalData) {
    const { words, pattern, holds } = PERSONAL_DATA_KINDS[name];
    const match = matches(text, pattern).find(([value]) => holds(value));
    if (match) yield { kind: name, words, severity: 'MEDIUM', line: lineOf(text, match.index) };
  }
}

const matches = (text: string, pattern: RegExp): RegExpExecArray[] => {
  const all: RegExpExecArray[] = [];
  for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))) {
    all.push(match);
    if (all.length === MANY) break;
  }
  return all;
};
const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;
const fingerprint = (values: readonly string[]): string =>
  createHash('sha256')
    .update([...new Set(values)].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);

const hasSecretBeside = (text: string, index: number): boolean => {
  const around = text.slice(Math.max(0, index - BESIDE), index + 20 + BESIDE);
  return [...around.matchAll(/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g)].some(([value]) => isRandom40(value));
};

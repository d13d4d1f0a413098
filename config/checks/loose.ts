import type { Loose } from '../cross-field-checks';

/** Members of an object that may not be one. */
export function entriesOf(value: Loose, path: string): { name: string; path: string; value: Loose }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([name, member]) => ({ name, path: `${path}.${name}`, value: member }));
}

export function textOf(value: Loose): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function listOf(value: Loose): Loose[] {
  return Array.isArray(value) ? value : [];
}

/** A text somewhere in a value, with the list that it stands in. */
export interface FoundText {
  readonly keys: readonly string[];
  readonly text: string;
  readonly list?: readonly unknown[];
}

/** Deeper than any field lies: a value that holds itself, which the schema tells. */
const DEEPEST = 12;

/** Every text of a value, in its order. */
export function textsIn(value: Loose, keys: readonly string[] = []): FoundText[] {
  if (typeof value !== 'object' || value === null || keys.length > DEEPEST) return [];
  return Object.entries(value).flatMap(([key, member]): FoundText[] =>
    typeof member === 'string' ? [{ keys: [...keys, key], text: member, ...(Array.isArray(value) ? { list: value } : {}) }] : textsIn(member, [...keys, key]),
  );
}

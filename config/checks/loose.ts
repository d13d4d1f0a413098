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

import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { listOf, textOf } from './loose';

/** Letters, digits and signs that CloudWatch Logs takes in a custom data identifier; groups are no part of it. */
const TAKEN = /^[A-Za-z0-9_#=@/;,\- ^$?[\]{}|\\*+.]*$/;

/** Patterns that Macie or CloudWatch Logs would refuse at apply, or that match everything. */
export function dataProtectionMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const identifiers = listOf(input?.dataProtection?.identifiers);
  return identifiers.flatMap((identifier, index): Mistake[] => {
    const path = `dataProtection.identifiers.${index}`;
    const name = textOf(identifier?.name);
    const regex = textOf(identifier?.regex);
    const twice = name !== undefined && identifiers.findIndex((other) => other?.name === name) < index;
    const wrong = regex === undefined ? undefined : mistakeIn(regex);
    return [
      ...(twice ? [{ path: `${path}.name`, message: 'is used twice; choose another name', value: name }] : []),
      ...(wrong ? [{ path: `${path}.regex`, message: wrong, value: regex }] : []),
    ];
  });
}

function mistakeIn(regex: string): string | undefined {
  if (!TAKEN.test(regex) || /\\[1-9]/.test(regex))
    return 'has what Macie and CloudWatch Logs do not both take (groups, look-around, back references, other signs); write it without';
  try {
    if (new RegExp(regex).test('')) return 'matches nothing at all, so everywhere; ask for at least one character';
  } catch {
    return 'is no regular expression; correct it';
  }
  return undefined;
}

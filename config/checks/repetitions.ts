import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { listOf } from './loose';

/** A name that a list holds twice: half of an edit, and two resources of one address. Lists of objects have checks of their own. */
export function repetitionMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return [...plainRepetitions(input, []), ...productRepetitions(input)];
}

function plainRepetitions(value: Loose, path: readonly string[]): Mistake[] {
  if (typeof value !== 'object' || value === null || path.length > 12) return []; // deeper than any field: a circle, which the schema tells
  return Object.entries(value).flatMap(([key, member]) =>
    Array.isArray(value) && path[0] !== 'breakGlass' && typeof member === 'string' && value.indexOf(member) < Number(key)
      ? [{ path: [...path, key].join('.'), message: 'is listed twice; remove it', value: member }]
      : plainRepetitions(member, [...path, key]),
  );
}

function productRepetitions(input: Loose): Mistake[] {
  const products = listOf(input?.securityServices?.thirdPartyProducts).map((entry) => entry?.product);
  return products.flatMap((product, index) =>
    typeof product === 'string' && products.indexOf(product) < index
      ? [{ path: `securityServices.thirdPartyProducts.${index}.product`, message: 'is listed twice; remove it', value: product }]
      : [],
  );
}

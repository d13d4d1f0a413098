import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { listOf, textsIn } from './loose';

/** A name that a list holds twice: half of an edit, and two resources of one address. Lists of objects have checks of their own. */
export function repetitionMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return [...plainRepetitions(input), ...productRepetitions(input)];
}

function plainRepetitions(input: Loose): Mistake[] {
  return textsIn(input)
    .filter(({ keys, text, list }) => keys[0] !== 'breakGlass' && list && list.indexOf(text) < Number(keys.at(-1)))
    .map(({ keys, text }) => ({ path: keys.join('.'), message: 'is listed twice; remove it', value: text }));
}

function productRepetitions(input: Loose): Mistake[] {
  const products = listOf(input?.securityServices?.thirdPartyProducts).map((entry) => entry?.product);
  return products.flatMap((product, index) =>
    typeof product === 'string' && products.indexOf(product) < index
      ? [{ path: `securityServices.thirdPartyProducts.${index}.product`, message: 'is listed twice; remove it', value: product }]
      : [],
  );
}

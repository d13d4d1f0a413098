import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { listOf, textOf } from './loose';

/** Data events that nobody priced, and selectors that CloudTrail would refuse. */
export function loggingMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const { resources, acknowledgeCost } = input?.logging?.dataEvents ?? {};
  return listOf(resources).flatMap((entry, index): Mistake[] => {
    const path = `logging.dataEvents.resources.${index}`;
    const name = textOf(entry?.name);
    const prefixes = listOf(entry?.arnPrefixes);
    const service = textOf(entry?.type);
    const foreign = prefixes.find((prefix) => service !== undefined && typeof prefix === 'string' && !prefix.startsWith(`arn:aws:${service}:`));
    return [
      ...(name !== undefined && listOf(resources).findIndex((other) => other?.name === name) < index
        ? [{ path: `${path}.name`, message: 'is used twice; choose another name', value: name }]
        : []),
      ...(foreign
        ? [{ path: `${path}.arnPrefixes`, message: `must begin with arn:aws:${service}: as the type says; correct the type or the ARN`, value: foreign }]
        : []),
      ...(prefixes.length === 0 && acknowledgeCost !== true
        ? [
            {
              path: 'logging.dataEvents.acknowledgeCost',
              message: `must be true: ${path} names no arnPrefixes, so every call on ${service ?? 'it'} in the organization costs 0.10 USD for 100,000; set it, or name arnPrefixes`,
              value: acknowledgeCost,
            },
          ]
        : []),
    ];
  });
}

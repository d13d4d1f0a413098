import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { listOf, textOf } from './loose';

/** Data events that nobody priced, and selectors that CloudTrail would refuse. */
export function loggingMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return [...dataEventMistakes(input), ...archiveMistakes(input?.logging?.archive ?? {})];
}

/** Logs that go before their lock does, and a lock that nobody can take back. */
function archiveMistakes({ lock = {}, coldAfterDays = 90, keepDays = 400 }: Loose): Mistake[] {
  const days = lock?.days ?? 30;
  return [
    ...(lock?.mode === 'COMPLIANCE' && lock.acknowledgeIrreversible !== true
      ? [
          {
            path: 'logging.archive.lock.acknowledgeIrreversible',
            message: 'must be true: nobody can take a COMPLIANCE lock away or delete a log before its end; set it, or choose GOVERNANCE',
            value: lock.acknowledgeIrreversible,
          },
        ]
      : []),
    ...(keepDays < days
      ? [
          {
            path: 'logging.archive.keepDays',
            message: `is below logging.archive.lock.days (${days}), so nothing would be deleted on time; keep logs longer, or lock them shorter`,
            value: keepDays,
          },
        ]
      : []),
    ...(keepDays <= coldAfterDays
      ? [
          {
            path: 'logging.archive.coldAfterDays',
            message: `must be below keepDays (${keepDays}): S3 refuses to move what it deletes; move logs earlier, or keep them longer`,
            value: coldAfterDays,
          },
        ]
      : []),
  ];
}

function dataEventMistakes(input: Loose): Mistake[] {
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

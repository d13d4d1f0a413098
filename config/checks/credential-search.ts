import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { DETECTION_STEPS, includesStep } from '../detection-steps';
import { listOf } from './loose';

/** People who believe that something is looked for. */
export function credentialSearchMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const step = input?.detection ?? 'native';
  const known = DETECTION_STEPS.find((one) => one === step);
  const given = input?.credentialSearch?.personalData;
  const listed = listOf(given);
  return [
    ...(given !== undefined && known && !includesStep(known, 'correlated')
      ? [
          {
            path: 'credentialSearch.personalData',
            message: `needs detection: 'correlated' or higher (it is '${known}'), or nothing is looked for; raise detection, or remove it`,
            value: given,
          },
        ]
      : []),
    ...listed.flatMap((name, index): Mistake[] =>
      typeof name === 'string' && listed.indexOf(name) < index
        ? [{ path: `credentialSearch.personalData.${index}`, message: 'is listed twice; remove one', value: name }]
        : [],
    ),
  ];
}

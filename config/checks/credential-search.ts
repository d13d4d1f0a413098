import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { DETECTION_STEPS, includesStep } from '../detection-steps';

/** People who believe that something is looked for. */
export function credentialSearchMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const step = input?.detection ?? 'native';
  const known = DETECTION_STEPS.find((one) => one === step);
  const given = input?.credentialSearch?.personalData;
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
  ];
}

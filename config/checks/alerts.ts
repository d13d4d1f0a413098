import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { DETECTION_STEPS, includesStep } from '../detection-steps';
import { entriesOf } from './loose';

/** People who believe that they are told. */
export function alertMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const step = input?.detection ?? 'native';
  const known = DETECTION_STEPS.find((one) => one === step);
  const given = entriesOf(input?.alerts, '').some(({ value }) => value !== undefined);
  return given && known && !includesStep(known, 'correlated')
    ? [
        {
          path: 'alerts',
          message: `needs detection: 'correlated' or higher (it is '${known}'), or nobody is told; raise detection, or remove it`,
          value: input.alerts,
        },
      ]
    : [];
}

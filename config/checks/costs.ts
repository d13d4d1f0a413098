import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { entriesOf } from './loose';

/** Shield Advanced: 3,000 USD a month with a commitment of one year (AWS Shield pricing, read 2026-11). */
export const SHIELD_ADVANCED_MONTHLY_USD = 3000;

export function costMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return entriesOf(input?.environments, 'environments')
    .filter(({ value }) => value?.shieldAdvanced?.enabled === true && value.shieldAdvanced.acknowledgeMonthlyCostUsd !== SHIELD_ADVANCED_MONTHLY_USD)
    .map(({ path, value }) => ({
      path: `${path}.shieldAdvanced.acknowledgeMonthlyCostUsd`,
      message: `must be ${SHIELD_ADVANCED_MONTHLY_USD}: Shield Advanced costs ${SHIELD_ADVANCED_MONTHLY_USD} USD a month with a commitment of one year; set it to acknowledge the cost, or set enabled to false`,
      value: value.shieldAdvanced.acknowledgeMonthlyCostUsd,
    }));
}

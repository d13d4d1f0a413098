import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { dataClasses as classes } from '../data-class-schema';
import { entriesOf } from './loose';

const DEFAULT_MINIMUM = 7;

/** A lock that AWS Backup cannot keep to, or that nobody can take back. */
export function backupMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const lock = input?.backup?.lock ?? {};
  const minimum = lock.minRetentionDays ?? DEFAULT_MINIMUM;
  return [
    ...uselessAccount(input),
    ...(input?.backup?.copyTo === 'backup' && !input?.accounts?.backup
      ? [{ path: 'backup.copyTo', message: 'needs an account of that name in accounts; add accounts.backup, or choose log-archive', value: 'backup' }]
      : []),
    ...(lock.mode === 'COMPLIANCE' && lock.acknowledgeIrreversible !== true
      ? [
          {
            path: 'backup.lock.acknowledgeIrreversible',
            message:
              'must be true: after the days of grace nobody can take a COMPLIANCE lock away or delete a backup before its end; set it, or choose GOVERNANCE',
            value: lock.acknowledgeIrreversible,
          },
        ]
      : []),
    ...entriesOf(input?.dataClasses, 'dataClasses')
      .filter(
        ({ name, value }) => name in classes.shape && typeof value?.retentionDays === 'number' && typeof minimum === 'number' && value.retentionDays < minimum,
      )
      .map(({ path, value }) => ({
        path: `${path}.retentionDays`,
        message: `is below backup.lock.minRetentionDays (${minimum}), so AWS Backup would fail its jobs; keep it longer, or lower the minimum`,
        value: value.retentionDays,
      })),
  ];
}

/** Two stacks, an account and a vault for nothing. An account that is on its way out keeps its copies until they expire. */
function uselessAccount(input: Loose): Mistake[] {
  const { copyTo } = input?.backup ?? {};
  const account = input?.accounts?.backup;
  if (!account || copyTo === 'backup' || ['suspended', 'retired'].includes(account.status)) return [];
  return [
    {
      path: 'accounts.backup',
      message:
        'keeps copies that nobody makes: backup.copyTo does not name it; set backup.copyTo to backup, remove the account, or set its status to suspended or retired where copies already lie there',
      value: copyTo,
    },
  ];
}

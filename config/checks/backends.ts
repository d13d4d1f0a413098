import { stateBucketName } from '../../lib/naming';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { placeholderAccountId } from '../placeholders';
import { entriesOf, textOf } from './loose';

/**
 * Two environments must never share bucket and key: one apply would overwrite the other's state.
 * (Lengths need no check: 20 + 20 characters of names make bucket names of at most 60, and S3 takes 63.)
 */
export function backendMistakes(input: Loose, ids: AccountIds): Mistake[] {
  const organization = textOf(input?.organization?.name);
  if (!organization) return [];
  const first = new Map<string, string>([
    [stateBucketName(organization, 'org', ids.organization?.managementAccountId ?? placeholderAccountId('management')), 'accounts.management'],
  ]);
  const members = [...entriesOf(input?.accounts, 'accounts').filter(({ name }) => name !== 'management'), ...entriesOf(input?.environments, 'environments')];
  return members.flatMap(({ name, path, value }) => {
    const bucket = stateBucketName(organization, name, ids.accounts[name] ?? textOf(value?.importId) ?? placeholderAccountId(name));
    const other = first.get(bucket);
    first.set(bucket, path);
    if (other) return [{ path, message: `would keep its state in the same bucket and key as ${other}; give it another name`, value: bucket }];
    return [];
  });
}

import { stateBucketName } from '../../lib/naming';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { placeholderAccountId } from '../placeholders';
import { entriesOf, textOf } from './loose';

/** S3: bucket names have 3 to 63 characters (AWS S3 user guide, bucket naming rules). */
const BUCKET_NAME_MAX = 63;

/** Two environments must never share bucket and key: one apply would overwrite the other's state. */
export function backendMistakes(input: Loose, ids: AccountIds): Mistake[] {
  const organization = textOf(input?.organization?.name);
  if (!organization) return [];
  const first = new Map<string, string>([[stateBucketName(organization, 'org', ids.organization?.managementAccountId ?? placeholderAccountId('management')), 'accounts.management']]);
  const members = [...entriesOf(input?.accounts, 'accounts').filter(({ name }) => name !== 'management'), ...entriesOf(input?.environments, 'environments')];
  return members.flatMap(({ name, path, value }) => {
    const bucket = stateBucketName(organization, name, ids.accounts[name] ?? textOf(value?.importId) ?? placeholderAccountId(name));
    const other = first.get(bucket);
    first.set(bucket, path);
    if (other) return [{ path, message: `would keep its state in the same bucket and key as ${other}; give it another name`, value: bucket }];
    if (bucket.length > BUCKET_NAME_MAX) return [{ path, message: `makes a bucket name of ${bucket.length} characters, ${BUCKET_NAME_MAX} are allowed; shorten organization.name or this name`, value: bucket }];
    return [];
  });
}

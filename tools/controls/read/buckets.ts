import { administrator, evaluateCall } from '../../can/corpus';
import type { Violation } from '../check';
import type { Estate, Found, Scope } from '../estate';
import { companion, each, oneInEach, wrong } from './resources';

export const BLOCKED = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
export const notBlocked = (attributes: Readonly<Record<string, unknown>>): string | false => {
  const open = BLOCKED.filter((one) => attributes[one] !== true);
  return open.length > 0 && `leaves ${open.join(', ')} open`;
};

/** Each bucket blocks public access, and so does its account. */
export const publicAccessBlocked = (estate: Estate, scope: Scope = 'every account'): Violation[] => [
  ...oneInEach(estate, scope, 'aws_s3_account_public_access_block', notBlocked),
  ...companion(estate, 'aws_s3_bucket', { type: 'aws_s3_bucket_public_access_block', by: 'bucket', judge: notBlocked }),
];

/** Requests that a bucket's own policy must deny, evaluated for each bucket that a concern holds for. */
export async function refusedByBuckets(
  estate: Estate,
  as: string,
  actions: readonly string[],
  context: Readonly<Record<string, string>>,
): Promise<Violation[]> {
  estate.of('aws_s3_bucket_policy');
  const found = each(estate, 'aws_s3_bucket', () => undefined);
  for (const bucket of estate.of('aws_s3_bucket')) {
    for (const action of actions) {
      const arn = `arn:aws:s3:::${bucket.attributes.bucket}${/Object/.test(action) ? '/key' : ''}`;
      const { id } = estate.blueprint.accounts[bucket.account] ?? {};
      const principal = administrator(as.replace('{account}', id ?? ''));
      const { allowed } = await evaluateCall(estate.synthesized, principal, { action, resources: [arn], context, resourceAccount: id }, ['resource'], true);
      if (allowed) found.push(wrong(bucket, `its policy lets ${action} pass`));
    }
  }
  return found;
}

/** The bucket that the organization's trail writes to. */
export const trailBuckets = (estate: Estate): Found[] => {
  const written = estate.of('aws_cloudtrail').map(({ attributes }) => attributes.s3_bucket_name);
  return estate.of('aws_s3_bucket').filter(({ attributes }) => written.includes(attributes.bucket));
};

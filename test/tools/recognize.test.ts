import { recognize } from '../../tools/bootstrap/recognize';

const some = { addresses: ['aws_kms_key.key', 'aws_s3_bucket.bucket'] };
const none = { addresses: [] };

describe('where an interrupted bootstrap goes on', () => {
  it.each([
    ['never ran', { bucketExists: false }, 'apply-locally'],
    ['killed while applying, before the bucket', { bucketExists: false, local: some }, 'apply-locally'],
    ['killed while applying, after the bucket', { bucketExists: true, local: some }, 'apply-locally'],
    ['killed before the migration', { bucketExists: true, local: some, migrating: some.addresses }, 'migrate'],
    ['killed in the migration: an empty state arrived', { bucketExists: true, local: some, migrating: some.addresses, remote: none }, 'migrate'],
    ['killed after the migration', { bucketExists: true, local: some, migrating: some.addresses, remote: some }, 'clean-up'],
    [
      'killed after the migration, applied by others since',
      { bucketExists: true, local: some, migrating: some.addresses, remote: { addresses: [...some.addresses, 'aws_iam_role.role'] } },
      'clean-up',
    ],
    ['done', { bucketExists: true, remote: some }, 'apply-remotely'],
    [
      'the work folder was applied further after the marker',
      { bucketExists: true, local: { addresses: [...some.addresses, 'aws_iam_role.role'] }, migrating: some.addresses },
      'apply-locally',
    ],
    ['the bucket is there and every state is lost', { bucketExists: true }, 'refuse'],
    ['a stale local state beside a remote one', { bucketExists: true, local: some, remote: some }, 'refuse'],
    ['somebody else wrote the remote state', { bucketExists: true, local: some, migrating: some.addresses, remote: { addresses: ['aws_vpc.vpc'] } }, 'refuse'],
  ])('%s', (_name, situation, step) => {
    expect(recognize(situation).step).toBe(step);
  });

  it('says what to do when it refuses', () => {
    for (const situation of [{ bucketExists: true }, { bucketExists: true, local: some, remote: some }]) {
      expect(recognize(situation)).toEqual({ step: 'refuse', reason: expect.stringContaining('; ') });
    }
  });
});

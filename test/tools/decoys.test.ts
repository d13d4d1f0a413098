import type { IAMClient } from '@aws-sdk/client-iam';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Account } from '../../config/blueprint';
import type { WorkloadDecoyNames } from '../../lib/decoy-names';
import { credentialsFile, keysOf, newKey, placeInBucket } from '../../tools/decoys/access-key';
import { decoyReport } from '../../tools/decoys/report';
import { awsError } from '../support/fake-aws';

const names: WorkloadDecoyNames = {
  user: 'ledger-sync',
  group: 'ledger-software',
  secret: 'prod/billing/database',
  bucket: 'example-corp-prod-exports-444444444444',
  object: 'config/credentials',
  domain: 'vault.claims.example-corp.internal',
  owner: 'ledger',
};

/** IAM as far as keys of one user go. */
class FakeIam {
  readonly keys: { AccessKeyId: string; Status: string; CreateDate: Date }[] = [];
  private made = 0;
  constructor(before = 0) {
    for (let count = 0; count < before; count++) this.add();
  }
  get client(): IAMClient {
    return { send: async (command: { input: { AccessKeyId?: string } }) => this.answer(command.constructor.name, command.input) } as never;
  }
  private add() {
    this.made += 1;
    const key = { AccessKeyId: `key-${this.made}`, Status: 'Active', CreateDate: new Date(Date.UTC(2026, 0, this.made)) };
    this.keys.push(key);
    return key;
  }
  private answer(name: string, { AccessKeyId }: { AccessKeyId?: string }): object {
    if (name === 'ListAccessKeysCommand') return { AccessKeyMetadata: [...this.keys].reverse() };
    if (name === 'DeleteAccessKeyCommand')
      this.keys.splice(
        this.keys.findIndex((key) => key.AccessKeyId === AccessKeyId),
        1,
      );
    if (name !== 'CreateAccessKeyCommand') return {};
    if (this.keys.length > 1) throw awsError('LimitExceededException');
    return { AccessKey: { ...this.add(), SecretAccessKey: 'a-secret' } };
  }
}
const ids = ({ keys }: FakeIam) => keys.map(({ AccessKeyId }) => AccessKeyId);

it.each<[string, number, boolean, string[]]>([
  ['the first key', 0, false, ['key-1']],
  ['a second key beside the first', 1, false, ['key-1', 'key-2']],
  ['a key in place of one', 1, true, ['key-2']],
  ['a key in place of two', 2, true, ['key-3']],
])('%s', async (_what, before, replace, left) => {
  const iam = new FakeIam(before);
  const placed: string[] = [];
  await newKey(iam.client, names, replace, async ({ accessKeyId }) => void placed.push(accessKeyId));
  expect(ids(iam)).toEqual(left);
  expect(placed).toEqual([left.at(-1)]);
});

it('no third key is made', async () => {
  const iam = new FakeIam(2);
  await expect(newKey(iam.client, names, false, async () => {})).rejects.toThrow(
    'ledger-sync: has two access keys, got no --replace; IAM allows no third: pass --replace to delete them',
  );
  expect(ids(iam)).toEqual(['key-1', 'key-2']);
});

it('a key that could not be placed is gone again, and the one from before stays', async () => {
  const iam = new FakeIam(1);
  const failed = newKey(iam.client, names, true, async () => {
    throw awsError('NoSuchBucket');
  });
  await expect(failed).rejects.toThrow('NoSuchBucket');
  expect(ids(iam)).toEqual(['key-1']);
});

it('without its user it says which stack makes it', async () => {
  const iam = { send: async () => Promise.reject(awsError('NoSuchEntityException', 404)) } as never as IAMClient;
  await expect(keysOf(iam, names)).rejects.toThrow('ledger-sync: is no user of the account yet');
});

it('the key goes into the object and nowhere else', async () => {
  const sent: { input: Record<string, string> }[] = [];
  const s3 = { send: async (command: never) => void sent.push(command) } as never as S3Client;
  const text = credentialsFile({ accessKeyId: 'id', secretAccessKey: 'secret' }, names, 'eu-west-1');
  await placeInBucket(s3, names, text);
  expect(sent.map(({ input }) => [input.Bucket, input.Key, input.Body])).toEqual([[names.bucket, names.object, text]]);
  expect(text).toContain(names.domain);
});

it('the list shows the end of a key and never the key', () => {
  const report = decoyReport({ name: 'prod', id: '444444444444' } as Account, { role: 'r', parameter: '/p/q', workload: names }, 'eu-west-1', [
    { id: 'NOTAREALKEY1234', status: 'Active', made: new Date(0) },
  ]);
  expect(report).toContain('…1234  Active  made 1970-01-01');
  expect(report).not.toContain('NOTAREALKEY1234');
  for (const name of [names.user, names.secret, names.bucket, names.object, names.domain]) expect(report).toContain(name);
});

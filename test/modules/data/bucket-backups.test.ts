import { loadBlueprint } from '../../../config/load';
import { decide } from '../../../tools/can/decide';
import { managedPolicy } from '../../../tools/can/managed-policies';
import type { Principal } from '../../../tools/can/principals';
import { Synthesized } from '../../../tools/can/synthesized';
import type { TerraformJson } from '../../../tools/synthesis/synthesize';
import { exampleIds } from '../../fixtures/example';
import showcase from '../../fixtures/showcase';
import { careless, DEV, DOCUMENTS, showcaseOrganization } from '../../support/showcase';
import { resources, synth } from '../../support/synth';

const PROD = '444444444444';
/** Copies in the log archive, decoys, and dev is backed up. */
const input = showcase();
input.backup = { copyTo: 'log-archive' };
input.organization.backupPolicy = { environments: ['dev'] };
input.detection = 'deception';
input.alerts = { emails: { critical: ['security@example.com'] } };
const synthesis = synth(input);
const organization = new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synthesis.documents);

type Name = 'backup' | 'restore';
const MANAGED = {
  backup: 'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup',
  restore: 'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore',
};
/** A role with AWS's own policy for buckets; AWS Backup calls from outside our VPC. */
const who = (name: Name, account = DEV): Principal => ({
  arn: `arn:aws:iam::${account}:role/platform/service/${name}`,
  policies: [managedPolicy(MANAGED[name])],
});
const KEY = (account: string, name: string) => `arn:aws:kms:eu-west-1:${account}:alias/data/${name}`;
const VIA_S3 = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': DEV, 'aws:ViaAWSService': 'true' };

async function can(name: Name, action: string, resource: string, { from = DEV, of = DEV, on = organization, context = {} }: Asked = {}): Promise<boolean> {
  const keys: Record<string, string> = action.startsWith('kms:')
    ? { ...VIA_S3, 'kms:CallerAccount': from }
    : action.startsWith('s3:')
      ? { 's3:TlsVersion': '1.2' }
      : {};
  return (await decide(on, { principal: who(name, from), action, resource, resourceAccount: of, context: { ...keys, ...context } })).result === 'Allowed';
}
interface Asked {
  /** Account of the role, and of the resource. */
  readonly from?: string;
  readonly of?: string;
  readonly on?: Synthesized;
  readonly context?: Readonly<Record<string, string>>;
}

const bucketsOf = (stack: string) =>
  resources(synthesis, 'aws_s3_bucket').flatMap(({ stack: of, name, attributes }) =>
    of === stack ? [{ name, arn: `arn:aws:s3:::${attributes.bucket}` }] : [],
  );
const ON_BUCKET = [
  's3:GetBucketTagging',
  's3:GetInventoryConfiguration',
  's3:ListBucketVersions',
  's3:ListBucket',
  's3:GetBucketVersioning',
  's3:GetBucketLocation',
  's3:GetBucketAcl',
  's3:PutInventoryConfiguration',
  's3:GetBucketNotification',
  's3:PutBucketNotification',
];
const ON_OBJECT = ['s3:GetObjectAcl', 's3:GetObject', 's3:GetObjectVersionTagging', 's3:GetObjectVersionAcl', 's3:GetObjectTagging', 's3:GetObjectVersion'];
const KEYS = ['customer', 'application', 'operational', 'infrastructure', 'distribution/site'];
const RULE = `arn:aws:events:eu-west-1:${DEV}:rule/AwsBackupManagedRule1`;

describe('the nightly role', () => {
  it('does all that AWS Backup needs with every bucket that plans select: workloads, sites, access logs, decoys', async () => {
    const buckets = bucketsOf('dev');
    expect(buckets.map(({ name }) => name).sort()).toEqual([
      'decoys_bucket_bucket',
      'examples_access-logs_bucket',
      'examples_customers_documents_bucket',
      'examples_site_content_content_bucket',
    ]);
    for (const { arn } of buckets) {
      for (const action of ON_BUCKET) expect([arn, action, await can('backup', action, arn)]).toEqual([arn, action, true]);
      for (const action of ON_OBJECT) expect([arn, action, await can('backup', action, `${arn}/a`)]).toEqual([arn, action, true]);
    }
  });

  it('decrypts with the key of each class through S3, and hears of changes through EventBridge', async () => {
    for (const key of KEYS)
      for (const action of ['kms:Decrypt', 'kms:DescribeKey']) expect([key, action, await can('backup', action, KEY(DEV, key))]).toEqual([key, action, true]);
    for (const action of ['events:PutRule', 'events:PutTargets', 'events:EnableRule', 'events:RemoveTargets', 'events:DeleteRule'])
      expect([action, await can('backup', action, RULE)]).toEqual([action, true]);
  });

  it.each([
    ['s3:PutObject', `${DOCUMENTS}/a`],
    ['s3:DeleteObject', `${DOCUMENTS}/a`],
    ['s3:DeleteObjectVersion', `${DOCUMENTS}/a`],
    ['s3:PutObjectTagging', `${DOCUMENTS}/a`],
    ['s3:PutBucketPolicy', DOCUMENTS],
    ['s3:PutBucketVersioning', DOCUMENTS],
    ['s3:PutReplicationConfiguration', DOCUMENTS],
    ['s3:PutBucketLogging', DOCUMENTS],
  ])('cannot %s, even where IAM lets it', async (action, resource) => {
    const principal: Principal = { ...who('backup'), policies: [managedPolicy('arn:aws:iam::aws:policy/AdministratorAccess')] };
    expect((await decide(organization, { principal, action, resource, resourceAccount: DEV }, ['identity', 'resource'])).result).not.toBe('Allowed');
  });

  it('of one environment reaches no bucket and no key of another, nor states, which the plan leaves out', async () => {
    const prod = bucketsOf('prod');
    expect(prod.map(({ name }) => name)).toEqual(['decoys_bucket_bucket']);
    for (const { arn } of prod) expect(await can('backup', 's3:GetObject', `${arn}/a`, { of: PROD })).toBe(false);
    expect(await can('backup', 's3:GetObject', `${DOCUMENTS}/a`, { from: PROD })).toBe(false);
    expect(await can('backup', 'kms:Decrypt', KEY(PROD, 'customer'), { of: PROD })).toBe(false);
    const classes = resources(synthesis, 'aws_s3_bucket').flatMap(({ stack, name, attributes }) =>
      stack === 'dev-state' ? [[name, attributes.tags.DataClass]] : [],
    );
    expect(classes.sort()).toEqual([
      ['foundation_access-logs_bucket', 'infrastructure'],
      ['foundation_state_bucket', 'infrastructure'],
    ]);
    expect(await can('backup', 's3:GetObject', `arn:aws:s3:::example-corp-dev-state-${DEV}/dev/terraform.tfstate`)).toBe(false);
    const policy = resources(synthesis, 'aws_organizations_policy').find(({ attributes }) => attributes.type === 'BACKUP_POLICY')?.attributes.content;
    const plans = Object.entries<TerraformJson>(JSON.parse(policy).plans).map(([name, { selections }]) => [
      name,
      selections.tags[name.replace('platform-', '')].conditions,
    ]);
    expect(Object.fromEntries(plans)).toEqual({
      'platform-infrastructure': {
        string_not_like: { states: { condition_key: { '@@assign': 'aws:ResourceTag/Stack' }, condition_value: { '@@assign': '*-state' } } },
      },
    });
    expect(synthesis.documents.get('dev-state').provider.aws[0].default_tags[0].tags).toMatchObject({ Stack: 'dev-state', DataClass: 'infrastructure' });
  });

  it('reads no logs where copies lie: there nothing is backed up', () => {
    const attached = (stack: string) =>
      resources(synthesis, 'aws_iam_role_policy_attachment').flatMap(({ stack: of, attributes }) =>
        of === stack && /Backup/.test(attributes.policy_arn) ? [attributes.policy_arn.split('/').pop()] : [],
      );
    expect(attached('dev').sort()).toEqual([
      'AWSBackupServiceRolePolicyForBackup',
      'AWSBackupServiceRolePolicyForRestores',
      'AWSBackupServiceRolePolicyForS3Backup',
      'AWSBackupServiceRolePolicyForS3Restore',
    ]);
    expect(attached('log-archive')).toEqual(['AWSBackupServiceRolePolicyForBackup']);
  });
});

describe('the role of restores', () => {
  it.each([
    's3:PutObject',
    's3:PutObjectAcl',
    's3:PutObjectVersionAcl',
    's3:PutObjectTagging',
    's3:DeleteObject',
    's3:ListMultipartUploadParts',
    's3:GetObject',
    's3:GetObjectVersion',
    's3:GetObjectAcl',
    's3:GetObjectTagging',
  ])('may %s in a bucket of a workload, under the key of its class', async (action) => {
    expect(await can('restore', action, `${DOCUMENTS}/a`)).toBe(true);
  });

  it('encrypts through S3, and makes a new bucket beside the old one', async () => {
    for (const key of KEYS)
      for (const action of ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:DescribeKey'])
        expect([key, action, await can('restore', action, KEY(DEV, key))]).toEqual([key, action, true]);
    for (const action of ['s3:CreateBucket', 's3:PutBucketVersioning', 's3:PutBucketOwnershipControls', 's3:ListBucket'])
      expect([action, await can('restore', action, 'arn:aws:s3:::documents-restored')]).toEqual([action, true]);
  });

  it.each([
    ['opens a bucket', 's3:PutBucketPolicy', DOCUMENTS],
    ['stops its versions', 's3:PutBucketVersioning', DOCUMENTS],
    ['hands it to an access control list', 's3:PutBucketOwnershipControls', DOCUMENTS],
    ['has every object reported elsewhere', 's3:PutInventoryConfiguration', DOCUMENTS],
    ['deletes what was kept of an object', 's3:DeleteObjectVersion', `${DOCUMENTS}/a`],
  ])('never %s', async (_what, action, resource) => {
    expect(await can('restore', action, resource)).toBe(false);
  });

  it('writes under no key of somebody else, and in no other environment', async () => {
    const context = { 's3:x-amz-server-side-encryption-aws-kms-key-id': `arn:aws:kms:eu-west-1:${PROD}:key/0000` };
    expect(await can('restore', 's3:PutObject', `${DOCUMENTS}/a`, { context })).toBe(false);
    expect(await can('restore', 's3:PutObject', `${DOCUMENTS}/a`, { from: PROD })).toBe(false);
    expect(await can('restore', 'kms:GenerateDataKey', KEY(PROD, 'customer'), { of: PROD })).toBe(false);
  });
});

it.each([
  ['backup', 's3:GetObject', `${DOCUMENTS}/a`],
  ['backup', 's3:PutBucketNotification', DOCUMENTS],
  ['restore', 's3:PutObject', `${DOCUMENTS}/a`],
] as const)('the bucket opens for %s by name: without its name %s is denied, even beside a statement that allows everything', async (name, action, resource) => {
  const nobody = showcaseOrganization({
    bucket: (policy) => careless(JSON.parse(JSON.stringify(policy).replaceAll(`role/platform/service/${name}"`, 'role/platform/service/nobody"'))),
  });
  expect(await can(name, action, resource, { on: nobody })).toBe(false);
});

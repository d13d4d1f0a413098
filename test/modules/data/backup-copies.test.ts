import { loadBlueprint } from '../../../config/load';
import { Synthesized } from '../../../tools/can/synthesized';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { granting, keyOf, may, roleArn, through } from '../../support/key-access';
import { resources, synth } from '../../support/synth';

const BACKUP = '777777777777';
/** The organization without copies, with copies in the log archive, and with an account for them. */
function organization(copyTo?: 'log-archive' | 'backup') {
  const input = exampleInput();
  const ids = exampleIds();
  if (copyTo) input.backup = { copyTo };
  if (copyTo === 'backup') {
    input.accounts.backup = { email: 'aws+backup@example.com', status: 'active' };
    ids.accounts.backup = BACKUP;
  }
  const synthesis = synth(input, ids);
  return { synthesis, synthesized: new Synthesized(loadBlueprint(input, ids).blueprint, synthesis.documents) };
}
const none = organization();
const WITH = { 'log-archive': organization('log-archive'), backup: organization('backup') };
const SERVICE_LINKED = 'aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup';
const CLASSES = ['customer', 'application', 'operational', 'infrastructure'];
/** What the policy of the service-linked role lets it do with keys (AWSBackupServiceLinkedRolePolicyForBackup v31). */
const CALLS = ['kms:DescribeKey', 'kms:ReEncryptFrom', 'kms:GenerateDataKeyWithoutPlaintext'];

describe.each(['log-archive', 'backup'] as const)('copies to %s', (copies) => {
  const { synthesized, synthesis } = WITH[copies];
  const asks = (who: string, key: string, action: string, service = 'ec2', caller: string = copies) => {
    const context = through(synthesized, service, caller);
    return may(synthesized, who, key, [action, action === 'kms:CreateGrant' ? granting(context) : context], ['scp', 'rcp', 'resource']);
  };
  const copier = roleArn(synthesized, copies, SERVICE_LINKED);

  it('the role that copies reads snapshots of every class through EC2 and RDS, in the account that they come from', async () => {
    for (const environment of ['prod', 'dev', 'test'])
      for (const key of CLASSES)
        for (const service of ['ec2', 'rds'])
          for (const action of [...CALLS, 'kms:CreateGrant'])
            expect([environment, key, service, action, await asks(copier, keyOf(synthesized, environment, key), action, service)]).toEqual([
              environment,
              key,
              service,
              action,
              true,
            ]);
  });

  it.each<[string, string, string, string, string]>([
    ['a plaintext', copier, 'customer', 'kms:Decrypt', 'ec2'],
    ['objects', copier, 'customer', 'kms:ReEncryptFrom', 's3'],
    ['secrets', copier, 'secrets', 'kms:ReEncryptFrom', 'ec2'],
    ['logs', copier, 'logs', 'kms:ReEncryptFrom', 'ec2'],
    ['what it may not as an administrator there', roleArn(synthesized, copies, 'Admin'), 'customer', 'kms:ReEncryptFrom', 'ec2'],
    ['a role of the same name', roleArn(synthesized, copies, 'AWSServiceRoleForBackup'), 'customer', 'kms:ReEncryptFrom', 'ec2'],
    ['from an account that keeps no copies', roleArn(synthesized, 'security', SERVICE_LINKED), 'customer', 'kms:ReEncryptFrom', 'ec2'],
    ['from outside the organization', `arn:aws:iam::999999999999:role/${SERVICE_LINKED}`, 'customer', 'kms:ReEncryptFrom', 'ec2'],
  ])('nobody gets %s', async (_what, who, key, action, service) => {
    expect(await asks(who, keyOf(synthesized, 'prod', key), action, service)).toBe(false);
  });

  it('gives no grant but to AWS resources', async () => {
    const grant = granting(through(synthesized, 'ec2', copies), false);
    expect(await may(synthesized, copier, keyOf(synthesized, 'prod', 'customer'), ['kms:CreateGrant', grant])).toBe(false);
  });

  it('the way back: AWS Backup of an environment reads copies with their own key, and its vault takes them from there alone', async () => {
    const key = keyOf(synthesized, copies, 'backup-copies');
    for (const action of [...CALLS, 'kms:CreateGrant']) expect(await asks(roleArn(synthesized, 'prod', SERVICE_LINKED), key, action, 'rds', 'prod')).toBe(true);
    expect(await asks(roleArn(synthesized, 'prod', 'Admin'), key, 'kms:ReEncryptFrom', 'rds', 'prod')).toBe(false);
    const vault = `arn:aws:backup:eu-west-1:${synthesized.blueprint.accounts.prod?.id}:backup-vault:platform`;
    const into = (account: string) => may(synthesized, roleArn(synthesized, account, 'platform/service/backup'), vault, ['backup:CopyIntoBackupVault', {}]);
    expect([await into(copies), await into('dev'), await into('security')]).toEqual([true, false, false]);

    const policy = resources(synthesis, 'aws_backup_vault_policy').find(({ stack }) => stack === copies)?.attributes.policy;
    expect(JSON.parse(policy).Statement).toContainEqual(
      expect.objectContaining({
        Sid: 'DenyForeignCopies',
        Condition: { 'ForAnyValue:ArnNotLike': { 'backup:CopyTargets': expect.arrayContaining([vault]) } },
      }),
    );
  });

  it('the role that shares and the vault stand where copies lie, and no role that restores', () => {
    const names = resources(synthesis, 'aws_iam_role').flatMap(({ stack, attributes: { path, name } }) => (stack === copies ? [`${path}${name}`] : []));
    expect(names).toContain('/platform/service/backup');
    expect(names).not.toContain('/platform/service/restore');
  });

  it('nobody but the role of AWS Backup shares snapshots and images', async () => {
    for (const action of ['rds:ModifyDBSnapshotAttribute', 'rds:ModifyDBClusterSnapshotAttribute', 'ec2:ModifyImageAttribute']) {
      const asked = (role: string) => may(synthesized, roleArn(synthesized, 'prod', role), '*', [action, {}], ['scp']);
      expect([action, await asked('platform/service/backup'), await asked('platform/service/restore'), await asked('Admin')]).toEqual([
        action,
        true,
        false,
        false,
      ]);
    }
  });
});

it('without copies nobody from elsewhere reads, and the role of AWS Backup shares nothing', async () => {
  const { synthesized } = none;
  const key = keyOf(synthesized, 'prod', 'customer');
  const call = ['kms:ReEncryptFrom', through(synthesized, 'ec2', 'log-archive')] as const;
  expect(await may(synthesized, roleArn(synthesized, 'log-archive', SERVICE_LINKED), key, call)).toBe(false);
  const role = roleArn(synthesized, 'prod', 'platform/service/backup');
  expect(await may(synthesized, role, '*', ['rds:ModifyDBSnapshotAttribute', {}], ['scp'])).toBe(false);
});

it('an account for copies is an environment of its own, made before those that copy', () => {
  const stacks = [...WITH.backup.synthesis.documents.keys()];
  expect(stacks.indexOf('backup-state')).toBeGreaterThan(stacks.indexOf('org'));
  expect(stacks.indexOf('backup')).toBeGreaterThan(stacks.indexOf('backup-state'));
  expect(stacks.indexOf('backup')).toBeLessThan(stacks.indexOf('prod'));
  const backup = WITH.backup.synthesis.documents.get('backup');
  expect(backup.terraform.backend.s3.bucket).toBe(`example-corp-backup-state-${BACKUP}`);
  expect(backup.provider.aws[0].allowed_account_ids).toEqual([BACKUP]);
  // The same baseline as everywhere, and nothing of a workload.
  expect(resources(WITH.backup.synthesis, 'aws_config_configuration_recorder').filter(({ stack }) => stack === 'backup')).toHaveLength(3);
  expect(resources(WITH.backup.synthesis).filter(({ stack, type }) => stack === 'backup' && /^aws_(vpc|subnet|wafv2_web_acl)$/.test(type))).toEqual([]);
  expect(resources(WITH.backup.synthesis, 'aws_backup_vault').map(({ stack, attributes }) => `${stack} ${attributes.name}`)).toEqual([
    'backup copies',
    'prod platform',
    'dev platform',
    'test platform',
  ]);
});

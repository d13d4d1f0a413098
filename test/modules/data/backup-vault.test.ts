import { FULL_ACCESS } from '../../../tools/can/decide';
import { simulate } from '../../../tools/can/simulator';
import type { TerraformJson } from '../../../tools/synthesis/synthesize';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const PROD = '444444444444';
const ARCHIVE = '222222222222';
const ORGANIZATION = 'o-a1b2c3d4e5';
const input = exampleInput();
input.backup = { copyTo: 'log-archive' };
input.organization.backupPolicy = { environments: ['prod'] };
const copying = synth(input);
const example = synth(exampleInput());
const only = (synthesis: typeof example, type: string, stack: string, name?: string): TerraformJson => {
  const found = resources(synthesis, type).filter((each) => each.stack === stack && (!name || each.name === name));
  expect(found).toHaveLength(1);
  return found[0]?.attributes;
};

const role = (path: string, account = PROD) => `arn:aws:iam::${account}:role/${path}`;
const vault = (account: string, name: string) => `arn:aws:backup:eu-west-1:${account}:backup-vault:${name}`;
const POINT = 'arn:aws:backup:eu-west-1:444444444444:recovery-point:1eb3b5e7-9eb0-435a-a80b-108b488b0d45';
const OWN = vault(PROD, 'platform');
const COPIES = vault(ARCHIVE, 'copies');

/** Everybody is an administrator by IAM: what is denied is denied by the vault alone. */
async function asks(
  synthesis: typeof example,
  stack: string,
  owner: string,
  principal: string,
  action: string,
  context: Record<string, string | string[]> = {},
) {
  const account = principal.split(':')[4] as string;
  const policy = only(synthesis, 'aws_backup_vault_policy', stack).policy;
  const resource = action === 'backup:CopyIntoBackupVault' || /Vault(Access|Lock|$)/.test(action) ? (stack === 'prod' ? OWN : COPIES) : POINT;
  const { result } = await simulate({
    principal,
    action,
    resource,
    resourceAccount: owner,
    context: {
      'aws:PrincipalArn': principal,
      'aws:PrincipalAccount': account,
      'aws:PrincipalOrgID': ORGANIZATION,
      'aws:PrincipalIsAWSService': 'false',
      ...context,
    },
    identity: [FULL_ACCESS],
    serviceControl: [],
    resourceControl: [],
    resourcePolicy: { name: 'vault policy', document: JSON.parse(policy) },
  });
  return result === 'Allowed' ? 'allowed' : 'denied';
}

it.each<[string, string, string, Record<string, string | string[]>, 'allowed' | 'denied']>([
  ['an administrator deletes a recovery point', role('Admin'), 'backup:DeleteRecoveryPoint', {}, 'denied'],
  ['the apply role deletes a recovery point', role('platform/apply'), 'backup:DeleteRecoveryPoint', {}, 'denied'],
  ['the apply role takes the lock away', role('platform/apply'), 'backup:DeleteBackupVaultLockConfiguration', {}, 'denied'],
  ['the apply role shortens a backup', role('platform/apply'), 'backup:UpdateRecoveryPointLifecycle', {}, 'denied'],
  ['the apply role writes the policy', role('platform/apply'), 'backup:PutBackupVaultAccessPolicy', {}, 'allowed'],
  ['an administrator writes the policy', role('Admin'), 'backup:PutBackupVaultAccessPolicy', {}, 'denied'],
  ['break-glass deletes a recovery point', role('platform/break-glass'), 'backup:DeleteRecoveryPoint', {}, 'allowed'],
  ['AWS Backup ends what has expired', role('aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup'), 'backup:DeleteRecoveryPoint', {}, 'allowed'],
  ['the backup role ends what has expired', role('platform/service/backup'), 'backup:DeleteRecoveryPoint', {}, 'allowed'],
  ['a role that is called like it', role('backup'), 'backup:DeleteRecoveryPoint', {}, 'denied'],
  ['a restore starts', role('Admin'), 'backup:StartRestoreJob', {}, 'allowed'],
  ['a copy within the account', role('platform/service/backup'), 'backup:CopyFromBackupVault', { 'backup:CopyTargets': [vault(PROD, 'other')] }, 'allowed'],
  ['a copy into a foreign account', role('Admin'), 'backup:CopyFromBackupVault', { 'backup:CopyTargets': [vault('999999999999', 'theirs')] }, 'denied'],
  ['a foreign copy beside a good one', role('Admin'), 'backup:CopyFromBackupVault', { 'backup:CopyTargets': [OWN, vault('999999999999', 'theirs')] }, 'denied'],
  ['another organization reads', role('Admin', '999999999999'), 'backup:DescribeRecoveryPoint', { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' }, 'denied'],
])('vault of an environment: %s', async (_what, principal, action, context, expected) => {
  expect(await asks(example, 'prod', PROD, principal, action, context)).toBe(expected);
});

it('copies reach the configured account only when it is configured', async () => {
  const copy = { 'backup:CopyTargets': [COPIES] };
  expect(await asks(example, 'prod', PROD, role('platform/service/backup'), 'backup:CopyFromBackupVault', copy)).toBe('denied');
  expect(await asks(copying, 'prod', PROD, role('platform/service/backup'), 'backup:CopyFromBackupVault', copy)).toBe('allowed');
  expect(await asks(copying, 'log-archive', ARCHIVE, role('platform/service/backup'), 'backup:CopyIntoBackupVault')).toBe('allowed');
  const stranger = role('platform/service/backup', '999999999999');
  expect(await asks(copying, 'log-archive', ARCHIVE, stranger, 'backup:CopyIntoBackupVault', { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' })).toBe('denied');
  expect(await asks(copying, 'log-archive', ARCHIVE, role('Admin', ARCHIVE), 'backup:DeleteRecoveryPoint')).toBe('denied');
});

it('every workload account has vault, lock and roles under the names of the organization policy; the vault is stateful', () => {
  for (const stack of ['prod', 'dev', 'test']) {
    expect(only(example, 'aws_backup_vault', stack)).toMatchObject({ name: 'platform', force_destroy: false, lifecycle: { prevent_destroy: true } });
    expect(only(example, 'aws_backup_vault_lock_configuration', stack)).toMatchObject({ min_retention_days: 7, max_retention_days: 3653 });
    expect(only(example, 'aws_backup_vault_lock_configuration', stack).changeable_for_days).toBeUndefined();
    expect(only(example, 'aws_iam_role', stack, 'backup-roles_backup')).toMatchObject({ name: 'backup', path: '/platform/service/' });
    expect(only(example, 'aws_iam_role', stack, 'backup-roles_restore')).toMatchObject({ name: 'restore', path: '/platform/service/' });
  }
  expect(resources(example, 'aws_backup_vault').map(({ stack }) => stack)).toEqual(['prod', 'dev', 'test']);
});

it('a lock turns to compliance mode only when asked for', () => {
  const strict = exampleInput();
  strict.backup = { lock: { mode: 'COMPLIANCE', acknowledgeIrreversible: true, graceDays: 5 } };
  expect(only(synth(strict), 'aws_backup_vault_lock_configuration', 'prod').changeable_for_days).toBe(5);
});

it('the organization policy copies each class into the other account, which the management account has switched on', () => {
  const content = resources(copying, 'aws_organizations_policy').find(({ attributes }) => attributes.type === 'BACKUP_POLICY')?.attributes.content;
  const plans = Object.values<TerraformJson>(JSON.parse(content).plans);
  expect(plans).toHaveLength(4);
  for (const { rules } of plans) {
    expect(rules.nightly.copy_actions[COPIES].target_backup_vault_arn).toEqual({ '@@assign': COPIES });
    expect(rules.nightly.copy_actions[COPIES].lifecycle).toEqual(rules.nightly.lifecycle);
  }
  expect(only(copying, 'aws_backup_global_settings', 'org-management').global_settings).toEqual({ isCrossAccountBackupEnabled: 'true' });
  expect(resources(example, 'aws_backup_global_settings')).toEqual([]);
});

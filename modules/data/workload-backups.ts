import type { Construct } from 'constructs';
import { accountNamed, type Blueprint, type Environment } from '../../config/blueprint';
import { vaultArn } from '../../lib/arn';
import { BACKUP_COPIES_VAULT, BACKUP_VAULT } from '../../lib/naming';
import type { CopyingAccounts } from '../../policies/key/backup-copies';
import { BackupRoles } from './backup-roles';
import { BackupVault } from './backup-vault';

/** Id of the account that second copies go to; undefined when there are none. */
const copyAccountOf = (blueprint: Blueprint): string | undefined =>
  blueprint.backup.copyTo === undefined ? undefined : accountNamed(blueprint, blueprint.backup.copyTo).id;

/** Whom the keys of an environment let copy; undefined when nobody does. */
export function copyingAccounts(blueprint: Blueprint): CopyingAccounts | undefined {
  const account = copyAccountOf(blueprint);
  return account === undefined ? undefined : { organizationId: blueprint.organization.id, accounts: [account] };
}

/** Vault and roles of an environment's backups: without them the organization's backup policy fails every night, in silence. */
export function workloadBackups(scope: Construct, blueprint: Blueprint, { account }: Environment, keyArn: string): void {
  const { organization, regions, backup } = blueprint;
  const copies = copyAccountOf(blueprint);
  new BackupVault(scope, 'backup', {
    name: BACKUP_VAULT,
    account: account.id,
    region: regions.home,
    organizationId: organization.id,
    keyArn,
    lock: backup.lock,
    copyTargets: [vaultArn(regions.home, account.id, '*'), ...(copies ? [vaultArn(regions.home, copies, BACKUP_COPIES_VAULT)] : [])],
    ...(copies ? { receivesCopies: copies } : {}), // a copy comes back before it is restored
  });
  new BackupRoles(scope, 'backup-roles', { account: account.id });
}

import { Construct } from 'constructs';
import type { Account, Blueprint } from '../../config/blueprint';
import { vaultArn } from '../../lib/arn';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { BACKUP_COPIES_VAULT, BACKUP_VAULT, dataKeyAlias } from '../../lib/naming';
import { allowKeyAdministration, allowReadingKeySettings, denyKeyLoss, denyUseByKeyAdministrators } from '../../policies/key/administration';
import { allowBackupCopies } from '../../policies/key/backup-copies';
import { keyAdministrators } from '../../policies/key/key-context';
import { allowGrantsForServices, allowUseThroughServices } from '../../policies/key/use';
import { policyDocument } from '../../policies/policy-document';
import { BackupRoles } from './backup-roles';
import { BackupVault } from './backup-vault';

export interface BackupCopiesProps {
  readonly account: string;
  readonly region: string;
  readonly organizationId: string;
  readonly lock: Blueprint['backup']['lock'];
  /** Ids of the accounts whose backups come here, and may go back: AWS Backup restores in no other account than its own. */
  readonly sources: readonly string[];
}

/** A second copy in another account, under a key of its own: whoever owns the first account owns no backup of it. */
export class BackupCopies extends Construct {
  constructor(scope: Construct, id: string, props: BackupCopiesProps) {
    super(scope, id);
    const { account, region, organizationId, sources } = props;
    const context = { account, region, administrators: keyAdministrators(account) };
    const key = customerManagedKey(this, {
      region,
      description: 'Copies of backups of other accounts',
      tags: dataTags('customer'),
      aliasName: dataKeyAlias('backup-copies'),
      policy: policyDocument(
        allowKeyAdministration(context),
        allowReadingKeySettings(context),
        allowUseThroughServices(context, SERVICES),
        allowGrantsForServices(context, SERVICES),
        ...allowBackupCopies(context, { organizationId, accounts: sources }),
        denyUseByKeyAdministrators(context),
        denyKeyLoss(context),
      ),
    });
    new BackupVault(this, 'copies', {
      ...props,
      name: BACKUP_COPIES_VAULT,
      keyArn: key.arn,
      copyTargets: [vaultArn(region, account, '*'), ...sources.map((source) => vaultArn(region, source, BACKUP_VAULT))],
      receivesCopies: 'organization',
    });
    new BackupRoles(this, 'roles', { account, restores: false });
  }
}

/** Services whose backups are copied: each makes the copy with the key of the vault. */
const SERVICES = ['backup', 'dynamodb', 'ec2', 'elasticfilesystem', 'rds', 's3'];

/** The copies of every environment, in the account that keeps them. */
export const backupCopies = (scope: Construct, { organization, regions, backup, environments }: Blueprint, account: Account): BackupCopies =>
  new BackupCopies(scope, 'backup', {
    account: account.id,
    region: regions.home,
    organizationId: organization.id,
    lock: backup.lock,
    sources: environments.map((environment) => environment.account.id),
  });

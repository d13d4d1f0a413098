import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { vaultArn } from '../../lib/arn';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { BACKUP_COPIES_VAULT, dataKeyAlias } from '../../lib/naming';
import { allowKeyAdministration, allowReadingKeySettings, denyKeyLoss, denyUseByKeyAdministrators } from '../../policies/key/administration';
import { keyAdministrators } from '../../policies/key/key-context';
import { allowGrantsForServices, allowUseThroughServices } from '../../policies/key/use';
import { policyDocument } from '../../policies/policy-document';
import { BackupVault } from './backup-vault';

export interface BackupCopiesProps {
  readonly account: string;
  readonly region: string;
  readonly organizationId: string;
  readonly lock: Blueprint['backup']['lock'];
}

/** A second copy in another account, under a key of its own: whoever owns the first account owns no backup of it. */
export class BackupCopies extends Construct {
  constructor(scope: Construct, id: string, props: BackupCopiesProps) {
    super(scope, id);
    const { account, region } = props;
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
        denyUseByKeyAdministrators(context),
        denyKeyLoss(context),
      ),
    });
    new BackupVault(this, 'copies', {
      ...props,
      name: BACKUP_COPIES_VAULT,
      keyArn: key.arn,
      copyTargets: [vaultArn(region, account, '*')],
      receivesCopies: true,
    });
  }
}

/** Services whose backups are copied: each makes the copy with the key of the vault. */
const SERVICES = ['backup', 'dynamodb', 'ec2', 'elasticfilesystem', 'rds', 's3'];

import { BackupGlobalSettings } from '@cdktf/provider-aws/lib/backup-global-settings';
import { Construct } from 'constructs';

/** Without this setting of the management account AWS Backup fails every copy into another account, without an error in the apply. */
export class CrossAccountBackup extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new BackupGlobalSettings(this, 'settings', { globalSettings: { isCrossAccountBackupEnabled: 'true' } });
  }
}

import type { Construct } from 'constructs';
import type { Blueprint } from '../config/blueprint';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { Baselines } from '../modules/account/baselines';
import { backupCopies } from '../modules/data/backup-copies';

/** The account that holds second copies of backups and nothing else: whoever reads logs for a living has no business here. */
export class BackupStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    backupCopies(this, blueprint, account);
    new Baselines(this, 'baseline', { blueprint, account });
  }
}

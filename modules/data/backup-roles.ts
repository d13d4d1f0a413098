import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import { BACKUP_ROLE, RESTORE_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { serviceTrust } from '../../policies/role/trust';

const BACKUP = [BACKUP_ROLE, 'Backup'] as const;
const RESTORES = [RESTORE_ROLE, 'Restores'] as const;
const MANAGED = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor';

export interface BackupRolesProps {
  readonly account: string;
  /**
   * Is anything restored here? Not where copies lie: they go back first.
   * @default true
   */
  readonly restores?: boolean;
}

/** Two roles, so that what runs every night cannot overwrite data by a restore. */
export class BackupRoles extends Construct {
  constructor(scope: Construct, id: string, { account, restores = true }: BackupRolesProps) {
    super(scope, id);
    for (const [name, policy] of restores ? [BACKUP, RESTORES] : [BACKUP]) {
      const role = new IamRole(this, name, { name, path: SERVICE_ROLE_PATH, assumeRolePolicy: minify(serviceTrust('backup.amazonaws.com', account)) });
      new IamRolePolicyAttachment(this, `${name}-policy`, { role: role.name, policyArn: `${MANAGED}${policy}` });
    }
  }
}

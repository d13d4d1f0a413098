import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import { BACKUP_ROLE, RESTORE_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { serviceTrust } from '../../policies/role/trust';

/** AWS's policies of the two roles: one for most services, one for buckets (AWS Backup developer guide, "Prerequisites for S3 backups"). */
const BACKUP = { name: BACKUP_ROLE, base: 'Backup', buckets: 'S3Backup' } as const;
const RESTORES = { name: RESTORE_ROLE, base: 'Restores', buckets: 'S3Restore' } as const;
const policyName = (name: string) => `AWSBackupServiceRolePolicyFor${name}`;

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
    for (const { name, base, buckets } of restores ? [BACKUP, RESTORES] : [BACKUP]) {
      const role = new IamRole(this, name, { name, path: SERVICE_ROLE_PATH, assumeRolePolicy: minify(serviceTrust('backup.amazonaws.com', account)) });
      new IamRolePolicyAttachment(this, `${name}-policy`, { role: role.name, policyArn: `arn:aws:iam::aws:policy/service-role/${policyName(base)}` });
      // Where copies lie nothing is backed up: there the role reads no bucket, least of all those of logs.
      if (restores) new IamRolePolicyAttachment(this, `${name}-buckets`, { role: role.name, policyArn: `arn:aws:iam::aws:policy/${policyName(buckets)}` });
    }
  }
}

import { BackupVault as Vault } from '@cdktf/provider-aws/lib/backup-vault';
import { BackupVaultLockConfiguration } from '@cdktf/provider-aws/lib/backup-vault-lock-configuration';
import { BackupVaultPolicy } from '@cdktf/provider-aws/lib/backup-vault-policy';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { dataTags } from '../../lib/data-tags';
import {
  allowCopies,
  denyBackupLoss,
  denyForeignCopies,
  denyVaultOutsideOrganization,
  denyVaultPolicyChanges,
  type VaultContext,
} from '../../policies/backup/vault-access';
import { minify, policyDocument } from '../../policies/policy-document';

export interface BackupVaultProps extends VaultContext {
  readonly name: string;
  readonly region: string;
  /** A key of class customer: backups of every class lie in one vault, and the strictest opens to fewest. */
  readonly keyArn: string;
  readonly lock: Blueprint['backup']['lock'];
  /**
   * Who copies into it: every account of the organization, or one by its id.
   * @default no other account
   */
  readonly receivesCopies?: 'organization' | string;
}

/** Ten years, as the longest retention of a class: a lock without a maximum lets a plan keep (and bill) for ever. */
const MAXIMUM_DAYS = 3653;

/** Backups that outlive who deletes the data: locked, and closed to everybody's deletions, foreign copies and other organizations. */
export class BackupVault extends Construct {
  constructor(scope: Construct, id: string, props: BackupVaultProps) {
    super(scope, id);
    const { region, lock } = props;
    const vault = new Vault(this, 'vault', { region, name: props.name, kmsKeyArn: props.keyArn, forceDestroy: false, tags: dataTags('customer') });
    new BackupVaultLockConfiguration(this, 'lock', {
      region,
      backupVaultName: vault.name,
      minRetentionDays: lock.minRetentionDays,
      maxRetentionDays: MAXIMUM_DAYS,
      // With a grace time the lock turns to compliance mode: after it nobody, AWS included, can take it away.
      ...(lock.mode === 'COMPLIANCE' ? { changeableForDays: lock.graceDays } : {}),
    });
    new BackupVaultPolicy(this, 'policy', {
      region,
      backupVaultName: vault.name,
      policy: minify(
        policyDocument(
          ...(props.receivesCopies ? [allowCopies(props, props.receivesCopies)] : []),
          denyBackupLoss(props),
          denyVaultPolicyChanges(props),
          denyForeignCopies(props),
          denyVaultOutsideOrganization(props),
        ),
      ),
    });
  }
}

import { iamRoleArn, platformRoleArn } from '../../lib/arn';
import { BACKUP_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import type { PolicyStatement } from '../policy-document';

export interface VaultContext {
  readonly account: string;
  readonly organizationId: string;
  /** ARN patterns of the vaults that recovery points may be copied into. */
  readonly copyTargets: readonly string[];
}

/** AWS Backup ends what has expired as this role, or as the role that made the recovery point (AWS Backup developer guide, service-linked roles). */
const expiryRoles = (account: string): string[] => [
  iamRoleArn(account, '/aws-service-role/backup.amazonaws.com/', 'AWSServiceRoleForBackup'),
  iamRoleArn(account, SERVICE_ROLE_PATH, BACKUP_ROLE),
];

/** Ransom begins with the backups: nobody in the account shortens or deletes what is in the vault, not even its pipeline. */
export const denyBackupLoss = ({ account }: VaultContext): PolicyStatement => ({
  Sid: 'DenyBackupLoss',
  Effect: 'Deny',
  Principal: '*',
  Action: [
    'backup:DeleteBackupVault',
    'backup:DeleteBackupVaultLockConfiguration',
    'backup:DeleteRecoveryPoint',
    'backup:DisassociateRecoveryPoint',
    'backup:DisassociateRecoveryPointFromParent',
    'backup:UpdateRecoveryPointLifecycle',
  ],
  Resource: '*',
  Condition: { ArnNotLike: { 'aws:PrincipalArn': [platformRoleArn(account, 'break-glass'), ...expiryRoles(account)] } },
});

/** Whoever may write this policy may take the other statements away: the pipeline, after review, and break-glass. */
export const denyVaultPolicyChanges = ({ account }: VaultContext): PolicyStatement => ({
  Sid: 'DenyVaultPolicyChanges',
  Effect: 'Deny',
  Principal: '*',
  Action: ['backup:DeleteBackupVaultAccessPolicy', 'backup:PutBackupVaultAccessPolicy', 'backup:PutBackupVaultLockConfiguration'],
  Resource: '*',
  Condition: { ArnNotLike: { 'aws:PrincipalArn': [platformRoleArn(account, 'apply'), platformRoleArn(account, 'break-glass')] } },
});

/** A copy in a vault of the attacker is a theft of all data at once. */
export const denyForeignCopies = ({ copyTargets }: VaultContext): PolicyStatement => ({
  Sid: 'DenyForeignCopies',
  Effect: 'Deny',
  Principal: '*',
  Action: 'backup:CopyFromBackupVault',
  Resource: '*',
  Condition: { 'ForAnyValue:ArnNotLike': { 'backup:CopyTargets': copyTargets } },
});

/** Credentials of another organization must not reach the vault even when a statement elsewhere allows them. */
export const denyVaultOutsideOrganization = ({ organizationId }: VaultContext): PolicyStatement => ({
  Sid: 'DenyOutsideOrganization',
  Effect: 'Deny',
  Principal: '*',
  Action: 'backup:*',
  Resource: '*',
  Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
});

/** Accounts of the organization, or the one that keeps copies, copy into the vault and do nothing else with it. */
export const allowCopies = ({ organizationId }: VaultContext, from: 'organization' | string): PolicyStatement => ({
  Sid: 'AllowCopies',
  Effect: 'Allow',
  Principal: '*',
  Action: 'backup:CopyIntoBackupVault',
  Resource: '*',
  Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId, ...(from === 'organization' ? {} : { 'aws:PrincipalAccount': from }) } },
});

import { iamRoleArn } from '../../lib/arn';
import type { Conditions, PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

/** Accounts between which AWS Backup copies, and the organization that they belong to. */
export interface CopyingAccounts {
  readonly organizationId: string;
  /** Ids of the accounts whose AWS Backup comes here for a copy. */
  readonly accounts: readonly string[];
}

/** The role that a copy is made with, in the account that it goes to. */
export const copyingRole = (account: string): string => iamRoleArn(account, '/aws-service-role/backup.amazonaws.com/', 'AWSServiceRoleForBackup');
/** Services whose snapshots lie under the key of the resource, not of the vault. */
const SERVICES = ['ec2', 'rds'];

/**
 * "The act of copying is performed by your destination account's service linked role" (AWS Backup developer guide, Creating backup copies
 * across AWS accounts), and a snapshot lies under the key of what it was made of: without these statements copies of volumes and databases
 * fail. The actions are those that AWSBackupServiceLinkedRolePolicyForBackup (v31, 2026-02) has for keys; no plaintext leaves AWS KMS.
 */
export function allowBackupCopies({ region }: KeyContext, { organizationId, accounts }: CopyingAccounts): PolicyStatement[] {
  const who: Conditions = { ArnLike: { 'aws:PrincipalArn': accounts.map(copyingRole) } };
  const through = { 'aws:PrincipalOrgID': organizationId, 'kms:ViaService': SERVICES.map((service) => `${service}.${region}.amazonaws.com`) };
  return [
    {
      Sid: 'AllowBackupCopies',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ListGrants', 'kms:ReEncryptFrom'],
      Resource: '*',
      Condition: { StringEquals: through, ...who },
    },
    {
      Sid: 'AllowGrantsForBackupCopies',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'kms:CreateGrant',
      Resource: '*',
      Condition: { StringEquals: through, ...who, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}

import { iamRoleArn, platformRoleArn } from '../../lib/arn';
import { BACKUP_ROLE, RESTORE_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';

/** Who changes the policies and settings of things that hold data: the pipeline and break-glass; neither reads the data. */
export const custodians = (account: string): string[] => [platformRoleArn(account, 'apply'), platformRoleArn(account, 'break-glass')];

/** The role of nightly backups; it reads, and nothing that holds data lets it write. */
export const backupRole = (account: string): string => iamRoleArn(account, SERVICE_ROLE_PATH, BACKUP_ROLE);
/** The role of restores; only the pipeline and break-glass can pass it to AWS Backup. */
export const restoreRole = (account: string): string => iamRoleArn(account, SERVICE_ROLE_PATH, RESTORE_ROLE);

/** Roles that read data in AWS's own name: backups, and Macie's look for personal data. Nobody signs in with one. */
export const caretakers = (account: string): string[] => [
  backupRole(account),
  `arn:aws:iam::${account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
];

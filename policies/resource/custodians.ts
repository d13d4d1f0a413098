import { iamRoleArn, platformRoleArn } from '../../lib/arn';
import { BACKUP_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';

/** Who changes the policies and settings of things that hold data: the pipeline and break-glass; neither reads the data. */
export const custodians = (account: string): string[] => [platformRoleArn(account, 'apply'), platformRoleArn(account, 'break-glass')];

/** Roles that read data in AWS's own name: backups, and Macie's look for personal data. Nobody signs in with one. */
export const caretakers = (account: string): string[] => [
  iamRoleArn(account, SERVICE_ROLE_PATH, BACKUP_ROLE),
  `arn:aws:iam::${account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
];

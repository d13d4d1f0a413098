import { iamRoleArn } from '../../lib/arn';
import { BACKUP_ROLE, RESTORE_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';

/**
 * Roles of AWS services that work with encrypted data on nobody's behalf, and what for (user guides of the services, read 2026-11).
 * Only their service can assume them. Keys that are open to named users must name them, or scaling, restoring and copying fail.
 */
export const SERVICE_LINKED_ROLES: Readonly<Record<string, string>> = {
  'autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling*': 'starts instances with encrypted volumes',
  'backup.amazonaws.com/AWSServiceRoleForBackup': 'copies recovery points and deletes them when their time is over',
  'rds.amazonaws.com/AWSServiceRoleForRDS': 'fails over, restores and rotates the master password',
  'replication.dynamodb.amazonaws.com/AWSServiceRoleForDynamoDBReplication': 'replicates global tables',
  'spot.amazonaws.com/AWSServiceRoleForEC2Spot': 'starts spot instances with encrypted volumes',
  'spotfleet.amazonaws.com/AWSServiceRoleForEC2SpotFleet': 'starts fleets with encrypted volumes',
};

/** ARN patterns of the roles that keep encrypted resources running: those of AWS, and those that AWS Backup works with. */
export const serviceRoles = (account: string): string[] => [
  ...Object.keys(SERVICE_LINKED_ROLES).map((name) => `arn:aws:iam::${account}:role/aws-service-role/${name}`),
  ...[BACKUP_ROLE, RESTORE_ROLE].map((name) => iamRoleArn(account, SERVICE_ROLE_PATH, name)),
];

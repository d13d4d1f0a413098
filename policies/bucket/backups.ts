import { bucketArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';
import { backupRole, custodians } from '../resource/custodians';
import { denyOthers } from '../resource/perimeter';

/** Settings that AWS Backup makes itself on what it backs up: it lists by inventory, and hears of changes through EventBridge (AWSBackupServiceRolePolicyForS3Backup v4). */
const OF_BACKUPS = ['s3:PutBucketNotification', 's3:PutInventoryConfiguration'];

/** Reports and notifications tell somebody else of every object: only the pipeline sets them, and the role of nightly backups. */
export const denyReportsByOthers = (bucket: string, account: string): PolicyStatement =>
  denyOthers('DenyReportsByOthers', { arn: bucketArn(bucket), actions: OF_BACKUPS }, [...custodians(account), backupRole(account)]);

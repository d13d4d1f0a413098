import type { OrdinaryWork } from './ordinary-work';
import {
  APPLY,
  all,
  applications,
  BACKUPS,
  BY_HAND,
  byStrangers,
  deployers,
  from,
  NO_SERVICE,
  named,
  notBy,
  outside,
  SERVICE_LINKED,
  SUCCEEDED,
  type TrailAlarms,
} from './pattern';

/** Data that is opened, copied or lost. */
export const dataAlarms = (work: OrdinaryWork): TrailAlarms => ({
  'key-loss': {
    pattern: all(from('kms'), named('DeleteImportedKeyMaterial', 'DisableKey', 'DisconnectCustomKeyStore', 'ScheduleKeyDeletion'), SUCCEEDED),
    description: 'A key is about to be lost, and its data with it',
  },
  'key-policy-change': {
    pattern: all(
      from('kms'),
      named('CreateCustomKeyStore', 'DisableKeyRotation', 'ImportKeyMaterial', 'PutKeyPolicy', 'UpdateCustomKeyStore'),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'Whom a key opens for was changed by hand',
  },
  'bucket-policy-change': {
    pattern: all(
      from('s3'),
      named(
        'DeleteBucketCors',
        'DeleteBucketLifecycle',
        'DeleteBucketPolicy',
        'DeleteBucketReplication',
        'PutBucketAcl',
        'PutBucketCors',
        'PutBucketLifecycle',
        'PutBucketPolicy',
        'PutBucketReplication',
      ),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'Who reads a bucket, or how long it keeps, was changed by hand',
  },
  'bucket-protection-change': {
    pattern: all(
      from('s3'),
      named(
        'DeleteAccountPublicAccessBlock',
        'DeleteBucketEncryption',
        'DeleteBucketPublicAccessBlock',
        'PutAccountPublicAccessBlock',
        'PutBucketObjectLockConfiguration',
        'PutBucketPublicAccessBlock',
        'PutBucketVersioning',
      ),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'Versions, locks or the block of public access of a bucket were changed by hand',
  },
  'account-default-change': {
    pattern: all(
      from('ec2'),
      named(
        'DisableEbsEncryptionByDefault',
        'DisableImageBlockPublicAccess',
        'DisableSnapshotBlockPublicAccess',
        'EnableSerialConsoleAccess',
        'ModifyEbsDefaultKmsKeyId',
        'ModifyInstanceMetadataDefaults',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'A safe default of an account was changed by hand',
  },
  'snapshot-share': {
    pattern: all(
      from('ec2', 'rds'),
      named(
        'CreateInstanceExportTask',
        'ExportImage',
        'ModifyDBClusterSnapshotAttribute',
        'ModifyDBSnapshotAttribute',
        'ModifyImageAttribute',
        'ModifySnapshotAttribute',
        'StartExportTask',
      ),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'A snapshot or image was shared by hand',
  },
  'database-exposure': {
    pattern: all(
      from('rds'),
      named('CreateDBInstance', 'ModifyDBCluster', 'ModifyDBInstance'),
      '($.requestParameters.publiclyAccessible IS TRUE) || ($.requestParameters.masterUserPassword EXISTS)',
      SUCCEEDED,
    ),
    description: 'A database was opened to the internet, or its master password set by hand',
  },
  'data-loss': {
    pattern: all(
      from('backup', 'dynamodb', 'rds'),
      named('DeleteBackup*', 'DeleteDB*', 'DeleteRecoveryPoint', 'DeleteTable'),
      SUCCEEDED,
      NO_SERVICE,
      notBy(APPLY, SERVICE_LINKED, BACKUPS, ...deployers(work)),
      ...outside(work.handsOnAccounts),
    ),
    description: 'A database or a backup was deleted by hand',
  },
  'file-system-loss': {
    pattern: all(from('elasticfilesystem'), named('DeleteFileSystem', 'DeleteMountTarget'), SUCCEEDED, ...byStrangers(work)),
    description: 'A file system, or the way to it, was deleted by hand',
  },
  'secret-read': {
    pattern: all(
      from('secretsmanager'),
      named('GetSecretValue'),
      SUCCEEDED,
      '$.userIdentity.invokedBy NOT EXISTS',
      notBy(...applications(work), ...deployers(work), SERVICE_LINKED),
      ...outside(work.handsOnAccounts),
    ),
    description: 'A secret was read by somebody who is no application, pipeline or rotation',
  },
  'secrets-in-bulk': {
    pattern: all(from('secretsmanager'), named('BatchGetSecretValue'), SUCCEEDED),
    description: 'Many secrets were read in one call',
  },
});

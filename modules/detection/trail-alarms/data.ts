import type { OrdinaryWork } from './ordinary-work';
import {
  APPLY,
  all,
  applications,
  BACKUPS,
  BY_HAND,
  byStrangers,
  deployers,
  either,
  except,
  from,
  NO_SERVICE,
  named,
  notBy,
  outsideHandsOn,
  SERVICE_LINKED,
  SUCCEEDED,
  type TrailAlarms,
} from './pattern';

/** Data that is opened, copied or lost. */
export const dataAlarms = (work: OrdinaryWork): TrailAlarms => ({
  // Of what loses a key the apply role, too, tells.
  'key-change': {
    pattern: all(
      from('kms'),
      either(
        [named('DeleteImportedKeyMaterial', 'DisableKey', 'DisconnectCustomKeyStore', 'ScheduleKeyDeletion')],
        [named('CreateCustomKeyStore', 'DisableKeyRotation', 'ImportKeyMaterial', 'PutKeyPolicy', 'UpdateCustomKeyStore'), ...BY_HAND],
      ),
      SUCCEEDED,
    ),
    description: 'A key is about to be lost, and its data with it, or whom it opens for was changed by hand',
  },
  'bucket-change': {
    pattern: all(
      from('s3'),
      named(
        '*BucketAcl',
        '*BucketCors',
        '*BucketEncryption',
        '*BucketLifecycle',
        '*BucketObjectLock*',
        '*BucketPolicy',
        '*BucketReplication',
        '*BucketVersioning',
        '*PublicAccessBlock',
      ),
      ...except('Get*'),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'Who reads a bucket, how long it keeps, or what protects it (versions, locks, block of public access) was changed by hand',
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
  // Log groups are exported by a task, too.
  'data-exposure': {
    pattern: all(
      either(
        [named('*ExportTask', '*SnapshotAttribute', 'ExportImage', 'ModifyImageAttribute'), ...except('Describe*'), ...byStrangers(work)],
        [
          named('CreateDBInstance', 'ModifyDBCluster', 'ModifyDBInstance'),
          '($.requestParameters.publiclyAccessible IS TRUE) || ($.requestParameters.masterUserPassword EXISTS)',
        ],
      ),
      SUCCEEDED,
    ),
    description:
      'A snapshot or image was shared, or it or a log group exported, by hand; or a database opened to the internet, or its master password set by hand',
  },
  // The names tell the service, but for tables: AWS Glue has some, too, which hold no data.
  'data-loss': {
    pattern: all(
      either([named('DeleteBackup*', 'DeleteDB*', 'DeleteFileSystem', 'DeleteMountTarget', 'DeleteRecoveryPoint')], [from('dynamodb'), named('DeleteTable')]),
      SUCCEEDED,
      NO_SERVICE,
      notBy(APPLY, SERVICE_LINKED, BACKUPS, ...deployers(work)),
      ...outsideHandsOn(work),
    ),
    description: 'A database, a file system or a backup was deleted by hand',
  },
  // The names tell the service. Whoever asks for many secrets at once is no application of ours, and of those alone all tell.
  'secret-read': {
    pattern: all(
      either(
        [
          either([named('GetSecretValue')], [named('GetParameter*'), '$.requestParameters.withDecryption IS TRUE']),
          '$.userIdentity.invokedBy NOT EXISTS',
          notBy(...applications(work), ...deployers(work), SERVICE_LINKED),
          ...outsideHandsOn(work),
        ],
        [named('BatchGetSecretValue')],
      ),
      SUCCEEDED,
    ),
    description: 'A secret or an encrypted parameter was read by somebody who is no application, pipeline or rotation, or many secrets in one call',
  },
});

import { APPLICATION, APPLY, DEPLOY, INTRUDER, intrusions, ordinarily, person, record, role, type Samples, service, serviceLinked, user } from './record';

const KEY = { keyId: 'arn:aws:kms:eu-west-1:444444444444:key/0a1b2c3d-0000-4000-8000-000000000000' };
const BUCKET = { bucketName: 'example-corp-prod-orders-444444444444' };
const PARAMETER = { name: '/prod/orders/key', withDecryption: true };
const invoked = (account: string) => ({ ...user('x')(account), invokedBy: 'cloudformation.amazonaws.com' });
const SECRET = { secretId: 'prod/orders' };

export const DATA_SAMPLES: Samples = {
  'key-change': {
    raises: [
      ...[
        ...intrusions('kms', { DeleteImportedKeyMaterial: KEY, DisableKey: KEY, DisconnectCustomKeyStore: null, ScheduleKeyDeletion: KEY }),
        record(APPLY, 'prod', ['kms', 'ScheduleKeyDeletion'], KEY),
      ],
      ...[
        ...intrusions('kms', { CreateCustomKeyStore: null, DisableKeyRotation: KEY, ImportKeyMaterial: KEY, PutKeyPolicy: KEY, UpdateCustomKeyStore: null }),
        record(person('KeyAdmin'), 'prod', ['kms', 'PutKeyPolicy'], KEY),
      ],
    ],
    quiet: [
      record(INTRUDER, 'prod', ['kms', 'ScheduleKeyDeletion'], KEY, { errorCode: 'AccessDenied' }),
      record(APPLY, 'prod', ['kms', 'CancelKeyDeletion'], KEY),
      record(INTRUDER, 'dev', ['iam', 'DisableKey']),
      ...ordinarily('prod', ['kms', 'PutKeyPolicy'], KEY, APPLY),
      record(service('acm'), 'prod', ['kms', 'PutKeyPolicy'], KEY),
      record(INTRUDER, 'prod', ['kms', 'GetKeyPolicy'], KEY),
      record(INTRUDER, 'prod', ['payment-cryptography', 'PutKeyPolicy']),
    ],
  },
  'bucket-change': {
    raises: [
      ...[
        ...intrusions('s3', {
          DeleteBucketCors: BUCKET,
          DeleteBucketLifecycle: BUCKET,
          DeleteBucketPolicy: BUCKET,
          DeleteBucketReplication: BUCKET,
          PutBucketAcl: BUCKET,
          PutBucketCors: BUCKET,
          PutBucketLifecycle: BUCKET,
          PutBucketPolicy: { ...BUCKET, bucketPolicy: { Statement: [{ Effect: 'Allow', Principal: '*' }] } },
          PutBucketReplication: BUCKET,
        }),
      ],
      ...[
        ...intrusions('s3', {
          DeleteAccountPublicAccessBlock: null,
          DeleteBucketEncryption: BUCKET,
          DeleteBucketPublicAccessBlock: BUCKET,
          PutAccountPublicAccessBlock: null,
          PutBucketObjectLockConfiguration: BUCKET,
          PutBucketPublicAccessBlock: BUCKET,
          PutBucketVersioning: { ...BUCKET, VersioningConfiguration: { Status: 'Suspended' } },
        }),
      ],
    ],
    quiet: [
      ...ordinarily('prod', ['s3', 'PutBucketPolicy'], BUCKET, APPLY, DEPLOY),
      record(person('Developer'), 'dev', ['s3', 'PutBucketCors'], { bucketName: 'try' }),
      record(service('cloudfront'), 'prod', ['s3', 'PutBucketAcl'], BUCKET),
      record(INTRUDER, 'prod', ['s3', 'GetBucketPolicy'], BUCKET),
      record(INTRUDER, 'prod', ['s3', 'CreateBucket'], BUCKET),
      record(INTRUDER, 'prod', ['lightsail', 'PutBucketPolicy']),
      ...ordinarily('prod', ['s3', 'PutBucketVersioning'], BUCKET, APPLY, DEPLOY),
      record(person('Developer'), 'dev', ['s3', 'PutBucketVersioning'], { bucketName: 'try' }),
      record(service('s3'), 'prod', ['s3', 'PutBucketPublicAccessBlock'], BUCKET),
      record(INTRUDER, 'prod', ['s3', 'GetBucketVersioning'], BUCKET),
      record(INTRUDER, 'prod', ['s3-outposts', 'PutBucketVersioning']),
    ],
  },
  'account-default-change': {
    raises: intrusions('ec2', {
      DisableEbsEncryptionByDefault: null,
      DisableImageBlockPublicAccess: null,
      DisableSnapshotBlockPublicAccess: null,
      EnableSerialConsoleAccess: null,
      ModifyEbsDefaultKmsKeyId: null,
      ModifyInstanceMetadataDefaults: { httpTokens: 'optional' },
    }),
    quiet: [
      ...ordinarily('prod', ['ec2', 'ModifyEbsDefaultKmsKeyId'], null, APPLY),
      record(service('organizations'), 'prod', ['ec2', 'ModifyInstanceMetadataDefaults']),
      record(INTRUDER, 'prod', ['ec2', 'GetEbsEncryptionByDefault']),
      record(INTRUDER, 'prod', ['imagebuilder', 'EnableSerialConsoleAccess']),
    ],
  },
  'data-exposure': {
    raises: [
      ...[
        ...intrusions('ec2', {
          CreateInstanceExportTask: { instanceId: 'i-1' },
          ExportImage: { imageId: 'ami-1' },
          ModifyImageAttribute: { imageId: 'ami-1', launchPermission: { add: { items: [{ userId: '999999999999' }] } } },
          ModifySnapshotAttribute: {
            snapshotId: 'snap-1',
            createVolumePermission: { add: { items: [{ group: 'all' }] } },
            attributeType: 'CREATE_VOLUME_PERMISSION',
          },
        }),
        ...intrusions('rds', {
          StartExportTask: null,
          ModifyDBClusterSnapshotAttribute: { attributeName: 'restore' },
          ModifyDBSnapshotAttribute: { attributeName: 'restore', valuesToAdd: ['all'] },
        }),
      ],
      ...[
        record(INTRUDER, 'prod', ['rds', 'ModifyDBInstance'], { dBInstanceIdentifier: 'orders', publiclyAccessible: true }),
        record(INTRUDER, 'prod', ['rds', 'ModifyDBInstance'], { dBInstanceIdentifier: 'orders', masterUserPassword: '****' }),
        record(person('Developer'), 'dev', ['rds', 'CreateDBInstance'], { dBInstanceIdentifier: 'try', publiclyAccessible: true }),
        record(DEPLOY, 'prod', ['rds', 'ModifyDBCluster'], { dBClusterIdentifier: 'orders', masterUserPassword: '****' }),
      ],
      ...intrusions('logs', { CreateExportTask: { logGroupName: '/app/shop', destination: 'elsewhere' } }),
    ],
    quiet: [
      ...ordinarily('prod', ['ec2', 'ModifyImageAttribute'], { imageId: 'ami-1' }, APPLY, DEPLOY),
      record(person('Developer'), 'dev', ['ec2', 'ModifyImageAttribute'], { imageId: 'ami-2' }),
      record(service('backup'), 'prod', ['ec2', 'ModifySnapshotAttribute']),
      record(INTRUDER, 'prod', ['ec2', 'DescribeSnapshotAttribute']),
      record(DEPLOY, 'prod', ['rds', 'ModifyDBInstance'], { dBInstanceIdentifier: 'orders', publiclyAccessible: false, allocatedStorage: 100 }),
      record(INTRUDER, 'prod', ['rds', 'ModifyDBInstance'], { publiclyAccessible: true }, { errorCode: 'AccessDenied' }),

      record(INTRUDER, 'prod', ['rds', 'RestoreDBInstanceFromS3'], { publiclyAccessible: true }),
    ],
  },
  'data-loss': {
    raises: [
      ...[
        ...intrusions('backup', { DeleteBackupVault: null, DeleteRecoveryPoint: null }),
        ...intrusions('dynamodb', { DeleteTable: { tableName: 'orders' } }),
        ...intrusions('rds', { DeleteDBCluster: null, DeleteDBInstance: { dBInstanceIdentifier: 'orders', skipFinalSnapshot: true } }),
      ],
      ...[...intrusions('elasticfilesystem', { DeleteFileSystem: null, DeleteMountTarget: { mountTargetId: 'fsmt-1' } })],
      ...intrusions('fsx', { DeleteFileSystem: null }),
    ],
    quiet: [
      record(role('platform/service/backup'), 'prod', ['rds', 'DeleteDBSnapshot'], null),
      ...ordinarily('prod', ['dynamodb', 'DeleteTable'], { tableName: 'old' }, APPLY, DEPLOY),
      record(serviceLinked('backup.amazonaws.com/AWSServiceRoleForBackup'), 'prod', ['backup', 'DeleteRecoveryPoint']),
      record(service('backup'), 'prod', ['backup', 'DeleteRecoveryPoint']),
      record(person('Developer'), 'dev', ['dynamodb', 'DeleteTable'], { tableName: 'try' }),
      record(INTRUDER, 'prod', ['dynamodb', 'UpdateTable']),
      record(INTRUDER, 'prod', ['glue', 'DeleteTable']),
      ...ordinarily('prod', ['elasticfilesystem', 'DeleteMountTarget'], { mountTargetId: 'fsmt-1' }, APPLY, DEPLOY),
      record(person('Developer'), 'dev', ['elasticfilesystem', 'DeleteFileSystem'], { fileSystemId: 'fs-1' }),
      record(serviceLinked('elasticfilesystem.amazonaws.com/AWSServiceRoleForAmazonElasticFileSystem'), 'prod', ['elasticfilesystem', 'DeleteMountTarget']),
      record(service('elasticfilesystem'), 'prod', ['elasticfilesystem', 'DeleteMountTarget']),
      record(INTRUDER, 'prod', ['elasticfilesystem', 'DeleteFileSystem'], { fileSystemId: 'fs-1' }, { errorCode: 'AccessDenied' }),
      record(INTRUDER, 'prod', ['elasticfilesystem', 'CreateMountTarget']),
    ],
  },
  'secret-read': {
    raises: [
      ...[
        record(INTRUDER, 'prod', ['secretsmanager', 'GetSecretValue'], SECRET),
        record(person('DeveloperOperator'), 'test', ['secretsmanager', 'GetSecretValue'], SECRET),
        record(APPLY, 'prod', ['secretsmanager', 'GetSecretValue'], SECRET),
        record(user('deploy'), 'prod', ['secretsmanager', 'GetSecretValue'], SECRET),
      ],
      ...[record(APPLICATION, 'prod', ['secretsmanager', 'BatchGetSecretValue'], { filters: [{ key: 'all' }] })],
      ...[
        record(INTRUDER, 'prod', ['ssm', 'GetParameter'], PARAMETER),
        record(user('deploy'), 'prod', ['ssm', 'GetParameters'], { names: [PARAMETER.name], withDecryption: true }),
        record(person('DeveloperOperator'), 'test', ['ssm', 'GetParametersByPath'], { path: '/', withDecryption: true }),
        record(INTRUDER, 'prod', ['ssm', 'GetParameterHistory'], PARAMETER),
      ],
    ],
    quiet: [
      ...ordinarily('prod', ['secretsmanager', 'GetSecretValue'], SECRET, APPLICATION, DEPLOY, serviceLinked('rds.amazonaws.com/AWSServiceRoleForRDS')),
      record((account) => ({ ...user('x')(account), invokedBy: 'secretsmanager.amazonaws.com' }), 'prod', ['secretsmanager', 'GetSecretValue'], SECRET),
      record(person('Developer'), 'dev', ['secretsmanager', 'GetSecretValue'], { secretId: 'dev/try' }),
      record(INTRUDER, 'prod', ['secretsmanager', 'DescribeSecret'], SECRET),
      record(APPLICATION, 'prod', ['secretsmanager', 'GetSecretValue'], SECRET),
      record(INTRUDER, 'prod', ['secretsmanager', 'BatchGetSecretValue'], null, { errorCode: 'AccessDenied' }),
      ...[APPLICATION, DEPLOY, serviceLinked('rds.amazonaws.com/AWSServiceRoleForRDS'), invoked].map((who) =>
        record(who, 'prod', ['ssm', 'GetParameter'], PARAMETER),
      ),
      record(INTRUDER, 'prod', ['ssm', 'GetParameter'], { name: '/aws/service/ami', withDecryption: false }),
      record(INTRUDER, 'prod', ['ssm', 'GetParameter'], PARAMETER, { errorCode: 'AccessDenied' }),
      record(person('Developer'), 'dev', ['ssm', 'GetParameter'], PARAMETER),
      record(INTRUDER, 'prod', ['ssm', 'PutParameter'], PARAMETER),
    ],
  },
};

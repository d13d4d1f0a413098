import { BACKUP, but, type GuardedEnvironment, type Guardrail, guardrail, workers } from '../guardrail-context';

export const denyDataDestruction = (environment: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyDataDestruction',
    'Ransom by deletion: versions, snapshots, backups, images and databases are what is restored from. Exempt: pipelines, the backup role and break-glass, and developers where they work by hand.',
    (context) => ({
      Action: [
        'backup:DeleteBackupVault*',
        'backup:DeleteRecoveryPoint',
        'dynamodb:DeleteBackup',
        'dynamodb:DeleteTable',
        'ec2:DeleteSnapshot',
        'ec2:DeregisterImage',
        'ec2:DisableImageDeregistrationProtection',
        'elasticfilesystem:DeleteFileSystem',
        'rds:DeleteDB*',
        'rds:DeleteGlobalCluster',
        's3:DeleteBucket',
        's3:DeleteObjectVersion',
        's3:PutBucketVersioning',
        'secretsmanager:DeleteSecret',
      ],
      Condition: but([...workers(context, environment), BACKUP]),
    }),
  );

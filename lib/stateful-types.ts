/**
 * Types whose loss cannot be undone by applying again: they hold data, or others point at their ids.
 * They carry prevent_destroy, are listed in rendered/stateful.json, and the plan gate refuses to delete or replace them.
 */
export const STATEFUL_TYPES: ReadonlySet<string> = new Set([
  'aws_organizations_organization',
  'aws_organizations_organizational_unit',
  'aws_organizations_account',
  'aws_kms_key',
  'aws_kms_replica_key',
  'aws_kms_external_key',
  'aws_s3_bucket',
  'aws_cloudwatch_log_group',
  'aws_cloudtrail',
  'aws_dynamodb_table',
  'aws_db_instance',
  'aws_rds_cluster',
  'aws_efs_file_system',
  'aws_backup_vault',
  'aws_secretsmanager_secret',
  'aws_sqs_queue',
  'aws_ecr_repository',
  'aws_vpc',
  'aws_subnet',
  'aws_identitystore_user',
  'aws_identitystore_group',
  'aws_ssoadmin_permission_set',
  'aws_iam_user',
  'aws_shield_subscription',
]);

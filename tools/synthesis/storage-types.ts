import { nestedBlocks } from './resources-in';
import type { TerraformJson } from './synthesize';

/** Where a type that holds data names its key. */
export interface StorageType {
  /** Paths of the arguments that name a key; list blocks are passed through. */
  readonly keys: readonly string[];
  /** Key names besides the class's own (aliases under alias/data/) that may encrypt it. */
  readonly purposes?: readonly ('logs' | 'secrets')[];
  /** Whether this one needs a key at all; by default each does. */
  readonly when?: (attributes: TerraformJson) => boolean;
  /** A setting, or configuration of the platform: it need not say its class itself, its stack does. */
  readonly settings?: true;
  /** For data of any class. */
  readonly unclassed?: true;
}

const key = (...keys: string[]): StorageType => ({ keys });
const setting = (...keys: string[]): StorageType => ({ keys, settings: true });

/** Resource types that hold data, and the arguments that hold the key (provider 6.25.0). A type with such an argument that stands in no list fails test/encryption.test.ts. */
export const STORAGE_TYPES: Readonly<Record<string, StorageType>> = {
  aws_athena_workgroup: key('configuration.result_configuration.encryption_configuration.kms_key_arn'),
  aws_backup_logically_air_gapped_vault: key('encryption_key_arn'),
  aws_backup_vault: key('kms_key_arn'),
  aws_cloudtrail: key('kms_key_id'),
  aws_cloudtrail_event_data_store: key('kms_key_id'),
  aws_cloudwatch_log_anomaly_detector: { ...key('kms_key_id'), purposes: ['logs'] },
  aws_cloudwatch_log_group: { ...key('kms_key_id'), purposes: ['logs'] },
  aws_codeartifact_domain: key('encryption_key'),
  aws_codebuild_project: key('encryption_key'),
  aws_db_instance: key('kms_key_id'),
  aws_docdb_cluster: key('kms_key_id'),
  aws_dynamodb_table: key('server_side_encryption.kms_key_arn'),
  aws_dynamodb_table_replica: key('kms_key_arn'),
  aws_ebs_default_kms_key: { ...setting('key_arn'), unclassed: true },
  aws_ebs_snapshot_copy: key('kms_key_id'),
  aws_ebs_volume: key('kms_key_id'),
  aws_ecr_repository: key('encryption_configuration.kms_key'),
  aws_efs_file_system: key('kms_key_id'),
  aws_elasticache_replication_group: key('kms_key_id'),
  aws_elasticache_serverless_cache: key('kms_key_id'),
  aws_fsx_lustre_file_system: key('kms_key_id'),
  aws_fsx_ontap_file_system: key('kms_key_id'),
  aws_fsx_openzfs_file_system: key('kms_key_id'),
  aws_fsx_windows_file_system: key('kms_key_id'),
  // Takes no tags of its own; the bucket of the archive says the class.
  aws_guardduty_publishing_destination: { ...setting('kms_key_arn'), unclassed: true },
  // Volumes that name no key take the account's default, which is checked where it is set.
  aws_instance: { ...key('root_block_device.kms_key_id'), when: ({ root_block_device }) => namesKey(root_block_device) },
  aws_kinesis_firehose_delivery_stream: key('server_side_encryption.key_arn'),
  aws_kinesis_stream: key('kms_key_id'),
  aws_lambda_function: { ...key('kms_key_arn'), when: ({ environment }) => environment !== undefined },
  aws_launch_template: {
    ...key('block_device_mappings.ebs.kms_key_id'),
    when: ({ block_device_mappings = [] }) => [block_device_mappings].flat().some(({ ebs }: TerraformJson) => namesKey(ebs)),
  },
  // Takes no tags of its own; its bucket says the class.
  aws_macie2_classification_export_configuration: { ...setting('s3_destination.kms_key_arn'), unclassed: true },
  aws_memorydb_cluster: key('kms_key_arn'),
  aws_msk_cluster: key('encryption_info.encryption_at_rest_kms_key_arn'),
  aws_neptune_cluster: key('kms_key_arn'),
  aws_networkfirewall_firewall: setting('encryption_configuration.key_id'),
  aws_networkfirewall_firewall_policy: setting('encryption_configuration.key_id'),
  aws_networkfirewall_rule_group: setting('encryption_configuration.key_id'),
  aws_networkfirewall_tls_inspection_configuration: setting('encryption_configuration.key_id'),
  aws_observabilityadmin_centralization_rule_for_organization: setting(
    'rule.destination.destination_logs_configuration.logs_encryption_configuration.kms_key_arn',
  ),
  aws_opensearch_domain: key('encrypt_at_rest.kms_key_id'),
  aws_rds_cluster: key('kms_key_id'),
  aws_rds_cluster_instance: { ...key('performance_insights_kms_key_id'), when: ({ performance_insights_enabled }) => performance_insights_enabled === true },
  aws_redshift_cluster: key('kms_key_id'),
  aws_redshiftserverless_namespace: key('kms_key_id'),
  // It has no tags; the class is that of the bucket that receives.
  aws_s3_bucket_replication_configuration: { ...setting('rule.destination.encryption_configuration.replica_kms_key_id'), unclassed: true },
  aws_secretsmanager_secret: { ...key('kms_key_id'), purposes: ['secrets'] },
  aws_securitylake_data_lake: setting('configuration.encryption_configuration.kms_key_id'),
  aws_sns_topic: key('kms_master_key_id'),
  aws_sqs_queue: key('kms_master_key_id'),
  aws_ssm_parameter: { ...key('key_id'), when: ({ type }) => type === 'SecureString' },
};

const namesKey = (block: TerraformJson): boolean => nestedBlocks(block).some((one) => one?.encrypted !== true || 'kms_key_id' in one);

/** Types that hold data, and another resource that names the key for them. */
export const COMPANIONS: Readonly<
  Record<
    string,
    {
      readonly type: string;
      readonly key: string;
      readonly unclassed?: true;
      readonly matches: (one: TerraformJson, other: TerraformJson, name: string) => boolean;
    }
  >
> = {
  aws_s3_bucket: {
    type: 'aws_s3_bucket_server_side_encryption_configuration',
    key: 'rule.apply_server_side_encryption_by_default.kms_master_key_id',
    matches: (bucket, { bucket: of }, name) => of === bucket.bucket || of === `\${aws_s3_bucket.${name}.id}` || of === `\${aws_s3_bucket.${name}.bucket}`,
  },
  aws_ebs_encryption_by_default: { type: 'aws_ebs_default_kms_key', key: 'key_arn', unclassed: true, matches: ({ region }, other) => other.region === region },
};

/** Types with an argument for a key that hold nothing themselves, and why. */
export const NO_STORAGE: Readonly<Record<string, string>> = {
  aws_s3_object: 'takes the encryption of its bucket, which is checked where it is set',
  aws_config_delivery_channel: 'delivers to a bucket of the log archive, which encrypts with its own key whatever arrives',
  aws_lambda_event_source_mapping: 'encrypts nothing but filters, and ours has none',
  aws_s3_bucket_server_side_encryption_configuration: 'is where a bucket names its key',
};

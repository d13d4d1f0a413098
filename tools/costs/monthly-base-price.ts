import type { TerraformJson } from '../synthesis/synthesize';

/** A resource block, as far as its price goes. */
export interface Priced {
  readonly type: string;
  readonly attributes: TerraformJson;
}

/** US dollars a month in eu-west-1 for what costs while nobody uses it (AWS price lists, read 2026-11). Usage comes on top. */
const PRICES: Readonly<Record<string, (attributes: TerraformJson) => number>> = {
  aws_kms_key: () => 1,
  aws_kms_replica_key: () => 1,
  // Rules cost 1 each; Bot Control and the two groups against fraud 10 more.
  aws_wafv2_web_acl: ({ rule }) => 5 + rule.length + 10 * (JSON.stringify(rule).match(/AWSManagedRules(BotControl|ATP|ACFP)RuleSet","priority/g)?.length ?? 0),
  aws_nat_gateway: () => 0.048 * 730,
  // Of a VPC, billed to its owner; 0.02 a GB besides. The gateway itself and its tables are free.
  aws_ec2_transit_gateway_vpc_attachment: () => 0.05 * 730,
  aws_eip: () => 0.005 * 730,
  aws_vpc_endpoint: ({ vpc_endpoint_type, subnet_ids }) => (vpc_endpoint_type === 'Interface' ? 0.011 * 730 * subnet_ids.length : 0),
  aws_networkfirewall_firewall: ({ subnet_mapping }) => 0.395 * 730 * subnet_mapping.length,
  aws_shield_subscription: () => 3000,
  aws_fms_policy: () => 100,
  // 0.15 an hour for each VPC with something in it since 2026-03-01 (us-east-1; read 2026-11).
  aws_vpc_encryption_control: () => 0.15 * 730,
  // 0.0005 for each domain of our own; AWS's lists are free, queries 0.60 a million.
  aws_route53_resolver_firewall_domain_list: ({ domains }) => 0.0005 * domains.length,
  // Three metrics where an alarm learns what is normal: the metric and both ends of its band.
  aws_cloudwatch_metric_alarm: ({ threshold_metric_id }) => (threshold_metric_id ? 0.3 : 0.1),
  // Metrics of S3 replication cost what custom metrics do: four for each rule.
  aws_s3_bucket_replication_configuration: ({ rule }) =>
    1.2 * rule.filter(({ destination }: TerraformJson) => destination.metrics?.status === 'Enabled').length,
  // The first three of an account are free.
  aws_cloudwatch_dashboard: () => 3,
  // 0.001 an evaluation; a VPC changes a few times a month.
  aws_config_config_rule: () => 0.005,
  // The same price for each; what is looked at every day costs more than what seldom changes, if there is something to look at.
  aws_config_conformance_pack: ({ template_body }) =>
    (template_body as string)
      .split('Type: "AWS::Config::ConfigRule"')
      .slice(1)
      .reduce((sum, rule) => sum + (rule.includes('MaximumExecutionFrequency') ? 0.03 : 0.005), 0),
  aws_secretsmanager_secret: () => 0.4,
  // Besides the hours, a public address in each zone.
  aws_lb: ({ internal, subnets }) => (0.0252 + (internal ? 0 : 0.005 * subnets.length)) * 730,
  // Paused at 0 capacity units; each unit that a minimum keeps running is 0.14 an hour.
  aws_rds_cluster: ({ serverlessv2_scaling_configuration: { min_capacity } }) => min_capacity * 0.14 * 730 + MASTER_PASSWORD,
  aws_db_instance: ({ instance_class, allocated_storage, multi_az }) =>
    ((DATABASE_HOURS[instance_class] ?? Number.NaN) * 730 + 0.127 * allocated_storage) * (multi_az ? 2 : 1) + MASTER_PASSWORD,
  // An idle account changes little: 100 configuration items a month and region at 0.003.
  aws_config_configuration_recorder: () => 0.3,
};

/** A secret that RDS makes. */
const MASTER_PASSWORD = 0.4;
/** US dollars an hour of PostgreSQL by class of instance. */
const DATABASE_HOURS: Readonly<Record<string, number>> = { 'db.t4g.micro': 0.017 };

/** Types that cost nothing while idle. A type in neither list fails the test: somebody must look up its price. */
const FREE = new RegExp(
  `^aws_(${[
    'acm_certificate',
    'athena_',
    'cloudwatch_log_anomaly_detector$',
    'glue_catalog_',
    'guardduty_(ipset|publishing_destination|threatintelset)$',
    'wafv2_ip_set$',
    'backup_',
    'chatbot_',
    'cloudfront_(distribution|origin_access_control)$',
    'cloudwatch_event_(bus|bus_policy|rule|target)$',
    'cloudwatch_log_(data_protection|delivery|group|metric_filter|resource_policy)',
    'cloudwatch_log_account_policy$',
    'config_(delivery|configuration_recorder_status)',
    'db_(parameter|subnet)_group',
    'default_',
    'dynamodb_(resource_policy|table)$',
    'ebs_',
    'ec2_(image_|instance_metadata|serial_console|transit_gateway$|transit_gateway_route)',
    'ecr_account_setting',
    'emr_block_public_access_configuration',
    'flow_log',
    'fms_admin_account$',
    'iam_',
    'internet_gateway',
    'kms_alias',
    'lambda_(event_source_mapping|function|function_event_invoke_config|permission)$',
    'launch_template',
    'lb_(listener|target_group)$',
    'network_acl',
    'networkfirewall_(rule_group|firewall_policy|logging)',
    'ram_',
    'rds_cluster_(instance|parameter_group)$',
    'route',
    'route53_record',
    'route53_resolver_(query_log_config|firewall_(config|rule))',
    's3_',
    'secretsmanager_secret_(policy|rotation)',
    'security_group',
    'shield_(application|drt|proactive|protection)',
    'sns_topic',
    'sqs_queue',
    'ssm_service_setting',
    'subnet',
    'vpc$',
    'vpc_block_public_access',
    'vpc_security_group',
    'wafv2_web_acl_(logging|association)',
  ].join('|')})`,
);

/** Of the organization, free; and services that bill what they look at (docs/costs.md), nothing for being there. */
const FREE_OR_BY_USE =
  /^aws_(account_|accessanalyzer_|budgets_budget$|ce_anomaly_|chatbot_|cloudtrail$|cloudwatch_log_metric_filter$|config_configuration_aggregator$|detective_|guardduty_|identitystore_|inspector2_|macie2_|observabilityadmin_|organizations_|securityhub_|ssoadmin_)/;

/** US dollars a month, and the types whose price nobody has looked up yet. */
export function monthlyBasePrice(found: readonly Priced[]): { readonly total: number; readonly unpriced: string[] } {
  const unpriced = [...new Set(found.map(({ type }) => type).filter((type) => !(type in PRICES) && !FREE.test(type) && !FREE_OR_BY_USE.test(type)))];
  return { total: found.reduce((sum, { type, attributes }) => sum + (PRICES[type]?.(attributes) ?? 0), 0), unpriced };
}

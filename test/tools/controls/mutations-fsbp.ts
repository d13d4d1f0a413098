import type { TerraformJson } from '../../../tools/synthesis/synthesize';
import { add, everybody, type Mutation, policy, seenAt, set, unguarded, without } from './mutation';

const MANAGEMENT = 'org-management';
const feature =
  (name: string): Mutation =>
  (documents) => {
    for (const one of Object.values<TerraformJson>(documents.get('security').resource.aws_guardduty_organization_configuration_feature ?? {}))
      if (one.name === name) one.auto_enable = 'NONE';
    return 'security/aws_guardduty_organization_configuration_feature.';
  };
const agent =
  (name: string): Mutation =>
  (documents) => {
    for (const one of Object.values<TerraformJson>(documents.get('security').resource.aws_guardduty_organization_configuration_feature ?? {}))
      for (const other of [one.additional_configuration ?? []].flat()) if (other.name === name) other.auto_enable = 'NONE';
    return 'security/aws_guardduty_organization_configuration_feature.';
  };
const scan = (kind: string): Mutation =>
  set('security', 'aws_inspector2_organization_configuration', ({ auto_enable }: TerraformJson) => {
    [auto_enable].flat()[0][kind] = false;
  });
const withoutCode = (): Mutation =>
  set('security', 'aws_inspector2_enabler', (one: TerraformJson) => {
    one.resource_types = ['EC2', 'ECR', 'LAMBDA'];
  });
const firewallPolicy = (change: TerraformJson): Mutation =>
  set('prod', 'aws_networkfirewall_firewall_policy', ({ firewall_policy }: TerraformJson) => void Object.assign([firewall_policy].flat()[0], change));
const withoutKey = (stack: string, type: string, attribute: string): Mutation => set(stack, type, { [attribute]: undefined });
const STATE_BUCKET = 'dev-state/aws_s3_bucket.foundation_state_bucket';
const open = (from: number, to: number): Mutation =>
  add('dev', 'aws_vpc_security_group_ingress_rule', { ip_protocol: 'tcp', from_port: from, to_port: to, cidr_ipv4: '0.0.0.0/0' });
const inline = (statement: TerraformJson): Mutation => policy('dev', 'aws_iam_role_policy', ({ Statement }) => void Statement.push(statement));

/** Control -> ways to break it; see CIS_MUTATIONS. */
export const FSBP_MUTATIONS: Readonly<Record<string, readonly Mutation[]>> = {
  'IAM.7': [set('dev', 'aws_iam_account_password_policy', { require_symbols: false })],
  'IAM.10': [set('test', 'aws_iam_account_password_policy', { minimum_password_length: 8 })],
  'IAM.21': [policy('dev', 'aws_iam_policy', ({ Statement }) => void Statement.push({ Sid: 'All', Effect: 'Allow', Action: ['s3:*'], Resource: '*' }))],
  'KMS.1': [
    (documents) => {
      add('dev', 'aws_iam_role_policy_attachment', { role: 'x', policy_arn: '${aws_iam_policy.mutant.arn}' })(documents);
      const Statement = [{ Sid: 'All', Effect: 'Allow', Action: 'kms:*', Resource: '*' }];
      return add('dev', 'aws_iam_policy', { name: 'mutant', policy: JSON.stringify({ Version: '2012-10-17', Statement }) })(documents);
    },
  ],
  'KMS.2': [
    inline({ Sid: 'All', Effect: 'Allow', Action: ['kms:Decrypt'], Resource: '*' }),
    inline({ Sid: 'All', Effect: 'Allow', Action: 'kms:*', Resource: 'arn:aws:kms:eu-west-1:555555555555:key/*' }),
    inline({ Sid: 'All', Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
  ],
  'KMS.3': [set('dev', 'aws_kms_key', { deletion_window_in_days: 7 }), set('dev', 'aws_kms_key', { lifecycle: undefined }), unguarded('prod, admin')],
  'KMS.5': [policy('prod', 'aws_kms_key', everybody)],
  'CloudTrail.5': [set(MANAGEMENT, 'aws_cloudtrail', { cloud_watch_logs_group_arn: undefined })],
  'CloudTrail.6': [
    seenAt(
      set('log-archive', 'aws_s3_bucket_public_access_block', { restrict_public_buckets: false }, /cloudtrail/),
      'log-archive/aws_s3_bucket.logs_cloudtrail_bucket',
    ),
    policy('log-archive', 'aws_s3_bucket_policy', everybody, /cloudtrail/),
  ],
  'EMR.2': [
    set('dev', 'aws_emr_block_public_access_configuration', { block_public_security_group_rules: false }),
    without('security', 'aws_emr_block_public_access_configuration', 'security, us-east-1', /us-east-1/),
  ],
  'SSM.4': [set('prod', 'aws_ssm_service_setting', { setting_value: 'Enable' })],
  'S3.2': [set('dev', 'aws_s3_account_public_access_block', { ignore_public_acls: false })],
  'S3.3': [seenAt(set('dev-state', 'aws_s3_bucket_public_access_block', { block_public_acls: false }, /state/), STATE_BUCKET)],
  'S3.6': [
    seenAt(
      policy(
        'dev-state',
        'aws_s3_bucket_policy',
        ({ Statement }) => void Statement.splice(0, 99, { Sid: 'All', Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }),
        /state/,
      ),
      STATE_BUCKET,
    ),
  ],
  'S3.9': [
    without('dev-state', 'aws_s3_bucket_logging', STATE_BUCKET),
    seenAt(
      set('security', 'aws_s3_bucket_logging', { target_bucket: 'example-corp-access-logs-eu-west-1-555555555555' }, /macie/),
      'security/aws_s3_bucket.macie_results_bucket',
    ),
    seenAt(
      policy(
        'dev-state',
        'aws_s3_bucket_policy',
        ({ Statement }) => void Object.assign(Statement.at(-1).Condition.StringEquals, { 'aws:SourceAccount': '444444444444' }),
        /access-logs/,
      ),
      STATE_BUCKET,
    ),
  ],
  'S3.12': [without('dev-state', 'aws_s3_bucket_ownership_controls', STATE_BUCKET)],
  'S3.13': [without('dev-state', 'aws_s3_bucket_lifecycle_configuration', STATE_BUCKET)],
  'S3.14': [seenAt(set('dev-state', 'aws_s3_bucket_versioning', { versioning_configuration: { status: 'Suspended' } }, /state/), STATE_BUCKET)],
  'S3.15': [without('log-archive', 'aws_s3_bucket_object_lock_configuration', 'log-archive/aws_s3_bucket.logs_network_bucket', /network/)],
  'S3.17': [without('dev-state', 'aws_s3_bucket_server_side_encryption_configuration', STATE_BUCKET)],
  'SNS.1': [withoutKey(MANAGEMENT, 'aws_sns_topic', 'kms_master_key_id')],
  'SNS.4': [policy('dev', 'aws_sns_topic_policy', everybody)],
  'SQS.1': [withoutKey('dev', 'aws_sqs_queue', 'kms_master_key_id')],
  'SecretsManager.1': [
    without('dev', 'aws_secretsmanager_secret_rotation', 'dev/aws_secretsmanager_secret.examples_customers_address-check_secret', /address-check/),
  ],
  'Backup.1': [withoutKey('dev', 'aws_backup_vault', 'kms_key_arn')],
  'EC2.28': [
    set('org-policies', 'aws_organizations_policy', { content: '{"plans":{}}' }, /backup/),
    without('org-policies', 'aws_organizations_policy', 'org-policies', /backup/),
  ],
  'Athena.1': [set('log-archive', 'aws_athena_workgroup', { configuration: {} })],
  'Lambda.1': [add('dev', 'aws_lambda_permission', { principal: '*' }), unguarded('dev, admin')],
  'EC2.1': [
    policy(
      'org-policies',
      'aws_organizations_policy',
      ({ ec2_attributes }) => void Object.assign(ec2_attributes.snapshot_block_public_access.state, { '@@assign': 'unblocked' }),
      /ec2-account-defaults/,
      'content',
    ),
    set(MANAGEMENT, 'aws_ebs_snapshot_block_public_access', { state: 'unblocked' }),
  ],
  'EC2.3': [set('security', 'aws_ebs_encryption_by_default', { enabled: false }), unguarded('dev, admin')],
  'EC2.9': [
    set('prod', 'aws_subnet', { map_public_ip_on_launch: true }),
    set('prod', 'aws_vpc_block_public_access_options', { internet_gateway_block_mode: 'off' }),
  ],
  'EC2.10': [without('prod', 'aws_vpc_endpoint', 'prod/aws_vpc.network_vpc', /_ec2$/)],
  'EC2.15': [set('prod', 'aws_subnet', { map_public_ip_on_launch: true })],
  'EC2.16': [set('prod', 'aws_network_acl', { subnet_ids: [] })],
  'EC2.18': [open(8443, 8443), open(80, 443)],
  'EC2.19': [open(8000, 9000), open(5432, 5432)],
  'EC2.20': [add('dev', 'aws_vpn_connection', {}), unguarded('dev, admin')],
  'EC2.23': [add('dev', 'aws_ec2_transit_gateway', { auto_accept_shared_attachments: 'enable' }), unguarded('dev, admin')],
  'EC2.25': [set('dev', 'aws_launch_template', { network_interfaces: [{ associate_public_ip_address: 'true' }] })],
  'EC2.51': [add('dev', 'aws_ec2_client_vpn_endpoint', { connection_log_options: { enabled: false } }), unguarded('dev, admin')],
  'NetworkFirewall.2': [
    without('prod', 'aws_networkfirewall_logging_configuration', 'prod/aws_networkfirewall_firewall.network_firewall_firewall'),
    seenAt(
      set('prod', 'aws_networkfirewall_logging_configuration', { logging_configuration: { log_destination_config: [{ log_type: 'ALERT' }] } }),
      'prod/aws_networkfirewall_firewall.network_firewall_firewall',
    ),
  ],
  'NetworkFirewall.3': [firewallPolicy({ stateful_rule_group_reference: [] })],
  'NetworkFirewall.4': [firewallPolicy({ stateless_default_actions: ['aws:pass'] })],
  'NetworkFirewall.5': [
    firewallPolicy({ stateless_fragment_default_actions: ['aws:pass'] }),
    firewallPolicy({ stateless_fragment_default_actions: undefined }),
  ],
  'NetworkFirewall.6': [
    add('prod', 'aws_networkfirewall_rule_group', { type: 'STATELESS', rule_group: { rules_source: { stateless_rules_and_custom_actions: {} } } }),
  ],
  'NetworkFirewall.9': [set('prod', 'aws_networkfirewall_firewall', { delete_protection: false })],
  'ELB.1': [set('dev', 'aws_lb_listener', { default_action: [{ type: 'forward' }] }, /http$/)],
  'ELB.4': [set('dev', 'aws_lb', { drop_invalid_header_fields: false })],
  'ELB.5': [set('dev', 'aws_lb', { access_logs: undefined })],
  'ELB.6': [set('dev', 'aws_lb', { enable_deletion_protection: false })],
  'ELB.12': [set('dev', 'aws_lb', { desync_mitigation_mode: 'monitor' })],
  'ELB.16': [without('dev', 'aws_wafv2_web_acl_association', 'dev/aws_lb.examples_shop_door_load-balancer')],
  'CloudFront.3': [
    set(
      'dev',
      'aws_cloudfront_distribution',
      ({ default_cache_behavior }: TerraformJson) => void Object.assign([default_cache_behavior].flat()[0], { viewer_protocol_policy: 'allow-all' }),
    ),
  ],
  'CloudFront.5': [without('dev', 'aws_cloudwatch_log_delivery_source', 'dev/aws_cloudfront_distribution.examples_site_content_distribution')],
  'CloudFront.6': [set('dev', 'aws_cloudfront_distribution', { web_acl_id: undefined })],
  'CloudFront.10': [
    set(
      'dev',
      'aws_cloudfront_distribution',
      ({ viewer_certificate }: TerraformJson) => void Object.assign([viewer_certificate].flat()[0], { minimum_protocol_version: 'TLSv1.1_2016' }),
    ),
    set(
      'dev',
      'aws_cloudfront_distribution',
      ({ origin }: TerraformJson) => void Object.assign(origin[0], { custom_origin_config: { origin_ssl_protocols: ['TLSv1', 'TLSv1.2'] } }),
    ),
  ],
  'CloudFront.13': [
    seenAt(
      set('dev', 'aws_cloudfront_origin_access_control', { signing_behavior: 'never' }),
      'dev/aws_cloudfront_distribution.examples_site_content_distribution',
    ),
  ],
  'WAF.10': [set('prod', 'aws_wafv2_web_acl', { rule: [] })],
  'WAF.11': [without('prod', 'aws_wafv2_web_acl_logging_configuration', 'prod/aws_wafv2_web_acl.web-acl_web-acl')],
  'WAF.12': [
    set('prod', 'aws_wafv2_web_acl', ({ rule }: TerraformJson) => void Object.assign(rule[0].visibility_config, { cloudwatch_metrics_enabled: false })),
    add('prod', 'aws_wafv2_rule_group', { rule: [{ name: 'x' }], visibility_config: { cloudwatch_metrics_enabled: true } }),
  ],
  'GuardDuty.1': [
    set('security', 'aws_guardduty_organization_configuration', { auto_enable_organization_members: 'NEW' }),
    add('security', 'aws_guardduty_detector', { enable: false }),
  ],
  'GuardDuty.5': [feature('EKS_AUDIT_LOGS')],
  'GuardDuty.6': [feature('LAMBDA_NETWORK_LOGS')],
  'GuardDuty.7': [agent('EKS_ADDON_MANAGEMENT')],
  'GuardDuty.8': [feature('EBS_MALWARE_PROTECTION')],
  'GuardDuty.9': [feature('RDS_LOGIN_EVENTS')],
  'GuardDuty.10': [feature('S3_DATA_EVENTS')],
  'GuardDuty.11': [feature('RUNTIME_MONITORING')],
  'GuardDuty.12': [agent('ECS_FARGATE_AGENT_MANAGEMENT')],
  'GuardDuty.13': [agent('EC2_AGENT_MANAGEMENT')],
  'Inspector.1': [scan('ec2')],
  'Inspector.2': [scan('ecr')],
  'Inspector.3': [scan('lambda_code'), withoutCode()],
  'Inspector.4': [scan('lambda')],
  'ECR.1': [scan('ecr')],
  'Macie.2': [set('security', 'aws_macie2_organization_configuration', { auto_enable: false }), jobsOnce()],
  'Lambda.2': [set('security', 'aws_lambda_function', { runtime: 'nodejs12.x' })],
};

function jobsOnce(): Mutation {
  return (documents) => {
    for (const job of Object.values<TerraformJson>(documents.get('security').resource.aws_macie2_classification_job)) job.job_type = 'ONE_TIME';
    return 'security/aws_macie2_classification_job.';
  };
}

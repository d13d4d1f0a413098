import type { TerraformJson } from '../../../tools/synthesis/synthesize';
import { add, everybody, type Mutation, policy, seenAt, set, unguarded, without } from './mutation';

const MANAGEMENT = 'org-management';
const STATE_BUCKET = 'dev-state/aws_s3_bucket.foundation_state_bucket';
const trail = (change: TerraformJson) => set(MANAGEMENT, 'aws_cloudtrail', change);
const PUBLIC_RULE = { ip_protocol: 'tcp', from_port: 22, to_port: 22, cidr_ipv4: '0.0.0.0/0' };
const blind: Mutation = set('security', 'aws_securityhub_configuration_policy', ({ configuration_policy }: TerraformJson) => {
  [configuration_policy].flat()[0].enabled_standard_arns = [];
});
/** Both ways of watching are gone. */
const unwatched: Mutation = (documents) => {
  for (const type of ['aws_config_organization_managed_rule', 'aws_config_organization_conformance_pack', 'aws_securityhub_configuration_policy'])
    delete documents.get('security').resource[type];
  return 'security';
};

/** Control -> ways to break it, each with the place where the check must see it. */
export const CIS_MUTATIONS: Readonly<Record<string, readonly Mutation[]>> = {
  '2.1.1': [
    set('org', 'aws_organizations_organization', (one: TerraformJson) => {
      one.aws_service_access_principals = one.aws_service_access_principals.filter((name: string) => name !== 'iam.amazonaws.com');
    }),
    set('org', 'aws_iam_organizations_features', { enabled_features: ['RootSessions'] }),
  ],
  '2.1.2': [unguarded('prod'), unguarded('prod, admin'), set('org', 'aws_organizations_organization', { enabled_policy_types: ['TAG_POLICY'] })],
  '2.1.3': [add(MANAGEMENT, 'aws_instance', {}), add(MANAGEMENT, 'aws_vpc', {})],
  '2.1.4': [
    set('org', 'aws_organizations_account', { parent_id: '${aws_organizations_organization.organization_organization.roots[0].id}' }),
    seenAt(set('org', 'aws_organizations_organizational_unit', { name: 'other' }, /unit_security$/), 'org'),
  ],
  '2.1.6': [
    set('org', 'aws_organizations_delegated_administrator', { account_id: '111111111111' }),
    set('org', 'aws_guardduty_organization_admin_account', { admin_account_id: '111111111111' }),
    without('org', 'aws_macie2_organization_admin_account', 'management'),
  ],
  '2.3': [
    without('org', 'aws_account_alternate_contact', 'prod', /prod-security/),
    without('org', 'aws_account_alternate_contact', 'management', /management-security/),
  ],
  '2.4': [set('org', 'aws_iam_organizations_features', { enabled_features: [] }), unguarded('prod, root')],
  '2.5': [set('org', 'aws_iam_organizations_features', { enabled_features: [] }), unwatched],
  '2.6': [set('org', 'aws_iam_organizations_features', { enabled_features: [] }), unwatched],
  '2.7': [unguarded('prod, root')],
  '2.8': [set('prod', 'aws_iam_account_password_policy', { minimum_password_length: 8 }), without('dev', 'aws_iam_account_password_policy', 'dev')],
  '2.9': [set('prod', 'aws_iam_account_password_policy', { password_reuse_prevention: 3 })],
  '2.10': [add('dev', 'aws_iam_user_login_profile', {}), unguarded('dev, admin')],
  '2.11': [
    set('security', 'aws_accessanalyzer_analyzer', { configuration: { unused_access: { unused_access_age: 90 } } }, /unused/),
    without('security', 'aws_accessanalyzer_analyzer', 'security', /unused/),
    add('dev', 'aws_iam_access_key', {}),
  ],
  '2.12': [add('dev', 'aws_iam_access_key', {}), unguarded('dev, admin'), unwatched],
  '2.13': [
    add('dev', 'aws_iam_user_policy', {}),
    add('dev', 'aws_iam_user', { name: 'mutant' }),
    without('org-state', 'aws_iam_user_group_membership', 'org-state/aws_iam_user.break-glass-users_break-glass-1'),
  ],
  '2.14': [
    policy('dev', 'aws_iam_policy', ({ Statement }) => Statement.push({ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' })),
    policy(
      'org-access',
      'aws_ssoadmin_permission_set_inline_policy',
      ({ Statement }) => Statement.push({ Sid: 'All', Effect: 'Allow', Action: ['*'], Resource: ['*'] }),
      /Developer/,
      'inline_policy',
    ),
    set('dev-state', 'aws_iam_role_policy_attachment', { policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }, /plan/),
  ],
  '2.15': [
    (documents) => {
      for (const [stack, { resource }] of documents) if (stack.endsWith('-state')) delete resource.aws_iam_role_policy_attachment;
      return 'log-archive';
    },
  ],
  '2.16': [set('dev', 'aws_launch_template', { iam_instance_profile: undefined })],
  '2.17': [add('dev', 'aws_iam_server_certificate', {}), unwatched],
  '2.18': [
    without('security', 'aws_accessanalyzer_analyzer', 'security, eu-central-1', /external-access-eu-central-1/),
    set('security', 'aws_accessanalyzer_analyzer', { type: 'ACCOUNT' }, /external-access-us-east-1/),
  ],
  '2.19': [
    add('dev', 'aws_iam_user', { name: 'jane', path: '/' }),
    (documents) => {
      for (const [name, { target_id }] of Object.entries<TerraformJson>(documents.get('org-access').resource.aws_ssoadmin_account_assignment))
        if (target_id === '444444444444') delete documents.get('org-access').resource.aws_ssoadmin_account_assignment[name];
      return 'prod';
    },
  ],
  '2.20': [
    add('dev', 'aws_iam_role_policy_attachment', { role: 'x', policy_arn: 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess' }),
    add('org-access', 'aws_ssoadmin_managed_policy_attachment', { managed_policy_arn: 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess' }),
  ],
  '2.21': [
    policy('dev-state', 'aws_s3_bucket_policy', everybody),
    policy('dev', 'aws_kms_key', everybody),
    unguarded('prod, arn:aws:iam::193672423079:role/stranger'),
  ],
  '3.1.1': [
    policy('dev-state', 'aws_s3_bucket_policy', (document) => {
      document.Statement = [
        { Sid: 'All', Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } },
      ];
    }),
  ].map(
    (mutation): Mutation =>
      (documents) =>
        mutation(documents).replace(/aws_s3_bucket_policy\.(.*)_policy$/, 'aws_s3_bucket.$1_bucket'),
  ),
  '3.1.3': [
    set('security', 'aws_macie2_account', { status: 'PAUSED' }),
    set('security', 'aws_macie2_organization_configuration', { auto_enable: false }),
    without('security', 'aws_macie2_classification_job', 'security, eu-west-1', /eu-west-1/),
  ],
  '3.1.4': [
    set('prod', 'aws_s3_account_public_access_block', { block_public_policy: false }),
    without('log-archive', 'aws_s3_bucket_public_access_block', 'log-archive/aws_s3_bucket.logs_config_bucket', /logs_config/),
    unguarded('prod, admin'),
  ],
  '3.2.1': [unguarded('dev, admin'), unwatched],
  '3.2.2': [
    set('dev', 'aws_db_instance', { auto_minor_version_upgrade: false }),
    set('dev', 'aws_rds_cluster_instance', { auto_minor_version_upgrade: false }),
    unwatched,
  ],
  '3.2.3': [
    set('prod', 'aws_vpc_block_public_access_options', { internet_gateway_block_mode: 'off' }),
    set('dev', 'aws_db_instance', { publicly_accessible: true }),
    set('dev', 'aws_rds_cluster_instance', { publicly_accessible: true }),
    unwatched,
  ],
  '3.2.4': [unwatched],
  '3.3.1': [unguarded('dev, admin'), unwatched],
  '4.1': [
    trail({ is_organization_trail: false }),
    trail({ is_multi_region_trail: false }),
    trail({ include_global_service_events: false }),
    trail({ enable_logging: false }),
    trail({ event_selector: undefined, advanced_event_selector: [{ name: 'data only', field_selector: [{ field: 'eventCategory', equals: ['Data'] }] }] }),
    trail({ advanced_event_selector: undefined, event_selector: [{ include_management_events: true, read_write_type: 'WriteOnly' }] }),
  ],
  '4.2': [trail({ enable_log_file_validation: false })],
  '4.3': [
    without('prod', 'aws_config_configuration_recorder', 'prod, eu-central-1', /eu-central-1/),
    set('dev', 'aws_config_configuration_recorder', { recording_group: { all_supported: false } }),
    set('dev', 'aws_config_configuration_recorder', { recording_group: { all_supported: true, include_global_resource_types: false } }, /eu-west-1/),
    set('security', 'aws_config_configuration_recorder_status', { is_enabled: false }),
    without(MANAGEMENT, 'aws_config_delivery_channel', 'management, us-east-1', /us-east-1/),
    set('security', 'aws_config_configuration_aggregator', { organization_aggregation_source: { all_regions: false } }),
  ],
  '4.4': [
    without('log-archive', 'aws_s3_bucket_logging', 'log-archive/aws_s3_bucket.logs_cloudtrail_bucket', /cloudtrail/),
    seenAt(
      set('log-archive', 'aws_s3_bucket_logging', { target_bucket: 'example-corp-access-logs-us-east-1-222222222222' }, /cloudtrail/),
      'log-archive/aws_s3_bucket.logs_cloudtrail_bucket',
    ),
    seenAt(
      policy('log-archive-state', 'aws_s3_bucket_policy', (document) => void document.Statement.pop(), /access-logs/),
      'log-archive/aws_s3_bucket.logs_cloudtrail_bucket',
    ),
  ],
  '4.5': [trail({ kms_key_id: undefined })],
  '4.6': [set('prod', 'aws_kms_key', { enable_key_rotation: false }), set('log-archive', 'aws_kms_key', { enable_key_rotation: undefined })],
  '4.7': [
    without('test', 'aws_flow_log', 'test/aws_vpc.network_vpc'),
    add('dev', 'aws_default_vpc', {}),
    without('dev', 'aws_config_config_rule', 'dev, us-east-1', /us-east-1/),
  ],
  '4.8': [
    seenAt(trail({ advanced_event_selector: undefined, event_selector: undefined }), STATE_BUCKET),
    seenAt(trail({ event_selector: undefined, advanced_event_selector: [selector('true')] }), STATE_BUCKET),
    add('dev', 'aws_s3_bucket', { bucket: 'unknown-to-the-trail' }),
  ],
  '4.9': [
    seenAt(trail({ advanced_event_selector: undefined, event_selector: undefined }), STATE_BUCKET),
    seenAt(trail({ event_selector: undefined, advanced_event_selector: [selector('false')] }), STATE_BUCKET),
    add('dev', 'aws_s3_bucket', { bucket: 'unknown-to-the-trail' }),
  ],
  '4.10': [
    set('dev', 'aws_lb', { access_logs: { enabled: false, bucket: 'x' } }),
    without('dev', 'aws_cloudwatch_log_delivery_source', 'dev/aws_cloudfront_distribution.examples_site_content_distribution'),
    without('prod', 'aws_wafv2_web_acl_logging_configuration', 'prod/aws_wafv2_web_acl.web-acl_web-acl'),
    add('dev', 'aws_api_gateway_stage', {}),
  ],
  '5.16': [set('security', 'aws_securityhub_finding_aggregator', { linking_mode: 'SPECIFIED_REGIONS', specified_regions: ['us-east-1'] }), blind],
  '6.1.1': [set('log-archive', 'aws_ebs_encryption_by_default', { enabled: false }), without('prod', 'aws_ebs_default_kms_key', 'prod')],
  '6.1.2': [add('dev', 'aws_vpc_security_group_ingress_rule', { ...PUBLIC_RULE, from_port: 440, to_port: 450 }), unwatched],
  '6.2': [
    set(
      'dev',
      'aws_network_acl',
      (acl: TerraformJson) => void acl.ingress.unshift({ rule_no: 1, action: 'allow', protocol: '-1', from_port: 0, to_port: 0, cidr_block: '0.0.0.0/0' }),
    ),
    set(
      'prod',
      'aws_network_acl',
      (acl: TerraformJson) => void acl.ingress.push({ rule_no: 1, action: 'allow', protocol: 'tcp', from_port: 3000, to_port: 4000, ipv6_cidr_block: '::/0' }),
      /data/,
    ),
    set(
      'prod',
      'aws_network_acl',
      (acl: TerraformJson) => {
        acl.ingress = acl.ingress.filter(({ action }: TerraformJson) => action === 'allow');
      },
      /firewall/,
    ),
  ],
  '6.3': [
    add('dev', 'aws_vpc_security_group_ingress_rule', PUBLIC_RULE),
    add('dev', 'aws_vpc_security_group_ingress_rule', { ip_protocol: '-1', cidr_ipv4: '8.0.0.0/8' }),
    set('dev', 'aws_security_group', { ingress: [{ protocol: 'tcp', from_port: 3389, to_port: 3389, cidr_blocks: ['0.0.0.0/0'] }] }),
    add('dev', 'aws_security_group_rule', { type: 'ingress', protocol: 'tcp', from_port: 0, to_port: 65535, cidr_blocks: ['0.0.0.0/0'] }),
    unwatched,
  ],
  '6.4': [add('dev', 'aws_vpc_security_group_ingress_rule', { ...PUBLIC_RULE, cidr_ipv4: undefined, cidr_ipv6: '::/0' })],
  '6.5': [
    without('prod', 'aws_default_security_group', 'prod/aws_vpc.network_vpc'),
    seenAt(set('dev', 'aws_default_security_group', { ingress: [{ protocol: '-1', self: true }] }), 'dev/aws_vpc.network_vpc'),
  ],
  '6.6': [add('prod', 'aws_vpc_peering_connection', {}), set('dev', 'aws_route', { vpc_peering_connection_id: 'pcx-1' })],
  '6.7': [
    policy(
      'org-policies',
      'aws_organizations_policy',
      ({ ec2_attributes }) => {
        ec2_attributes.instance_metadata_defaults.http_tokens['@@assign'] = 'no_preference';
      },
      /ec2-account-defaults/,
      'content',
    ),
    set(MANAGEMENT, 'aws_ec2_instance_metadata_defaults', { http_tokens: 'optional' }),
    set('dev', 'aws_launch_template', { metadata_options: { http_tokens: 'optional' } }),
    unguarded('prod, admin'),
  ],
  '6.8': [
    without('dev', 'aws_vpc_endpoint', 'dev/aws_vpc.network_vpc', /dynamodb/),
    without('prod', 'aws_vpc_endpoint', 'prod/aws_vpc.network_vpc', /_kms$/),
    set('dev', 'aws_vpc_endpoint', { policy: undefined }),
  ],
};

function selector(readOnly: string): TerraformJson {
  return {
    field_selector: [
      { field: 'eventCategory', equals: ['Data'] },
      { field: 'resources.type', equals: ['AWS::S3::Object'] },
      { field: 'readOnly', equals: [readOnly] },
    ],
  };
}

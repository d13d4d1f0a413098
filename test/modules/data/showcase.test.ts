import { monthlyBasePrice } from '../../../tools/costs/monthly-base-price';
import { exampleInput } from '../../fixtures/example';
import showcase from '../../fixtures/showcase';
import { type FoundResource, resources, synth } from '../../support/synth';

const synthesis = synth(showcase());
const found = resources(synthesis).filter(({ stack, name }) => stack === 'dev' && name.startsWith('examples_'));
const of = (type: string): FoundResource[] => {
  const some = found.filter((resource) => resource.type === type);
  expect([type, some.length > 0]).toEqual([type, true]);
  return some;
};

it('stays out of the default configuration', () => {
  expect(resources(synth(exampleInput())).filter(({ name }) => name.startsWith('examples_'))).toEqual([]);
});

it('encrypts everything that holds data with a key of ours; only the access logs cannot have one', () => {
  const KEYS: Readonly<Record<string, (attributes: FoundResource['attributes']) => unknown>> = {
    aws_s3_bucket_server_side_encryption_configuration: ({ rule }) => rule[0].apply_server_side_encryption_by_default.kms_master_key_id,
    aws_sqs_queue: ({ kms_master_key_id }) => kms_master_key_id,
    aws_sns_topic: ({ kms_master_key_id }) => kms_master_key_id,
    aws_dynamodb_table: ({ server_side_encryption }) => server_side_encryption.kms_key_arn,
    aws_secretsmanager_secret: ({ kms_key_id }) => kms_key_id,
    aws_cloudwatch_log_group: ({ kms_key_id }) => kms_key_id,
    aws_rds_cluster: ({ kms_key_id, master_user_secret_kms_key_id }) => kms_key_id && master_user_secret_kms_key_id,
    aws_rds_cluster_instance: ({ performance_insights_kms_key_id }) => performance_insights_kms_key_id,
    aws_db_instance: ({ kms_key_id, master_user_secret_kms_key_id, performance_insights_kms_key_id }) =>
      kms_key_id && master_user_secret_kms_key_id && performance_insights_kms_key_id,
    aws_launch_template: ({ block_device_mappings }) => block_device_mappings[0].ebs.kms_key_id,
  };
  const without: string[] = [];
  for (const [type, keyOf] of Object.entries(KEYS))
    for (const { name, attributes } of of(type)) if (!/^\$\{aws_kms_key\.[\w-]+\.arn\}$/.test(String(keyOf(attributes)))) without.push(name);
  expect(without).toEqual(['examples_access-logs_encryption']);
});

it('gives every bucket versions, an owner, a lifecycle, a policy and no public access, and all but the log of it a log', () => {
  const buckets = of('aws_s3_bucket').map(({ name }) => `\${aws_s3_bucket.${name}.id}`);
  for (const type of ['versioning', 'ownership_controls', 'lifecycle_configuration', 'policy', 'public_access_block', 'server_side_encryption_configuration'])
    expect(of(`aws_s3_bucket_${type}`).map(({ attributes }) => attributes.bucket)).toEqual(buckets);
  expect(of('aws_s3_bucket_logging').map(({ attributes }) => attributes.bucket)).toEqual(buckets.filter((bucket) => !bucket.includes('access-logs')));
  for (const { attributes } of of('aws_s3_bucket_public_access_block'))
    expect([attributes.block_public_acls, attributes.block_public_policy, attributes.ignore_public_acls, attributes.restrict_public_buckets]).toEqual(
      Array(4).fill(true),
    );
});

it('makes every database private, guarded, restorable, signed in to by IAM, and deaf to what is not TLS', () => {
  for (const { attributes } of [...of('aws_rds_cluster'), ...of('aws_db_instance')]) {
    expect(attributes).toMatchObject({
      storage_encrypted: true,
      deletion_protection: true,
      iam_database_authentication_enabled: true,
      manage_master_user_password: true,
      backup_retention_period: 35,
      copy_tags_to_snapshot: true,
      skip_final_snapshot: false,
    });
    expect(attributes.enabled_cloudwatch_logs_exports.length).toBeGreaterThan(0);
  }
  // Minor versions go up by themselves: an exact one would be a downgrade in the next plan.
  for (const { attributes } of [...of('aws_rds_cluster'), ...of('aws_db_instance')]) expect(attributes.engine_version).toMatch(/^(\d\d|8\.[04])$/);
  for (const { attributes } of [...of('aws_rds_cluster_instance'), ...of('aws_db_instance')]) expect(attributes.publicly_accessible).toBe(false);
  for (const { attributes } of [...of('aws_rds_cluster_parameter_group'), ...of('aws_db_parameter_group')])
    expect(attributes.parameter).toContainEqual(expect.objectContaining({ name: 'rds.force_ssl', value: '1' }));
  const isolated = resources(synthesis, 'aws_subnet').filter(({ stack, attributes }) => stack === 'dev' && attributes.tags.Tier === 'data');
  for (const { attributes } of of('aws_db_subnet_group')) expect(attributes.subnet_ids).toEqual(isolated.map(({ name }) => `\${aws_subnet.${name}.id}`));
});

it('lets visitors of the load balancer in by TLS 1.2 or later and sends those of port 80 there', () => {
  const listeners = Object.fromEntries(of('aws_lb_listener').map(({ attributes }) => [attributes.port, attributes]));
  expect(Object.keys(listeners)).toEqual(['80', '443']);
  expect(listeners[80].default_action).toEqual([{ type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', status_code: 'HTTP_301' } }]);
  expect(listeners[443].ssl_policy).toMatch(/^ELBSecurityPolicy-TLS13-1-2-/);
  expect(of('aws_lb')[0]?.attributes).toMatchObject({ drop_invalid_header_fields: true, enable_deletion_protection: true, enable_waf_fail_open: false });
  expect(of('aws_wafv2_web_acl_association')[0]?.attributes.web_acl_arn).toBe('${aws_wafv2_web_acl.web-acl_web-acl.arn}');
  expect(of('aws_cloudfront_distribution')[0]?.attributes).toMatchObject({
    viewer_certificate: { minimum_protocol_version: 'TLSv1.2_2021' },
    default_cache_behavior: { viewer_protocol_policy: 'redirect-to-https' },
    web_acl_id: '${aws_wafv2_web_acl.web-acl-cloudfront_web-acl.arn}',
  });
});

it('admits nobody to a database but the named security groups, and the world to the load balancer only', () => {
  const rules = of('aws_vpc_security_group_ingress_rule').map(({ name, attributes }) => [
    name,
    attributes.cidr_ipv4 ?? attributes.referenced_security_group_id,
  ]);
  expect(Object.fromEntries(rules)).toEqual({
    examples_shop_door_visitors: '0.0.0.0/0',
    examples_shop_door_redirected: '0.0.0.0/0',
    'examples_shop_from-door': '${aws_security_group.examples_shop_door_security-group.id}',
    examples_customers_database_network_shop: '${aws_security_group.examples_shop_tasks.id}',
    examples_customers_settings_network_shop: '${aws_security_group.examples_shop_tasks.id}',
  });
});

it('keeps the enclave instance from the internet and its metadata from version 1', () => {
  const template = of('aws_launch_template')[0]?.attributes;
  expect(template).toMatchObject({
    enclave_options: { enabled: true },
    metadata_options: { http_tokens: 'required', http_put_response_hop_limit: 1 },
    network_interfaces: [{ associate_public_ip_address: 'false' }],
  });
  expect(template.user_data).toBeUndefined();
  expect(of('aws_iam_role')[0]?.attributes).toMatchObject({ path: '/app/', permissions_boundary: '${aws_iam_policy.developer-boundary_policy.arn}' });
});

it('holds no value of a secret anywhere', () => {
  expect(found.filter(({ type }) => type === 'aws_secretsmanager_secret_version')).toEqual([]);
  const text = JSON.stringify(found.map(({ attributes }) => attributes));
  expect(text).not.toMatch(/"(password|password_wo|master_password|master_password_wo|secret_string|secret_binary|user_data|private_key)":/);
});

it('says what is inside: every class, its mark of personal data and an owner', () => {
  const tagged = found.filter(({ attributes }) => attributes.tags !== undefined);
  expect(tagged.length).toBeGreaterThan(25);
  for (const { name, attributes } of tagged)
    expect([name, Object.keys(attributes.tags).filter((tag) => ['DataClass', 'Pii', 'Owner'].includes(tag))]).toEqual([name, ['DataClass', 'Owner', 'Pii']]);
});

it('costs about 45 US dollars a month while idle, besides the web ACL of the distribution', () => {
  const { total, unpriced } = monthlyBasePrice(found);
  expect(unpriced).toEqual([]);
  expect(total).toBeGreaterThan(40);
  expect(total).toBeLessThan(50);
});

import type { BlueprintInput } from '../../../config/blueprint-schema';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

type Waf = NonNullable<BlueprintInput['environments'][string]['waf']>;
const prodWith = (waf: Waf) => {
  const input = exampleInput();
  const { prod } = input.environments;
  if (!prod) throw new Error('no prod');
  prod.waf = waf;
  const found = resources(synth(input));
  return { all: found, acl: found.find(({ stack, type }) => stack === 'prod' && type === 'aws_wafv2_web_acl')?.attributes };
};
const rule = (acl: ReturnType<typeof prodWith>['acl'], name: string) => acl.rule.find((one: { name: string }) => one.name === name);
const plain = prodWith({});

it('mode count blocks nothing, whatever rules say', () => {
  const { acl } = prodWith({
    mode: 'count',
    rules: { 'exposed-files': 'block' },
    allowList: 'block',
    rateLimits: [{ name: 'login', path: '/login', requests: 10 }],
    bodyLimit: { kilobytes: 64 },
  });
  for (const { name, action, override_action } of acl.rule) expect([name, Object.keys(action ?? override_action)]).toEqual([name, ['count']]);
});

it('a group and single rules of a group count while the rest blocks', () => {
  const { acl } = prodWith({
    managedGroups: {
      AWSManagedRulesSQLiRuleSet: { mode: 'count' },
      AWSManagedRulesCommonRuleSet: { rules: { SizeRestrictions_BODY: 'count' } },
      AWSManagedRulesAnonymousIpList: { mode: 'off' },
    },
  });
  expect(rule(acl, 'AWSManagedRulesSQLiRuleSet').override_action).toEqual({ count: {} });
  expect(rule(acl, 'AWSManagedRulesCommonRuleSet').override_action).toEqual({ none: {} });
  expect(rule(acl, 'AWSManagedRulesCommonRuleSet').statement.managed_rule_group_statement.rule_action_override).toEqual([
    { name: 'SizeRestrictions_BODY', action_to_use: { count: {} } },
  ]);
  expect(rule(acl, 'AWSManagedRulesAnonymousIpList')).toBeUndefined();
});

it('switching a rule on or off, or adding a limit, changes no other rule', () => {
  const { acl } = prodWith({ rules: { 'exposed-files': 'off', 'admin-consoles': 'count' }, rateLimits: [{ name: 'login', path: '/login', requests: 10 }] });
  expect(rule(acl, 'exposed-files')).toBeUndefined();
  expect(rule(acl, 'admin-consoles').action).toEqual({ count: {} });
  for (const one of acl.rule.filter(({ name }: { name: string }) => !['admin-consoles', 'rate-limit-login'].includes(name)))
    expect(one).toEqual(rule(plain.acl, one.name));
});

it('names and priorities are unique', () => {
  for (const key of ['name', 'priority'] as const) {
    const values = plain.acl.rule.map((one: Record<string, unknown>) => one[key]);
    expect(new Set(values).size).toBe(values.length);
  }
});

it('an allow-rule marks and never ends the evaluation; what has no mark is refused last', () => {
  const { acl } = prodWith({ allowList: 'block' });
  expect(acl.rule.filter(({ action }: { action?: object }) => action && 'allow' in action)).toEqual([]);
  expect(rule(acl, 'normal-pages')).toEqual(expect.objectContaining({ action: { count: {} }, rule_label: [{ name: 'normal' }] }));
  expect(acl.rule.at(-1)).toEqual(expect.objectContaining({ name: 'not-on-allow-list', action: { block: {} } }));
  expect(rule(plain.acl, 'normal-pages')).toBeUndefined();
});

it('credentials reach neither the log nor the sampled requests', () => {
  const { all, acl } = prodWith({ log: { keep: 'decisions', redactedHeaders: ['x-session'], redactQueryString: true } });
  const logging = all.find(({ stack, type }) => stack === 'prod' && type === 'aws_wafv2_web_acl_logging_configuration')?.attributes;
  const headers = logging.redacted_fields.flatMap(({ single_header }: { single_header?: { name: string } }) => single_header?.name ?? []);
  expect(headers).toEqual(expect.arrayContaining(['authorization', 'cookie', 'x-session']));
  expect(logging.redacted_fields).toContainEqual({ query_string: {} });
  expect(acl.data_protection_config.data_protection[0].field.field_keys).toEqual(headers);
  expect([logging.logging_filter.default_behavior, logging.logging_filter.filter[0].condition.length]).toEqual(['DROP', 5]);
});

it('CloudFront: web ACL, logs, bucket and key in us-east-1; retired, the web ACL goes and bucket and key stay in AWS', () => {
  const { all } = prodWith({ cloudFront: 'on' });
  const acl = all.find(({ name }) => name === 'web-acl-cloudfront_web-acl')?.attributes;
  const logging = all.find(({ name }) => name === 'web-acl-cloudfront_logging')?.attributes;
  const bucket = all.find(({ stack, type, name }) => stack === 'log-archive' && name === 'edge_logs_waf_bucket' && type === 'aws_s3_bucket')?.attributes;
  expect([acl.scope, acl.region, logging.region, bucket.region]).toEqual(['CLOUDFRONT', 'us-east-1', 'us-east-1', 'us-east-1']);
  expect(logging.log_destination_configs).toEqual([`arn:aws:s3:::${bucket.bucket}`]);
  expect(bucket.bucket).toMatch(/^aws-waf-logs-/);
  expect(acl.rule.map(({ name }: { name: string }) => name)).toEqual(plain.acl.rule.map(({ name }: { name: string }) => name));

  const input = exampleInput();
  if (input.environments.prod) input.environments.prod.waf = { cloudFront: 'retired' };
  const retired = synth(input).documents;
  expect(JSON.stringify(retired.get('prod').resource)).not.toContain('CLOUDFRONT');
  expect(retired.get('log-archive').removed.map(({ from }: { from: string }) => from)).toEqual(
    expect.arrayContaining(['aws_s3_bucket.edge_logs_waf_bucket', 'aws_kms_key.edge_logs_key']),
  );
});

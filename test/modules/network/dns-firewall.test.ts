import { loadBlueprint } from '../../../config/load';
import { decide } from '../../../tools/can/decide';
import { Synthesized } from '../../../tools/can/synthesized';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { type FoundResource, resources, synth } from '../../support/synth';

const example = synth(exampleInput());
const everything = synth(everythingOn());
const of = (synthesis: typeof example, stack: string, type: string) =>
  resources(synthesis, `aws_${type}`)
    .filter((resource) => resource.stack === stack)
    .map(({ attributes }) => attributes);
const rule = ({ name, action, block_response, priority }: FoundResource['attributes']) => [name, action, block_response, priority];
const changed = (change: Partial<ReturnType<typeof exampleInput>['environments'][string]['network']>) => {
  const input = exampleInput();
  const { prod } = input.environments;
  if (!prod) throw new Error('no prod');
  prod.network = { ...prod.network, ...change };
  return synth(input);
};

describe('DNS Firewall', () => {
  it('reports look-ups of indicators by default, refuses them in mode block, before the lists of AWS', () => {
    expect(of(example, 'dev', 'route53_resolver_firewall_rule').map(rule)).toEqual([['indicators', 'ALERT', undefined, 100]]);
    const rules = of(everything, 'dev', 'route53_resolver_firewall_rule')
      .filter(({ firewall_rule_group_id }) => !firewall_rule_group_id.includes('decoys'))
      .sort((a, b) => a.priority - b.priority);
    expect(rules.map(rule)).toEqual([
      ['indicators', 'BLOCK', 'NXDOMAIN', 100],
      ['AWSManagedDomainsAggregateThreatList', 'BLOCK', 'NXDOMAIN', 200],
    ]);
    const [list] = of(example, 'dev', 'route53_resolver_firewall_domain_list');
    expect(list?.domains).toEqual(['*.command-and-control.example', '*.malware.example', 'command-and-control.example', 'malware.example']);
  });

  it('fails closed unless the configuration says otherwise; production cannot be unhooked', () => {
    expect(of(example, 'prod', 'route53_resolver_firewall_config').map(({ firewall_fail_open }) => firewall_fail_open)).toEqual(['DISABLED']);
    expect(of(changed({ dnsFailOpen: true }), 'prod', 'route53_resolver_firewall_config').map(({ firewall_fail_open }) => firewall_fail_open)).toEqual([
      'ENABLED',
    ]);
    const protection = (stack: string) =>
      of(example, stack, 'route53_resolver_firewall_rule_group_association').map(({ mutation_protection }) => mutation_protection);
    expect([protection('prod'), protection('dev')]).toEqual([['ENABLED'], ['DISABLED']]);
  });

  it('off leaves the query log alone', () => {
    const off = changed({ dnsFirewall: 'off' });
    expect(resources(off).filter(({ stack, type }) => stack === 'prod' && type.startsWith('aws_route53_resolver_firewall'))).toEqual([]);
    expect(of(off, 'prod', 'route53_resolver_query_log_config_association')).toHaveLength(1);
  });
});

describe('resolver query logs', () => {
  const bucket = 'arn:aws:s3:::example-corp-logs-resolver-222222222222';
  const synthesized = new Synthesized(loadBlueprint(exampleInput(), exampleIds()).blueprint, example.documents);
  const DELIVERY = { arn: 'delivery.logs.amazonaws.com', policies: [] };
  const admin = { arn: 'arn:aws:iam::222222222222:role/Admin', policies: [] };
  const object = `${bucket}/AWSLogs/444444444444/vpcdnsquerylogs/vpc-1/2026/11/25/log.gz`;
  const key = 'arn:aws:kms:eu-west-1:222222222222:alias/platform/logs';
  const from = (account: string) => ({
    'aws:SourceAccount': account,
    'aws:SourceArn': `arn:aws:logs:eu-west-1:${account}:*`,
    'aws:SourceOrgID': account === '999999999999' ? 'o-stranger000' : 'o-a1b2c3d4e5',
  });

  it('every environment logs to the archive, which takes SSE-KMS and Object Lock', () => {
    for (const stack of ['prod', 'dev', 'test']) {
      expect(of(example, stack, 'route53_resolver_query_log_config').map(({ destination_arn }) => destination_arn)).toEqual([bucket]);
      expect(of(example, stack, 'route53_resolver_query_log_config_association').map(({ resource_id }) => resource_id)).toEqual(['${aws_vpc.network_vpc.id}']);
    }
    const named = resources(example).filter(({ stack, name }) => stack === 'log-archive' && name.startsWith('logs_resolver_'));
    expect(named.map(({ type }) => type)).toContain('aws_s3_bucket_object_lock_configuration');
    expect(named.find(({ type }) => type === 'aws_s3_bucket')?.attributes.bucket).toBe(bucket.slice('arn:aws:s3:::'.length));
  });

  it.each([
    ['an account of ours delivers', DELIVERY, 's3:PutObject', object, from('444444444444'), 'Allowed'],
    ['the delivery checks the bucket', DELIVERY, 's3:GetBucketAcl', bucket, from('555555555555'), 'Allowed'],
    ['the delivery encrypts', DELIVERY, 'kms:GenerateDataKey', key, from('666666666666'), 'Allowed'],
    ['a stranger delivers', DELIVERY, 's3:PutObject', object, from('999999999999'), 'ExplicitlyDenied|ImplicitlyDenied'],
    ['a stranger encrypts', DELIVERY, 'kms:GenerateDataKey', key, from('999999999999'), 'ExplicitlyDenied|ImplicitlyDenied'],
    ['another service delivers', { arn: 'config.amazonaws.com', policies: [] }, 's3:PutObject', object, from('444444444444'), 'ImplicitlyDenied'],
    ['the delivery deletes', DELIVERY, 's3:DeleteObject', object, from('444444444444'), 'ExplicitlyDenied'],
    ['an administrator of the archive deletes', admin, 's3:DeleteObject', object, {}, 'ExplicitlyDenied'],
    ['an administrator of the archive shortens the lock', admin, 's3:PutObjectRetention', object, {}, 'ExplicitlyDenied'],
  ] as const)('%s', async (_what, principal, action, resource, context, expected) => {
    const { result } = await decide(synthesized, { principal, action, resource, context, resourceAccount: '222222222222' }, ['resource', 'rcp', 'scp']);
    expect(expected.split('|')).toContain(result);
  });
});

describe('VPC Block Public Access', () => {
  const modes = (synthesis: typeof example, stack: string) =>
    Object.fromEntries(
      of(synthesis, stack, 'vpc_block_public_access_options').map(({ region, internet_gateway_block_mode }) => [region, internet_gateway_block_mode]),
    );
  const excluded = (synthesis: typeof example, stack: string) => of(synthesis, stack, 'vpc_block_public_access_exclusion').map(({ subnet_id }) => subnet_id);

  it('lets nothing in at home, and nothing at all through where there is no network', () => {
    for (const stack of ['prod', 'dev', 'test'])
      expect(modes(example, stack)).toEqual({ 'eu-west-1': 'block-ingress', 'eu-central-1': 'block-bidirectional', 'us-east-1': 'block-bidirectional' });
  });

  it('but to public and firewall subnets where load balancers are, which are excluded before the block', () => {
    expect(excluded(example, 'dev')).toEqual([]);
    expect(excluded(example, 'prod').sort()).toEqual(
      ['firewall', 'public'].flatMap((tier) => ['a', 'b', 'c'].map((zone) => `\${aws_subnet.network_${tier}-${zone}.id}`)),
    );
    const home = of(example, 'prod', 'vpc_block_public_access_options').find(({ region }) => region === 'eu-west-1');
    expect(home?.depends_on).toHaveLength(6);
  });

  it('leaves accounts to the EC2 policy that have one: workloads set it, and management, which no policy binds', () => {
    expect(new Set(resources(everything, 'aws_vpc_block_public_access_options').map(({ stack }) => stack))).toEqual(
      new Set(['org-management', 'prod', 'dev', 'test']),
    );
    const policies = resources(example, 'aws_organizations_policy').filter(({ attributes }) => attributes.content?.includes('vpc_block_public_access'));
    expect(policies.length).toBeGreaterThan(0);
    const attached = resources(example, 'aws_organizations_policy_attachment').filter(({ attributes }) =>
      policies.some(({ name }) => attributes.policy_id.includes(`.${name}.`)),
    );
    for (const { name } of attached) expect(name).not.toMatch(/workloads|onboarding/);
  });
});

it('encryption control monitors production, is off elsewhere, and enforces with the ways out excluded', () => {
  expect(of(example, 'prod', 'vpc_encryption_control').map(({ mode, internet_gateway_exclusion }) => [mode, internet_gateway_exclusion])).toEqual([
    ['monitor', undefined],
  ]);
  expect(of(example, 'dev', 'vpc_encryption_control')).toEqual([]);
  expect(
    of(everything, 'dev', 'vpc_encryption_control').map(({ mode, internet_gateway_exclusion, nat_gateway_exclusion }) => [
      mode,
      internet_gateway_exclusion,
      nat_gateway_exclusion,
    ]),
  ).toEqual([['enforce', 'enable', 'enable']]);
  const format = (stack: string) => of(example, stack, 'flow_log').map(({ log_format }) => log_format.includes('encryption-status'));
  expect([format('prod'), format('dev')]).toEqual([[true], [false]]);
});

import everythingOn from '../../fixtures/everything-on';
import { exampleInput } from '../../fixtures/example';
import { type FoundResource, resources, synth } from '../../support/synth';

const example = synth(exampleInput());
const everything = synth(everythingOn());
const auditing = (() => {
  const input = everythingOn();
  input.firewallManager = { ...input.firewallManager, mode: 'audit' };
  return synth(input);
})();
const WORKLOADS = ['prod', 'dev', 'test'];
const policies = (synthesis: typeof example): FoundResource['attributes'][] => resources(synthesis, 'aws_fms_policy').map(({ attributes }) => attributes);
const dataOf = (policy: FoundResource['attributes']) => JSON.parse(policy.security_service_policy_data.managed_service_data);
const of = (type: string) => policies(everything).filter((policy) => policy.security_service_policy_data.type === type);

it('is off, and costs nothing, unless it is asked for', () => {
  expect(resources(example).filter(({ type }) => type.startsWith('aws_fms'))).toEqual([]);
  expect(example.documents.get('org').provider.aws).toHaveLength(1);
});

it('is administered from the security account, registered where AWS takes it: in us-east-1', () => {
  const [admin, ...others] = resources(everything, 'aws_fms_admin_account');
  expect(others).toEqual([]);
  expect(admin).toMatchObject({ stack: 'org', attributes: { account_id: '${aws_organizations_account.account_security.id}', provider: 'aws.us-east-1' } });
  expect(everything.documents.get('org').provider.aws[1]).toMatchObject({ alias: 'us-east-1', region: 'us-east-1', allowed_account_ids: ['111111111111'] });
});

it('has one policy for each thing and place, in the security account, for the accounts of workloads', () => {
  const found = resources(everything, 'aws_fms_policy').map(({ stack, attributes: { name, region, resource_type, resource_type_list } }) =>
    [stack, name, region, resource_type ?? resource_type_list.join()].join(' '),
  );
  expect(found).toEqual([
    'security platform-dns-firewall eu-west-1 AWS::EC2::VPC',
    'security platform-network-firewall eu-west-1 AWS::EC2::VPC',
    'security platform-security-groups eu-west-1 AWS::EC2::SecurityGroup',
    'security platform-shield eu-west-1 AWS::ElasticLoadBalancingV2::LoadBalancer,AWS::ElasticLoadBalancing::LoadBalancer,AWS::EC2::EIP',
    'security platform-shield-cloudfront us-east-1 AWS::CloudFront::Distribution',
    'security platform-web-acl eu-west-1 AWS::ElasticLoadBalancingV2::LoadBalancer,AWS::ApiGateway::Stage',
    'security platform-web-acl-cloudfront us-east-1 AWS::CloudFront::Distribution',
  ]);
  for (const policy of policies(everything)) {
    expect(policy.include_map).toEqual({ orgunit: ['ou-a1b2-11111113'] }); // workloads, and what is below
    expect(dataOf(policy).type).toBe(policy.security_service_policy_data.type);
    expect([policy.delete_all_policy_resources, policy.delete_unused_fm_managed_resources]).toEqual([true, false]);
  }
});

it('costs what the configuration acknowledged', () => {
  expect(100 * policies(everything).length).toBe(everythingOn().firewallManager?.acknowledgeMonthlyCostUsd);
});

it('finds AWS Config, which it sees through, in its regions of every account in scope', () => {
  const recorders = resources(everything, 'aws_config_configuration_recorder').map(({ stack, attributes }) => `${stack} ${attributes.region}`);
  for (const stack of WORKLOADS) for (const { region } of policies(everything)) expect(recorders).toContain(`${stack} ${region}`);
});

it('audit changes nothing anywhere', () => {
  expect(policies(auditing).map(({ remediation_enabled }) => remediation_enabled)).toEqual(policies(auditing).map(() => false));
  expect(policies(auditing).map(({ name }) => name)).toEqual(policies(everything).map(({ name }) => name));
});

describe('under enforce it does not fight with what environments own', () => {
  const owned = new Set(resources(everything).flatMap(({ stack, type }) => (WORKLOADS.includes(stack) ? [type] : [])));

  it.each([
    ['aws_security_group', 'SECURITY_GROUPS_USAGE_AUDIT'],
    ['aws_shield_protection', 'SHIELD_ADVANCED'],
    ['aws_networkfirewall_firewall', 'NETWORK_FIREWALL'],
  ])('%s is in their states, so %s only reports', (type, service) => {
    expect(owned).toContain(type);
    expect(of(service).map(({ remediation_enabled }) => remediation_enabled)).toEqual(of(service).map(() => false));
    expect(of(service).length).toBeGreaterThan(0);
  });

  it('a web ACL goes only to what has none, and is made only where something stands behind it', () => {
    expect(owned).toContain('aws_wafv2_web_acl_association');
    expect(of('WAFV2').map(({ remediation_enabled }) => remediation_enabled)).toEqual([true, true]);
    for (const policy of of('WAFV2')) {
      expect(dataOf(policy)).toMatchObject({ overrideCustomerWebACLAssociation: false, optimizeUnassociatedWebACL: true, defaultAction: { type: 'ALLOW' } });
      const groups = dataOf(policy).preProcessRuleGroups.map((group: FoundResource['attributes']) => group.managedRuleGroupIdentifier.managedRuleGroupName);
      // What a forgotten load balancer gets is what the environments' own web ACLs begin with.
      const own = resources(everything, 'aws_wafv2_web_acl').filter(({ stack }) => stack === 'prod');
      expect(own.length).toBeGreaterThan(0);
      for (const name of groups) for (const { attributes } of own) expect(JSON.stringify(attributes.rule)).toContain(`"${name}"`);
    }
  });

  it('DNS rules stand beside those of the environments: priorities do not meet', () => {
    const [policy] = of('DNS_FIREWALL');
    expect(policy?.remediation_enabled).toBe(true);
    const [{ priority, ruleGroupId }] = dataOf(policy).preProcessRuleGroups;
    expect([priority >= 1, priority <= 99, dataOf(policy).postProcessRuleGroups]).toEqual([true, true, []]);
    expect(ruleGroupId).toBe('${aws_route53_resolver_firewall_rule_group.firewall-manager_dns_rule-group.id}');
    const theirs = resources(everything, 'aws_route53_resolver_firewall_rule_group_association').filter(({ stack }) => WORKLOADS.includes(stack));
    expect(theirs.filter(({ name }) => !name.startsWith('decoys_'))).toHaveLength(WORKLOADS.length);
    for (const { attributes } of theirs) expect(attributes.priority > 100 && attributes.priority < 9900).toBe(true);
  });

  it('our VPCs are no findings: all carry the tag that the policy leaves alone', () => {
    const [policy] = of('NETWORK_FIREWALL');
    expect([policy?.exclude_resource_tags, policy?.resource_tags]).toEqual([true, { Blueprint: 'aws-security-blueprint' }]);
    const networks = resources(everything, 'aws_vpc');
    expect(networks).toHaveLength(WORKLOADS.length);
    for (const { stack, attributes } of networks)
      expect({ ...everything.documents.get(stack).provider.aws[0].default_tags[0].tags, ...attributes.tags }).toMatchObject(policy?.resource_tags);
  });
});

it('managed service data is JSON without references but for the DNS rule group, so that a plan can compare it', () => {
  for (const policy of policies(everything)) {
    const { type, managed_service_data } = policy.security_service_policy_data;
    expect([type, managed_service_data.includes('${')]).toEqual([type, type === 'DNS_FIREWALL']);
  }
});

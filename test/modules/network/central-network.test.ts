import { overlap } from '../../../lib/ipv4';
import { STATEFUL_TYPES } from '../../../lib/stateful-types';
import { monthlyBasePrice } from '../../../tools/costs/monthly-base-price';
import { lossesBetween } from '../../../tools/synthesis/stateful-inventory';
import type { Synthesis, TerraformJson } from '../../../tools/synthesis/synthesize';
import central, { centralIds, NETWORK_ACCOUNT_ID } from '../../fixtures/central';
import { exampleInput } from '../../fixtures/example';
import { type Packet, verdict } from '../../support/firewall-verdict';
import { resources, synth } from '../../support/synth';

type Input = ReturnType<typeof central>;
const changed = (change: (input: Input) => void): Synthesis => {
  const input = central();
  change(input);
  return synth(input, centralIds());
};
const settings = (input: Input) => input.network?.central as NonNullable<NonNullable<Input['network']>['central']>;
const block = synth(central(), centralIds());
const alert = changed((input) => Object.assign(settings(input), { firewall: 'alert' }));
const of = (synthesis: Synthesis, stack: string, type: string): [string, TerraformJson][] =>
  Object.entries(synthesis.documents.get(stack).resource[`aws_${type}`] ?? {});
const only = (synthesis: Synthesis, stack: string, type: string): TerraformJson => {
  const [one, ...more] = of(synthesis, stack, type);
  if (!one || more.length > 0) throw new Error(`${stack} ${type}: ${1 + more.length}`);
  return one[1];
};

describe('the transit gateway', () => {
  it('joins nothing by itself', () => {
    expect(only(block, 'network', 'ec2_transit_gateway')).toMatchObject({
      default_route_table_association: 'disable',
      default_route_table_propagation: 'disable',
      auto_accept_shared_attachments: 'enable',
      security_group_referencing_support: 'disable',
    });
    expect(resources(block, 'aws_ec2_transit_gateway_route_table_propagation')).toEqual([]);
  });

  it('is shared with the accounts of environments, and with nobody outside', () => {
    expect(only(block, 'network', 'ram_resource_share').allow_external_principals).toBe(false);
    expect(
      of(block, 'network', 'ram_principal_association')
        .map(([, { principal }]) => principal)
        .sort(),
    ).toEqual(['444444444444', '555555555555', '666666666666']);
    expect(resources(block, 'aws_ram_sharing_with_organization')).toEqual([]);
  });

  it('keeps both directions of a connection in one zone where the firewall stands, and only there', () => {
    const modes = resources(block, 'aws_ec2_transit_gateway_vpc_attachment').map(({ stack, attributes }) => [stack, attributes.appliance_mode_support]);
    expect(modes).toEqual([
      ['network', 'enable'],
      ['prod', 'disable'],
      ['dev', 'disable'],
      ['test', 'disable'],
    ]);
  });

  it('is found by its owner, attachments by theirs, in the reader’s own account', () => {
    const filters = (stack: string, type: string) =>
      Object.values<TerraformJson>(block.documents.get(stack).data[`aws_${type}`]).map(({ filter }) =>
        Object.fromEntries(filter.map(({ name, values }: TerraformJson) => [name, values])),
      );
    expect(filters('prod', 'ec2_transit_gateway')).toEqual([{ 'owner-id': [NETWORK_ACCOUNT_ID], state: ['available'] }]);
    expect(
      filters('network-routes', 'ec2_transit_gateway_attachment').map((filter) => [filter['resource-owner-id'], filter['resource-type'], filter.state]),
    ).toEqual(['555555555555', NETWORK_ACCOUNT_ID, '444444444444', '666666666666'].map((account) => [[account], ['vpc'], ['available']]));
  });

  it('has a table for each environment, which drops every private range', () => {
    expect(of(block, 'network-routes', 'ec2_transit_gateway_route_table').map(([name]) => name)).toEqual([
      'transit_table-dev',
      'transit_table-network',
      'transit_table-prod',
      'transit_table-test',
    ]);
    const dropped = of(block, 'network-routes', 'ec2_transit_gateway_route').filter(([, { blackhole }]) => blackhole === true);
    expect(dropped).toHaveLength(3 * 4);
  });
});

it('nothing comes in to the inspection VPC: the EC2 policy of its unit says so, and the account must not', () => {
  expect(resources(block).filter(({ stack, type }) => stack === 'network' && type.startsWith('aws_vpc_block_public_access'))).toEqual([]);
  const { aws_organizations_policy: policies, aws_organizations_policy_attachment: attachments } = block.documents.get('org-policies').resource;
  const [name] = Object.entries<TerraformJson>(policies).find(([, { content }]) => content.includes('"block_ingress"')) ?? [];
  const targets = Object.values<TerraformJson>(attachments).filter(({ policy_id }) => policy_id.includes(`.${name}.`));
  expect(targets.map(({ target_id }) => target_id)).toContain(centralIds().organizationalUnits.infrastructure);
});

describe('an environment', () => {
  it.each(['dev', 'test'])('%s has no way of its own to the internet, nor may one come', (stack) => {
    for (const type of ['internet_gateway', 'nat_gateway', 'networkfirewall_firewall', 'eip']) expect(of(block, stack, type)).toEqual([]);
    const modes = of(block, stack, 'vpc_block_public_access_options').map(([, options]) => options.internet_gateway_block_mode);
    expect(new Set(modes)).toEqual(new Set(['block-bidirectional']));
  });

  it('prod keeps its firewall for visitors, and no NAT', () => {
    expect(of(block, 'prod', 'networkfirewall_firewall')).toHaveLength(1);
    expect(of(block, 'prod', 'nat_gateway')).toEqual([]);
    expect(only(block, 'prod', 'internet_gateway')).toBeDefined();
  });

  it('idles for an attachment more than before', () => {
    const price = (synthesis: Synthesis) => monthlyBasePrice(resources(synthesis).filter(({ stack }) => stack === 'dev' || stack === 'dev-state'));
    const [own, attached] = [price(synth(exampleInput())), price(block)];
    expect(attached.unpriced).toEqual([]);
    expect(attached.total - own.total).toBeCloseTo(36.5);
    const hub = monthlyBasePrice(resources(block).filter(({ stack }) => stack.startsWith('network')));
    expect(hub.unpriced).toEqual([]);
    console.info(`central network, idle: ${hub.total.toFixed(2)} USD a month`);
    expect(hub.total).toBeGreaterThan(3 * (288 + 35) + 36.5);
  });
});

/** Rules in the order in which the policy has their groups, and its default actions. */
function judge(synthesis: Synthesis, packet: Packet) {
  const policy = only(synthesis, 'network', 'networkfirewall_firewall_policy').firewall_policy;
  const groups = of(synthesis, 'network', 'networkfirewall_rule_group');
  const ordered = [...policy.stateful_rule_group_reference].sort((a, b) => a.priority - b.priority);
  const rules = ordered.map(({ resource_arn }) => groups.find(([name]) => resource_arn.includes(`.${name}.`))?.[1].rule_group.rules_source.rules_string);
  const [{ ip_set }] = policy.policy_variables.rule_variables;
  return verdict(rules, policy.stateful_default_actions, ip_set.definition, packet);
}
/** App tiers; .192 is in prod's data tier. */
const PLACE = { prod: '10.16.12.7', 'prod data': '10.16.17.1', dev: '10.32.12.7', test: '10.48.12.7', internet: '203.0.113.9' } as const;
const packet = (from: keyof typeof PLACE, to: keyof typeof PLACE, more: Partial<Packet> = {}): Packet => ({
  from: PLACE[from],
  to: PLACE[to],
  port: 443,
  transport: 'tcp',
  ...more,
});

describe('the central firewall', () => {
  it.each<{ what: string; sample: Packet; inBlock: 'pass' | 'drop'; inAlert: 'pass' | 'drop' }>([
    { what: 'the named route, its handshake', sample: packet('dev', 'prod', { port: 8443, syn: true }), inBlock: 'pass', inAlert: 'pass' },
    { what: 'the named route, its data', sample: packet('dev', 'prod', { port: 8443, payload: 'hello' }), inBlock: 'pass', inAlert: 'pass' },
    { what: 'the named route the other way', sample: packet('prod', 'dev', { port: 8443, syn: true }), inBlock: 'drop', inAlert: 'drop' },
    { what: 'another port', sample: packet('dev', 'prod', { port: 22, syn: true }), inBlock: 'drop', inAlert: 'drop' },
    { what: 'another protocol', sample: packet('dev', 'prod', { port: 8443, transport: 'udp' }), inBlock: 'drop', inAlert: 'drop' },
    { what: 'another tier', sample: packet('dev', 'prod data', { port: 8443, syn: true }), inBlock: 'drop', inAlert: 'drop' },
    { what: 'another environment', sample: packet('test', 'prod', { port: 8443, syn: true }), inBlock: 'drop', inAlert: 'drop' },
    {
      what: 'TLS between environments to a name that is allowed outside',
      sample: packet('test', 'dev', { application: 'tls', serverName: 's3.amazonaws.com' }),
      inBlock: 'drop',
      inAlert: 'drop',
    },
    {
      what: 'TLS to an allowed domain',
      sample: packet('prod', 'internet', { application: 'tls', serverName: 's3.amazonaws.com' }),
      inBlock: 'pass',
      inAlert: 'pass',
    },
    { what: 'TLS to another', sample: packet('prod', 'internet', { application: 'tls', serverName: 'evil.example' }), inBlock: 'drop', inAlert: 'pass' },
  ])('$what: $inBlock while it blocks, $inAlert while it alerts', ({ sample, inBlock, inAlert }) => {
    expect([judge(block, sample).action, judge(alert, sample).action]).toEqual([inBlock, inAlert]);
  });

  it('holds each environment to its own domains', () => {
    const synthesis = changed((input) => Object.assign(input.environments.dev?.network as object, { allowedDomains: ['.dev-only.example'] }));
    const ask = (from: 'prod' | 'dev', serverName: string) => judge(synthesis, packet(from, 'internet', { application: 'tls', serverName })).action;
    expect([ask('dev', 'x.dev-only.example'), ask('prod', 'x.dev-only.example')]).toEqual(['pass', 'drop']);
    expect([ask('dev', 's3.amazonaws.com'), ask('prod', 's3.amazonaws.com')]).toEqual(['drop', 'pass']);
  });

  it('is protected from deletion and logs to the archive', () => {
    expect(only(block, 'network', 'networkfirewall_firewall')).toMatchObject({ delete_protection: true, subnet_change_protection: true });
    expect(JSON.stringify(only(block, 'network', 'networkfirewall_logging_configuration'))).toContain('example-corp-logs-network-222222222222');
  });

  it.each([
    ['off', 'alert'],
    ['alert', 'block'],
    ['block', 'off'],
  ] as const)('%s -> %s keeps every subnet, table and address', (from, to) => {
    const [before, after] = [from, to].map((firewall) => changed((input) => Object.assign(settings(input), { firewall, routes: [] })));
    const kept = (synthesis: Synthesis | undefined) =>
      resources(synthesis as Synthesis)
        .filter(({ stack, type }) => stack === 'network' && /^aws_(vpc$|subnet|route_table|eip|nat_gateway|ec2_transit)/.test(type))
        .map(({ type, name, attributes }) => [type, name, attributes]);
    expect(kept(after)).toEqual(kept(before));
  });
});

describe('from own inspection to central', () => {
  const own = synth(exampleInput(), centralIds());
  const prepared = changed((input) => Object.assign(input.network as object, { topology: 'own' }));

  it.each([
    ['at once', own, block],
    ['prepared', own, prepared],
    ['then used', prepared, block],
    ['and back', block, prepared],
  ])('%s: nothing stateful of an environment is lost, replaced or changed', (_name, before, after) => {
    expect(lossesBetween(before.inventory, after.inventory, after.documents, [])).toEqual([]);
    const stateful = (synthesis: Synthesis) =>
      new Map(
        resources(synthesis)
          .filter(({ stack, type }) => ['prod', 'dev', 'test'].includes(stack) && STATEFUL_TYPES.has(type))
          .map(({ stack, type, name, attributes }) => [`${stack}/${type}.${name}`, attributes]),
      );
    const later = stateful(after);
    for (const [address, attributes] of stateful(before))
      if (!address.includes('transit')) expect([address, later.get(address)]).toEqual([address, attributes]);
  });

  it('what goes is NAT with its addresses, and in environments that serve nobody the internet gateway', () => {
    const gone = [...resources(own)].filter(({ stack, type, name }) => block.documents.get(stack)?.resource?.[type]?.[name] === undefined);
    expect([...new Set(gone.map(({ stack, type }) => `${stack} ${type}`))].sort()).toEqual([
      'dev aws_internet_gateway',
      'dev aws_route',
      'dev aws_route_table_association',
      'prod aws_eip',
      'prod aws_nat_gateway',
      'test aws_internet_gateway',
      'test aws_route',
      'test aws_route_table_association',
    ]);
  });
});

describe('the life of an environment', () => {
  const names = (synthesis: Synthesis) => [
    ...resources(synthesis)
      .filter(({ stack, name }) => stack.startsWith('network') && /[-_]dev\b/.test(name))
      .map(({ type, name }) => `${type}.${name}`),
    ...Object.entries<TerraformJson>(synthesis.documents.get('network-routes').data).flatMap(([, found]) =>
      Object.keys(found).filter((name) => name.endsWith('-dev')),
    ),
  ];

  it.each(['suspended', 'retired'] as const)('%s, it leaves the central network: no table, no route, no share', (status) => {
    const synthesis = changed((input) => Object.assign(input.environments.dev as object, { status }));
    expect(names(block).length).toBeGreaterThan(15);
    expect(names(synthesis)).toEqual([]);
    expect(JSON.stringify([synthesis.documents.get('network'), synthesis.documents.get('network-routes')])).not.toContain('10.32.');
    // Its peer forgets the named route, too.
    expect(resources(synthesis).filter(({ stack, name }) => stack === 'prod' && name.includes('from-dev'))).toEqual([]);
  });

  it('onboarding, it is served like any other', () => {
    expect(names(changed((input) => Object.assign(input.environments.dev as object, { status: 'onboarding' })))).toEqual(names(block));
  });

  it('a new one changes no table of the others', () => {
    const larger = changed((input) => {
      input.environments.staging = { email: 'aws+staging@example.com', profile: 'economy', network: { cidr: '10.64.0.0/16' } };
    });
    const before = block.documents.get('network-routes').resource;
    const after = larger.documents.get('network-routes').resource;
    for (const [type, members] of Object.entries<TerraformJson>(before))
      for (const [name, attributes] of Object.entries(members)) expect(after[type][name]).toEqual(attributes);
  });

  it('the central network itself is retired with own inspection back: what is stateful is forgotten, the rest must be gone', () => {
    const retired = changed((input) => {
      Object.assign(input.network as object, { topology: 'own' });
      Object.assign(input.accounts.network as object, { status: 'retired' });
    });
    expect(retired.documents.get('network').resource).toBeUndefined();
    expect(retired.documents.get('network-routes').resource).toBeUndefined();
    const removed = retired.documents.get('network').removed.map(({ from }: TerraformJson) => from);
    expect(removed).toEqual(expect.arrayContaining(['aws_vpc.network_vpc', 'aws_subnet.network_transit_subnet-a', 'aws_kms_key.key_key']));
  });
});

describe('TLS inspection', () => {
  const tlsInspection = { certificateAuthorityId: '11111111-2222-3333-4444-555555555555', excludedNetworks: ['198.51.100.0/24'], acknowledgeCost: true };
  const found = changed((input) => Object.assign(settings(input), { tlsInspection }));
  const [{ server_certificate_configuration: servers }] = only(found, 'network', 'networkfirewall_tls_inspection_configuration').tls_inspection_configuration;
  const [{ scope: scopes, certificate_authority_arn: authority }] = servers;
  const addresses = (side: 'source' | 'destination'): string[] => scopes[0][side].map(({ address_definition }: TerraformJson) => address_definition);
  const decrypts = (from: string, to: string): boolean =>
    addresses('source').some((one) => overlap(one, from)) && addresses('destination').some((one) => overlap(one, to));

  it('decrypts what every environment sends to the internet, but for what is excluded', () => {
    expect(authority).toBe(`arn:aws:acm:eu-west-1:${NETWORK_ACCOUNT_ID}:certificate/11111111-2222-3333-4444-555555555555`);
    for (const { network } of Object.values(central().environments)) {
      expect(decrypts(network.cidr, '203.0.113.7/32')).toBe(true);
      expect(decrypts(network.cidr, '198.51.100.7/32')).toBe(false);
    }
  });

  it('never decrypts between environments, which have certificates of their own', () => {
    const cidrs = Object.values(central().environments).map(({ network }) => network.cidr);
    for (const from of cidrs) for (const to of cidrs) expect(decrypts(from, to)).toBe(false);
  });

  it('is part of the policy, logged, and of the network account alone', () => {
    expect(only(found, 'network', 'networkfirewall_firewall_policy').firewall_policy.tls_inspection_configuration_arn).toMatch(
      /tls_inspection_configuration\.\S+\.arn/,
    );
    const { log_destination_config: logs } = only(found, 'network', 'networkfirewall_logging_configuration').logging_configuration;
    expect(logs.map(({ log_type }: TerraformJson) => log_type)).toEqual(['ALERT', 'FLOW', 'TLS']);
    expect(resources(found, 'aws_networkfirewall_tls_inspection_configuration').map(({ stack }) => stack)).toEqual(['network']);
    expect(resources(block, 'aws_networkfirewall_tls_inspection_configuration')).toEqual([]);
  });

  it('is encrypted with the key of class infrastructure', () => {
    const [configuration] = only(found, 'network', 'networkfirewall_tls_inspection_configuration').encryption_configuration;
    expect(configuration).toMatchObject({ type: 'CUSTOMER_KMS', key_id: expect.stringContaining('aws_kms_key') });
  });
});

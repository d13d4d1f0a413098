import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { overlap } from '../../../lib/ipv4';
import everythingOn from '../../fixtures/everything-on';
import { exampleInput } from '../../fixtures/example';
import { type Packet, verdict } from '../../support/firewall-verdict';
import { type FoundResource, resources, synth } from '../../support/synth';

type Network = ReturnType<typeof exampleInput>['environments'][string]['network'];
const network = (change: Partial<Network>, stack = 'prod') => {
  const input = exampleInput();
  const environment = input.environments[stack];
  if (!environment) throw new Error(`no ${stack}`);
  environment.network = { ...environment.network, allowedDomains: ['.amazonaws.com', 'api.partner.example'], ...change };
  return resources(synth(input)).filter((resource) => resource.stack === stack);
};
const off = network({ firewall: 'off' });
const alert = network({ firewall: 'alert' });
const block = network({ firewall: 'block' });
const privateBlock = network({ firewall: 'block', publicIngress: false });
const ofType = (found: readonly FoundResource[], type: string) => found.filter((resource) => resource.type === `aws_${type}`);
const only = (found: readonly FoundResource[], type: string) => {
  const [one, ...more] = ofType(found, type);
  if (!one || more.length > 0) throw new Error(`${type}: ${1 + more.length}`);
  return one.attributes;
};

/** Rules in the order in which the policy has their groups, and its default actions. */
const judge = (found: readonly FoundResource[], packet: Packet) => {
  const policy = only(found, 'networkfirewall_firewall_policy').firewall_policy;
  const groups = ofType(found, 'networkfirewall_rule_group');
  const ordered = [...policy.stateful_rule_group_reference].sort((a, b) => a.priority - b.priority);
  const rules = ordered.map(
    ({ resource_arn }) => groups.find(({ name }) => resource_arn.includes(`.${name}.`))?.attributes.rule_group.rules_source.rules_string,
  );
  return verdict(rules, policy.stateful_default_actions, '10.16.0.0/16', packet);
};
const INSIDE = '10.16.12.7';
const OUTSIDE = '203.0.113.9';
const out = (packet: Partial<Packet>): Packet => ({ from: INSIDE, to: OUTSIDE, port: 443, transport: 'tcp', ...packet });
const inwards = (packet: Partial<Packet>): Packet => ({ from: OUTSIDE, to: INSIDE, port: 443, transport: 'tcp', ...packet });

const CASES: readonly (readonly [what: string, packet: Packet, blocked: boolean, sid?: number])[] = [
  ['TLS to an allowed domain', out({ application: 'tls', serverName: 's3.eu-west-1.amazonaws.com' }), false, 1_900_000],
  ['TLS to an allowed name, in capitals', out({ application: 'tls', serverName: 'API.PARTNER.EXAMPLE' }), false, 1_900_002],
  ['TLS to a name that only ends like an allowed one', out({ application: 'tls', serverName: 'evilamazonaws.com' }), true],
  ['TLS below an allowed name without a dot in front', out({ application: 'tls', serverName: 'x.api.partner.example' }), true],
  ['TLS to a name that begins like an allowed one', out({ application: 'tls', serverName: 'api.partner.example.evil.example' }), true],
  ['TLS without a name', out({ application: 'tls' }), true],
  ['HTTP to an allowed domain', out({ application: 'http', port: 80, host: 's3.amazonaws.com' }), false, 1_900_001],
  ['HTTP to another', out({ application: 'http', port: 80, host: 'evil.example' }), true],
  ['TLS 1.0 to an allowed domain', out({ application: 'tls', tlsVersion: 'tls1.0', serverName: 's3.amazonaws.com' }), true, 1_000_005],
  ['the handshake, before anybody can know', out({ syn: true }), false],
  ['raw TCP', out({ port: 4444, payload: 'id; uname -a' }), true],
  ['SMB', out({ application: 'smb', port: 445 }), true, 1_000_001],
  ['remote desktop', out({ port: 3389, syn: true }), true, 1_000_002],
  ['IRC', out({ port: 6667, syn: true }), true, 1_000_003],
  ['LDAP after a JNDI injection', out({ port: 1389, syn: true }), true, 1_000_004],
  ['mining, on a port of its own', out({ port: 14_444, payload: '{"method":"Mining.Subscribe"}' }), true, 1_000_006],
  ['DNS past the resolver', out({ port: 53, transport: 'udp', application: 'dns' }), true, 1_000_007],
  ['SSH on 443', out({ application: 'ssh' }), true, 1_000_008],
  ['telnet', out({ port: 23, syn: true }), true, 1_000_010],
  ['UDP that nobody answers', out({ transport: 'udp', port: 9999, answered: false }), true, 1_999_994],
  ['HTTP/3', out({ transport: 'udp', port: 443 }), true, 1_999_994],
  ['data in echo requests', out({ transport: 'icmp', port: 0, answered: false }), true, 1_999_995],
  ['a visitor over TLS', inwards({ application: 'tls', serverName: 'www.example.com' }), false, 1_999_990],
  ['a visitor over HTTP', inwards({ application: 'http', port: 80, host: 'www.example.com' }), false, 1_999_991],
  ['a JNDI look-up in a request', inwards({ application: 'http', port: 80, host: 'www.example.com', payload: 'X: ${JNDI:ldap://x}' }), true, 1_000_009],
  ['a stranger on another port', inwards({ port: 8080, payload: 'hello' }), true],
  ['raw TCP to 443', inwards({ payload: 'hello' }), true],
];

/** Every member is there: jest takes a missing one for its callback. */
const SAMPLES = CASES.map(([what, packet, blocked, sid]) => ({ what, packet, blocked, sid }));

it.each(SAMPLES)('blocks or passes $what', ({ packet, blocked, sid }) => {
  const answer = judge(block, packet);
  expect([answer.action, answer.by]).toEqual([blocked ? 'drop' : 'pass', sid]);
});

it.each(SAMPLES)('in mode alert $what passes, and is reported when block would drop it by a rule', ({ packet, blocked, sid }) => {
  const answer = judge(alert, packet);
  expect(answer.action).toBe('pass');
  expect(answer.alerts).toEqual(blocked && sid !== undefined ? expect.arrayContaining([sid]) : []);
});

it('without load balancers nothing from the internet passes', () => {
  expect(judge(privateBlock, inwards({ application: 'tls', serverName: 'www.example.com' })).action).toBe('drop');
  expect(judge(privateBlock, inwards({ application: 'http', port: 80, host: 'www.example.com' })).action).toBe('drop');
});

describe('off, alert, block', () => {
  /** Arguments that replace a resource (../shared/offline-provider/provider/force-new.json), by type. */
  const REPLACING: Readonly<Record<string, readonly string[]>> = {
    aws_networkfirewall_firewall: ['name', 'vpc_id', 'transit_gateway_id'],
    aws_networkfirewall_firewall_policy: ['name', 'firewall_policy.stateful_engine_options.rule_order'],
    aws_networkfirewall_rule_group: ['name', 'capacity', 'type', 'rule_group.stateful_rule_options.rule_order'],
    aws_networkfirewall_logging_configuration: ['firewall_arn'],
    aws_route: ['route_table_id', 'destination_cidr_block'],
    aws_flow_log: ['log_format', 'log_destination', 'max_aggregation_interval', 'traffic_type', 'vpc_id'],
    aws_vpc_block_public_access_exclusion: ['subnet_id'],
    aws_route53_resolver_firewall_rule: ['firewall_domain_list_id', 'firewall_rule_group_id'],
  };
  const at = (attributes: FoundResource['attributes'], path: string) => path.split('.').reduce((value, key) => value?.[key], attributes);
  const byAddress = (found: readonly FoundResource[]) => new Map(found.map((resource) => [`${resource.type}.${resource.name}`, resource]));

  it.each([
    ['off to alert', off, alert],
    ['alert to block', alert, block],
    ['off to block', off, block],
  ])('%s replaces nothing and takes nothing away', (_what, from, to) => {
    const after = byAddress(to);
    for (const [address, resource] of byAddress(from)) {
      const same = after.get(address);
      expect([address, same !== undefined]).toEqual([address, true]);
      for (const path of REPLACING[resource.type] ?? [])
        expect([address, path, at(same?.attributes, path)]).toEqual([address, path, at(resource.attributes, path)]);
      if (!(resource.type in REPLACING)) expect([address, same?.attributes]).toEqual([address, resource.attributes]);
    }
  });

  it('alert to block adds nothing; what it adds to off is the firewall and the routes in', () => {
    expect([...byAddress(block).keys()]).toEqual([...byAddress(alert).keys()]);
    const added = [...byAddress(alert).keys()].filter((address) => !byAddress(off).has(address));
    for (const address of added) expect(address).toMatch(/^aws_(networkfirewall_.+|route\.network_routing_edge-[abc]-in)/);
  });
});

it('production is protected from deletion and change; everything is encrypted with our key; logs go to the archive', () => {
  const firewall = only(alert, 'networkfirewall_firewall');
  expect([firewall.delete_protection, firewall.subnet_change_protection, firewall.firewall_policy_change_protection]).toEqual([true, true, true]);
  const dev = only(network({ firewall: 'alert', natGateways: 'single' }, 'dev'), 'networkfirewall_firewall');
  expect([dev.delete_protection, dev.subnet_change_protection, dev.firewall_policy_change_protection]).toEqual([false, false, false]);
  const key = { type: 'CUSTOMER_KMS', key_id: '${aws_kms_key.key_infrastructure_key.arn}' };
  for (const { type, attributes } of [...alert, ...block].filter(({ type }) => /^aws_networkfirewall_(firewall|firewall_policy|rule_group)$/.test(type)))
    expect([type, attributes.encryption_configuration]).toEqual([type, key]);
  const logs = only(alert, 'networkfirewall_logging_configuration').logging_configuration.log_destination_config;
  expect(logs.map(({ log_type, log_destination }: FoundResource['attributes']) => [log_type, log_destination.bucketName])).toEqual([
    ['ALERT', 'example-corp-logs-network-222222222222'],
    ['FLOW', 'example-corp-logs-network-222222222222'],
  ]);
});

it('TLS inspection decrypts all destinations but the excluded, and logs what it cannot follow', () => {
  const found = resources(synth(everythingOn())).filter(({ stack }) => stack === 'prod');
  const configuration = only(found, 'networkfirewall_tls_inspection_configuration');
  const [
    {
      server_certificate_configuration: [server],
    },
  ] = configuration.tls_inspection_configuration;
  expect(server.certificate_authority_arn).toMatch(/^arn:aws:acm:eu-west-1:444444444444:/);
  const [scope] = server.scope;
  const destinations = scope.destination.map(({ address_definition }: FoundResource['attributes']) => address_definition);
  expect(destinations.some((one: string) => overlap(one, '198.51.100.0/24'))).toBe(false);
  expect(destinations).toEqual(expect.arrayContaining(['64.0.0.0/2', '198.51.101.0/24']));
  // A visitor of the load balancer would be shown a certificate of our own authority.
  expect(scope.source).toEqual([{ address_definition: '10.16.0.0/16' }]);
  expect(destinations.some((one: string) => overlap(one, '10.16.0.0/16'))).toBe(false);
  expect(only(found, 'networkfirewall_firewall_policy').firewall_policy.tls_inspection_configuration_arn).toMatch(/tls_inspection_configuration\.\S+\.arn/);
  const logs = only(found, 'networkfirewall_logging_configuration').logging_configuration.log_destination_config;
  expect(logs.map(({ log_type }: FoundResource['attributes']) => log_type)).toEqual(['ALERT', 'FLOW', 'TLS']);
});

describe('rule files of a fork', () => {
  const project = mkdtempSync(join(tmpdir(), 'blueprint-rules-'));
  const scope = globalThis as { blueprintRoot?: string };
  beforeAll(() => cpSync('rules', join(project, 'rules'), { recursive: true }));
  beforeEach(() => {
    scope.blueprintRoot = project;
  });
  afterEach(() => {
    delete scope.blueprintRoot;
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));
  const header = '# Source: a feed. Licence: MIT. Owner: security team. Reviewed: 2026-11. Expires: never.';
  const drop = (name: string, rules: readonly string[]) => writeFileSync(join(project, 'rules/suricata', name), [header, ...rules].join('\n'));

  it('are imported between our own signatures and the allowed domains, with the variables that they use, Terraform not reading along', () => {
    drop('feed.rules', [
      'alert http $EXTERNAL_NET any -> $HTTP_SERVERS $HTTP_PORTS (msg:"JNDI"; http.header; content:"${jndi:"; sid:2034647; rev:1;)',
      'drop tcp $HOME_NET any -> 203.0.113.0/24 any (msg:"Bad network %{x}"; sid:2034648; rev:1;)',
    ]);
    const found = network({ firewall: 'block' });
    const policy = only(found, 'networkfirewall_firewall_policy').firewall_policy.stateful_rule_group_reference;
    expect(policy.map(({ priority, resource_arn }: FoundResource['attributes']) => [priority, /firewall_([\w-]+)\.arn/.exec(resource_arn)?.[1]])).toEqual([
      [100, 'starter'],
      [200, 'imported-2034647'],
      [300, 'ingress'],
      [400, 'allowed-domains'],
    ]);
    const group = ofType(found, 'networkfirewall_rule_group').find(({ name }) => name.endsWith('imported-2034647'))?.attributes;
    expect(group?.name).toBe('prod-imported-2034647-100');
    expect(group?.rule_group.rules_source.rules_string).toBe(
      'alert http $EXTERNAL_NET any -> $HTTP_SERVERS $HTTP_PORTS (msg:"JNDI"; http.header; content:"$${jndi:"; sid:2034647; rev:1;)\ndrop tcp $HOME_NET any -> 203.0.113.0/24 any (msg:"Bad network %%{x}"; sid:2034648; rev:1;)',
    );
    expect(group?.rule_group.rule_variables).toEqual({
      ip_sets: [
        { key: 'HOME_NET', ip_set: { definition: ['10.16.0.0/16'] } },
        { key: 'HTTP_SERVERS', ip_set: { definition: ['10.16.0.0/16'] } },
      ],
      port_sets: [{ key: 'HTTP_PORTS', port_set: { definition: ['80'] } }],
    });
  });

  it('fill correctly sized groups: 20,000 rules', () => {
    drop(
      'feed.rules',
      Array.from(
        { length: 20_000 },
        (_, index) => `alert tcp $HOME_NET any -> $EXTERNAL_NET any (msg:"${index}"; content:"x${index}"; sid:${3_000_000 + index}; rev:1;)`,
      ),
    );
    const groups = ofType(network({ firewall: 'block' }), 'networkfirewall_rule_group').map(({ attributes }) => attributes);
    const lines = groups.map(({ rule_group }) => rule_group.rules_source.rules_string.split('\n').length);
    expect(lines.reduce((sum, count) => sum + count, 0)).toBe(20_000 + 10 + 2 + 4 + 2); // own, ingress, two domains, one-way
    groups.forEach(({ capacity, name }, index) => {
      expect(lines[index]).toBeLessThanOrEqual(capacity);
      expect(name.endsWith(`-${capacity}`)).toBe(true);
    });
    expect(groups.reduce((sum, { capacity }) => sum + capacity, 0)).toBeLessThanOrEqual(30_000);
    expect(groups.length).toBeLessThanOrEqual(20);
  });

  it('that AWS would refuse end the synthesis, even while every firewall is off', () => {
    drop('feed.rules', [
      'alert tcp any any -> any any (threshold:type limit,track by_src,count 1,seconds 60; sid:5;)',
      'alert tcp any any -> any any (sid:1000001;)',
    ]);
    expect(() => network({ firewall: 'off' })).toThrow(
      `rules: 2 mistakes; nothing was written
  rules/suricata/feed.rules:2: sid 5 counts (thresholding), which AWS Network Firewall does not, got threshold:type limit,track by_src,count 1,seconds 60; remove the option or the rule
  rules/suricata/starter.rules:3: sid 1000001 has the sid of rules/suricata/feed.rules:3, got 1000001; give it one of its own`,
    );
  });
});

import fc from 'fast-check';
import { overlap } from '../../../lib/ipv4';
import { subnetCidr, TIERS } from '../../../modules/network/subnet-plan';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const network = (change: Partial<ReturnType<typeof exampleInput>['environments'][string]['network']>) => {
  const input = exampleInput();
  const { prod } = input.environments;
  if (!prod) throw new Error('no prod');
  prod.network = { ...prod.network, ...change };
  return resources(synth(input)).filter(({ stack }) => stack === 'prod');
};
const off = network({ firewall: 'off' });
const alert = network({ firewall: 'alert' });
const block = network({ firewall: 'block' });

/** Table of a subnet -> destination -> what the route points to, read from the JSON alone. */
const routesOf = (found: typeof off, table: string) =>
  Object.fromEntries(
    found
      .filter(({ type, attributes }) => type === 'aws_route' && attributes.route_table_id === `\${aws_route_table.network_routing_${table}.id}`)
      .map(({ attributes }) => [attributes.destination_cidr_block, attributes.gateway_id ?? attributes.nat_gateway_id ?? attributes.vpc_endpoint_id]),
  );
const GATEWAY = '${aws_internet_gateway.network_internet-gateway.id}';
const endpointOf = (zone: string) => expect.stringMatching(new RegExp(`attachment\\[0\\]\\.subnet_id == aws_subnet\\.network_firewall-${zone}\\.id\\]\\)\\}$`));

describe.each([
  ['alert', alert],
  ['block', block],
] as const)('with the firewall in mode %s', (_mode, found) => {
  it.each(['a', 'b', 'c'])('egress and ingress of zone %s cross the firewall of that zone, both ways', (zone) => {
    const cidr = subnetCidr('10.16.0.0/16', zone, 'public');
    expect(routesOf(found, `app-${zone}`)).toEqual({ '0.0.0.0/0': `\${aws_nat_gateway.network_nat_gateway-${zone}.id}` });
    expect(routesOf(found, `public-${zone}`)).toEqual({ '0.0.0.0/0': endpointOf(zone) });
    expect(routesOf(found, `firewall-${zone}`)).toEqual({ '0.0.0.0/0': GATEWAY });
    expect(routesOf(found, 'edge')[cidr]).toEqual(endpointOf(zone));
  });

  it('the edge table sends every public subnet, and nothing else, to a firewall', () => {
    expect(Object.keys(routesOf(found, 'edge')).sort()).toEqual(['a', 'b', 'c'].map((zone) => subnetCidr('10.16.0.0/16', zone, 'public')).sort());
  });
});

it('data and endpoint tiers never have a route out; nothing but firewall subnets and unfirewalled public ones reaches the gateway', () => {
  for (const found of [off, alert, block]) {
    for (const zone of ['a', 'b', 'c']) expect([routesOf(found, `data-${zone}`), routesOf(found, `endpoint-${zone}`)]).toEqual([{}, {}]);
    const direct = found.filter(({ type, attributes }) => type === 'aws_route' && attributes.gateway_id === GATEWAY).map(({ name }) => name);
    for (const name of direct) expect(name).toMatch(found === off ? /^network_routing_(public|firewall)-[abc]-out$/ : /^network_routing_firewall-[abc]-out$/);
  }
});

it('off, alert, block: subnets, tables and associations stay as they are; only targets of routes differ', () => {
  const kept = ({ type, name, attributes }: (typeof off)[number]) => [`${type}.${name}`, attributes];
  const fixed = (found: typeof off) =>
    found
      .filter(({ type }) => ['aws_subnet', 'aws_route_table', 'aws_route_table_association', 'aws_vpc', 'aws_nat_gateway', 'aws_network_acl'].includes(type))
      .map(kept);
  expect(fixed(alert)).toEqual(fixed(off));
  expect(fixed(block)).toEqual(fixed(off));
  for (const route of off.filter(({ type }) => type === 'aws_route')) {
    const same = alert.find(({ type, name }) => type === route.type && name === route.name);
    // The arguments of a route that replace it.
    expect([same?.attributes.route_table_id, same?.attributes.destination_cidr_block]).toEqual([
      route.attributes.route_table_id,
      route.attributes.destination_cidr_block,
    ]);
  }
});

it('alert drops nothing, block drops what no rule passes', () => {
  const policy = (found: typeof off) => found.find(({ type }) => type === 'aws_networkfirewall_firewall_policy')?.attributes.firewall_policy;
  const rules = (found: typeof off) =>
    found
      .filter(({ type }) => type === 'aws_networkfirewall_rule_group')
      .map(({ attributes }) => attributes.rule_group.rules_source.rules_string)
      .join('\n');
  expect(policy(alert).stateful_default_actions).toEqual(['aws:alert_established']);
  expect(rules(alert)).not.toMatch(/^(drop|reject)/m);
  expect(policy(block).stateful_default_actions).toContain('aws:drop_established');
  expect(rules(block)).toMatch(/^drop/m);
  const sids = [...rules(block).matchAll(/sid:(\d+);/g)].map((match) => match[1]);
  expect(new Set(sids).size).toBe(sids.length);
});

it('no subnet overlaps another, and adding a zone moves none, for every size and set of zones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 20 }), fc.integer({ min: 0, max: 15 }), (prefix, block) => {
      const cidr = `10.${block * 16}.0.0/${prefix}`;
      const all = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((zone) => TIERS.map((tier) => subnetCidr(cidr, zone, tier)));
      for (const [index, one] of all.entries()) {
        expect(overlap(one, cidr)).toBe(true);
        expect(Number(one.split('/')[1])).toBeLessThanOrEqual(28);
        for (const other of all.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      }
    }),
    { numRuns: 25 },
  );
});

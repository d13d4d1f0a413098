import { type ResourceBlock, resourcesIn } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';
import { addressesOf } from './addresses';
import { knowledgeOf } from './known-types';
import type { Acl, AclRule, Network, Subnet, Vpc } from './network';
import { readGroups } from './read-groups';
import { readTables } from './read-tables';
import { readTransit } from './read-transit';
import { type Documents, keyOf } from './resolve-references';

export type Of = (...types: string[]) => ResourceBlock[];
export type Key = (resource: ResourceBlock, attribute: string) => string;

/**
 * Reads all networks out of the synthesized JSON.
 * @throws Error on whatever the model does not know: a way that it cannot see must not count as none
 */
export function readNetwork(documents: Documents): Network {
  const resources = [...documents].flatMap(([stack, document]) => resourcesIn(stack, document));
  const strange = resources.filter(({ type }) => knowledgeOf(type) === 'unknown');
  if (strange[0])
    throw new Error(`${strange[0].path}: is of a type that could carry packets, got ${strange[0].type}; teach tools/reach what it does (known-types.ts)`);
  const byType = new Map<string, ResourceBlock[]>();
  for (const resource of resources) byType.set(resource.type, [...(byType.get(resource.type) ?? []), resource]);
  const of: Of = (...types) => types.flatMap((type) => byType.get(type) ?? []);
  const key: Key = ({ stack, path, attributes }, attribute) => keyOf(documents, stack, attributes[attribute], `${path}.${attribute}`);
  refuseInline(of);
  const subnets = readSubnets(of, key, documents);
  const vpcs = readVpcs(of, key, subnets);
  return {
    vpcs,
    subnets,
    tables: readTables(of, key),
    natGateways: new Map(of('aws_nat_gateway').map((nat) => [nat.path, key(nat, 'subnet_id')])),
    firewalls: readFirewalls(of, key, documents),
    ...readGroups(of, key, documents),
    ...readTransit(of, key, documents, vpcs),
  };
}

function readFirewalls(of: Of, key: Key, documents: Documents): Network['firewalls'] {
  const subnetsOf = ({ stack, path, attributes }: ResourceBlock) =>
    (attributes.subnet_mapping as { subnet_id: string }[]).map(({ subnet_id }) => keyOf(documents, stack, subnet_id, `${path}.subnet_mapping`));
  return new Map(of('aws_networkfirewall_firewall').map((firewall) => [key(firewall, 'vpc_id'), subnetsOf(firewall)]));
}

/** Rules inside of other resources would be seen by nobody. */
function refuseInline(of: Of): void {
  const inline: [string[], string[]][] = [
    [['aws_route_table', 'aws_default_route_table'], ['route']],
    [
      ['aws_security_group', 'aws_default_security_group', 'aws_default_network_acl'],
      ['ingress', 'egress'],
    ],
  ];
  for (const [types, attributes] of inline)
    for (const { path, attributes: found } of of(...types))
      for (const attribute of attributes)
        if ((found[attribute] ?? []).length > 0)
          throw new Error(`${path}.${attribute}: has rules inside, got ${found[attribute].length}; write one resource each`);
}

function readVpcs(of: Of, key: Key, subnets: Network['subnets']): Map<string, Vpc> {
  return new Map(
    of('aws_vpc').map(({ path, stack, attributes }): [string, Vpc] => {
      const gateway = of('aws_internet_gateway').find((one) => key(one, 'vpc_id') === path)?.path;
      const edge = of('aws_route_table_association').find((one) => one.attributes.gateway_id !== undefined && key(one, 'gateway_id') === gateway);
      return [
        path,
        {
          key: path,
          stack,
          cidr: attributes.cidr_block,
          addresses: addressesOf(attributes.cidr_block),
          subnets: [...subnets.values()].filter(({ vpc }) => vpc === path),
          ...(gateway ? { internetGateway: gateway } : {}),
          ...(edge ? { edgeTable: key(edge, 'route_table_id') } : {}),
        },
      ];
    }),
  );
}

function readSubnets(of: Of, key: Key, documents: Documents): Map<string, Subnet> {
  const acls = of('aws_network_acl').map((acl) => ({
    acl: { key: acl.path, ingress: aclRules(acl, 'ingress'), egress: aclRules(acl, 'egress') } satisfies Acl,
    subnets: ((acl.attributes.subnet_ids ?? []) as string[]).map((id) => keyOf(documents, acl.stack, id, `${acl.path}.subnet_ids`)),
  }));
  const associations = new Map(
    of('aws_route_table_association').flatMap((one) => (one.attributes.subnet_id === undefined ? [] : [[key(one, 'subnet_id'), one]])),
  );
  return new Map(
    of('aws_subnet').map((subnet): [string, Subnet] => {
      const { path, stack, attributes } = subnet;
      const association = associations.get(path);
      const acl = acls.find(({ subnets }) => subnets.includes(path))?.acl;
      const zone = String(attributes.availability_zone).slice(-1);
      const table = association ? { table: key(association, 'route_table_id') } : {};
      const tier = String(attributes.tags?.Tier);
      return [
        path,
        { key: path, stack, vpc: key(subnet, 'vpc_id'), tier, zone, addresses: addressesOf(attributes.cidr_block), ...table, ...(acl ? { acl } : {}) },
      ];
    }),
  );
}

export const protocolOf = (name: unknown): number => ({ '-1': -1, all: -1, tcp: 6, udp: 17, icmp: 1 })[String(name)] ?? Number(name);
export const portsOf = (protocol: number, { from_port, to_port }: TerraformJson): readonly [number, number] =>
  protocol === -1 ? [0, 65_535] : [from_port, to_port];

function aclRules({ path, attributes }: ResourceBlock, direction: 'ingress' | 'egress'): AclRule[] {
  const rules: TerraformJson[] = attributes[direction] ?? [];
  return rules
    .map((rule): AclRule => {
      if (!rule.cidr_block)
        throw new Error(`${path}.${direction}: has a rule without an IPv4 range, got ${JSON.stringify(rule)}; teach tools/reach what it is`);
      const protocol = protocolOf(rule.protocol);
      return { number: rule.rule_no, allow: rule.action === 'allow', protocol, ports: portsOf(protocol, rule), addresses: addressesOf(rule.cidr_block) };
    })
    .sort((a, b) => a.number - b.number);
}

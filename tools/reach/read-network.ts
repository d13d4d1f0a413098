import { prefixLength } from '../../lib/ipv4';
import { type ResourceBlock, resourcesIn } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';
import { addressesOf } from './addresses';
import { knowledgeOf } from './known-types';
import type { Acl, AclRule, Network, Route, RouteTable, Subnet, Target, Vpc } from './network';
import { readGroups } from './read-groups';
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
  const of: Of = (...types) => resources.filter(({ type }) => types.includes(type));
  const key: Key = ({ stack, path, attributes }, attribute) => keyOf(documents, stack, attributes[attribute], `${path}.${attribute}`);
  refuseInline(of);
  const tables = readTables(of, key);
  const vpcs = readVpcs(of, key);
  return {
    vpcs,
    subnets: readSubnets(of, key, documents),
    tables,
    natGateways: new Map(of('aws_nat_gateway').map((nat) => [nat.path, key(nat, 'subnet_id')])),
    ...readGroups(of, key, documents),
    ...readTransit(of, key, documents, vpcs),
  };
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

function readVpcs(of: Of, key: Key): Map<string, Vpc> {
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
  return new Map(
    of('aws_subnet').map((subnet): [string, Subnet] => {
      const { path, stack, attributes } = subnet;
      const association = of('aws_route_table_association').find((one) => one.attributes.subnet_id !== undefined && key(one, 'subnet_id') === path);
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

function readTables(of: Of, key: Key): Map<string, RouteTable> {
  const routes = of('aws_route').map((route) => ({ table: key(route, 'route_table_id'), route: readRoute(route, key, of) }));
  return new Map(
    of('aws_route_table').map((table): [string, RouteTable] => [
      table.path,
      { key: table.path, vpc: key(table, 'vpc_id'), routes: routes.filter((one) => one.table === table.path).map(({ route }) => route) },
    ]),
  );
}

const TARGETS: Readonly<Record<string, Target['kind']>> = {
  aws_internet_gateway: 'internet gateway',
  aws_nat_gateway: 'NAT gateway',
  aws_ec2_transit_gateway: 'transit gateway',
};
/** Members of a route that say nothing of where it leads. */
const NO_TARGET = ['//', 'region', 'route_table_id', 'lifecycle', 'depends_on', 'provider'];
const FIREWALL_ENDPOINT = /\baws_networkfirewall_firewall\.([\w-]+)\..*\bsubnet_id == (aws_subnet\.[\w-]+)\.id\b/;

function readRoute(route: ResourceBlock, key: Key, of: Of): Route {
  const { path, stack, attributes } = route;
  const { destination_cidr_block: cidr, ...rest } = attributes;
  const [[attribute, value] = ['', undefined], ...more] = Object.entries(rest).filter(([name, given]) => !NO_TARGET.includes(name) && (given ?? '') !== '');
  if (typeof cidr !== 'string' || more.length > 0)
    throw new Error(`${path}: must have an IPv4 destination and one target, got ${Object.keys(attributes).join(', ')}; teach tools/reach what it is`);
  const common = { path, prefix: prefixLength(cidr), addresses: addressesOf(cidr) };
  if (attribute === 'gateway_id' && value === 'local') return { ...common, target: { kind: 'local', key: 'local' } };
  if (attribute === 'vpc_endpoint_id') {
    const [, firewall, subnet] = FIREWALL_ENDPOINT.exec(String(value)) ?? [];
    const mapped = of('aws_networkfirewall_firewall')
      .filter((one) => one.stack === stack && one.name === firewall)
      .flatMap((one) => one.attributes.subnet_mapping as { subnet_id: string }[])
      .some((mapping) => mapping.subnet_id === `\${${subnet}.id}`);
    if (!mapped) throw new Error(`${path}.vpc_endpoint_id: is no endpoint of a firewall in that subnet, got ${String(value)}; correct the route`);
    return { ...common, target: { kind: 'firewall endpoint', key: `${stack}/${subnet}` } };
  }
  const target = key(route, attribute || 'gateway_id');
  const kind = TARGETS[target.split('/')[1]?.split('.')[0] ?? ''];
  if (!kind) throw new Error(`${path}.${attribute}: is a target that the model does not know, got ${target}; teach tools/reach what it does`);
  return { ...common, target: { kind, key: target } };
}

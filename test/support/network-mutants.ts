import type { Synthesis, TerraformJson } from '../../tools/synthesis/synthesize';

/** One mistake in the network of a stack. */
export interface NetworkMutant {
  readonly name: string;
  readonly documents: Synthesis['documents'];
}
type Resources = Record<string, Record<string, TerraformJson>>;

const ref = (type: string, name: string, attribute = 'id'): string => `\${${type}.${name}.${attribute}}`;
const NETWORK_PARTS = 'network_';

/** Every single mistake that somebody could make in the routes, lists, groups and places of a stack's network. */
export function networkMutants({ documents }: Pick<Synthesis, 'documents'>, stack: string): NetworkMutant[] {
  const original: Resources = documents.get(stack).resource;
  const mutants: NetworkMutant[] = [];
  const before = behaviour(original);
  const mutate = (name: string, change: (resource: Resources) => void) => {
    const document = structuredClone(documents.get(stack));
    change(document.resource);
    if (behaviour(document.resource) === before) return; // says the same in other words
    mutants.push({ name: `${stack}: ${name}`, documents: new Map([...documents].map(([id, other]) => [id, id === stack ? document : other])) });
  };
  const of = (type: string): [string, TerraformJson][] => Object.entries(original[type] ?? {}).filter(([name]) => name.startsWith(NETWORK_PARTS));
  const set = (type: string, name: string, change: TerraformJson) => (resource: Resources) => {
    Object.assign(resource[type]?.[name] as object, change);
  };

  const targets = targetsIn(original);
  /** Zones are alike: mistakes that are many are made in the first one only. */
  const inFirstZone = (name: string) => !/-[b-f](-|$)/.test(name);
  for (const [name, route] of of('aws_route')) {
    mutate(`route ${name} removed`, (resource) => delete resource.aws_route?.[name]);
    if (inFirstZone(name))
      for (const [label, target] of targets)
        mutate(`route ${name} redirected to ${label}`, (resource) => {
          const { gateway_id: _g, nat_gateway_id: _n, vpc_endpoint_id: _v, transit_gateway_id: _t, ...rest } = route;
          (resource.aws_route as Record<string, TerraformJson>)[name] = { ...rest, ...target };
        });
  }
  for (const [table] of of('aws_route_table')) {
    if (table.endsWith('_edge') || !inFirstZone(table)) continue;
    for (const [label, target] of targets)
      for (const destination_cidr_block of ['0.0.0.0/0', '8.8.8.8/32', '0.0.0.0/1'])
        mutate(`route ${destination_cidr_block} to ${label} added to ${table}`, (resource) => {
          if (
            destination_cidr_block === '0.0.0.0/0' &&
            of('aws_route').some(([, one]) => one.route_table_id === ref('aws_route_table', table) && one.destination_cidr_block === '0.0.0.0/0')
          )
            return;
          (resource.aws_route as Record<string, TerraformJson>).mutant = {
            region: 'eu-west-1',
            route_table_id: ref('aws_route_table', table),
            destination_cidr_block,
            ...target,
          };
        });
  }
  for (const [name] of of('aws_route_table_association')) {
    mutate(`association ${name} removed`, (resource) => delete resource.aws_route_table_association?.[name]);
    if (inFirstZone(name))
      for (const [table] of of('aws_route_table'))
        mutate(`association ${name} moved to ${table}`, set('aws_route_table_association', name, { route_table_id: ref('aws_route_table', table) }));
  }
  for (const [name, acl] of of('aws_network_acl')) {
    const open = { rule_no: 1, action: 'allow', protocol: '-1', from_port: 0, to_port: 0, cidr_block: '0.0.0.0/0' };
    mutate(`network ACL ${name} opened`, set('aws_network_acl', name, { ingress: [open], egress: [open] }));
    mutate(`network ACL ${name} emptied`, set('aws_network_acl', name, { ingress: [], egress: [] }));
    for (const direction of ['ingress', 'egress'])
      acl[direction].forEach((rule: TerraformJson, index: number) => {
        mutate(`network ACL ${name} without ${direction} ${rule.rule_no}`, set('aws_network_acl', name, { [direction]: acl[direction].toSpliced(index, 1) }));
        mutate(
          `network ACL ${name} denies ${direction} ${rule.rule_no}`,
          set('aws_network_acl', name, { [direction]: acl[direction].with(index, { ...rule, action: 'deny' }) }),
        );
      });
  }
  for (const direction of ['ingress', 'egress']) {
    const type = `aws_vpc_security_group_${direction}_rule`;
    for (const [name] of of(type)) {
      mutate(`${direction} rule ${name} removed`, (resource) => delete resource[type]?.[name]);
      mutate(`${direction} rule ${name} for all ports`, set(type, name, { ip_protocol: '-1', from_port: null, to_port: null }));
      mutate(`${direction} rule ${name} on port 22`, set(type, name, { from_port: 22, to_port: 22 }));
      mutate(`${direction} rule ${name} for everybody`, set(type, name, { referenced_security_group_id: null, prefix_list_id: null, cidr_ipv4: '0.0.0.0/0' }));
      for (const [group] of of('aws_security_group'))
        mutate(`${direction} rule ${name} moved to ${group}`, set(type, name, { security_group_id: ref('aws_security_group', group) }));
    }
  }
  for (const [group] of of('aws_security_group'))
    for (const port of [22, 443, 5432])
      mutate(`security group ${group} opened on ${port}`, (resource) => {
        if (group.endsWith('_load-balancer') && port === 443) return;
        (resource.aws_vpc_security_group_ingress_rule as Record<string, TerraformJson>).mutant = {
          region: 'eu-west-1',
          security_group_id: ref('aws_security_group', group),
          ip_protocol: 'tcp',
          from_port: port,
          to_port: port,
          cidr_ipv4: '0.0.0.0/0',
        };
      });
  for (const [name, { subnet_id }] of of('aws_nat_gateway'))
    for (const [subnet] of of('aws_subnet'))
      if (inFirstZone(name) && ref('aws_subnet', subnet) !== subnet_id)
        mutate(`${name} moved to ${subnet}`, set('aws_nat_gateway', name, { subnet_id: ref('aws_subnet', subnet) }));
  return mutants;
}

/**
 * What the network of a stack says, whatever the names of its tables and the order of its members: which routes and gateway
 * endpoints each subnet has, without those that a wider route to the same target makes superfluous.
 */
function behaviour(resource: Resources): string {
  const entries = (type: string) => Object.values<TerraformJson>(resource[type] ?? {});
  const contents = (table: string | undefined) => {
    const routes = entries('aws_route').filter(({ route_table_id }) => route_table_id === table);
    const target = ({ gateway_id, nat_gateway_id, vpc_endpoint_id, transit_gateway_id, ...rest }: TerraformJson) =>
      [gateway_id, nat_gateway_id, vpc_endpoint_id, transit_gateway_id, rest.vpc_peering_connection_id, rest.network_interface_id].find(Boolean);
    const everywhere = routes.find(({ destination_cidr_block }) => destination_cidr_block === '0.0.0.0/0');
    const needed = routes.filter((route) => route === everywhere || !everywhere || target(route) !== target(everywhere));
    const endpoints = entries('aws_vpc_endpoint').filter(({ route_table_ids }) => route_table_ids?.includes(table));
    return [needed.map((route) => `${route.destination_cidr_block} ${target(route)}`).sort(), endpoints.map(({ service_name }) => service_name).sort()];
  };
  const tableOf = (place: string) =>
    entries('aws_route_table_association').find(({ subnet_id, gateway_id }) => (subnet_id ?? gateway_id) === place)?.route_table_id;
  const places = [
    ...Object.keys(resource.aws_subnet ?? {}).map((name) => ref('aws_subnet', name)),
    ...Object.keys(resource.aws_internet_gateway ?? {}).map((name) => ref('aws_internet_gateway', name)),
  ];
  const rules = ['ingress', 'egress'].map((direction) => entries(`aws_vpc_security_group_${direction}_rule`).map(essence));
  const acls = Object.entries<TerraformJson>(resource.aws_network_acl ?? {}).map(([name, { ingress, egress }]) => [
    name,
    [ingress, egress].map((list) => list.map(({ rule_no: _, ...rule }: TerraformJson) => essence(rule))),
  ]);
  return JSON.stringify([places.map((place) => [place, contents(tableOf(place))]), rules, acls, entries('aws_nat_gateway').map(essence)]);
}

/** Members in one order, without those that are empty or say nothing of packets. */
const essence = (attributes: TerraformJson): string =>
  JSON.stringify(
    Object.entries(attributes)
      .filter(([name, value]) => value !== null && !['//', 'tags', 'description', 'depends_on'].includes(name))
      .sort(),
  );

/** Everything that a route of this stack could lead to. */
function targetsIn(resource: Resources): [string, TerraformJson][] {
  const names = (type: string) => Object.keys(resource[type] ?? {});
  const endpoints = Object.values(resource.aws_route ?? {}).flatMap(({ vpc_endpoint_id: id }) => (id ? [id as string] : []));
  return [
    ...names('aws_internet_gateway').map((name): [string, TerraformJson] => ['the internet gateway', { gateway_id: ref('aws_internet_gateway', name) }]),
    ...names('aws_nat_gateway').map((name): [string, TerraformJson] => [name, { nat_gateway_id: ref('aws_nat_gateway', name) }]),
    ...[...new Set(endpoints)].map((id): [string, TerraformJson] => [/network_firewall-\w/.exec(id)?.[0] ?? 'the firewall', { vpc_endpoint_id: id }]),
    ...names('aws_ec2_transit_gateway_vpc_attachment').map((name): [string, TerraformJson] => [
      'the transit gateway',
      { transit_gateway_id: ref('aws_ec2_transit_gateway_vpc_attachment', name, 'transit_gateway_id') },
    ]),
    ['a peering connection', { vpc_peering_connection_id: 'pcx-0123456789abcdef0' }],
    ['an instance', { network_interface_id: 'eni-0123456789abcdef0' }],
  ];
}

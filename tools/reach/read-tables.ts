import { prefixLength } from '../../lib/ipv4';
import type { ResourceBlock } from '../synthesis/resources-in';
import { addressesOf } from './addresses';
import type { Route, RouteTable, Target } from './network';
import type { Key, Of } from './read-network';

/** Route tables with their routes; each route must lead to something that the model knows. */
export function readTables(of: Of, key: Key): Map<string, RouteTable> {
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
  aws_ec2_transit_gateway_vpc_attachment: 'transit gateway', // its attribute transit_gateway_id, which waits for the attachment
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

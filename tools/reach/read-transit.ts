import { prefixLength } from '../../lib/ipv4';
import { addressesOf } from './addresses';
import type { Attachment, Network, TransitTable, Vpc } from './network';
import type { Key, Of } from './read-network';
import { type Documents, keyOf } from './resolve-references';

/** Transit gateways: what is attached, and which table decides where its packets go. */
export function readTransit(of: Of, key: Key, documents: Documents, vpcs: ReadonlyMap<string, Vpc>): Pick<Network, 'attachments' | 'transitTables'> {
  const [, second] = of('aws_ec2_transit_gateway');
  if (second) throw new Error(`${second.path}: is a second transit gateway, got ${second.name}; teach tools/reach to tell them apart`);
  for (const { path, attributes } of of('aws_ec2_transit_gateway'))
    for (const automatic of ['default_route_table_association', 'default_route_table_propagation'])
      if (attributes[automatic] !== 'disable')
        throw new Error(`${path}.${automatic}: joins every attachment to one table, got ${attributes[automatic] ?? 'nothing'}; write disable`);
  const associations = of('aws_ec2_transit_gateway_route_table_association').map((one) => ({
    attachment: key(one, 'transit_gateway_attachment_id'),
    table: key(one, 'transit_gateway_route_table_id'),
  }));
  const attachments = new Map(
    of('aws_ec2_transit_gateway_vpc_attachment').map((one): [string, Attachment] => {
      const table = associations.find(({ attachment }) => attachment === one.path)?.table;
      const subnets = (one.attributes.subnet_ids as string[]).map((id) => keyOf(documents, one.stack, id, `${one.path}.subnet_ids`));
      const applianceMode = one.attributes.appliance_mode_support === 'enable';
      key(one, 'transit_gateway_id'); // there is one transit gateway; a name that leads nowhere is an error
      return [one.path, { key: one.path, vpc: key(one, 'vpc_id'), subnets, applianceMode, ...(table ? { table } : {}) }];
    }),
  );
  const written = of('aws_ec2_transit_gateway_route').map((one) => ({
    table: key(one, 'transit_gateway_route_table_id'),
    path: one.path,
    cidr: one.attributes.destination_cidr_block as string,
    attachment: one.attributes.blackhole ? 'blackhole' : key(one, 'transit_gateway_attachment_id'),
  }));
  const propagated = of('aws_ec2_transit_gateway_route_table_propagation').map((one) => {
    const attachment = key(one, 'transit_gateway_attachment_id');
    const cidr = vpcs.get(attachments.get(attachment)?.vpc ?? '')?.cidr as string;
    return { table: key(one, 'transit_gateway_route_table_id'), path: one.path, cidr, attachment };
  });
  const routes = [...written, ...propagated].map((route) => ({ ...route, prefix: prefixLength(route.cidr), addresses: addressesOf(route.cidr) }));
  const tables = of('aws_ec2_transit_gateway_route_table').map(({ path }): [string, TransitTable] => [
    path,
    // Of two routes to one range, the written one counts (AWS Transit Gateway guide, "Route evaluation order").
    { key: path, routes: routes.filter(({ table }) => table === path) },
  ]);
  return { attachments, transitTables: new Map(tables) };
}

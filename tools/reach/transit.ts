import { type Addresses, intersection, minus } from './addresses';
import { type Network, nameOf, type Vpc } from './network';
import type { Crossing, Step, Way } from './walk';

/** Through the transit gateway: the table of the sender's attachment decides, the receiver's subnet of the zone takes over. */
export function throughTransit(network: Network, step: Step, part: Addresses, source: Addresses): (Way | { readonly step: Step })[] {
  const { so, vpc, zone, flowZone } = step;
  const dropped = (what: string, destination = part): Way => ({ ...so, destination, end: { kind: 'dropped', what } });
  const attachment = [...network.attachments.values()].find((one) => one.vpc === vpc.key);
  if (!attachment) return [dropped(`${vpc.stack} is not attached to the transit gateway`)];
  const zoneOf = (key: string) => network.subnets.get(key)?.zone;
  const door = network.subnets.get(attachment.subnets.find((key) => zoneOf(key) === zone) ?? '');
  if (!door) return [dropped(`${vpc.stack} is not attached in zone ${zone}`)];
  // Of a subnet with a transit gateway's interface, inbound rules see what goes to it and outbound rules what comes from it (AWS Transit Gateway guide).
  const intoGateway: Crossing = { subnet: door, direction: 'ingress', source, destination: part };
  const table = attachment.table ? network.transitTables.get(attachment.table) : undefined;
  if (!table) return [dropped(`the attachment of ${vpc.stack} has no transit gateway route table`)];
  let left = part;
  const ways: (Way | { readonly step: Step })[] = [];
  for (const route of [...table.routes].sort((a, b) => b.prefix - a.prefix)) {
    const mine = intersection(left, route.addresses);
    if (mine.length === 0) continue;
    left = minus(left, route.addresses);
    const to = network.attachments.get(route.attachment);
    if (!to) {
      ways.push(dropped(`blackhole in ${nameOf(table.key)}`, mine));
      continue;
    }
    // Without appliance mode the transit gateway stays in the zone that the packet comes from, so answers take another.
    const wanted = to.applianceMode ? flowZone : zone;
    const subnets = to.subnets.map((key) => network.subnets.get(key)).filter((subnet) => subnet !== undefined);
    const subnet = subnets.find((one) => one.zone === wanted) ?? subnets[0];
    if (!subnet) throw new Error(`${to.key}.subnet_ids: is empty; attach one subnet for each zone`);
    const enter: Crossing = { subnet, direction: 'egress', source, destination: mine };
    ways.push({
      step: {
        ...step,
        vpc: network.vpcs.get(to.vpc) as Vpc,
        table: subnet.table,
        zone: subnet.zone,
        destination: mine,
        so: { ...so, hops: [...so.hops, 'transit gateway'], crossings: [...so.crossings, intoGateway, enter] },
      },
    });
  }
  return left.length > 0 ? [...ways, dropped(`no route in ${nameOf(table.key)}`, left)] : ways;
}

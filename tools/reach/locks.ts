import { aclPasses, groupsPass, type Peer, type Ports } from './filters';
import type { SecurityGroup } from './network';
import { addressesAt, type Place } from './places';
import type { Crossing } from './walk';

/** Network ACLs of the two ends alone, as if there were a route. */
export function endCrossings(from: Place, to: Place): { there: Crossing[]; back: Crossing[] } {
  const [source, destination] = [addressesAt(from), addressesAt(to)];
  const at = (place: Place, direction: 'ingress' | 'egress', one: typeof source, other: typeof source): Crossing[] =>
    place.kind === 'tier' ? [{ subnet: place.subnet, direction, source: one, destination: other }] : [];
  if (from.kind === 'tier' && to.kind === 'tier' && from.subnet === to.subnet) return { there: [], back: [] }; // lists stand between subnets
  return {
    there: [...at(from, 'egress', source, destination), ...at(to, 'ingress', source, destination)],
    back: [...at(to, 'egress', destination, source), ...at(from, 'ingress', destination, source)],
  };
}

export function crossingsPass(crossings: readonly Crossing[], ports: Ports): boolean {
  const [first, last] = [crossings[0], crossings.at(-1)];
  if (crossings.length === 2 && first?.subnet === last?.subnet) return true;
  return crossings.every(({ subnet, direction, source, destination }) =>
    aclPasses(subnet.acl, direction, direction === 'egress' ? destination : source, ports),
  );
}

/** Whether the groups of the one end let out, and those of the other let in; an end that is not ours lets all pass. */
export function groupsAt(from: Place, to: Place, ports: Ports, service?: string): { readonly out: boolean; readonly in: boolean } {
  const sameVpc = from.kind === 'tier' && to.kind === 'tier' && from.subnet.vpc === to.subnet.vpc;
  const peer = (place: Place): Peer => ({
    addresses: addressesAt(place),
    groups: sameVpc && place.kind === 'tier' ? place.groups.map(({ key }: SecurityGroup) => key) : [],
    ...(service ? { service } : {}),
  });
  return {
    out: from.kind !== 'tier' || groupsPass(from.groups, 'egress', peer(to), ports),
    in: to.kind !== 'tier' || groupsPass(to.groups, 'ingress', peer(from), ports),
  };
}

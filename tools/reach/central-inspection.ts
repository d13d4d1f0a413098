import type { Blueprint, Environment } from '../../config/blueprint';
import { NETWORK_ACCOUNT } from '../../config/central-network';
import { PRIVATE_RANGES } from '../../lib/ipv4';
import { type Addresses, ANYWHERE, addressesOf, INTERNET, minus } from './addresses';
import type { Network, Subnet } from './network';
import { tiersOf } from './places';
import { type Way, waysFrom } from './walk';

/** What the ways of single connections do not show of a central network: every zone of it, and addresses that nobody has yet. */
export function centralMistakes(network: Network, { environments, network: { central } }: Pick<Blueprint, 'environments' | 'network'>): string[] {
  const members = environments.filter(({ name }) => central?.members.includes(name) && tiersOf(network, name, 'app').length > 0);
  if (!central || members.length === 0) return [];
  return [
    ...members.flatMap((member) => [...strays(network, member, members, central.routes), ...onlyAppTier(network, member)]),
    ...everyZone(network, members, central),
  ];
}

type Central = NonNullable<Blueprint['network']['central']>;
const line = (from: string, to: string, wrong: string, { hops, end }: Way): string =>
  `${from} -> ${to}: ${wrong}, got ${[...hops, ...(end.kind === 'dropped' ? [`dropped: ${end.what}`] : [])].join(' > ') || end.what}; correct the route`;

/** A range that is free today is an environment, or a partner's network, tomorrow: the gateway drops what no route names. */
function strays(network: Network, { name }: Environment, members: readonly Environment[], routes: Central['routes']): string[] {
  const named = (other: string) => routes.some(({ from, to }) => (from === name && to === other) || (from === other && to === name));
  const peers = members.filter((other) => named(other.name)).flatMap((other) => tiersOf(network, other.name, 'app').map(({ subnet }) => subnet.addresses));
  return tiersOf(network, name, 'app').flatMap(({ name: from, subnet }) => {
    const own = network.vpcs.get(subnet.vpc)?.addresses ?? [];
    const unnamed = [own, ...peers].reduce(minus, PRIVATE_RANGES.flatMap(addressesOf) as Addresses);
    const passed = waysFrom(network, subnet, unnamed).find(({ end, hops }) => end.kind !== 'dropped' || hops.length > 0);
    return passed ? [line(from, 'private addresses that no route names', 'must be dropped by the transit gateway', passed)] : [];
  });
}

/** Answers find no other tier, so a connection is none; but one packet out is enough to tell a secret. */
function onlyAppTier(network: Network, { name }: Environment): string[] {
  return [...network.subnets.values()]
    .filter(({ stack, tier }) => stack === name && tier !== 'app')
    .flatMap((subnet) => {
      const passed = waysFrom(network, subnet, minus(ANYWHERE, network.vpcs.get(subnet.vpc)?.addresses ?? [])).find(({ hops }) =>
        hops.includes('transit gateway'),
      );
      return passed ? [line(`${name}/${subnet.tier}-${subnet.zone}`, 'the transit gateway', 'must have no way', passed)] : [];
    });
}

/** In appliance mode the gateway chooses any zone of the inspection VPC for a connection: each must lead out and back through its own endpoint. */
function everyZone(network: Network, members: readonly Environment[], { zones, firewall, natGateways }: Central): string[] {
  const subnetOf = (tier: string, zone: string): Subnet | undefined =>
    [...network.subnets.values()].find((subnet) => subnet.stack === NETWORK_ACCOUNT && subnet.tier === tier && subnet.zone === zone);
  const right = ({ firewalls }: Way, zone: string): boolean =>
    firewall === 'off' ? firewalls.length === 0 : firewalls.length === 1 && firewalls[0] === subnetOf('firewall', zone)?.key;
  return zones.flatMap((zone) => {
    const [inside, outside] = [subnetOf('transit', zone), subnetOf('public', zone)];
    if (!inside || !outside)
      return [`${NETWORK_ACCOUNT}/${zone} -> internet: must have a subnet of each tier, got ${inside ? 'no public' : 'no transit'} one; add it`];
    const nat = `NAT gateway ${NETWORK_ACCOUNT}/${zone}`;
    const out = natGateways === 'none' ? [] : waysFrom(network, inside, INTERNET);
    const wrongOut = out.find((way) => way.end.kind !== 'internet' || !right(way, zone) || way.hops.filter((hop) => hop === nat).length !== 1);
    const wrongBack = members.flatMap(({ name }) =>
      tiersOf(network, name, 'app').flatMap(({ name: to, subnet }) => {
        const starts = natGateways === 'none' ? [inside] : [outside];
        const wrong = starts
          .flatMap((start) => waysFrom(network, start, subnet.addresses, zone))
          .find((way) => way.end.what !== subnet.key || !right(way, zone));
        return wrong ? [line(`${NETWORK_ACCOUNT}/${zone}`, to, 'must lead back through the firewall endpoint of the zone', wrong)] : [];
      }),
    );
    return [
      ...(wrongOut ? [line(`${NETWORK_ACCOUNT}/${zone}`, 'internet', 'must lead out through firewall and NAT of the zone', wrongOut)] : []),
      ...wrongBack,
    ];
  });
}

import { INTERNET } from './addresses';
import type { Network } from './network';
import { addressesAt, type Place, type Tier } from './places';
import { type Crossing, type Way, waysFrom, waysFromInternet } from './walk';

/** A way there with the ways of its answers. */
export interface Round {
  readonly there: Way;
  readonly back: readonly Way[];
  /** Every answer finds back. */
  readonly complete: boolean;
}

export interface Connection {
  /** Where packets go, in words: `NAT gateway prod/a`, `firewall endpoint prod/a`, `internet gateway`. */
  readonly hops: readonly string[];
  readonly back: readonly string[];
  readonly firewalls: readonly string[];
  /** Every answer crosses the same firewall endpoints, in the other direction. */
  readonly symmetric: boolean;
}

/** The table's route to a gateway endpoint is more specific than any other: AWS adds it by prefix list. */
export function throughGateway(from: Place, service: string): { rounds: Round[]; dropped: string[] } {
  const { subnet } = from as Tier;
  const crossing = (direction: Crossing['direction']): Crossing => ({ direction, subnet, source: INTERNET, destination: INTERNET });
  const common = { destination: subnet.addresses, firewalls: [], seenAs: subnet, hops: [`gateway endpoint ${service}`] };
  const there: Way = { ...common, end: { kind: 'internet', what: service }, crossings: [crossing('egress')] };
  const back: Way = { ...common, end: { kind: 'subnet', what: subnet.key }, crossings: [crossing('ingress')] };
  return { rounds: [{ there, back: [back], complete: true }], dropped: [] };
}

/** Every way that the route tables give, and how the answers come back. */
export function roundsBetween(network: Network, from: Place, to: Place): { rounds: Round[]; dropped: string[] } {
  const ways =
    from.kind === 'tier' ? waysFrom(network, from.subnet, addressesAt(to)) : to.kind === 'tier' ? waysFromInternet(network, to.subnet, addressesAt(from)) : [];
  const arrived = ways.filter(({ end }) => (to.kind === 'tier' ? end.what === to.subnet.key : end.kind === 'internet'));
  const rounds = arrived.map((there): Round => {
    const legs = from.kind === 'tier' ? answersToTier(network, from, to, there) : to.kind === 'tier' ? [waysFrom(network, to.subnet, addressesAt(from))] : [];
    // The last leg must end where the connection began, every part of it.
    const complete =
      legs.length > 0 && legs.every((leg, index) => leg.length > 0 && leg.every((way) => endsRight(way, from, there, index === legs.length - 1)));
    return { there, back: legs.flat(), complete };
  });
  const lost = [
    ...ways.filter(({ end }) => end.kind === 'dropped').map(({ end }) => end.what),
    ...rounds.filter(({ complete }) => !complete).map(() => 'no way back'),
  ];
  return { rounds, dropped: [...new Set(lost)] };
}

/** To whom the other end answers: the sender, or the NAT gateway that stands for it, which hands on. */
function answersToTier(network: Network, from: Tier, to: Place, there: Way): Way[][] {
  const { seenAs } = there;
  const zone = from.subnet.zone;
  const first = to.kind === 'tier' ? waysFrom(network, to.subnet, seenAs.addresses, zone) : waysFromInternet(network, seenAs, there.destination);
  return seenAs === from.subnet ? [first] : [first, waysFrom(network, seenAs, from.subnet.addresses, zone)];
}

function endsRight({ end, seenAs, crossings }: Way, from: Place, there: Way, last: boolean): boolean {
  if (from.kind !== 'tier') return end.kind === 'internet' && seenAs === crossings[0]?.subnet; // answers through NAT come from a stranger's address
  return end.what === (last ? from.subnet.key : there.seenAs.key);
}

export function connectionOf({ there, back }: Round, via: readonly string[]): Connection {
  const answered = back.flatMap((way) => way.firewalls);
  const symmetric = JSON.stringify([...answered].reverse()) === JSON.stringify(there.firewalls);
  return { hops: [...there.hops, ...via], back: [...via, ...back.flatMap((way) => way.hops)], firewalls: there.firewalls, symmetric };
}

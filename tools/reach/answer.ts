import { answerPorts, type Ports } from './filters';
import { crossingsPass, endCrossings, groupsAt } from './locks';
import type { Network } from './network';
import { type Place, tiersOf } from './places';
import { joined, type OpenPorts, portClasses } from './port-ranges';
import { type Connection, connectionOf, type Round, roundsBetween, throughGateway } from './rounds';
import type { Crossing } from './walk';

/** Protocol -> its open ports. */
export type Open = Readonly<Record<'tcp' | 'udp', OpenPorts>>;

export interface Answer {
  readonly from: Place;
  readonly to: Place;
  /** Ways that the route tables give; none means no route. */
  readonly connections: readonly Connection[];
  readonly open: Open;
  /** What each lock would let pass if the others stood open: network ACLs of both ends, groups of the one and of the other. */
  readonly alone: Readonly<Record<'out' | 'in', Open>> & { readonly acl: () => Open };
  /** Locks that hold by themselves, whatever the others do. */
  readonly locks: () => readonly ('no route' | 'network ACL' | 'security group')[];
  /** Why packets that are routed nowhere are dropped. */
  readonly dropped: readonly string[];
}

/** Whether a place can open connections to another, on which ports, through what, and whether the answers take the same way. */
export function answer(network: Network, from: Place, to: Place): Answer {
  const { target, rounds, connections, dropped } = routed(network, from, to);
  const ends = endCrossings(from, target);
  const service = to.kind === 'service' && target.kind !== 'tier' ? to.name : undefined;
  const classes = classesOf(
    [...ends.there, ...ends.back, ...rounds.flatMap(({ there, back }) => [there, ...back].flatMap((way) => way.crossings))],
    [from, target],
  );
  const aclPass = (ports: Ports) => crossingsPass(ends.there, ports) && crossingsPass(ends.back, answerPorts(ports.protocol));
  const tested = (protocol: number) =>
    classes.map((range) => {
      const ports: Ports = { protocol, range };
      const groups = groupsAt(from, target, ports, service);
      const both = groups.out && groups.in;
      return { range, ...groups, both, all: both && aclPass(ports) && rounds.some((round) => round.complete && roundPasses(round, ports)) };
    });
  const results = { tcp: tested(6), udp: tested(17) };
  const ranges = (protocol: 'tcp' | 'udp', lock: 'out' | 'in' | 'both' | 'all') =>
    joined(results[protocol].filter((one) => one[lock]).map(({ range }) => range));
  const open = (lock: 'out' | 'in' | 'both' | 'all'): Open => ({ tcp: ranges('tcp', lock), udp: ranges('udp', lock) });
  const lists = (protocol: number) => joined(classes.filter((range) => aclPass({ protocol, range })));
  const shut = ({ tcp, udp }: Open) => tcp.length + udp.length === 0;
  return {
    from,
    to,
    connections,
    open: open('all'),
    alone: { out: open('out'), in: open('in'), acl: () => ({ tcp: lists(6), udp: lists(17) }) }, // lists cost most, and few ask
    locks: () => [
      ...(connections.length === 0 ? (['no route'] as const) : []),
      ...(shut({ tcp: lists(6), udp: lists(17) }) ? (['network ACL'] as const) : []),
      ...(shut(open('both')) ? (['security group'] as const) : []),
    ],
    dropped,
  };
}

/** What the route tables alone say. */
export function routed(network: Network, from: Place, to: Place) {
  const target = to.kind === 'service' ? serviceAt(network, from, to.name) : to;
  const { rounds, dropped } = target.kind === 'service' ? throughGateway(from, to.name) : roundsBetween(network, from, target);
  const via = to.kind === 'service' && target.kind === 'tier' ? [`interface endpoint ${to.name}`] : [];
  const connections: Connection[] = rounds.filter(({ complete }) => complete).map((round) => connectionOf(round, via));
  return { target, rounds, connections, dropped };
}

const roundPasses = ({ there, back }: Round, ports: Ports): boolean =>
  crossingsPass(there.crossings, ports) && back.every((way) => crossingsPass(way.crossings, answerPorts(ports.protocol)));

/** Port ranges that no rule which matters here tells apart. */
function classesOf(crossings: readonly Crossing[], places: readonly Place[]): OpenPorts {
  const acls = [...new Set(crossings.map(({ subnet }) => subnet.acl))];
  const groups = places.flatMap((place) => (place.kind === 'tier' ? place.groups : []));
  return portClasses([...acls, ...groups].flatMap((one) => [...(one?.ingress ?? []), ...(one?.egress ?? [])]));
}

/** A service in a VPC with its interface endpoint is that endpoint in the same zone; with a gateway endpoint, itself; else the internet. */
function serviceAt(network: Network, from: Place, service: string): Place {
  const internet: Place = { kind: 'internet', name: 'internet' };
  if (from.kind !== 'tier') return internet;
  const endpoints = network.endpoints.filter((endpoint) => endpoint.vpc === from.subnet.vpc && endpoint.service === service);
  const subnets = endpoints.filter(({ kind }) => kind === 'Interface').flatMap((endpoint) => endpoint.subnets);
  const places = tiersOf(network, from.stack, 'endpoints').filter(({ subnet }) => subnets.includes(subnet.key));
  const near = places.find(({ subnet }) => subnet.zone === from.subnet.zone) ?? places[0];
  if (near) return near;
  const table = from.subnet.table;
  return endpoints.some(({ kind, tables }) => kind === 'Gateway' && table !== undefined && tables.includes(table))
    ? { kind: 'service', name: service }
    : internet;
}

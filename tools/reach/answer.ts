import { answerPorts, type Ports } from './filters';
import { crossingsPass, endCrossings, groupsAgree } from './locks';
import type { Network } from './network';
import { type Place, tiersOf } from './places';
import { joined, type OpenPorts, portClasses } from './port-ranges';
import { type Connection, connectionOf, roundsBetween, throughGateway } from './rounds';

export interface Answer {
  readonly from: Place;
  readonly to: Place;
  /** Ways that the route tables give; none means no route. */
  readonly connections: readonly Connection[];
  readonly open: Readonly<Record<'tcp' | 'udp', OpenPorts>>;
  /** Locks that hold by themselves, whatever the others do. */
  readonly locks: readonly ('no route' | 'network ACL' | 'security group')[];
  /** Why packets that are routed nowhere are dropped. */
  readonly dropped: readonly string[];
}

/** Whether a place can open connections to another, on which ports, through what, and whether the answers take the same way. */
export function answer(network: Network, from: Place, to: Place): Answer {
  const target = to.kind === 'service' ? serviceAt(network, from, to.name) : to;
  const gateway = target.kind === 'service';
  const { rounds, dropped } = gateway ? throughGateway(from, to.name) : roundsBetween(network, from, target);
  const via = to.kind === 'service' && target.kind === 'tier' ? [`interface endpoint ${to.name}`] : [];
  const connections = rounds.filter(({ complete }) => complete).map((round) => connectionOf(round, via));
  const ends = endCrossings(from, target);
  const passes = {
    acl: (ports: Ports) => crossingsPass(ends.there, ports) && crossingsPass(ends.back, answerPorts(ports.protocol)),
    groups: (ports: Ports) => groupsAgree(from, target, ports, gateway ? to.name : undefined),
    way: (ports: Ports) =>
      rounds.some(
        ({ there, back, complete }) =>
          complete && crossingsPass(there.crossings, ports) && back.every((way) => crossingsPass(way.crossings, answerPorts(ports.protocol))),
      ),
  };
  const open = (protocol: number) =>
    joined(portClasses(network).filter((range) => [passes.groups, passes.acl, passes.way].every((pass) => pass({ protocol, range }))));
  const never = (pass: (ports: Ports) => boolean) => ![6, 17].some((protocol) => portClasses(network).some((range) => pass({ protocol, range })));
  return {
    from,
    to,
    connections,
    open: { tcp: open(6), udp: open(17) },
    locks: [
      ...(connections.length === 0 ? (['no route'] as const) : []),
      ...(never(passes.acl) ? (['network ACL'] as const) : []),
      ...(never(passes.groups) ? (['security group'] as const) : []),
    ],
    dropped,
  };
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

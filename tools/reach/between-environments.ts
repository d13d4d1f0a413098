import type { Blueprint, Environment } from '../../config/blueprint';
import { NETWORK_ACCOUNT } from '../../config/central-network';
import type { CentralRoute } from '../../config/network-topology';
import { answer, routed } from './answer';
import { exactly, line, waysIn } from './mistake-lines';
import { namedPorts } from './named-ports';
import type { Network } from './network';
import { environmentsOf, TIERS, type Tier, tiersOf } from './places';
import { joined, type OpenPorts } from './port-ranges';

/** Environments meet only where the configuration names it: app tier to app tier, through the central firewall. */
export function betweenEnvironments(network: Network, environment: Environment, all: readonly Environment[], configured: Blueprint['network']): string[] {
  const others = [...all.map(({ name }) => name), ...environmentsOf(network).filter((stack) => stack === NETWORK_ACCOUNT)];
  const routes = configured.central?.routes ?? [];
  return others
    .filter((name) => name !== environment.name)
    .flatMap((name) => {
      const joinedByRoute = routes.some(({ from, to }) => (from === environment.name && to === name) || (from === name && to === environment.name));
      return tiersIn(network, environment.name).flatMap((from) =>
        tiersIn(network, name).flatMap((to) =>
          joinedByRoute && from.tier === 'app' && to.tier === 'app' ? named(network, environment, from, to, routes) : apart(network, from, to),
        ),
      );
    });
}

const tiersIn = (network: Network, stack: string): Tier[] => TIERS.flatMap((tier) => tiersOf(network, stack, tier));

function apart(network: Network, from: Tier, to: Tier): string[] {
  const { connections } = routed(network, from, to);
  return connections.length === 0 ? [] : [line({ from, to }, 'must have no route', waysIn({ connections }), 'remove it')];
}

type Routes = readonly CentralRoute[];

/** A named route is open on its ports and in its direction; both ends' groups admit no more than it and the flows say. */
function named(network: Network, environment: Environment, from: Tier, to: Tier, routes: Routes): string[] {
  const found = answer(network, from, to);
  const way = found.connections.map((one) => ({ ...one, way: one.hops.join(' > ') }));
  const unseen = way.filter(({ firewalls }) => firewalls.length !== 1);
  const crooked = way.filter(({ symmetric }) => !symmetric);
  const ports = (protocol: string): OpenPorts =>
    joined(
      routes
        .filter((route) => route.from === from.stack && route.to === to.stack && route.protocol === protocol)
        .map((route) => route.ports)
        .sort(([a], [b]) => a - b),
    );
  const open = { tcp: ports('tcp'), udp: ports('udp') };
  const flows = namedPorts(environment, 'app', 'internet').out;
  const out = (protocol: 'tcp' | 'udp') => joined([...open[protocol], ...flows[protocol]].sort(([a], [b]) => a - b));
  return [
    ...unseen.map((one) => line(found, 'must cross exactly one firewall endpoint', one.way, 'correct the route')),
    ...crooked.map((one) =>
      line(found, 'must be answered through the same firewall endpoint', `${one.way}, back ${one.back.join(' > ')}`, 'correct the routes or appliance mode'),
    ),
    ...exactly(found, { open, out: { tcp: out('tcp'), udp: out('udp') }, in: open }),
  ];
}

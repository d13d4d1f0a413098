import type { Blueprint, Environment } from '../../config/blueprint';
import { type Answer, answer, type Open } from './answer';
import { betweenEnvironments } from './between-environments';
import { centralMistakes } from './central-inspection';
import { exactly, line, waysIn } from './mistake-lines';
import { namedPorts } from './named-ports';
import type { Network } from './network';
import { openGroups } from './open-groups';
import { openLists } from './open-lists';
import { environmentsOf, TIERS, type TierName, tiersOf } from './places';
import { withInternet } from './with-internet';

const NOTHING: Open = { tcp: [], udp: [] };

/** Whatever in the network contradicts the configuration: one line for each path, `FROM -> TO: what is wrong, got ...; what to do`. */
export function reachabilityMistakes(network: Network, blueprint: Pick<Blueprint, 'environments' | 'network'>): string[] {
  const { environments, network: configured } = blueprint;
  const present = environments.filter(({ name }) => environmentsOf(network).includes(name));
  return [
    ...present.flatMap((environment) => [
      ...withInternet(network, environment, configured),
      ...within(network, environment),
      ...services(network, environment),
      ...betweenEnvironments(network, environment, present, configured),
    ]),
    ...centralMistakes(network, blueprint),
    ...openGroups(network),
    ...openLists(network),
  ];
}

function within(network: Network, environment: Environment): string[] {
  return TIERS.flatMap((from) =>
    TIERS.flatMap((to) =>
      tiersOf(network, environment.name, from).flatMap((one) =>
        tiersOf(network, environment.name, to).flatMap((other) => {
          const found = answer(network, one, other);
          // Without interface endpoints there is no group that a flow could mean.
          const waits = to === 'endpoints' && other.groups.length === 0;
          const wanted = namedPorts(waits ? withoutFlowsTo('endpoints', environment) : environment, from, to);
          const local = found.connections.length === 1 && found.connections.every(({ hops }) => hops.length === 0);
          return [...(local ? [] : [line(found, 'must stay inside the VPC', waysIn(found), 'remove the more specific route')]), ...exactly(found, wanted)];
        }),
      ),
    ),
  );
}

const withoutFlowsTo = (tier: TierName, { network }: Environment) => ({ network: { flows: network.flows.filter(({ to }) => to !== tier) } });

/** Services that have an endpoint are reached through it, by whom a flow names. */
function services(network: Network, environment: Environment): string[] {
  const all = network.endpoints.filter(({ vpc }) => network.vpcs.get(vpc)?.stack === environment.name);
  // Interface endpoints in the same subnets with the same groups have the same answers.
  const endpoints = [...new Map(all.map((one) => [JSON.stringify([one.kind === 'Gateway' ? one.service : '', one.subnets, one.groups]), one])).values()];
  return TIERS.flatMap((tier) =>
    tiersOf(network, environment.name, tier).flatMap((place) =>
      endpoints.flatMap(({ service, kind }) => {
        const found = answer(network, place, { kind: 'service', name: service });
        if (kind === 'Gateway' && tier !== 'app' && tier !== 'data') return gatewayMistakes(found, service, tier, environment);
        const through = found.connections.length > 0 && found.connections.every(({ hops }) => hops.join() === `${kind.toLowerCase()} endpoint ${service}`);
        return [
          ...(through ? [] : [line(found, 'must be routed to its endpoint', waysIn(found), 'associate the endpoint with the table, or name the subnet')]),
          ...exactly(found, namedPorts(environment, tier, kind === 'Interface' ? 'endpoints' : (service as 's3' | 'dynamodb'))),
        ];
      }),
    ),
  );
}

/** Tiers that store and fetch nothing have no gateway endpoint, and no group that would let them. */
function gatewayMistakes(found: Answer, service: string, tier: TierName, environment: Environment): string[] {
  const through = found.connections.some(({ hops }) => hops.includes(`gateway endpoint ${service}`));
  return [
    ...(through ? [line(found, 'must have no gateway endpoint', waysIn(found), 'take its table from the endpoint')] : []),
    ...exactly({ ...found, open: NOTHING }, { ...namedPorts(environment, tier, service as 's3'), open: NOTHING }),
  ];
}

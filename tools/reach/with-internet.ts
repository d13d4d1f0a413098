import type { Blueprint, Environment } from '../../config/blueprint';
import { type Answer, answer, type Open } from './answer';
import { exactly, line, waysIn } from './mistake-lines';
import { namedPorts } from './named-ports';
import type { Network } from './network';
import { type Place, TIERS, type TierName, tiersOf } from './places';
import { joined } from './port-ranges';
import { openInWords } from './words';

const INTERNET: Place = { kind: 'internet', name: 'internet' };
/** Tiers that nothing but three mistakes at once may join to the internet. */
const ISOLATED: readonly TierName[] = ['data', 'endpoints'];
const NOTHING: Open = { tcp: [], udp: [] };

/** What contradicts the configuration between an environment and the internet. */
export function withInternet(network: Network, environment: Environment, { central }: Blueprint['network']): string[] {
  return TIERS.flatMap((tier) =>
    tiersOf(network, environment.name, tier).flatMap((place) => {
      const [out, into] = [answer(network, place, INTERNET), answer(network, INTERNET, place)];
      if (ISOLATED.includes(tier)) return [...sealed(out), ...sealed(into)];
      const wanted = namedPorts(environment, tier, 'internet');
      const way = wayOf(environment, tier, central);
      const shut = (one: typeof wanted) => ({ ...one, open: NOTHING });
      const visited = namedPorts(environment, 'internet', tier);
      return [
        ...inspected(network, out, way),
        ...inspected(network, into, way),
        ...exactly(out, way ? wanted : shut(wanted)),
        ...exactly(into, tier === 'load-balancer' && !way ? shut(visited) : visited),
        ...listAlone(into, environment, tier),
        ...(tier === 'app' && into.connections.length > 0 ? [line(into, 'must have no route', waysIn(into), 'let the load balancer pass requests on')] : []),
      ];
    }),
  );
}

/** Through which network a tier meets the internet, and whether a firewall must stand there: what the configuration says. */
function wayOf({ name, network }: Environment, tier: TierName, central: Blueprint['network']['central']): Way | undefined {
  if (tier === 'load-balancer') return !network.central || network.publicIngress ? 'own' : undefined;
  if (!network.central) return network.natGateways === 'none' ? undefined : 'own';
  if (!central?.members.includes(name) || central.natGateways === 'none') return undefined;
  return central.firewall === 'off' ? 'central' : 'central, inspected';
}
type Way = 'own' | 'central' | 'central, inspected';

/** Three locks, each of which holds alone. */
function sealed(one: Answer): string[] {
  const locks = one.locks();
  return (['no route', 'network ACL', 'security group'] as const)
    .filter((lock) => !locks.includes(lock))
    .map((lock) =>
      lock === 'no route'
        ? line(one, 'must be refused by the route tables', waysIn(one), 'remove the route')
        : line(one, `must be refused by every ${lock}`, 'a rule that lets it pass', 'remove the rule'),
    );
}

/** Network ACLs admit what flows name, and the ports on which answers come back; system ports stay shut. */
function listAlone(into: Answer, environment: Environment, tier: TierName): string[] {
  const named = namedPorts(environment, 'internet', tier).open;
  const answers = (protocol: 'tcp' | 'udp') => (environment.network.flows.some((flow) => flow.protocol === protocol) ? [[1024, 65_535] as const] : []);
  const most: Open = {
    tcp: joined([...named.tcp, ...answers('tcp')].sort(([a], [b]) => a - b)),
    udp: joined([...named.udp, ...answers('udp')].sort(([a], [b]) => a - b)),
  };
  const admitted = into.alone.acl();
  const within = (protocol: 'tcp' | 'udp') => admitted[protocol].every(([first, last]) => most[protocol].some(([a, b]) => a <= first && last <= b));
  return within('tcp') && within('udp')
    ? []
    : [line(into, `network ACLs must admit at most ${openInWords({ open: most })}`, openInWords({ open: admitted }), 'correct the rule')];
}

/** Where there is a firewall, every way crosses one endpoint of it, in the zone of whoever meets the internet, both ways. */
function inspected(network: Network, one: Answer, way: Way | undefined): string[] {
  const place = one.from.kind === 'tier' ? one.from : one.to;
  if (place.kind !== 'tier') return [];
  if (way === 'central' || (way !== 'central, inspected' && !network.firewalls.has(place.subnet.vpc))) return [];
  return one.connections.flatMap((way) => {
    const there = way.hops.join(' > ');
    const [endpoint, ...more] = way.firewalls.map((key) => network.subnets.get(key));
    if (!endpoint || more.length > 0) return [line(one, 'must cross exactly one firewall endpoint', there, 'correct the route')];
    if (!way.symmetric)
      return [line(one, 'must be answered through the same firewall endpoint', `${there}, back ${way.back.join(' > ')}`, 'correct the routes of the zone')];
    const zone = /NAT gateway [^/]+\/(\w)/.exec(there)?.[1] ?? place.subnet.zone;
    return endpoint.zone === zone ? [] : [line(one, `must cross the firewall endpoint of zone ${zone}`, there, 'correct the route')];
  });
}

import { type Answer, answer, routed } from './answer';
import type { Network } from './network';
import { environmentsOf, type Place, placesNamed, TIERS, tiersOf } from './places';
import { inWords } from './words';

export interface Row {
  /** Stack that the row is about. */
  readonly stack: string;
  readonly cells: readonly string[];
}

const INTERNET: Place = { kind: 'internet', name: 'internet' };

/** Every pair of places of an environment, and of it with all others; pairs that differ in nothing but the zone share a row. */
export function reachabilityRows(network: Network, stack: string): Row[] {
  const services = [...new Set(network.endpoints.filter(({ vpc }) => network.vpcs.get(vpc)?.stack === stack).map(({ service }) => service))].sort();
  const own = TIERS.filter((tier) => tiersOf(network, stack, tier).length > 0);
  const pairs: [Place[], Place[]][] = [
    ...own.map((tier): [Place[], Place[]] => [[INTERNET], tiersOf(network, stack, tier)]),
    ...own.map((tier): [Place[], Place[]] => [tiersOf(network, stack, tier), [INTERNET]]),
    ...own.flatMap((tier) => own.map((other): [Place[], Place[]] => [tiersOf(network, stack, tier), tiersOf(network, stack, other)])),
    ...own
      .filter((tier) => tier === 'app' || tier === 'data')
      .map((tier): [Place[], Place[]] => [tiersOf(network, stack, tier), services.flatMap((service) => placesNamed(network, service))]),
  ];
  return [...pairs.flatMap(([from, to]) => grouped(stack, ask(network, from, to))), ...toOthers(network, stack)];
}

const ask = (network: Network, from: readonly Place[], to: readonly Place[]): Answer[] => from.flatMap((one) => to.map((other) => answer(network, one, other)));

/** Environments as wholes when all of their tiers agree. */
function toOthers(network: Network, stack: string): Row[] {
  return environmentsOf(network)
    .filter((other) => other !== stack)
    .flatMap((other) => {
      const from = TIERS.flatMap((tier) => tiersOf(network, stack, tier));
      const to = TIERS.flatMap((tier) => tiersOf(network, other, tier));
      if (from.length === 0 || to.length === 0) return [];
      // Almost always the tables alone tell; ports and lists of all pairs would be most of the work.
      const apart = from.every((one) => to.every((place) => routed(network, one, place).connections.length === 0));
      if (apart) return [{ stack, cells: [`${stack}, every tier`, `${other}, every tier`, 'no: no route', '-', '-'] }];
      return byTier(stack, ask(network, from, to));
    });
}

function byTier(stack: string, answers: readonly Answer[]): Row[] {
  const tierOf = (place: Place) => (place.kind === 'tier' ? `${place.stack}/${place.tier}` : place.name);
  const pairs = new Map<string, Answer[]>();
  for (const one of answers) pairs.set(`${tierOf(one.from)} ${tierOf(one.to)}`, [...(pairs.get(`${tierOf(one.from)} ${tierOf(one.to)}`) ?? []), one]);
  return [...pairs.values()].flatMap((members) => grouped(stack, members));
}

/** One row for all zones when each says the same of its own zone; else a row for each. */
function grouped(stack: string, answers: readonly Answer[]): Row[] {
  const rows = new Map<string, Answer[]>();
  for (const one of answers) {
    const key = JSON.stringify(saidOf(one));
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  const zonesOf = (some: readonly Answer[]) => new Set(some.map(({ from }) => zoneOf(from))).size;
  return [...rows].map(([key, members]) => {
    const whole = rows.size === 1 || (members[0]?.to.kind !== 'tier' && zonesOf(members) === zonesOf(answers));
    const where = whole ? '' : zonesIn(members);
    return { stack, cells: [endOf(members, 'from', where), endOf(members, 'to', where), ...(JSON.parse(key) as string[])] };
  });
}

/** What is said of a pair, without the names of its own zone and service. */
function saidOf(one: Answer): string[] {
  const { open, through, back } = inWords(one);
  const zone = zoneOf(one.from) ?? zoneOf(one.to);
  const placed = zone === undefined ? through : through.replaceAll(new RegExp(`/${zone}\\b`, 'g'), ' (same zone)');
  return [open, one.to.kind === 'service' ? placed.replace(new RegExp(` endpoint ${one.to.name}$`), ' endpoint') : placed, back];
}

const zoneOf = (place: Place): string | undefined => (place.kind === 'tier' ? place.subnet.zone : undefined);
function zonesIn(answers: readonly Answer[]): string {
  const same = answers.map(({ from, to }) => zoneOf(from) === zoneOf(to));
  const tiers = answers.every(({ from, to }) => zoneOf(from) && zoneOf(to));
  if (tiers && same.every(Boolean)) return ', same zone';
  return tiers && !same.some(Boolean) ? ', other zone' : 'each';
}

function endOf(answers: readonly Answer[], end: 'from' | 'to', where: string): string {
  const places = [...new Map(answers.map((one) => [one[end].name, one[end]])).values()];
  const [first] = places;
  if (first?.kind !== 'tier') return places.map(({ name }) => name).join(', ');
  return where === 'each' ? `${first.stack}/${first.tier}-${places.map(zoneOf).sort().join(', ')}` : `${first.stack}/${first.tier}${end === 'to' ? where : ''}`;
}

import type { Network } from './network';

/** Ranges of ports, in order. */
export type OpenPorts = readonly (readonly [first: number, last: number])[];

const CLASSES = new WeakMap<Network, OpenPorts>();
/** Ranges within which no rule of any network tells ports apart: testing each once tests them all. */
export function portClasses(network: Network): OpenPorts {
  const known = CLASSES.get(network);
  if (known) return known;
  const acls = [...network.subnets.values()].flatMap(({ acl }) => [...(acl?.ingress ?? []), ...(acl?.egress ?? [])]);
  const groups = [...network.groups.values()].flatMap(({ ingress, egress }) => [...ingress, ...egress]);
  const starts = [
    ...new Set([
      0,
      ...[...acls, ...groups].filter(({ protocol }) => protocol === 6 || protocol === 17).flatMap(({ ports: [first, last] }) => [first, last + 1]),
    ]),
  ]
    .filter((port) => port <= 65_535)
    .sort((a, b) => a - b);
  const classes = starts.map((first, index) => [first, (starts[index + 1] ?? 65_536) - 1] as const);
  CLASSES.set(network, classes);
  return classes;
}

/** Ranges that follow each other become one. */
export function joined(ranges: OpenPorts): OpenPorts {
  const whole: (readonly [number, number])[] = [];
  for (const [first, last] of ranges) {
    const previous = whole.at(-1);
    if (previous && previous[1] + 1 === first) whole[whole.length - 1] = [previous[0], last];
    else whole.push([first, last]);
  }
  return whole;
}

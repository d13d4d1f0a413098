/** Ranges of ports, in order. */
export type OpenPorts = readonly (readonly [first: number, last: number])[];

/** Ranges within which none of these rules tells ports apart: testing each once tests them all. */
export function portClasses(rules: readonly { readonly protocol: number; readonly ports: OpenPorts[number] }[]): OpenPorts {
  const edges = rules.filter(({ protocol }) => protocol === 6 || protocol === 17).flatMap(({ ports: [first, last] }) => [first, last + 1]);
  const starts = [...new Set([0, ...edges])].filter((port) => port <= 65_535).sort((a, b) => a - b);
  return starts.map((first, index) => [first, (starts[index + 1] ?? 65_536) - 1] as const);
}

/** Ranges in order that touch become one. */
export function joined(ranges: OpenPorts): OpenPorts {
  const whole: (readonly [number, number])[] = [];
  for (const [first, last] of ranges) {
    const previous = whole.at(-1);
    if (previous && previous[1] + 1 >= first) whole[whole.length - 1] = [previous[0], Math.max(previous[1], last)];
    else whole.push([first, last]);
  }
  return whole;
}

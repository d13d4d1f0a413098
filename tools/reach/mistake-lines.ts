import type { Answer, Open } from './answer';
import type { namedPorts } from './named-ports';
import type { Place } from './places';
import { openInWords } from './words';

export const line = ({ from, to }: { from: Place; to: Place }, wrong: string, got: string, remedy: string): string =>
  `${from.name} -> ${to.name}: ${wrong}, got ${got}; ${remedy}`;
export const waysIn = ({ connections }: Pick<Answer, 'connections'>): string =>
  connections.map(({ hops }) => hops.join(' > ') || 'the local route').join(' and ') || 'none';

/** Open is what flows name; and each end alone lets pass no more than that. */
export function exactly(one: Answer, wanted: ReturnType<typeof namedPorts>): string[] {
  const same = (a: Open, b: Open) => JSON.stringify(a) === JSON.stringify(b);
  const words = (open: Open) => openInWords({ open });
  if (!same(one.open, wanted.open))
    return [
      line(
        one,
        `must be open on ${words(wanted.open) || 'nothing'}`,
        words(one.open) || `nothing (${[...one.dropped, ...one.locks()].join(', ')})`,
        'name the flow or correct the rule',
      ),
    ];
  return (['out', 'in'] as const)
    .filter((end) => !same(one.alone[end], wanted[end]))
    .map((end) =>
      line(
        one,
        `the security group of ${end === 'out' ? one.from.name : one.to.name} must let pass ${words(wanted[end]) || 'nothing'}`,
        words(one.alone[end]) || 'nothing',
        'name the flow or correct the rule',
      ),
    );
}

import { tableLines } from '../synthesis/markdown-table';
import { environmentsOf } from './places';
import { readNetwork } from './read-network';
import type { Documents } from './resolve-references';
import { type Row, reachabilityRows } from './table';

const COLUMNS = ['From', 'To', 'Open', 'Through', 'Answers'];
const HEADING = [
  '# Who reaches whom',
  '',
  'Written by `npm run synth`; do not edit. Computed from route tables, network ACLs, security groups, gateways and endpoints, for TCP and UDP.',
  '"no" names the locks that hold by themselves: of "no route, network ACL, security group" any two may be opened by mistake. What the',
  'firewall drops comes on top. One pair: `npm run reach -- --from prod/app --to internet --port 443`.',
];

/**
 * rendered/reachability.md: one table for each network.
 * @param kept text of the sections of stacks that are not rendered this time
 * @throws Error on whatever the model does not know
 */
export function renderReachability(documents: Documents, selected: (stack: string) => boolean, kept: ReadonlyMap<string, string>): string {
  const network = readNetwork(documents);
  const sections = environmentsOf(network).map((stack) => (selected(stack) ? undefined : kept.get(stack)) ?? section(stack, reachabilityRows(network, stack)));
  return `${HEADING.join('\n')}\n${sections.join('')}`;
}

function section(stack: string, rows: readonly Row[]): string {
  return [
    '',
    `## ${stack}`,
    '',
    ...tableLines(
      COLUMNS,
      rows.map(({ cells }) => cells),
    ),
    '',
  ].join('\n');
}

/** Stack -> its section, of a file that renderReachability wrote. */
export function reachabilitySections(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .split(/(?=^\n## )/m)
      .slice(1)
      .map((part): [string, string] => [/^\n## (.*)$/m.exec(part)?.[1] ?? '', part]),
  );
}

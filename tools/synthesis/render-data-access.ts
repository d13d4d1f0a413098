import type { DataAccess } from './data-access';

const HEADING = [
  '# Who may use which key',
  '',
  "Written by `npm run synth`; do not edit. What each key's policy says; IAM policies and guardrails only narrow it. Denials win. A role that is named",
  "under Decrypt reads what the key's class protects, as far as the policy of the bucket, table or secret lets it. Keys whose policies say the same share a row.",
];
const COLUMNS = ['Stack', 'Keys', 'Class', 'Verb', 'Who may', 'Denied to'];
type Row = readonly string[];

/**
 * rendered/data-access.md.
 * @param kept rows of stacks that are not rendered this time, as they stand in the file
 * @param order stack ids in apply order
 */
export function renderDataAccess(access: readonly DataAccess[], kept: readonly Row[], order: readonly string[]): string {
  const rows = [...merged(access), ...kept].sort((a, b) => order.indexOf(a[0] ?? '') - order.indexOf(b[0] ?? ''));
  return `${[...HEADING, '', line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

/** The rows of some stacks in a file that renderDataAccess wrote. */
export function dataAccessRows(text: string, wanted: (stack: string) => boolean): Row[] {
  return text
    .split('\n')
    .filter((one) => one.startsWith('| ') && !/^\| (Stack|---) \|/.test(one))
    .map((one) => one.slice(2, -2).split(' | '))
    .filter(([stack = '']) => wanted(stack));
}

function merged(access: readonly DataAccess[]): Row[] {
  const rows = new Map<string, { keys: string[]; classes: string[]; cells: Row; stack: string }>();
  for (const { stack, key, dataClass, verb, allowed, denied } of access) {
    const cells = [verb, ...[allowed, denied].map((who) => who.map(escaped).join('; or ') || 'nobody')];
    const id = JSON.stringify([stack, cells]);
    const row = rows.get(id) ?? { stack, keys: [], classes: [], cells };
    row.keys.push(key);
    if (!row.classes.includes(dataClass)) row.classes.push(dataClass);
    rows.set(id, row);
  }
  return [...rows.values()].map(({ stack, keys, classes, cells }) => [stack, keys.join(', '), classes.join(', '), ...cells]);
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('*', '\\*');
const line = (cells: Row): string => `| ${cells.join(' | ')} |`;

import type { DataAccess } from './data-access';
import { byStack, escaped, type Row, tableLines } from './markdown-table';

const HEADING = [
  '# Who may use which key',
  '',
  "Written by `npm run synth`; do not edit. What each key's policy says; IAM policies and guardrails only narrow it. Denials win. A role that is named",
  "under Decrypt reads what the key's class protects, as far as the policy of the bucket, table or secret lets it. Keys whose policies say the same share a row.",
];
const COLUMNS = ['Stack', 'Keys', 'Class', 'Verb', 'Who may', 'Denied to'];

/**
 * rendered/data-access.md.
 * @param kept rows of stacks that are not rendered this time, as they stand in the file
 * @param order stack ids in apply order
 */
export function renderDataAccess(access: readonly DataAccess[], kept: readonly Row[], order: readonly string[]): string {
  const rows = byStack([...merged(access), ...kept], order);
  return `${[...HEADING, '', ...tableLines(COLUMNS, rows)].join('\n')}\n`;
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

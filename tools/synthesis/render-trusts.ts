import { byStack, escaped, type Row, rowsOf, tableLines } from './markdown-table';
import type { Trust } from './trusts';

const COLUMNS = ['Stack', 'Role', 'Who may assume it', 'Conditions', 'External id', 'Organization', 'Source'] as const;
const HEADING = [
  '# Who is let in',
  '',
  'Written by `npm run synth`; do not edit. A review starts here: a new row is a new way in.',
  '"External id", "Organization" and "Source" say whether a condition on sts:ExternalId, on the organization, or on the',
  'account or resource that a service works for stands in the statement.',
];
const TITLES = { role: 'Roles', resource: 'Resource policies that let in another account, everybody, or a service for any account' } as const;

/**
 * rendered/trusts.md: one row for each trust.
 * @param kept rows of stacks that are not rendered this time, as they stand in the file
 * @param order stack ids in apply order
 */
export function renderTrusts(trusts: readonly Trust[], kept: TrustRows, order: readonly string[]): string {
  const sections = (['role', 'resource'] as const).map((kind) => {
    const rows = byStack([...merged(trusts.filter((trust) => trust.kind === kind)), ...kept[kind]], order);
    const columns =
      kind === 'role' ? COLUMNS : COLUMNS.map((column) => ({ Role: 'Resource', 'Who may assume it': 'Who is let in' })[column as string] ?? column);
    return [`## ${TITLES[kind]}`, '', ...tableLines(columns, rows)];
  });
  return `${[...HEADING, ...sections.flatMap((section) => ['', ...section])].join('\n')}\n`;
}

/** Rows of both tables, cell by cell. */
export type TrustRows = Readonly<Record<Trust['kind'], readonly Row[]>>;

/** The rows of some stacks in a file that renderTrusts wrote. */
export function trustRows(text: string, wanted: (stack: string) => boolean): TrustRows {
  const [, role = '', resource = ''] = text.split(/^## .*$/m);
  return { role: rowsOf(role, wanted), resource: rowsOf(resource, wanted) };
}

/** Resources that differ in nothing but their name share a row: thirty endpoints with one policy are one decision. */
function merged(trusts: readonly Trust[]): Row[] {
  const rows = new Map<string, { names: string[]; cells: Row }>();
  for (const trust of trusts) {
    const mark = (present: boolean) => (present ? 'yes' : '-');
    const cells = [escaped(trust.who), escaped(trust.conditions || 'none'), mark(trust.externalId), mark(trust.organization), mark(trust.source)];
    const key = JSON.stringify([trust.stack, cells, trust.kind === 'role' ? trust.of : '']);
    const row = rows.get(key) ?? { names: [trust.stack], cells };
    if (!row.names.includes(trust.of)) row.names.push(trust.of);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ names: [stack = '', ...names], cells }) => [stack, names.sort().map(escaped).join(', '), ...cells]);
}

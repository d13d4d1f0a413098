/** Cells of one row; the first is its stack where rows are kept by stack. */
export type Row = readonly string[];

/** Lines of a table with its heading. Cells are written as they are: see escaped. */
export const tableLines = (columns: Row, rows: readonly Row[]): string[] => [tableLine(columns), tableLine(columns.map(() => '---')), ...rows.map(tableLine)];
/** One row as it stands in a page. */
export const tableLine = (cells: Row): string => `| ${cells.join(' | ')} |`;

/** Text that means itself in a cell. */
export const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('*', '\\*');

/** Tables in a page of ours: columns, and rows below them. */
export function tablesIn(text: string): { readonly columns: Row; readonly rows: Row[] }[] {
  const tables: { columns: Row; rows: Row[] }[] = [];
  const lines = text.split('\n');
  for (const [index, one] of lines.entries()) {
    if (!one.startsWith('| ') || one.startsWith('| ---')) continue;
    const cells = one.slice(2, -2).split(' | ');
    if (lines[index + 1]?.startsWith('| ---')) tables.push({ columns: cells, rows: [] });
    else tables.at(-1)?.rows.push(cells);
  }
  return tables;
}

/** Rows of some stacks in tables of ours whose first column is Stack. */
export const rowsOf = (text: string, wanted: (stack: string) => boolean): Row[] =>
  tablesIn(text)
    .flatMap(({ rows }) => rows)
    .filter(([stack = '']) => wanted(stack));

/** Rows in the order of their stacks. @param order stack ids in apply order */
export const byStack = (rows: readonly Row[], order: readonly string[]): Row[] =>
  [...rows].sort((a, b) => order.indexOf(a[0] ?? '') - order.indexOf(b[0] ?? ''));

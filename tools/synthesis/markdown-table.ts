/** Cells of one row; the first is its stack where rows are kept by stack. */
export type Row = readonly string[];

/** Lines of a table with its heading. Cells are written as they are: see escaped. */
export const tableLines = (columns: Row, rows: readonly Row[]): string[] => [line(columns), line(columns.map(() => '---')), ...rows.map(line)];
const line = (cells: Row): string => `| ${cells.join(' | ')} |`;

/** Text that means itself in a cell. */
export const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('*', '\\*');

/** Rows of some stacks in tables of ours whose first column is Stack. */
export const rowsOf = (text: string, wanted: (stack: string) => boolean): Row[] =>
  text
    .split('\n')
    .filter((one) => one.startsWith('| ') && !/^\| (Stack|---) \|/.test(one))
    .map((one) => one.slice(2, -2).split(' | '))
    .filter(([stack = '']) => wanted(stack));

/** Rows in the order of their stacks. @param order stack ids in apply order */
export const byStack = (rows: readonly Row[], order: readonly string[]): Row[] =>
  [...rows].sort((a, b) => order.indexOf(a[0] ?? '') - order.indexOf(b[0] ?? ''));

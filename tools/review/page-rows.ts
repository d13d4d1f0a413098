import { type Row, tableLine, tablesIn } from '../synthesis/markdown-table';

/** Pages of rendered/ whose rows say who may what; guardrails.md is compared by unit. */
export const PAGES = {
  'trusts.md': 'Ways in (rendered/trusts.md)',
  'data-access.md': 'Use of keys (rendered/data-access.md)',
  'reachability.md': 'Who reaches whom (rendered/reachability.md)',
} as const;
export type Page = keyof typeof PAGES;

export interface RowChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** New rows that are not listed: of stacks that are new as a whole, or pairs of a new network that do not reach each other. */
  readonly unlisted: number;
}

/** Rows of a page's tables that are new or gone. */
export function rowChanges(page: Page, before: string, after: string, newStacks: ReadonlySet<string>): RowChanges {
  const [old, now] = [rowsIn(before), rowsIn(after)];
  const [oldLines, nowLines] = [new Set(old.map(tableLine)), new Set(now.map(tableLine))];
  const added = now.filter((row) => !oldLines.has(tableLine(row)));
  const listed = added.filter((row) => !expected(page, row, newStacks));
  return {
    added: listed.map(tableLine),
    removed: old.map(tableLine).filter((line) => !nowLines.has(line)),
    unlisted: added.length - listed.length,
  };
}

const rowsIn = (text: string): Row[] => tablesIn(text).flatMap(({ rows }) => rows);

/** The first cell is a stack; in reachability.md the first two are tiers of a network, `prod/app`, or `prod, every tier`. */
function expected(page: Page, [first = '', second = '', open = '']: Row, newStacks: ReadonlySet<string>): boolean {
  const isNew = (cell: string) => newStacks.has(cell.split(/[/,]/)[0] as string);
  return page === 'reachability.md' ? (isNew(first) || isNew(second)) && open.startsWith('no') : isNew(first);
}

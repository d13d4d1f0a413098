import type { Columns } from './hunting-columns';

/** Parts of a line that a reader of regular expressions takes apart: one group for each column. */
export const WORD = '([^ ]*)';
export const QUOTED = '"([^"]*)"';

/** Column -> expression, in the order of the line, empty where the one before takes it along; and what came later: a line may end before any of these. */
export interface LineFormat {
  readonly fields: Readonly<Record<string, string>>;
  readonly later: Readonly<Record<string, string>>;
}

export const lineColumns = ({ fields, later }: LineFormat): Columns =>
  Object.fromEntries([...Object.keys(fields), ...Object.keys(later)].map((name) => [name, 'string']));

/** The expression of a line; fields that the service adds one day are passed over. */
export const linePattern = ({ fields, later }: LineFormat): string => {
  const more = Object.values(later);
  return `${Object.values(fields).filter(Boolean).join(' ')}${more.map((field) => `(?: ${field}`).join('')}${')?'.repeat(more.length)}.*$`;
};

import { escaped, tableLines } from '../synthesis/markdown-table';
import type { RequirementRow } from './requirement-row';

/** The page: prose with a table in place of each name in double braces. @throws Error for a name without a table, or a table without a place */
export function renderControls(template: string, tables: Readonly<Record<string, readonly string[]>>): string {
  const left = new Set(Object.keys(tables));
  const page = template.replaceAll(/^\{\{(\w+)\}\}$/gm, (_, name: string) => {
    const lines = tables[name];
    if (!lines) throw new Error(`tools/controls/page.md: has no table of that name, got {{${name}}}; choose from ${Object.keys(tables).join(', ')}`);
    left.delete(name);
    return lines.join('\n');
  });
  if (left.size > 0) throw new Error(`tools/controls/page.md: has no place for ${[...left].join(', ')}; write {{NAME}} on a line of its own`);
  return page;
}

/** The table of requirements. */
export const requirementLines = (rows: readonly RequirementRow[]): string[] =>
  tableLines(
    ['id', 'state', 'module or policy', 'test', 'rendered', 'what is missing'],
    rows.map(({ id, state, module = '', test = '', rendered = module === '' ? '' : '–', missing = '' }) => [
      id,
      state,
      ...[module, test, rendered, missing].map(escaped),
    ]),
  );

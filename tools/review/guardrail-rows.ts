import { tablesIn } from '../synthesis/markdown-table';

/** Sid -> unit -> whom the statement exempts there, as rendered/guardrails.md says it. */
type Guardrails = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** What guardrails lost between two versions of rendered/guardrails.md: units that they bound, roles that they did not exempt. A line each. */
export function weakerGuardrails(before: string, after: string): string[] {
  const [old, now] = [guardrails(before), guardrails(after)];
  const units = new Set([...now.values()].flatMap((bound) => [...bound.keys()])); // a unit that is gone binds nobody
  return [...old].flatMap(([sid, former]) => {
    const current = now.get(sid) ?? new Map<string, readonly string[]>();
    const lost = [...former.keys()].filter((unit) => units.has(unit) && !current.has(unit));
    return [...(lost.length > 0 ? [`${sid} no longer binds ${lost.join(', ')}`] : []), ...exemptedNow(sid, former, current)];
  });
}

/** Roles that are exempt where they were not, with the units in which they are. */
function exemptedNow(sid: string, former: ReadonlyMap<string, readonly string[]>, current: ReadonlyMap<string, readonly string[]>): string[] {
  const places = new Map<string, string[]>();
  for (const [unit, exempt] of current) {
    const known = former.get(unit);
    const added = known ? exempt.filter((name) => !known.includes(name)).join(', ') : '';
    if (added !== '') places.set(added, [...(places.get(added) ?? []), unit]);
  }
  return [...places].map(([names, units]) => `${sid} exempts ${names} as well, in ${units.join(', ')}`);
}

function guardrails(page: string): Guardrails {
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const { columns, rows } of tablesIn(page)) {
    const last = columns.indexOf('Exempt');
    for (const cells of rows) {
      const [sid = ''] = cells;
      const exempt = (cells[last] ?? '-').split(', ').filter((name) => name !== '-');
      const bound = found.get(sid) ?? new Map<string, readonly string[]>();
      for (const [index, unit] of columns.slice(1, last).entries()) if (/[x.]/.test(cells[index + 1] ?? '')) bound.set(unit, exempt);
      found.set(sid, bound);
    }
  }
  return found;
}

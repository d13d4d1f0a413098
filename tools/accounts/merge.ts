import { type AccountIds, accountIds } from '../../config/account-ids';

/** What the `org` state's outputs say. */
export interface PulledIds {
  readonly accounts: Readonly<Record<string, string>>;
  readonly organizationalUnits: Readonly<Record<string, string>>;
}

/**
 * accounts.json with the ids of an apply; what was entered by hand stays, what only the file knows stays, too.
 * @returns the new content and a line for each change
 * @throws Error when an id that is known would change
 */
export function mergeIds(known: AccountIds, pulled: PulledIds): { readonly ids: AccountIds; readonly changes: string[] } {
  const changes: string[] = [];
  const clashes: string[] = [];
  const merge = (section: 'accounts' | 'organizationalUnits') => {
    const merged: Record<string, string> = { ...known[section] };
    for (const [name, id] of Object.entries(pulled[section])) {
      if (merged[name] === id) continue;
      if (merged[name])
        clashes.push(`accounts.json: ${section}.${name}: is ${merged[name]}, the org state says ${id}; find out which one is real, then correct the file`);
      merged[name] = id;
      changes.push(`${section}.${name} ${id}`);
    }
    return Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const ids = accountIds.parse({ ...known, accounts: merge('accounts'), organizationalUnits: merge('organizationalUnits') });
  if (clashes.length > 0) throw new Error(clashes.join('\n'));
  return { ids, changes };
}

import type { Action, ResourceChange } from './resource-changes';
import type { ValueChange } from './value-changes';

/** The same change at several addresses, in several stacks, accounts and regions, told once. */
export interface ChangeGroup {
  readonly action: Action;
  /** With `{region}` where it differs between places. */
  readonly addresses: readonly string[];
  readonly type: string;
  /** Stack -> regions; an empty list where the address names none. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** With `{account}`, `{environment}` and `{region}` where they differ between places. */
  readonly changes: readonly ValueChange[];
  readonly from?: string;
}

const REGION = /(?<![A-Za-z0-9])[a-z]{2}(?:-[a-z]+){1,3}-\d(?![A-Za-z0-9])/g;

/** Changes that say the same but for ids of accounts, names of environments and regions are one group. */
export function grouped(changes: readonly ResourceChange[]): ChangeGroup[] {
  const groups = new Map<string, ResourceChange[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.action, generic(change.address, change.stack), change.from ?? '', generalized(change)]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return alike([...groups.values()].map(inPlaces));
}

function inPlaces(members: readonly ResourceChange[]): ChangeGroup {
  const [first] = members as [ResourceChange];
  const { action, type, from } = first;
  const places = new Map<string, string[]>();
  for (const { stack, address } of members) places.set(stack, [...(places.get(stack) ?? []), ...(address.match(REGION) ?? [])].sort());
  return members.length === 1
    ? { action, type, addresses: [first.address], places: new Map([[first.stack, []]]), changes: first.changes, ...(from ? { from } : {}) }
    : { action, type, addresses: [generic(first.address, first.stack)], places, changes: generalized(first), ...(from ? { from } : {}) };
}

/** What happens to resources of one type in the same places, in the same words, is one line. */
function alike(groups: readonly ChangeGroup[]): ChangeGroup[] {
  const merged = new Map<string, ChangeGroup>();
  for (const group of groups) {
    const { action, type, places, changes, from, addresses } = group;
    const key = JSON.stringify([action, type, [...places], changes, from ?? '']);
    merged.set(key, { ...group, addresses: [...(merged.get(key)?.addresses ?? []), ...addresses] });
  }
  return [...merged.values()];
}

const generalized = ({ changes, stack }: ResourceChange): ValueChange[] =>
  changes.map(({ path, removed, added }) => ({
    path: generic(path, stack),
    removed: removed.map((text) => generic(text, stack)),
    added: added.map((text) => generic(text, stack)),
  }));

function generic(text: string, stack: string): string {
  const environment = stack.replace(/-state$/, '');
  return text
    .replaceAll(REGION, '{region}')
    .replaceAll(/\b\d{12}\b/g, '{account}')
    .replaceAll(new RegExp(`(?<![A-Za-z0-9])${environment}(?![A-Za-z0-9])`, 'g'), '{environment}');
}

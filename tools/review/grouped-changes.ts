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

/** `prod, dev (eu-west-1, us-east-1)` */
export const placesOf = ({ places }: Pick<ChangeGroup, 'places'>): string =>
  [...places].map(([stack, regions]) => (regions.length > 0 ? `${stack} (${regions.join(', ')})` : stack)).join(', ');

/** Changes that say the same but for ids of accounts, names of environments and regions are one group. */
export function grouped(changes: readonly ResourceChange[]): ChangeGroup[] {
  const groups = new Map<string, { readonly general: General; readonly members: ResourceChange[] }>();
  for (const change of changes) {
    const general = generalized(change);
    const key = JSON.stringify([change.action, change.from ?? '', general]);
    const known = groups.get(key);
    if (known) known.members.push(change);
    else groups.set(key, { general, members: [change] });
  }
  return alike([...groups.values()].map(({ general, members }) => inPlaces(general, members)));
}

/** A change in words that hold for every place. */
type General = Pick<ResourceChange, 'address' | 'changes'>;

function inPlaces(general: General, members: readonly ResourceChange[]): ChangeGroup {
  const [first] = members as [ResourceChange];
  const { action, type, from } = first;
  const places = new Map<string, string[]>();
  if (members.length === 1) places.set(first.stack, []);
  else for (const { stack, address } of members) places.set(stack, [...(places.get(stack) ?? []), ...(address.match(REGION) ?? [])].sort());
  const { address, changes } = members.length === 1 ? first : general;
  return { action, type, addresses: [address], places, changes, ...(from ? { from } : {}) };
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

function generalized({ stack, address, changes }: ResourceChange): General {
  const environment = new RegExp(`(?<![A-Za-z0-9])${stack.replace(/-state$/, '')}(?![A-Za-z0-9])`, 'g');
  const general = (text: string) =>
    text
      .replaceAll(REGION, '{region}')
      .replaceAll(/\b\d{12}\b/g, '{account}')
      .replaceAll(environment, '{environment}');
  return {
    address: general(address),
    changes: changes.map(({ path, removed, added }) => ({ path: general(path), removed: removed.map(general), added: added.map(general) })),
  };
}

import type { TerraformJson } from '../synthesis/synthesize';
import { type ValueChange, valueChanges } from './value-changes';

/** replace: only a plan knows it. forget: leaves the state and stays in AWS (a `removed` block). import: is there already and is adopted. settings: backend, provider, outputs of a stack. */
export type Action = 'destroy' | 'replace' | 'forget' | 'change' | 'move' | 'import' | 'create' | 'settings';

/** What the JSON asks of Terraform for one address. Whether a change replaces a resource is known to its plan alone. */
export interface ResourceChange {
  readonly stack: string;
  readonly action: Action;
  /** `TYPE.NAME`, `data.TYPE.NAME`, or a part of the document such as `terraform`. */
  readonly address: string;
  readonly type: string;
  /** Places that differ; of something new or gone: none. */
  readonly changes: readonly ValueChange[];
  /** Address before a move. */
  readonly from?: string;
}

/** Every address that differs between two states of one stack. Either may be missing: a stack that is new or gone. */
export function resourceChanges(stack: string, before: TerraformJson = {}, after: TerraformJson = {}): ResourceChange[] {
  const [old, now] = [addressesIn(before), addressesIn(after)];
  const moves = new Map<string, string>((after.moved ?? []).map(({ from, to }: { from: string; to: string }) => [to, from]));
  const imports = new Set<string>((after.import ?? []).map(({ to }: { to: string }) => to));
  const forgotten = new Set<string>((after.removed ?? []).map(({ from }: { from: string }) => from));
  const movedFrom = new Set(moves.values());
  const changed = [...now].flatMap(([address, attributes]): ResourceChange[] => {
    const from = moves.get(address);
    const known = old.get(address) ?? (from ? old.get(from) : undefined);
    if (known === undefined) return [{ stack, action: imports.has(address) ? 'import' : 'create', address, type: typeOf(address), changes: [] }];
    const changes = valueChanges(known, attributes);
    if (from && old.has(from) && !old.has(address)) return [{ stack, action: 'move', address, type: typeOf(address), changes, from }];
    return changes.length > 0 ? [{ stack, action: 'change', address, type: typeOf(address), changes }] : [];
  });
  const gone = [...old.keys()]
    .filter((address) => !now.has(address) && !movedFrom.has(address))
    .map((address): ResourceChange => ({ stack, action: forgotten.has(address) ? 'forget' : 'destroy', address, type: typeOf(address), changes: [] }));
  return [...gone, ...changed, ...settings(stack, before, after)];
}

function addressesIn(document: TerraformJson): Map<string, TerraformJson> {
  const of = (section: 'resource' | 'data', prefix: string): [string, TerraformJson][] =>
    Object.entries<TerraformJson>(document[section] ?? {}).flatMap(([type, blocks]) =>
      Object.entries<TerraformJson>(blocks).map(([name, attributes]): [string, TerraformJson] => [`${prefix}${type}.${name}`, attributes]),
    );
  return new Map([...of('resource', ''), ...of('data', 'data.')]);
}

const typeOf = (address: string): string => address.replace(/^data\./, '').split('.')[0] as string;

/** Where the state lies, whose account it is, what else stands beside the resources; nothing of it for a stack that is new or gone. */
function settings(stack: string, before: TerraformJson, after: TerraformJson): ResourceChange[] {
  if (Object.keys(before).length === 0 || Object.keys(after).length === 0) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((section) => !['resource', 'data', 'moved', 'removed', 'import'].includes(section))
    .flatMap((section): ResourceChange[] => {
      const changes = valueChanges(before[section], after[section]);
      return changes.length > 0 ? [{ stack, action: 'settings', address: section, type: section, changes }] : [];
    });
}

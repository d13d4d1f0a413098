import type { StateEntry } from '../../lib/apply-order';
import type { TerraformJson } from '../synthesis/synthesize';

/** A resource that an apply would make or import, because no state holds it. */
export interface PlannedResource {
  readonly stack: string;
  readonly type: string;
  /** Its name in the stack, for example unit_workloads-prod. */
  readonly name: string;
  readonly attributes: TerraformJson;
  /** Id of its import block, without `@region`. */
  readonly importId?: string;
}

/**
 * What the stacks of an account would make: read from what is synthesized, so that a new module needs no new check.
 * @param known addresses in the state of a stack
 */
export function plannedResources(
  stacks: readonly StateEntry[],
  documents: ReadonlyMap<string, TerraformJson>,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): PlannedResource[] {
  return stacks.flatMap(({ id: stack }) => {
    const document = documents.get(stack) ?? {};
    const imports = new Map<string, string>(
      (document.import ?? []).map(({ to, id }: { to: string; id: string }) => [to, id.replace(/@[a-z]+(-[a-z]+)+-\d$/, '')]),
    );
    return Object.entries<TerraformJson>(document.resource ?? {}).flatMap(([type, members]) =>
      Object.entries<TerraformJson>(members)
        .filter(([name]) => !known.get(stack)?.has(`${type}.${name}`))
        .map(([name, attributes]) => {
          const importId = imports.get(`${type}.${name}`);
          return { stack, type, name, attributes, ...(importId === undefined ? {} : { importId }) };
        }),
    );
  });
}

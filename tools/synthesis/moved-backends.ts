import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StatefulInventory } from './stateful-inventory';
import type { TerraformJson } from './synthesize';

/** How `--accept-loss` names the place of a state. */
export const BACKEND = 'terraform.backend';

/**
 * States that would be looked for in another place than they lie in: Terraform finds nothing there and makes everything again. Only
 * of stacks that hold something bound: before their first apply, a bucket may have any name.
 * @param accepted `STACK/terraform.backend`, or `terraform.backend` for all
 * @returns a line each; empty when all stay
 */
export function movedBackends(
  rendered: string,
  before: StatefulInventory,
  documents: ReadonlyMap<string, TerraformJson>,
  accepted: readonly string[],
): string[] {
  return Object.entries(before).flatMap(([stack, addresses]) => {
    const path = join(rendered, `${stack}.tf.json`);
    const document = documents.get(stack);
    if (!document || !Object.values(addresses).includes('bound') || !existsSync(path)) return [];
    const old = renderedPlace(path);
    const now = placeOf(document);
    return old === undefined || old === now || accepted.includes(BACKEND) || accepted.includes(`${stack}/${BACKEND}`)
      ? []
      : [`${stack}: its state lies in ${old}, the configuration looks for it in ${now}`];
  });
}

/** Where the committed stack has its state; undefined for a file with the marks of a merge, which synthesis is about to write anew. */
function renderedPlace(path: string): string | undefined {
  try {
    return placeOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

function placeOf({ terraform }: TerraformJson): string {
  const { bucket, key, region } = terraform?.backend?.s3 ?? {};
  return `${bucket}/${key} (${region})`;
}

/** The error of moved states, with the remedy. */
export function movedMessage(lines: readonly string[]): string {
  return [
    `${lines.length} ${lines.length === 1 ? 'state' : 'states'} would be looked for where none lies; nothing was written`,
    ...lines.map((line) => `  ${line}`),
    `  organization.name, regions.home, the names of environments and the ids of accounts stay as they are once something is applied; take the change back, or pass --accept-loss ${BACKEND} if nothing ever was`,
  ].join('\n');
}

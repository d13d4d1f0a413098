import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBlueprint } from '../../config/load';
import { type Synthesis, synthesize, type TerraformJson } from '../../tools/synthesis/synthesize';
import { exampleIds } from '../fixtures/example';

/** Runs the real composition through `app.synth()` into a temporary folder. */
export function synth(input: unknown, ids: unknown = exampleIds()): Synthesis {
  const folder = mkdtempSync(join(tmpdir(), 'blueprint-'));
  try {
    return synthesize(loadBlueprint(input, ids).blueprint, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface FoundResource {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  readonly attributes: TerraformJson;
}

/** Every resource of a type (all types when it is left out) in every stack. */
export function resources({ documents }: Synthesis, type?: string): FoundResource[] {
  return [...documents].flatMap(([stack, document]) =>
    Object.entries<TerraformJson>(document.resource ?? {})
      .filter(([candidate]) => type === undefined || candidate === type)
      .flatMap(([found, members]) => Object.entries<TerraformJson>(members).map(([name, attributes]) => ({ stack, type: found, name, attributes }))),
  );
}

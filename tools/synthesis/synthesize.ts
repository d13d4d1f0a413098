import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Blueprint } from '../../config/blueprint';
import { BlueprintStack } from '../../lib/blueprint-stack';
import { compose } from '../../main';
import { violations } from './checks';
import { inventoryOf, type StatefulInventory } from './stateful-inventory';

/** Terraform JSON of any shape. */
// biome-ignore lint/suspicious/noExplicitAny: parsed JSON
export type TerraformJson = any;

export interface Synthesis {
  /** Stack id -> the bytes of its cdk.tf.json. */
  readonly files: ReadonlyMap<string, string>;
  /** Stack id -> its document. */
  readonly documents: ReadonlyMap<string, TerraformJson>;
  /** The bytes of manifest.json, which the cdktf command reads. */
  readonly manifest: string;
  readonly inventory: StatefulInventory;
}

/**
 * Runs the composition through `app.synth()` in a scratch folder, so that a failure leaves the last output as it was.
 * @param near folder to put the scratch folder in, on the file system of the output
 * @throws Error with every validation that failed
 */
export function synthesize(blueprint: Blueprint, near: string): Synthesis {
  mkdirSync(near, { recursive: true });
  const scratch = mkdtempSync(join(near, '.synth-'));
  // CDKTF records a stack trace for every token, which nobody reads and which takes a fifth of the time.
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => {};
  try {
    const app = compose(blueprint, scratch);
    app.synth();
    const stacks = app.node.children.filter((child): child is BlueprintStack => child instanceof BlueprintStack);
    const files = new Map(stacks.map(({ node }) => [node.id, readFileSync(join(scratch, 'stacks', node.id, 'cdk.tf.json'), 'utf8')]));
    const documents = new Map([...files].map(([id, text]) => [id, JSON.parse(text) as TerraformJson]));
    const wrong = [...documents].flatMap(([id, document]) => violations(id, document));
    if (wrong.length > 0)
      throw new Error(
        `synthesis: ${wrong.length} ${wrong.length === 1 ? 'violation' : 'violations'}; nothing was written\n${wrong.map((line) => `  ${line}`).join('\n')}`,
      );
    return { files, documents, manifest: readFileSync(join(scratch, 'manifest.json'), 'utf8'), inventory: inventoryOf(stacks, documents) };
  } finally {
    Error.captureStackTrace = captureStackTrace;
    rmSync(scratch, { recursive: true, force: true });
  }
}

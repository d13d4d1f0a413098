import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Blueprint } from '../../config/blueprint';
import { synthesizeUnchecked } from '../synthesis/synthesize';

/**
 * cdktf.out is not in git: after an edit, a pull or a change of branch it holds what was synthesized before, and nobody reviewed that.
 * @throws Error when a stack's JSON is not what the configuration and the code give now
 */
export function refuseStale(stacks: readonly string[], blueprint: Blueprint, out: string): void {
  const fileOf = (stack: string) => join(out, 'stacks', stack, 'cdk.tf.json');
  const present = stacks.filter((stack) => existsSync(fileOf(stack))); // what is missing is told with its own remedy
  if (present.length === 0) return;
  const { files } = synthesizeUnchecked(blueprint, tmpdir());
  const stale = present.filter((stack) => readFileSync(fileOf(stack), 'utf8') !== files.get(stack));
  if (stale.length === 0) return;
  throw new Error(
    `${stale.join(', ')}: the output is older than the configuration or the code, got another JSON in ${out}; run \`npm run synth\`, review the diff under rendered/, then try again`,
  );
}

import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { placeholdersIn } from '../../config/placeholders';
import type { StateEntry } from '../../lib/apply-order';
import { STATEFUL_TYPES } from '../../lib/stateful-types';
import { confirm } from './confirm';
import { planDigest } from './plan-digest';
import { hasChanges, refusals } from './plan-gate';
import { Terraform } from './terraform';

export interface ApplyOptions {
  /** Folder that `npm run synth` wrote. */
  readonly out: string;
  readonly env: NodeJS.ProcessEnv;
  /** plan stops before anything is applied. */
  readonly mode: 'plan' | 'apply';
  /** Apply without asking. */
  readonly autoApprove: boolean;
  /** Destroy everything that is not stateful: the step before an account is retired. */
  readonly empty?: boolean;
}

const PLAN = 'blueprint.tfplan';

/**
 * Plans a stack, passes the plan through the gate, and applies exactly that plan.
 * @throws Error when the stack is not synthesized, holds placeholders, or the gate refuses; TerraformError
 */
export async function applyStack(entry: StateEntry, options: ApplyOptions): Promise<void> {
  const folder = stackFolder(options.out, entry.id);
  const terraform = new Terraform(folder, options.env);
  terraform.run('init', '-input=false', '-reconfigure');
  await planAndApply(entry, folder, terraform, options);
}

/** The part after `init`; bootstrap runs it in a folder of its own. */
export async function planAndApply(entry: StateEntry, folder: string, terraform: Terraform, options: ApplyOptions): Promise<void> {
  const planFile = join(folder, PLAN);
  try {
    terraform.run('plan', '-input=false', `-out=${PLAN}`, ...(options.empty ? emptying(terraform) : []));
    chmodSync(planFile, 0o600); // a plan may hold secrets
    const plan = JSON.parse(terraform.read('show', '-json', PLAN));
    for (const text of planDigest(entry.id, plan)) console.log(text);
    const refused = refusals(entry.id, entry.account.status, plan);
    if (refused.length > 0) throw new Error(`${entry.id}: the plan is refused; nothing was applied\n${refused.map((text) => `  ${text}`).join('\n')}`);
    if (!hasChanges(plan)) return void console.log(`${entry.id}: no changes`);
    if (options.mode === 'plan') return;
    await confirm(entry.id, `Apply this plan to ${entry.id}?`, options.autoApprove, 'nothing was applied');
    terraform.run('apply', '-input=false', PLAN);
  } finally {
    rmSync(planFile, { force: true });
  }
}

/** The folder of a synthesized stack that may be applied. @throws Error with the remedy */
export function stackFolder(out: string, stack: string): string {
  const folder = join(out, 'stacks', stack);
  const file = join(folder, 'cdk.tf.json');
  if (!existsSync(file)) throw new Error(`${stack}: is not synthesized, got no ${file}; run \`npm run synth\``);
  const placeholders = placeholdersIn(readFileSync(file, 'utf8'));
  if (placeholders.length > 0) {
    throw new Error(
      `${stack}: holds placeholder ids, got ${placeholders.join(', ')}; apply \`org\`, run \`npm run accounts -- pull\` and \`npm run synth\` (ids of console step 0 stand in accounts.json)`,
    );
  }
  return folder;
}

function emptying(terraform: Terraform): string[] {
  const addresses = terraform
    .read('state', 'list')
    .split('\n')
    .filter((address) => address !== '' && !address.startsWith('data.'));
  const targets = addresses.filter((address) => !STATEFUL_TYPES.has(address.split('.')[0] as string));
  return targets.length > 0 ? ['-destroy', ...targets.map((address) => `-target=${address}`)] : ['-refresh-only'];
}

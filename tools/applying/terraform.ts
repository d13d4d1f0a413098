import { spawnSync } from 'node:child_process';

export class TerraformError extends Error {}

/** The command: TERRAFORM_BINARY_NAME, else terraform, else tofu. @throws TerraformError when there is none */
export function terraformBinary(env: NodeJS.ProcessEnv = process.env): string {
  const candidates = env.TERRAFORM_BINARY_NAME ? [env.TERRAFORM_BINARY_NAME] : ['terraform', 'tofu'];
  const found = candidates.find((name) => spawnSync(name, ['version'], { stdio: 'ignore', env }).status === 0);
  if (!found)
    throw new TerraformError(
      `terraform: none of ${candidates.join(', ')} runs here; install Terraform 1.11 or OpenTofu 1.10, or name it in TERRAFORM_BINARY_NAME`,
    );
  return found;
}

/** Terraform in one folder with one set of credentials. Its messages go to the terminal as they are. */
export class Terraform {
  private readonly binary: string;

  constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.binary = terraformBinary(env);
  }

  /** @throws TerraformError when it exits with another code than 0 */
  run(...args: string[]): void {
    const { status } = uninterrupted(() =>
      spawnSync(this.binary, [...args, ...this.color(args)], { cwd: this.folder, env: this.environment(), stdio: ['ignore', 'inherit', 'inherit'] }),
    );
    if (status !== 0) throw new TerraformError(`${this.binary} ${args[0]} failed in ${this.folder} (exit ${status}); its message is above`);
  }

  /** Its standard output. @throws TerraformError */
  read(...args: string[]): string {
    const { status, stdout } = spawnSync(this.binary, args, {
      cwd: this.folder,
      env: this.environment(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 30,
    });
    if (status !== 0) throw new TerraformError(`${this.binary} ${args.join(' ')} failed in ${this.folder} (exit ${status}); its message is above`);
    return stdout;
  }

  private environment(): NodeJS.ProcessEnv {
    return { ...this.env, TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' };
  }

  private color(args: readonly string[]): string[] {
    return process.stdout.isTTY || ['show', 'state'].includes(args[0] ?? '') ? [] : ['-no-color'];
  }
}

/** Ctrl-C reaches terraform, too, which saves its state and fails; dying before it would leave the plan file behind. */
function uninterrupted<T>(work: () => T): T {
  const ignore = () => {};
  process.on('SIGINT', ignore);
  try {
    return work();
  } finally {
    process.off('SIGINT', ignore);
  }
}

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateEntry } from '../../lib/apply-order';
import { applyStack, planAndApply, stackFolder } from '../applying/apply-stack';
import { Terraform } from '../applying/terraform';
import { writeFile } from '../synthesis/write';
import { recognize } from './recognize';
import { backendOf, localState, RemoteState } from './state-files';

export interface BootstrapOptions {
  /** Folder that `npm run synth` wrote. */
  readonly out: string;
  /** Folder that survives an interruption; holds a state for a few seconds. */
  readonly work: string;
  /** Environment with the account's credentials. */
  readonly env: NodeJS.ProcessEnv;
  readonly autoApprove: boolean;
}

/**
 * Makes the bucket that is to hold the state which makes it: applied with a local backend, then migrated. May be killed
 * at any point and run again. Leaves one state, in the bucket.
 */
export async function bootstrap(entry: StateEntry, options: BootstrapOptions): Promise<void> {
  const source = join(stackFolder(options.out, entry.id), 'cdk.tf.json');
  const folder = join(options.work, entry.id);
  const files = {
    state: join(folder, 'terraform.tfstate'),
    copy: join(folder, 'before-migration.tfstate'),
    override: join(folder, 'bootstrap_override.tf.json'),
    marker: join(folder, 'migrating.json'),
  };
  const remote = new RemoteState(backendOf(source), options.env);
  const migrating: string[] | undefined = existsSync(files.marker) ? JSON.parse(readFileSync(files.marker, 'utf8')) : undefined;
  const local = localState(migrating && existsSync(files.copy) ? files.copy : files.state);
  const bucketExists = await remote.bucketExists();
  const remoteState = bucketExists ? await remote.read() : undefined;
  const next = recognize({ bucketExists, ...(local ? { local } : {}), ...(remoteState ? { remote: remoteState } : {}), ...(migrating ? { migrating } : {}) });
  console.error(`${entry.id}: ${next.step}`);
  if (next.step === 'refuse') throw new Error(`${entry.id}: ${next.reason}`);
  if (next.step === 'apply-remotely') return applyStack(entry, { ...options, mode: 'apply' });
  if (next.step === 'clean-up') return finish(entry.id, folder);

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  copyFileSync(source, join(folder, 'cdk.tf.json'));
  writeFileSync(files.override, JSON.stringify({ terraform: { backend: { local: {} } } }));
  // Arguments of init that are meant for S3 make a local backend fail.
  const { TF_CLI_ARGS_init: _init, ...localEnv } = options.env;
  const terraform = new Terraform(folder, localEnv);
  if (next.step === 'migrate') copyFileSync(files.copy, files.state);
  terraform.run('init', '-input=false', '-reconfigure');
  if (next.step === 'apply-locally') {
    await planAndApply(entry, folder, terraform, { ...options, mode: 'apply' });
    await remote.waitForBucket();
    copyFileSync(files.state, files.copy);
    writeFile(files.marker, JSON.stringify(localState(files.state)?.addresses ?? []));
  }
  rmSync(files.override);
  new Terraform(folder, options.env).run('init', '-input=false', '-migrate-state', '-force-copy');
  const expected: string[] = JSON.parse(readFileSync(files.marker, 'utf8'));
  const arrived = (await remote.read())?.addresses ?? [];
  const missing = expected.filter((address) => !arrived.includes(address));
  if (missing.length > 0)
    throw new Error(`${entry.id}: the migrated state lacks ${missing.join(', ')}; the local state is kept in ${folder}, run the command again`);
  finish(entry.id, folder);
}

function finish(stack: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  console.error(`${stack}: its state is in its own bucket`);
}

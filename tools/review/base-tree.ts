import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A tree to compare with: the project as it was, with its `rendered/`. */
export interface BaseTree {
  /** What a reader calls it: a commit, or a folder. */
  readonly name: string;
  readonly folder: string;
  /** Removes what was checked out; a folder that was given stays. */
  dispose(): void;
}

function git(root: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  return status === 0 ? stdout.trim() : undefined;
}

/** Where a pull request began: the last commit that this branch shares with the default branch of origin, else with main, else the last commit. */
export function defaultBase(root: string): string {
  for (const branch of ['origin/HEAD', 'origin/main', 'main']) {
    const shared = git(root, ['merge-base', 'HEAD', branch]);
    if (shared) return shared;
  }
  return 'HEAD';
}

/**
 * Checks a commit out into a folder of its own; neither the working tree nor the index is touched.
 * @param base a commit, branch or tag, or a folder that holds `rendered/`
 * @throws Error when it is neither
 */
export function baseTree(root: string, base: string): BaseTree {
  if (existsSync(join(resolve(base), 'rendered'))) return { name: base, folder: resolve(base), dispose: () => {} };
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`]);
  if (!commit) {
    throw new Error(
      `--base: must be a commit, a branch or a folder that holds rendered/, got ${base}; in a pipeline fetch the branch first (actions/checkout: fetch-depth: 0)`,
    );
  }
  const scratch = mkdtempSync(join(tmpdir(), 'blueprint-base-'));
  const folder = join(scratch, 'tree');
  const dispose = () => rmSync(scratch, { recursive: true, force: true });
  const env = { ...process.env, GIT_INDEX_FILE: join(scratch, 'index') };
  mkdirSync(folder);
  const done = git(root, ['read-tree', commit], env) !== undefined && git(root, ['checkout-index', '--all', `--prefix=${folder}/`], env) !== undefined;
  const top = git(root, ['rev-parse', '--show-prefix']) ?? ''; // the project may lie below the top of its repository
  if (!done || !existsSync(join(folder, top, 'rendered'))) {
    dispose();
    throw new Error(`--base: has no rendered/ folder, got ${base}; name a commit of this project`);
  }
  // Its configuration is compiled like ours, and finds the packages where we do.
  symlinkSync(join(root, 'node_modules'), join(folder, top, 'node_modules'), 'junction');
  return { name: git(root, ['rev-parse', '--short', commit]) ?? commit, folder: join(folder, top), dispose };
}

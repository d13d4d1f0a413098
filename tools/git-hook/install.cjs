'use strict';
// npm's `prepare` script: a plain `npm ci` switches the pre-commit hook on. It must neither fail an installation nor
// switch off hooks that someone else set up, so wherever it cannot act it says how to act by hand and exits with 0.
const { execFileSync } = require('node:child_process');
const { accessSync, chmodSync, constants, existsSync, readdirSync, readFileSync, realpathSync, statSync } = require('node:fs');
const { join, relative, resolve } = require('node:path');

const HOOKS_PATH = '.githooks';
const packageRoot = resolve(__dirname, '../..');
const say = (message) => console.log(`git hook: ${message}`);

// npm can itself be run by a hook of some other repository, whose variables would mislead git here.
const env = { ...process.env };
for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_PREFIX']) delete env[name];

function git(...args) {
  return execFileSync('git', args, { cwd: packageRoot, env, encoding: 'utf8', stdio: 'pipe' }).replace(/\r?\n$/, '');
}

/** The value in force from any level (system, global, local, worktree), or undefined. */
function hooksPathInForce() {
  try {
    return git('config', '--get', 'core.hooksPath');
  } catch (error) {
    if (error.status === 1) return undefined; // git's answer for "not set"
    throw error;
  }
}

function isExecutable(file) {
  if (!statSync(file).isFile()) return false;
  if (process.platform === 'win32') return true; // no such bit there, git runs every hook it finds
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The hooks that git would run from a folder: their names have no extension, unlike `pre-commit.sample`. */
function hooksIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^[a-z0-9-]+$/.test(name) && isExecutable(join(folder, name)));
}

/** Whether the other hook already calls ours, as the chaining line below makes it do. */
function isChained(folder) {
  const hook = join(folder, 'pre-commit');
  return existsSync(hook) && /\.githooks\/pre-commit|git-hook\/pre-commit\.cjs/.test(readFileSync(hook, 'utf8'));
}

function chaining(folder, command) {
  const hook = join(folder, 'pre-commit');
  const how = existsSync(hook) ? `add this line to ${hook}` : `make an executable ${hook} of #!/bin/sh and this line`;
  return `to check for secrets too, ${how}: ${command} || exit 1`;
}

function install() {
  if (process.env.CI && process.env.CI !== 'false') {
    return say('not installed, as CI is set; there `npm run secrets` makes the same check');
  }
  if (!existsSync(join(packageRoot, '.git'))) {
    // Looked for here first: git itself would go on to a repository around this folder.
    return outsideOwnRepository();
  }
  const hooksPath = hooksPathInForce();
  const folder = resolve(packageRoot, git('rev-parse', '--git-path', 'hooks'));
  if (hooksPath !== undefined && folder === join(packageRoot, HOOKS_PATH)) return makeExecutable();
  const command = 'sh "$(git rev-parse --show-toplevel)/.githooks/pre-commit"';
  if (isChained(folder)) return undefined;
  if (hooksPath !== undefined) {
    return say(`not installed, core.hooksPath is already ${JSON.stringify(hooksPath)}; ${chaining(folder, command)}`);
  }
  const others = hooksIn(folder);
  if (others.length > 0) {
    // core.hooksPath replaces .git/hooks as a whole.
    return say(`not installed, it would switch off ${others.join(', ')} in ${folder}; ${chaining(folder, command)}`);
  }
  git('config', '--local', 'core.hooksPath', HOOKS_PATH);
  makeExecutable();
  return say('installed: commits are checked for AWS keys and other secrets (core.hooksPath is .githooks)');
}

function outsideOwnRepository() {
  let top;
  try {
    top = git('rev-parse', '--show-toplevel');
  } catch {
    return say('not installed, as this folder is no git repository; after `git init` run `npm run prepare`');
  }
  const folder = resolve(packageRoot, git('rev-parse', '--git-path', 'hooks'));
  const within = relative(realpathSync(top), realpathSync(packageRoot)).replaceAll('\\', '/');
  const command = `node "$(git rev-parse --show-toplevel)/${within}/tools/git-hook/pre-commit.cjs"`;
  if (isChained(folder)) return undefined;
  return say(`not installed, as this folder is part of the repository ${top}; ${chaining(folder, command)}`);
}

/** Git passes over a hook without the executable bit, with no more than a hint; archives and copies lose the bit. */
function makeExecutable() {
  const hook = join(packageRoot, HOOKS_PATH, 'pre-commit');
  if (!isExecutable(hook)) chmodSync(hook, 0o755);
}

try {
  install();
} catch (error) {
  const reason = String(error.stderr || error.message)
    .trim()
    .split('\n')[0];
  say(`not installed: ${reason}; repair that, then run \`npm run prepare\``);
}

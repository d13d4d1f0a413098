import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomInt } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const project = resolve(__dirname, '../..');
let scratch: string;
let repository: string;

// Whatever runs the tests may itself be a git hook or CI; no configuration of the person's own may take part either.
const env: NodeJS.ProcessEnv = { HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
for (const [name, value] of Object.entries(process.env)) {
  if (!/^(GIT_.*|CI|HOME|XDG_CONFIG_HOME)$/.test(name)) env[name] = value;
}

const letters = (alphabet: string, length: number) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MIXED = `${UPPER}${UPPER.toLowerCase()}0123456789`;
// Made at run time: a key in this file would stop its own commit, and AWS's documented examples are allowed ones.
const accessKeyId = () => ['AK', 'IA', letters(`${UPPER}234567`, 16)].join('');
const secretAccessKey = (last = '') => letters(`${MIXED}/+`, 38) + (last || 'x').padStart(2, 'x');

interface Outcome {
  status: number | null;
  output: string;
}

function run(cwd: string, command: string, args: string[], more: NodeJS.ProcessEnv = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env: { ...env, ...more }, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgSign=false'];

function git(args: string[], cwd = repository): string {
  return execFileSync('git', [...identity, ...args], { cwd, env, encoding: 'utf8', stdio: 'pipe' });
}

const commit = (args: string[] = [], cwd = repository) => run(cwd, 'git', [...identity, 'commit', '-m', 'test', ...args]);
const commits = () => Number(git(['rev-list', '--all', '--count']));
const install = (more: NodeJS.ProcessEnv = {}, cwd = repository) => run(cwd, process.execPath, [join(cwd, 'tools/git-hook/install.cjs')], more);
const checkAll = (cwd = repository) => run(cwd, process.execPath, [join(repository, 'tools/git-hook/check-all.cjs')]);

function write(path: string, content: string | Buffer, under = repository): void {
  mkdirSync(dirname(join(under, path)), { recursive: true });
  writeFileSync(join(under, path), content);
}

function stage(path: string, content: string | Buffer): void {
  write(path, content);
  git(['add', '--', path]);
}

function copyHook(target: string): void {
  for (const path of ['.githooks', 'tools/git-hook', '.secretlintrc.json']) {
    cpSync(join(project, path), join(target, path), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(target, 'node_modules'));
}

/** The hook stops the commit, names the place and says what to do, and prints nothing of the secret itself. */
function expectAborted(outcome: Outcome, place: string, secret: string): void {
  expect(outcome.output).toContain(`${place}: aws: found AWS `);
  expect(outcome.output).toContain('pre-commit: the commit is aborted');
  expect(outcome.output).toContain('make a new key, deactivate and delete the old one');
  expect(outcome.output).not.toContain(secret);
  expect(outcome.status).toBe(1);
}

beforeEach(() => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'git hook ')));
  repository = join(scratch, 'a repository');
  mkdirSync(repository);
  copyHook(repository);
  git(['init', '--quiet', '--initial-branch=main']);
  write('.git/info/exclude', 'node_modules\n');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

describe('pre-commit', () => {
  beforeEach(() => {
    expect(install().status).toBe(0);
  });

  test('an access key id aborts even the first commit of a repository', () => {
    const key = accessKeyId();
    stage('credentials', `first line\nkey = ${key}\n`);
    expectAborted(commit(), 'credentials:2', key);
    expect(commits()).toBe(0);
  });

  // The last character: secretlint's own pattern misses keys that end in "/" or "+".
  test.each([
    ['environment variable', 'x', (key: string) => `AWS_SECRET_ACCESS_KEY=${key}\n`],
    ['JSON, key ends in /', '/', (key: string) => `{"SecretAccessKey": "${key}",\n"a": 1}\n`],
    ['credentials file, key ends in +', '+', (key: string) => `aws_secret_access_key = ${key}\n`],
    ['Terraform, key ends in /', '/', (key: string) => `  secret_access_key = "${key}"\n`],
  ])('a secret access key aborts: %s', (_, last, content) => {
    const key = secretAccessKey(last);
    stage('settings', content(key));
    expectAborted(commit(), 'settings:1', key);
  });

  test('a private key aborts too: the recommended rules are in force beside the AWS rule', () => {
    // A real key, made at run time: the rule looks into the block.
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    stage('id_rsa', privateKey);
    expect(commit()).toMatchObject({ status: 1, output: expect.stringContaining('id_rsa:1: privatekey: ') });
  });

  test('account ids in configuration and rendered JSON pass, and so does the hook itself', () => {
    stage('config.ts', "export default { accountId: '123456789012', AWS_ACCOUNT_ID: '210987654321' };\n");
    stage('rendered/a.json', '{"account_id": "123456789012", "Principal": "arn:aws:iam::123456789012:root"}\n');
    git(['add', '--all']);
    expect(commit()).toMatchObject({ status: 0 });
    expect(checkAll()).toMatchObject({ status: 0, output: expect.stringContaining('no secrets: files checked ') });
  });

  test('the staging area is the same before and after', () => {
    const key = accessKeyId();
    stage('clean', 'one\n');
    stage('leak', `${key}\n`);
    write('clean', 'two, not staged\n');
    const state = () => git(['ls-files', '--stage']) + git(['status', '--porcelain=v2', '--untracked-files=all']);
    const before = state();
    expectAborted(commit(), 'leak:1', key);
    expect(state()).toBe(before);
    git(['reset', '--quiet', '--', 'leak']);
    const index = git(['ls-files', '--stage']);
    expect(commit().status).toBe(0);
    expect(git(['ls-files', '--stage'])).toBe(index);
    expect(readFileSync(join(repository, 'clean'), 'utf8')).toBe('two, not staged\n');
  });

  test('the staged blob counts, not the work tree', () => {
    const key = accessKeyId();
    stage('file', 'clean\n');
    write('file', `${key}\n`);
    expect(commit().status).toBe(0);
    git(['add', 'file']);
    write('file', 'clean again\n');
    expectAborted(commit(), 'file:1', key);
  });

  test('commit -a, a partial commit and a commit from a subdirectory check what they would record', () => {
    const key = accessKeyId();
    stage('a/clean', 'one\n');
    stage('a/leak', 'one\n');
    expect(commit().status).toBe(0);
    write('a/leak', `${key}\n`);
    expectAborted(commit(['-a']), 'a/leak:1', key);
    expectAborted(commit(['--', 'leak'], join(repository, 'a')), 'a/leak:1', key);
    git(['add', 'a/leak']);
    write('a/clean', 'two\n');
    expect(commit(['--', 'a/clean']).status).toBe(0);
    expectAborted(commit([], join(repository, 'a')), 'a/leak:1', key);
    expect(commits()).toBe(2);
  });

  test.each(['with space.txt', 'quote\'s "and" $dollar `tick`.txt', 'new\nline.txt', 'ünïcode 鍵.txt', '-dash', ':(glob)*', '[x].json'])('path %j', (path) => {
    const key = accessKeyId();
    stage('other', 'clean\n');
    write(path, `${key}\n`);
    git(['add', '--all']);
    expectAborted(commit(), `${/[\n"]/.test(path) ? JSON.stringify(path) : path}:1`, key);
  });

  test('renamed with a change, symbolic link, UTF-16 as PowerShell writes it, beside deleted and binary files', () => {
    const [renamed, linked, wide] = [accessKeyId(), accessKeyId(), accessKeyId()];
    const lines = Array.from({ length: 50 }, (_, line) => `line ${line}\n`).join('');
    stage('before', lines);
    stage('gone', 'x\n');
    expect(commit().status).toBe(0);
    git(['mv', 'before', 'after']);
    git(['rm', '--quiet', 'gone']);
    stage('after', `${lines}${renamed}\n`);
    symlinkSync(linked, join(repository, 'link'));
    stage('wide.json', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`{"id": "${wide}"}`, 'utf16le')]));
    stage('binary', Buffer.concat([Buffer.alloc(10), Buffer.from(accessKeyId())]));
    git(['add', '--all']);
    const outcome = commit();
    expectAborted(outcome, 'after:51', renamed);
    expectAborted(outcome, 'link:1', linked);
    expectAborted(outcome, 'wide.json:1', wide);
    expect(outcome.output).not.toContain('binary:');
  });

  test('a false positive is let through by a comment, by "allows" or by .secretlintignore', () => {
    const key = accessKeyId();
    stage('a.sh', `# secretlint-disable-next-line\nid=${key}\n`);
    stage('ignored.json', `{"id": "${key}"}\n`);
    expectAborted(commit(), 'ignored.json:1', key);
    write('.secretlintignore', '# why\n/ignored.*\n');
    expect(commit().status).toBe(0);
    stage('b.json', `{"id": "${key}"}\n`);
    expectAborted(commit(), 'b.json:1', key);
    const configuration = JSON.parse(readFileSync(join(repository, '.secretlintrc.json'), 'utf8'));
    configuration.rules[0].rules[0].options.allows = [key];
    write('.secretlintrc.json', JSON.stringify(configuration));
    expect(commit().status).toBe(0);
  });

  test('a linked worktree is checked, and told to run npm ci when it has no node_modules', () => {
    git(['add', '--all']);
    expect(commit().status).toBe(0);
    const worktree = join(scratch, 'a worktree');
    git(['worktree', 'add', '--quiet', '-b', 'other', worktree]);
    const key = accessKeyId();
    write('leak', `${key}\n`, worktree);
    git(['add', 'leak'], worktree);
    const without = commit([], worktree);
    expect(without.output).toContain(`secretlint cannot be loaded from ${worktree} `);
    expect(without.output).toContain('run npm ci there');
    expect(without.status).toBe(1);
    symlinkSync(join(project, 'node_modules'), join(worktree, 'node_modules'));
    expectAborted(commit([], worktree), 'leak:1', key);
    expect(install({}, worktree)).toEqual({ status: 0, output: '' });
  });

  test.each([
    ['secretlint is not installed', 'node_modules', 'run npm ci there'],
    ['the rules are missing', '.secretlintrc.json', 'restore it with git checkout'],
  ])('a check that cannot run aborts: %s', (_, missing, whatToDo) => {
    rmSync(join(repository, missing));
    stage('clean', 'x\n');
    const outcome = commit();
    expect(outcome.output).toContain('pre-commit: the commit is aborted: ');
    expect(outcome.output).toContain(whatToDo);
    expect(outcome.status).toBe(1);
    expect(commits()).toBe(0);
  });

  test('check-all finds what --no-verify let through, from any folder, in the first and the last of many files', () => {
    const keys = [accessKeyId(), accessKeyId()];
    for (let file = 100; file < 520; file += 1) write(`many/${file}`, `${file}\n`);
    write('many/100', `${keys[0]}\n`);
    write('many/519', `\n${keys[1]}\n`);
    git(['add', '--all']);
    expect(commit(['--no-verify']).status).toBe(0);
    const outcome = checkAll(join(repository, 'many'));
    expect(outcome.output).toContain('many/100:1: aws: ');
    expect(outcome.output).toContain('many/519:2: aws: ');
    expect(outcome.output).toContain('npm run secrets: secrets found, 2.');
    expect(outcome.status).toBe(1);
  });
});

describe('install', () => {
  const hooksPath = () => run(repository, 'git', ['config', '--get', 'core.hooksPath']).output.trim();
  const executable = (path: string, content: string) => {
    write(path, content);
    chmodSync(join(repository, path), 0o755);
  };

  test('says so once, then is silent; gives the hook back a lost executable bit', () => {
    expect(install()).toMatchObject({ status: 0, output: expect.stringMatching(/^git hook: installed: .*\n$/) });
    expect(hooksPath()).toBe('.githooks');
    chmodSync(join(repository, '.githooks/pre-commit'), 0o644);
    expect(install()).toEqual({ status: 0, output: '' });
    stage('leak', `${accessKeyId()}\n`);
    expect(commit().status).toBe(1);
  });

  test.each([
    ['CI', { CI: 'true' }, () => {}, 'as CI is set'],
    ['no repository', {}, () => rmSync(join(repository, '.git'), { recursive: true }), 'this folder is no git repository'],
  ])('%s: one line, exit code 0, nothing set', (_, more, prepare, reason) => {
    prepare();
    const outcome = install(more);
    expect(outcome.output).toMatch(/^git hook: not installed, [^\n]*\n$/);
    expect(outcome.output).toContain(reason);
    expect(outcome.status).toBe(0);
    expect(hooksPath()).not.toBe('.githooks');
  });

  test.each(['local', 'global', 'worktree'])("someone else's core.hooksPath is kept: %s", (level) => {
    const home = { HOME: scratch };
    git(['config', 'extensions.worktreeConfig', 'true']);
    run(repository, 'git', ['config', `--${level}`, 'core.hooksPath', '/their/hooks'], home);
    const outcome = install(home);
    expect(outcome.output).toMatch(/^git hook: not installed, core.hooksPath is already "\/their\/hooks"; [^\n]*\n$/);
    expect(outcome.status).toBe(0);
    const values = run(repository, 'git', ['config', '--get-all', 'core.hooksPath'], home).output;
    expect(values).toBe('/their/hooks\n');
  });

  test('hooks in .git/hooks stay in force; the line printed for chaining works and silences the next install', () => {
    executable('.git/hooks/pre-commit', '#!/bin/sh\necho theirs ran\n');
    executable('.git/hooks/pre-push', '#!/bin/sh\n');
    const outcome = install();
    expect(outcome.output).toContain('it would switch off pre-commit, pre-push in ');
    expect(outcome.status).toBe(0);
    expect(hooksPath()).toBe('');
    const line = /add this line to .*pre-commit: (.*)\n/.exec(outcome.output)?.[1];
    executable('.git/hooks/pre-commit', `#!/bin/sh\necho theirs ran\n${line}\n`);
    const key = accessKeyId();
    stage('leak', `${key}\n`);
    const aborted = commit();
    expect(aborted.output).toContain('theirs ran');
    expectAborted(aborted, 'leak:1', key);
    expect(install()).toEqual({ status: 0, output: '' });
  });

  test('part of a larger repository: left to that repository, with a line that works', () => {
    const part = join(repository, 'infra/aws');
    mkdirSync(part, { recursive: true });
    copyHook(part);
    const outcome = install({}, part);
    expect(outcome.output).toMatch(/^git hook: not installed, as this folder is part of the repository [^\n]*\n$/);
    expect(hooksPath()).toBe('');
    const line = /this line: (.*)\n/.exec(outcome.output)?.[1];
    executable('.git/hooks/pre-commit', `#!/bin/sh\n${line}\n`);
    const key = accessKeyId();
    stage('elsewhere', `${key}\n`);
    expectAborted(commit(), 'elsewhere:1', key);
    expect(install({}, part)).toEqual({ status: 0, output: '' });
  });

  test('variables of another repository do not mislead it', () => {
    expect(install({ GIT_DIR: '/nonexistent', GIT_INDEX_FILE: '/nonexistent/index' }).status).toBe(0);
    expect(hooksPath()).toBe('.githooks');
  });
});

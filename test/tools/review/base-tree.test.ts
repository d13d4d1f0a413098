import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseTree, defaultBase } from '../../../tools/review/base-tree';
import { documentsIn, renderedIn } from '../../../tools/review/rendered-files';

let root: string;
const git = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'core.hooksPath=/dev/null', ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};
const write = (days: number) => writeFileSync(join(root, 'rendered', 'prod.tf.json'), JSON.stringify({ resource: { aws_x: { y: { days } } } }));
const daysIn = (folder: string) => documentsIn(renderedIn(folder)).get('prod').resource.aws_x.y.days;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'review-'));
  mkdirSync(join(root, 'rendered'));
  git('init', '--quiet', '--initial-branch=main');
  write(1);
  git('add', '.');
  git('commit', '--quiet', '-m', 'one');
  git('checkout', '--quiet', '-b', 'feature');
  write(2);
  git('commit', '--quiet', '-am', 'two');
  write(3); // not committed
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('checks a commit out beside the working tree, which stays as it is', () => {
  const status = git('status', '--porcelain');
  const base = baseTree(root, 'feature');
  expect(daysIn(base.folder)).toBe(2);
  expect(base.name).toBe(git('rev-parse', '--short', 'feature'));
  expect(git('status', '--porcelain')).toBe(status);
  expect(readFileSync(join(root, 'rendered', 'prod.tf.json'), 'utf8')).toContain('3');
  base.dispose();
  expect(existsSync(base.folder)).toBe(false);
});

it('begins where the branch left main', () => {
  expect(defaultBase(root)).toBe(git('rev-parse', 'main'));
  const base = baseTree(root, defaultBase(root));
  expect(daysIn(base.folder)).toBe(1);
  base.dispose();
});

it('takes a folder, and leaves it there', () => {
  const base = baseTree('/nowhere', root);
  expect(daysIn(base.folder)).toBe(3);
  base.dispose();
  expect(existsSync(root)).toBe(true);
});

it.each([
  [
    'no-such-branch',
    '--base: must be a commit, a branch or a folder that holds rendered/, got no-such-branch; in a pipeline fetch the branch first (actions/checkout: fetch-depth: 0)',
  ],
  [
    '--output=x',
    '--base: must be a commit, a branch or a folder that holds rendered/, got --output=x; in a pipeline fetch the branch first (actions/checkout: fetch-depth: 0)',
  ],
])('refuses %s', (given, message) => {
  expect(() => baseTree(root, given)).toThrow(new Error(message));
});

it('refuses a commit of another project, and leaves nothing behind', () => {
  git('checkout', '--quiet', '--orphan', 'other');
  git('rm', '-rfq', '--cached', '.');
  writeFileSync(join(root, 'other'), '');
  git('add', 'other');
  git('commit', '--quiet', '-m', 'other');
  expect(() => baseTree(root, 'other')).toThrow(new Error('--base: has no rendered/ folder, got other; name a commit of this project'));
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'blueprint-command-'));
const deception = join(folder, 'deception.config.ts');
writeFileSync(
  deception,
  `import { exampleInput } from '${root}/test/fixtures/example';\nconst input = exampleInput();\ninput.detection = 'deception';\nexport default input;\n`,
);
const broken = join(folder, 'broken.config.ts');
writeFileSync(broken, 'export default {\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tool = (args: readonly string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.cjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr: stderr.trim() };
};

/** What people get wrong, and all that they are told. */
const MISTAKES: readonly (readonly [string, readonly string[], string | RegExp])[] = [
  ['no such tool', ['plans'], /^tools\/run\.cjs: there is no tool "plans"; choose one of accounts, apply, /],
  ['no stack', ['plan'], /^stack: must be one of org-state, org, .*, got nothing; name one, or pass --all$/],
  ['a stack that is none', ['apply', 'prd'], /^stack: must be one of .*, got prd; name one, or pass --all$/],
  ['two stacks', ['plan', 'prod', 'dev'], 'error: too many arguments. Expected 1 argument but got 2.\n`npm run plan -- --help` says what it takes'],
  ['--all and a stack', ['plan', '--all', 'prod'], '--all: is every stack, got prod beside it; leave one out'],
  ['an option of another tool', ['plan', 'prod', '--auto-approve'], "error: unknown option '--auto-approve'\n`npm run plan -- --help` says what it takes"],
  ['a folder without a synthesis', ['plan', 'prod', '--out', folder], /^prod: is not synthesized, got no .*cdk\.tf\.json; run `npm run synth`$/],
  [
    'no configuration there',
    ['list', '--config', 'nix.ts'],
    /nix\.ts: 1 mistake; nothing was written\n {2}\(file\): does not exist, got nothing; check --config or BLUEPRINT_CONFIG$/,
  ],
  [
    'a configuration that does not compile',
    ['config', '--config', broken],
    'broken.config.ts: does not compile; correct it, nothing was written\n  2:0 Expected identifier but found end of file',
  ],
  ['--out is no folder', ['synth', '--out', '/dev/null'], '--out: is no folder, got /dev/null; name a folder, new or old'],
  ['--out is below a file', ['synth', '--out', join(broken, 'out')], `--out: is no folder, got ${join(broken, 'out')}; name a folder, new or old`],
  ['--stack of no stack', ['synth', '--stack', 'prodd'], /^--stack: matches no stack, got "prodd"; choose from org-state, /],
  ['a stack where an account is wanted', ['bootstrap', 'prod-state'], /^account: must be one of management, .*, got prod-state; name an account, not a stack$/],
  [
    'a base that is none',
    ['review', '--base', 'no-such-branch'],
    /^--base: must be a commit, a branch or a folder that holds rendered\/, got no-such-branch; /,
  ],
  ['no account', ['doctor'], "error: missing required argument 'account'\n`npm run doctor -- --help` says what it takes"],
  ['an account that is none', ['default-vpcs', 'prd'], /^account: must be one of management, .*, got prd; name an account, not a stack$/],
  [
    'an account without id',
    ['doctor', 'prod'],
    /^prod: has no account id yet, got placeholder 0000\d{8}; set its importId, or run `npm run accounts -- pull` after the apply of org$/,
  ],
  ['decoys below their step', ['decoys', 'prod'], 'detection: has no decoys below step deception, got native; raise it'],
  [
    'decoys of an account without id',
    ['decoys', 'prod', '--config', deception],
    /^prod: has no account id yet, got placeholder 0000\d{8}; set its importId, or run /,
  ],
  ['a subcommand that is none', ['accounts', 'pul'], "error: unknown command 'pul'\n(Did you mean pull?)\n`npm run accounts -- --help` says what it takes"],
  [
    'a decision that is none',
    ['respond', 'yes', 'x'],
    /^error: command-argument value 'yes' is invalid for argument 'decision'\. Allowed choices are approve, reject\./,
  ],
  [
    'an incident that is none',
    ['respond', 'approve', 'x'],
    'incident: must be an id such as malware-444444444444-0a1b2c3d4e5f, got "x"; copy it from the message',
  ],
];

it.each(MISTAKES)('%s: one message, exit code 1', (_name, args, expected) => {
  const { status, stdout, stderr } = tool(args);
  expect(stderr).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
  expect([status, stdout]).toEqual([1, '']);
});

describe('an option before the first --, which npm takes for itself', () => {
  it('is refused: the tool would do what it was to look at', () => {
    const { status, stderr } = tool(['default-vpcs', 'prod'], { npm_config_dry_run: 'true' });
    expect(stderr).toMatch(/^--dry-run: was taken by npm, got it before the first --; write `npm run default-vpcs -- \.\.\. --dry-run`/);
    expect(status).toBe(1);
  });

  it('by npm itself, and of a subcommand', () => {
    const { status, stderr } = spawnSync('npm', ['run', '--silent', 'accounts', 'list', '--out', folder], { cwd: root, encoding: 'utf8' });
    expect(stderr).toContain('--out: was taken by npm');
    expect(status).toBe(1);
  });
});

it('the SDK is silent about the Node of 2027', () => {
  const { stderr } = tool(['respond', 'approve', 'x']);
  expect(stderr).not.toContain('NodeVersionSupportWarning');
});

it.each([
  'accounts',
  'apply',
  'bootstrap',
  'can',
  'config',
  'controls',
  'decoys',
  'default-vpcs',
  'detections',
  'doctor',
  'list',
  'plan',
  'quotas',
  'reach',
  'respond',
  'rules',
  'synth',
  'waf',
])('%s --help names the command as it is called, and says what it does and what each option is', (name) => {
  const { status, stdout } = tool([name, '--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Usage: npm run ${name} -- `));
  expect(stdout.split('\n')[2]).toMatch(/^\S.{20,}/);
  for (const line of stdout.split('\n').filter((text) => /^ {2}--/.test(text))) expect(line).toMatch(/^ {2}--\S+( <\S+>)? {2,}\S|^ {2}--\S+( <\S+>)?$/);
});

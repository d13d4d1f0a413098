import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();
const folders: string[] = [];
const temporary = () => {
  const folder = mkdtempSync(join(tmpdir(), 'blueprint synth '));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The project's sources in another folder, with the example as it comes and the packages that are installed here. */
const copy = (): string => {
  const folder = temporary();
  for (const entry of ['main.ts', 'cdktf.json', 'package.json', 'config', 'functions', 'lib', 'modules', 'policies', 'rules', 'stacks', 'tools']) {
    cpSync(join(root, entry), join(folder, entry), { recursive: true });
  }
  const example = readFileSync(join(root, 'test/fixtures/example-organization.ts'), 'utf8');
  writeFileSync(join(folder, 'blueprint.config.ts'), example.replace('../../config/', './config/'));
  writeFileSync(
    join(folder, 'accounts.json'),
    '{ "organization": { "id": "o-exampleorgid", "rootId": "r-exam" }, "accounts": {}, "organizationalUnits": {} }\n',
  );
  // Packages are linked one by one: the cache of bundles under node_modules belongs to each copy.
  mkdirSync(join(folder, 'node_modules'));
  for (const entry of readdirSync(join(root, 'node_modules')))
    if (entry !== '.cache') symlinkSync(join(root, 'node_modules', entry), join(folder, 'node_modules', entry));
  return folder;
};
const synth = (folder: string, args: string[] = [], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [join(folder, 'tools/run.cjs'), 'synth', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, BLUEPRINT_CONFIG: undefined, ...env } as NodeJS.ProcessEnv,
  });
/** Path -> content of everything below a folder. */
const tree = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name).slice(folder.length), readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );

it('gives the same bytes in two folders with another TZ, LANG, HOME and no program but Node', () => {
  const [one, two] = [copy(), copy()];
  expect(synth(one, [], { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', HOME: temporary(), PATH: '' })).toMatchObject({ status: 0 });
  expect(synth(two, [], { TZ: 'America/Los_Angeles', LANG: 'C', HOME: temporary() })).toMatchObject({ status: 0 });
  expect(tree(join(one, 'rendered'))).toEqual(tree(join(two, 'rendered')));
  expect(tree(join(one, 'cdktf.out'))).toEqual(tree(join(two, 'cdktf.out')));
  for (const text of Object.values(tree(join(one, 'cdktf.out')))) expect(text).not.toContain(one);
});

it('a mistake leaves the old output untouched, exits 1, and is one line', () => {
  const folder = copy();
  expect(synth(folder).status).toBe(0);
  const [output, rendered] = [tree(join(folder, 'cdktf.out')), tree(join(folder, 'rendered'))];
  const config = join(folder, 'blueprint.config.ts');
  writeFileSync(config, readFileSync(config, 'utf8').replace("cidr: '10.32.0.0/16'", "cidr: '10.16.0.0/16'"));
  const { status, stderr } = synth(folder);
  expect(status).toBe(1);
  expect(stderr).toBe(
    'blueprint.config.ts: 1 mistake; nothing was written\n  environments.dev.network.cidr: overlaps environments.prod.network.cidr (10.16.0.0/16), got "10.16.0.0/16"; choose a range of its own\n',
  );
  expect([tree(join(folder, 'cdktf.out')), tree(join(folder, 'rendered'))]).toEqual([output, rendered]);
});

it('--check fails with a diff when rendered/ is stale, and writes nothing', () => {
  const folder = copy();
  expect(synth(folder).status).toBe(0);
  expect(synth(folder, ['--check']).status).toBe(0);
  const config = join(folder, 'blueprint.config.ts');
  writeFileSync(config, readFileSync(config, 'utf8').replace("cidr: '10.48.0.0/16'", "cidr: '10.80.0.0/16'"));
  const before = tree(join(folder, 'rendered'));
  const { status, stdout, stderr } = synth(folder, ['--check']);
  expect(status).toBe(1);
  expect(stdout).toContain('-        "cidr_block": "10.48.0.0/16"');
  expect(stdout).toContain('+        "cidr_block": "10.80.0.0/16"');
  expect(stderr).toContain('rendered/: is not what the configuration gives (diff above); run `npm run synth` and commit the result');
  expect(tree(join(folder, 'rendered'))).toEqual(before);
});

it('--stack touches only its stacks; --out renders there; an unknown stack is refused', () => {
  const out = temporary();
  const folder = copy();
  expect(synth(folder, ['--out', out, '--stack', 'dev*']).status).toBe(0);
  expect(readdirSync(join(out, 'stacks')).sort()).toEqual(['dev', 'dev-state']);
  expect(Object.keys(JSON.parse(readFileSync(join(out, 'rendered/stateful.json'), 'utf8')))).toEqual(['dev', 'dev-state']);
  expect(synth(folder, ['--out', out, '--stack', 'nope']).stderr).toContain('--stack: matches no stack, got "nope"; choose from org-state, org,');
});

it('refuses a deletion of what has real ids, through the command', () => {
  const folder = temporary();
  writeFileSync(
    join(folder, 'accounts.json'),
    JSON.stringify({ organization: { id: 'o-a1b2c3d4e5', rootId: 'r-a1b2', managementAccountId: '111111111111' }, accounts: { test: '666666666666' } }),
  );
  const config = join(folder, 'blueprint.config.ts');
  const write = (change: string) =>
    writeFileSync(
      config,
      `import { exampleInput, withoutEnvironment } from '${root}/test/fixtures/example';\nconst input = exampleInput();\n${change}\nexport default input;\n`,
    );
  const args = ['--config', config, '--out', join(folder, 'out')];
  write('');
  expect(synth(root, args)).toMatchObject({ status: 0 });
  write("withoutEnvironment(input, 'test');");
  const { status, stderr } = synth(root, args);
  expect(status).toBe(1);
  expect(stderr).toContain("org/aws_organizations_account.account_test: left the configuration; keep environments.test and set its status to 'retired'");
  write("input.environments.test.status = 'retired';");
  expect(synth(root, args)).toMatchObject({ status: 0 });
});

it('npx cdktf synth gives the same JSON and leaves rendered/ alone', () => {
  const folder = copy();
  expect(synth(folder).status).toBe(0);
  const rendered = tree(join(folder, 'rendered'));
  const own = tree(join(folder, 'cdktf.out/stacks'));
  rmSync(join(folder, 'cdktf.out'), { recursive: true });
  execFileSync(process.execPath, [join(root, 'node_modules/cdktf-cli/bundle/bin/cdktf'), 'synth'], {
    cwd: folder,
    env: { ...process.env, CHECKPOINT_DISABLE: '1', CI: '1' },
    stdio: 'pipe',
  });
  expect(tree(join(folder, 'cdktf.out/stacks'))).toEqual(own);
  expect(tree(join(folder, 'rendered'))).toEqual(rendered);
}, 120_000);

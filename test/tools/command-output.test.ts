import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../tools/applying/command';

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'blueprint-output-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a tool whose reader leaves, such as head, ends without a stack trace', async () => {
  const child = spawn(process.execPath, ['tools/run.cjs', 'config'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  await new Promise((ended) => child.on('close', ended));
  expect(said).toBe('');
});

it('detections of another configuration are told and leave the page alone', () => {
  const config = join(folder, 'other.config.ts');
  writeFileSync(config, `import { exampleInput } from '${root}/test/fixtures/example';\nexport default exampleInput();\n`);
  const page = readFileSync('docs/detections.md', 'utf8');
  const { status, stdout } = spawnSync(process.execPath, ['tools/run.cjs', 'detections', '--config', config], { cwd: root, encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^techniques by step:\n\| Step \|/);
  expect(readFileSync('docs/detections.md', 'utf8')).toBe(page);
}, 60_000);

it('credentials that are missing are told with what to do', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => {});
  await main(() => Promise.reject(Object.assign(new Error('Could not load credentials from any providers'), { name: 'CredentialsProviderError' })));
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
  expect(said.mock.calls).toEqual([['credentials: Could not load credentials from any providers; sign in (`aws sso login`) and set AWS_PROFILE']]);
  said.mockRestore();
});

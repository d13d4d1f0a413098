import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBlueprint } from '../../config/load';
import { refuseStale } from '../../tools/applying/up-to-date';
import { writeStacks } from '../../tools/synthesis/output';
import { exampleIds, exampleInput } from '../fixtures/example';
import { synth } from '../support/synth';

const out = mkdtempSync(join(tmpdir(), 'blueprint-stale-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));
beforeAll(() => writeStacks(synth(exampleInput()), out, (stack) => stack !== 'test'));

it('what was synthesized from this configuration is planned; what is missing is told elsewhere', () => {
  const { blueprint } = loadBlueprint(exampleInput(), exampleIds());
  expect(() => refuseStale(['prod', 'org', 'test'], blueprint, out)).not.toThrow();
  expect(() => refuseStale(['test'], blueprint, join(out, 'nowhere'))).not.toThrow();
});

it('an edit, or another branch, since the last synthesis is refused for the stacks that it changes', () => {
  const input = exampleInput();
  (input.environments.dev as { network: object }).network = { cidr: '10.64.0.0/16' };
  const { blueprint } = loadBlueprint(input, exampleIds());
  expect(() => refuseStale(['prod', 'dev'], blueprint, out)).toThrow(
    `dev: the output is older than the configuration or the code, got another JSON in ${out}; run \`npm run synth\`, review the diff under rendered/, then try again`,
  );
  expect(() => refuseStale(['org-state'], blueprint, out)).not.toThrow();
});

it('a Node.js that is too old is told before anything fails in its own words', () => {
  const preload = join(out, 'old.cjs');
  writeFileSync(preload, "Object.defineProperty(process.versions, 'node', { value: '18.19.1' });\n");
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', preload, 'tools/run.cjs', 'list'], { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([1, '', 'Node.js is too old, got 18.19.1; install 20.18 or later\n']);
});

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleInput } from '../fixtures/example';
import { synth } from '../support/synth';

const host = globalThis as { blueprintRoot?: string };
const folder = mkdtempSync(join(tmpdir(), 'blueprint-windows-'));
afterAll(() => {
  delete host.blueprintRoot;
  rmSync(folder, { recursive: true, force: true });
});

it('rules that an editor of Windows has saved give the same output', () => {
  const input = { ...exampleInput(), detection: 'deception' as const };
  const before = synth(input);
  cpSync('rules', join(folder, 'rules'), { recursive: true });
  for (const entry of readdirSync('.')) if (entry !== 'rules') symlinkSync(join(process.cwd(), entry), join(folder, entry));
  const files = readdirSync(join(folder, 'rules'), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, 'rules', name));
  for (const file of files.filter((name) => statSync(name).isFile())) writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
  host.blueprintRoot = folder;
  const after = synth(input);
  expect(files.length).toBeGreaterThan(40);
  for (const [stack, text] of before.files) expect([stack, after.files.get(stack) === text]).toEqual([stack, true]);
});

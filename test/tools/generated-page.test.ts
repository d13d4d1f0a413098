import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOrCompare } from '../../tools/generated-page';

const folder = mkdtempSync(join(tmpdir(), 'blueprint-page-'));
const page = join(folder, 'docs/page.md');
beforeEach(() => {
  (globalThis as { blueprintRoot?: string }).blueprintRoot = folder;
  mkdirSync(join(folder, 'docs'), { recursive: true });
  writeFileSync(page, 'old\n');
});
afterAll(() => {
  delete (globalThis as { blueprintRoot?: string }).blueprintRoot;
  rmSync(folder, { recursive: true, force: true });
});
const log = jest.spyOn(console, 'log').mockImplementation(() => {});
jest.spyOn(console, 'error').mockImplementation(() => {});

it('is written', () => {
  writeOrCompare('docs/page.md', 'new\n', false, 'npm run pages');
  expect(readFileSync(page, 'utf8')).toBe('new\n');
});

it('is compared: a stale one is an error with a diff, and stays as it is', () => {
  writeOrCompare('docs/page.md', 'old\n', true, 'npm run pages');
  expect(() => writeOrCompare('docs/page.md', 'new\n', true, 'npm run pages')).toThrow(
    'docs/page.md: is stale (diff above); run `npm run pages` and commit the result',
  );
  expect(log.mock.calls.flat().join('')).toContain('-old\n+new\n');
  expect(readFileSync(page, 'utf8')).toBe('old\n');
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const sources = execFileSync('git', ['ls-files', '*.ts', '*.cjs'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && !path.startsWith('test/'));

it('no source file has more than 150 lines, no stack more than 100, main.ts at most 60', () => {
  const limit = (path: string) => (path === 'main.ts' ? 60 : path.startsWith('stacks/') ? 100 : 150);
  const long = sources.map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 })).filter(({ path, lines }) => lines > limit(path));
  expect(sources.length).toBeGreaterThan(50);
  expect(long).toEqual([]);
});

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadBlueprint } from '../../../config/load';
import { applyOrder } from '../../../lib/apply-order';
import { missingPaths, pathsIn } from '../../../tools/controls/named-paths';
import { renderControls } from '../../../tools/controls/render-controls';
import { REQUIREMENT_ROWS } from '../../../tools/controls/requirement-row';
import { exampleInput } from '../../fixtures/example';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\n');

it('every requirement has a row', () => {
  const wanted = Object.entries({ A: 10, B: 8, C: 10, D: 6, E: 2, F: 5 }).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}${index + 1}`),
  );
  expect(REQUIREMENT_ROWS.map(({ id }) => id)).toEqual(wanted);
});

it('rows name modules and tests that the tree has', () => {
  const missing = REQUIREMENT_ROWS.flatMap(({ id, module = '', test = '' }) => missingPaths(`${module};${test}`, files).map((path) => `${id}: ${path}`));
  expect(missing).toEqual([]);
});

it('rows name stacks and pages that rendered/ has', () => {
  const kinds = ['all', 'ENV', '*-state'];
  const stacks = applyOrder(loadBlueprint(exampleInput()).blueprint).map(({ id }) => id);
  const known = [...stacks, ...files.flatMap((file) => /^rendered\/([\w-]+\.md)$/.exec(file)?.[1] ?? [])];
  const named = REQUIREMENT_ROWS.flatMap(({ id, rendered = '' }) => pathsIn(rendered).map((name) => ({ id, name })));
  expect(known.length).toBeGreaterThan(10);
  expect(named.filter(({ name }) => !kinds.includes(name) && !known.includes(name))).toEqual([]);
});

it('what is done names module and test and misses nothing; what is not says what is missing', () => {
  const wrong = REQUIREMENT_ROWS.filter(({ state, module, test, missing }) =>
    state === 'done' ? !module || !test || missing : state === 'part' ? !module || !test || !missing : test,
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it.each([
  ['modules/a/one, two; tools/three', ['modules/a/one', 'modules/a/two', 'tools/three']],
  ['modules/a/{one,two} (evaluated, twice), policies/scp/', ['modules/a/{one,two}', 'policies/scp']],
  ['main.ts, lib/apply-order', ['main.ts', 'lib/apply-order']],
])('reads the paths of %s', (text, paths) => {
  expect(pathsIn(text)).toEqual(paths);
});

it('a path that the tree does not have is named', () => {
  const tree = ['modules/a/one.ts', 'modules/a/web-acl-rule.ts', 'test/a/one.test.ts', '.ci/prove/one.sh'];
  expect(missingPaths('modules/a/{one,two}, web-acl*, web-lac*; test/a/one, two; .ci/prove/one, two', tree)).toEqual([
    'modules/a/two',
    'modules/a/web-lac*',
    'test/a/two',
    '.ci/prove/two',
  ]);
});

it('a page has each table once', () => {
  expect(renderControls('a\n{{one}}\nb\n', { one: ['| 1 |', '| 2 |'] })).toBe('a\n| 1 |\n| 2 |\nb\n');
  expect(() => renderControls('{{two}}\n', { one: [] })).toThrow('tools/controls/page.md: has no table of that name, got {{two}}; choose from one');
  expect(() => renderControls('', { one: [] })).toThrow('tools/controls/page.md: has no place for one; write {{NAME}} on a line of its own');
});

it('every control holds in the example', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/run.cjs', 'controls'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.stringContaining(' 0 violated')]);
  expect(readFileSync('docs/controls.md', 'utf8')).toContain('| A1 | done |');
});

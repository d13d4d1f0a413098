import { readdirSync, readFileSync } from 'node:fs';

const doc = readFileSync('docs/modules.md', 'utf8');
const blocks = [...doc.matchAll(/<!-- (modules\/data\/examples\/[\w-]+\.ts) -->\n```ts\n(.*?)```/gs)].map(([, path = '', code = '']) => ({ path, code }));
const lines = (text: string) => text.split('\n').map((line) => line.trim());

it('shows every example, and code that compiles because it stands in one', () => {
  const examples = readdirSync('modules/data/examples').map((file) => `modules/data/examples/${file}`);
  expect(blocks.map(({ path }) => path).sort()).toEqual(examples.filter((path) => !path.endsWith('/examples.ts')).sort());
  for (const { path, code } of blocks) {
    expect(code.length).toBeGreaterThan(100);
    expect([path, lines(readFileSync(path, 'utf8')).join('\n').includes(lines(code).join('\n').trim())]).toEqual([path, true]);
  }
});

it('names every module', () => {
  const modules = [
    ...readdirSync('modules/data'),
    ...readdirSync('modules/network').filter((file) => /^(load-balancer|certificate|content-distribution)\.ts$/.test(file)),
  ];
  const shown = modules
    .filter((file) => /^(encrypted|aurora|database-instance|rotated|masked|enclave-instance|load|cert|content)/.test(file))
    .map((file) => file.replace('.ts', '').replaceAll(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase()));
  expect(shown.length).toBeGreaterThanOrEqual(11);
  for (const module of shown) expect(doc).toContain(`\`${module}\``);
});

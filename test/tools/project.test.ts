import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfigFile } from '../../tools/project';

const folder = mkdtempSync(join(tmpdir(), 'blueprint-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WRITE = 'write `export default defineBlueprint({...})`';
const onlyMistake = (text: string) => `file.ts: 1 mistake; nothing was written\n  (file): ${text}`;

it.each([
  ['a function', 'export default () => ({});', onlyMistake(`must export the configuration itself by default, got a function; ${WRITE}`)],
  ['a promise', 'export default Promise.resolve({});', onlyMistake(`must export the configuration itself by default, got a promise; ${WRITE}`)],
  ['a text', "export default 'x';", onlyMistake(`must export the configuration itself by default, got "x"; ${WRITE}`)],
  ['null', 'export default null;', onlyMistake(`must export the configuration itself by default, got null; ${WRITE}`)],
  ['a list', 'export default [];', onlyMistake('must be an object, got []; correct it')],
  ['nothing', '', onlyMistake(`has no default export, got nothing; ${WRITE}`)],
  ['no module', 'module.exports = undefined;', onlyMistake(`has no default export, got nothing; ${WRITE}`)],
  [
    'an error',
    'const none: any = undefined; export default { a: none.b };',
    "file.ts: fails when it runs (TypeError: Cannot read properties of undefined (reading 'b')); correct it, nothing was written",
  ],
  ['what is no error', "throw 'no';", 'file.ts: fails when it runs (no); correct it, nothing was written'],
])('a configuration file that gives %s is told in one line', (_, text, expected) => {
  const file = join(folder, 'file.ts');
  writeFileSync(file, text);
  expect(() => loadConfigFile(file)).toThrow(new Error(expected));
});

it('marks of a merge conflict are named', () => {
  const file = join(folder, 'file.ts');
  writeFileSync(file, 'export default {\n<<<<<<< HEAD\n  a: 1,\n=======\n  a: 2,\n>>>>>>> other\n};\n');
  expect(() => loadConfigFile(file)).toThrow(
    'file.ts: does not compile; correct it, nothing was written\n  2:0 Expected identifier but found "<<" (marks of a merge conflict: resolve it)',
  );
});

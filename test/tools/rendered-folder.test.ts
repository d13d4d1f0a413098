import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInventory, requireWritable } from '../../tools/synthesis/output';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'blueprint-rendered-')), 'rendered');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
const put = (name: string, text: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
};

it('nothing rendered yet: nothing can be lost', () => {
  expect(readInventory(folder)).toEqual({});
  put('trusts.md', '');
  expect(readInventory(folder)).toEqual({});
});

it('without the inventory beside stacks a loss would be seen by nobody', () => {
  put('prod.tf.json', '{}');
  expect(() => readInventory(folder)).toThrow(
    'rendered/stateful.json: is missing beside stacks, got nothing to tell from whether something is lost; restore it from the branch that is applied (`git checkout BRANCH -- rendered/stateful.json`) and run `npm run synth` again',
  );
});

it('marks of a merge in the inventory', () => {
  put('stateful.json', '<<<<<<< HEAD\n{}\n');
  expect(() => readInventory(folder)).toThrow(
    /^rendered\/stateful\.json: is not JSON, as after a merge that is not resolved, got Unexpected token .*; restore it from the branch/,
  );
});

it('a file in place of the folder', () => {
  writeFileSync(folder, '');
  expect(() => readInventory(folder)).toThrow(`rendered/: is no folder, got ${folder}; move the file away`);
  expect(() => requireWritable(folder)).toThrow(`rendered/: cannot be written, got EEXIST for ${folder}; make it a folder of yours`);
});

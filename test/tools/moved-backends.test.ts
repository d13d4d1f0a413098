import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { movedBackends, movedMessage } from '../../tools/synthesis/moved-backends';
import { writeRendered } from '../../tools/synthesis/output';
import { exampleIds, exampleInput } from '../fixtures/example';
import { synth } from '../support/synth';

const rendered = mkdtempSync(join(tmpdir(), 'blueprint-moved-'));
afterAll(() => rmSync(rendered, { recursive: true, force: true }));
const before = synth(exampleInput());
beforeAll(() => writeRendered(before, rendered, () => true));
const after = (change: (input: ReturnType<typeof exampleInput>) => void) => {
  const input = exampleInput();
  change(input);
  return synth(input);
};
const moved = ({ documents }: { documents: typeof before.documents }, accepted: string[] = []) =>
  movedBackends(rendered, before.inventory, documents, accepted);

it('states stay where they are, whatever else changes', () => {
  expect(moved(after((input) => Object.assign(input, { detection: 'correlated' })))).toEqual([]);
});

it.each([
  [
    'organization.name',
    (input: ReturnType<typeof exampleInput>) => Object.assign(input.organization, { name: 'acme' }),
    'example-corp-prod-state-444444444444/prod/terraform.tfstate (eu-west-1), the configuration looks for it in acme-prod-state-444444444444/prod/terraform.tfstate (eu-west-1)',
  ],
  [
    'regions.home',
    (input: ReturnType<typeof exampleInput>) => Object.assign(input, { regions: { home: 'eu-central-1', additional: ['eu-west-1'] } }),
    'example-corp-prod-state-444444444444/prod/terraform.tfstate (eu-west-1), the configuration looks for it in example-corp-prod-state-444444444444/prod/terraform.tfstate (eu-central-1)',
  ],
])('another %s is told for every state, and can be accepted', (_field, change, places) => {
  const changed = after(change);
  const lines = moved(changed);
  expect(lines).toHaveLength(13); // org-policies and security hold nothing stateful;
  expect(lines).toContain(`prod: its state lies in ${places}`);
  expect(movedMessage(lines)).toMatch(
    /^13 states would be looked for where none lies; nothing was written\n[\s\S]*pass --accept-loss terraform\.backend if nothing ever was$/,
  );
  expect(moved(changed, ['prod/terraform.backend'])).toHaveLength(lines.length - 1);
  expect(moved(changed, ['terraform.backend'])).toEqual([]);
});

it('nothing is bound before the first apply: names are free', () => {
  const unbound = synth(exampleInput(), {});
  const input = exampleInput();
  input.organization.name = 'acme';
  expect(movedBackends(rendered, unbound.inventory, synth(input, {}).documents, [])).toEqual([]);
});

it('the id of another account is another bucket', () => {
  const ids = exampleIds();
  ids.accounts.dev = '123123123123';
  expect(moved(synth(exampleInput(), ids)).map((line) => line.split(':')[0])).toEqual(['dev-state', 'dev']);
});

it('a stack with the marks of a merge is written anew', () => {
  writeFileSync(join(rendered, 'dev.tf.json'), '<<<<<<< HEAD\n{}\n');
  expect(moved(before)).toEqual([]);
});

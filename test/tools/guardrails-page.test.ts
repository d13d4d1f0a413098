import { loadBlueprint } from '../../config/load';
import { directoryOf } from '../../tools/synthesis/directory';
import { attachedGuardrails } from '../../tools/synthesis/guardrails';
import { renderedFiles } from '../../tools/synthesis/output';
import { renderGuardrails } from '../../tools/synthesis/render-guardrails';
import { exampleIds, exampleInput, withoutEnvironment } from '../fixtures/example';
import { synth } from '../support/synth';

const synthesis = synth(exampleInput());
const page = renderGuardrails(synthesis.guardrails);
const table = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.slice(2, -2).split(' | '));
const columns = table[0] as string[];
const cell = (sid: string, unit: string) => table.filter(([name]) => name === sid).map((row) => row[columns.indexOf(unit)]);

it('shows what differs between environments, and what stands above them', () => {
  expect(columns.slice(0, 2)).toEqual(['Sid', 'root']);
  expect(['root', 'workloads', 'workloads/prod', 'suspended'].map((unit) => cell('DenyLeavingOrganization', unit))).toEqual([['x'], ['.'], ['.'], ['.']]);
  expect(['root', 'workloads', 'workloads/prod', 'sandbox', 'onboarding'].map((unit) => cell('ProtectNetwork', unit))).toEqual([
    [' '],
    ['x'],
    ['.'],
    [' '],
    [' '],
  ]);
  expect(['workloads/prod', 'workloads/dev'].map((unit) => cell('ProtectSecurityGroups', unit).includes('x'))).toEqual([true, false]);
});

it('lists a statement apart where it differs: whom it exempts in dev and in prod', () => {
  const rows = table.filter(([sid]) => sid === 'DenyManualChanges');
  const exempt = (unit: string) => rows.find((row) => row[columns.indexOf(unit)] === 'x')?.[columns.indexOf('Exempt')];
  expect(exempt('workloads/dev')).toMatch(/permission set Developer(,|$)/);
  expect(exempt('workloads/prod')).not.toMatch(/permission set Developer(,|$)/);
});

it('says of every statement what it stops, and holds every statement of the output', () => {
  expect(synthesis.guardrails.filter(({ stops }) => stops === '').map(({ sid }) => sid)).toEqual([]);
  const statements = synthesis.policies.filter(({ kind }) => kind === 'scp' || kind === 'rcp').flatMap((policy) => policy.statements.map(({ Sid }) => Sid));
  expect(new Set(synthesis.guardrails.map(({ sid }) => sid))).toEqual(new Set(statements));
  expect(page).toContain('until the response to an incident attaches them to an account: DenyEverythingButResponse.');
});

it('is the same whatever the order of resources, and has a column less without an environment', () => {
  const { policies, resources } = synthesis;
  const directory = directoryOf(loadBlueprint(exampleInput(), exampleIds()).blueprint);
  const rows = (reversed: boolean) =>
    attachedGuardrails(reversed ? [...policies].reverse() : policies, reversed ? [...resources].reverse() : resources, directory, new Map());
  expect(renderGuardrails(rows(true))).toBe(renderGuardrails(rows(false)));
  const fewer = renderGuardrails(synth(withoutEnvironment(exampleInput(), 'test')).guardrails);
  expect([page.includes('| workloads/test |'), fewer.includes('| workloads/test |')]).toEqual([true, false]);
});

it('is written with its stack, and left alone while others are rendered', () => {
  expect(renderedFiles(synthesis, 'no-such-folder', () => true).get('guardrails.md')).toBe(page);
  expect(renderedFiles(synthesis, 'no-such-folder', (stack) => stack === 'dev').has('guardrails.md')).toBe(false);
});

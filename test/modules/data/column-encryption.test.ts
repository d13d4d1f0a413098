import { loadBlueprint } from '../../../config/load';
import { context as exampleContext } from '../../../examples/column-encryption/customers';
import { Synthesized } from '../../../tools/can/synthesized';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { keyOf, may, roleArn, setRole, through } from '../../support/key-access';
import { synth } from '../../support/synth';

const input = exampleInput();
input.dataClasses.customer.columnEncryption = [{ table: 'customers', roles: ['app/shop'], writers: ['app/sign-up'] }];
input.dataClasses.application.columnEncryption = [{ table: 'tokens', roles: ['app/shop'] }];
const synthesized = new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synth(input).documents);
const without = new Synthesized(loadBlueprint(exampleInput(), exampleIds()).blueprint, synth(exampleInput()).documents);

/** What KMS hears of a value with this context. */
const value = (context: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(Object.entries(context).map(([key, text]) => [`kms:EncryptionContext:${key}`, text])),
  ...(Object.keys(context).length > 0 ? { 'kms:EncryptionContextKeys': Object.keys(context) } : {}),
});
const RIGHT = exampleContext('7');
const role = (name: string, environment = 'prod') => roleArn(synthesized, environment, name);
async function asks(who: string, action: string, context: Readonly<Record<string, string>>, key = 'customer', organization = synthesized) {
  const request = value(context) as Readonly<Record<string, string>>;
  return may(organization, who, keyOf(organization, 'prod', key), [action, request], ['scp', 'rcp', 'resource']);
}

it.each<[string, string, string, Readonly<Record<string, string>>, boolean]>([
  ['the named role reads a value of its table', role('app/shop'), 'kms:Decrypt', RIGHT, true],
  ['the named role writes one', role('app/shop'), 'kms:GenerateDataKey', RIGHT, true],
  ['a role that writes writes', role('app/sign-up'), 'kms:GenerateDataKey', RIGHT, true],
  ['a role that writes reads', role('app/sign-up'), 'kms:Decrypt', RIGHT, false],
  ['another role of an application reads', role('app/orders'), 'kms:Decrypt', RIGHT, false],
  ['the role of another environment reads', role('app/shop', 'dev'), 'kms:Decrypt', RIGHT, false],
  ['a value of another table', role('app/shop'), 'kms:Decrypt', { ...RIGHT, table: 'orders' }, false],
  ['a value of another class', role('app/shop'), 'kms:Decrypt', { ...RIGHT, class: 'application' }, false],
  ['a value without a table', role('app/shop'), 'kms:Decrypt', { class: 'customer', id: '7' }, false],
  ['a value without context', role('app/shop'), 'kms:Decrypt', {}, false],
  ['a value with more context', role('app/shop'), 'kms:Decrypt', { ...RIGHT, note: 'x' }, false],
  ['a grant', role('app/shop'), 'kms:CreateGrant', {}, false],
  ['the pipeline reads', role('platform/apply'), 'kms:Decrypt', RIGHT, false],
  ['break-glass reads', role('platform/break-glass'), 'kms:Decrypt', RIGHT, false],
  ['an administrator reads', role('Admin'), 'kms:Decrypt', RIGHT, false],
  ['who administers keys reads', setRole(synthesized, 'prod', 'KeyAdmin'), 'kms:Decrypt', RIGHT, false],
  ['a developer reads', setRole(synthesized, 'prod', 'Developer'), 'kms:Decrypt', RIGHT, false],
])('%s', async (_what, who, action, context, expected) => {
  expect(await asks(who, action, context)).toBe(expected);
});

it('a key opens for the tables of its own class', async () => {
  const token = { class: 'application', table: 'tokens', column: 'refresh', id: '7' };
  expect(await asks(role('app/shop'), 'kms:Decrypt', token, 'application')).toBe(true);
  expect(await asks(role('app/shop'), 'kms:Decrypt', token)).toBe(false);
  expect(await asks(role('app/shop'), 'kms:Decrypt', RIGHT, 'operational')).toBe(false);
});

it('without the setting nobody uses a key without a service, whatever the context', async () => {
  expect(await asks(role('app/shop'), 'kms:Decrypt', RIGHT, 'customer', without)).toBe(false);
});

it('what goes through services goes on', async () => {
  const via = through(synthesized, 's3', 'prod');
  expect(await may(synthesized, role('app/shop'), keyOf(synthesized, 'prod', 'customer'), ['kms:Decrypt', via])).toBe(true);
});

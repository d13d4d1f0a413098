import { loadBlueprint } from '../../config/load';
import { exampleIds, exampleInput } from '../fixtures/example';
import { accountsOfCorpora, corpora } from './asked';

/** The example with other names, as forks have them, and without `test`. */
function renamed() {
  const input = exampleInput();
  const { prod, dev } = input.environments;
  if (!prod || !dev) throw new Error('the example has no environments prod and dev');
  input.environments = { lab: dev, shop: prod };
  input.access.assignments = [{ group: 'developers', permissionSet: 'Developer', accounts: ['lab'] }];
  const ids = exampleIds();
  return loadBlueprint(input, { ...ids, accounts: { ...ids.accounts, lab: '100000000001', shop: '100000000002' } }).blueprint;
}

it('environments of other names stand for those of the example', () => {
  expect(accountsOfCorpora(loadBlueprint(exampleInput(), exampleIds()).blueprint)).toEqual({ management: '111111111111', ...exampleIds().accounts });
  expect(accountsOfCorpora(renamed())).toMatchObject({ prod: '100000000002', dev: '100000000001', test: '100000000001' });
});

it('no record is about an account that the fork does not have', () => {
  const blueprint = renamed();
  const known = new Set(Object.values(blueprint.accounts).map(({ id }) => id));
  const { techniques } = corpora(blueprint);
  const accounts = techniques.flatMap(({ records }) => records.map(({ recipientAccountId }) => recipientAccountId));
  expect(accounts.length).toBeGreaterThan(40);
  expect(accounts.filter((id) => !known.has(id as string))).toEqual([]);
});

import { evaluateCalls } from '../../tools/can/corpus';
import { bound, exampleOrganization, principalOf } from '../support/organization';
import { ATTACKS_REDTEAM } from './attacks-redteam';

const organization = exampleOrganization();

it('rows are unique', () => {
  const names = ATTACKS_REDTEAM.map(({ what, as, in: account }) => `${as} in ${account} ${what}`);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

it.each(ATTACKS_REDTEAM)('$as in $in $what', async (attack) => {
  const { allowed, by } = await evaluateCalls(organization, principalOf(organization, attack), bound(organization, attack.calls), ['scp', 'rcp']);
  expect({ allowed, by: [...by].sort() }).toEqual({ allowed: false, by: [...attack.stoppedBy].sort() });
});

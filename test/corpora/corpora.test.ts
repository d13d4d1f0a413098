import { evaluateCalls } from '../../tools/can/corpus';
import { bound, exampleOrganization, principalOf } from '../support/organization';
import { ATTACKS } from './attacks';
import { EVERYDAY } from './everyday';

const organization = exampleOrganization();

it('rows are unique', () => {
  const names = [...ATTACKS, ...EVERYDAY].map(({ what, as, in: account }) => `${as} in ${account} ${what}`);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

describe('attacks', () => {
  it.each(ATTACKS)('$as in $in $what', async (attack) => {
    const { allowed, by } = await evaluateCalls(organization, principalOf(organization, attack), bound(organization, attack.calls), ['scp', 'rcp']);
    expect({ allowed, by: [...by].sort() }).toEqual({ allowed: false, by: [...attack.stoppedBy].sort() });
  });
});

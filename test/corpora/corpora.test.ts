import { attackResult, placed, wholeOrganization } from '../support/whole-organization';
import { ATTACKS } from './attacks';
import { EVERYDAY } from './everyday';

const whole = wholeOrganization().synthesized;

it('rows are unique', () => {
  const names = [...ATTACKS, ...EVERYDAY].map(({ what, as, in: account }) => `${as} in ${account} ${what}`);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

describe('attacks', () => {
  it.each(ATTACKS)('$as in $in $what', async (attack) => {
    const { allowed, by } = await attackResult(whole, placed(attack));
    expect({ allowed, by: [...by].sort() }).toEqual({ allowed: false, by: [...attack.stoppedBy].sort() });
  });
});

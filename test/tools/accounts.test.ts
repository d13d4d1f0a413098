import { accountIds } from '../../config/account-ids';
import { mergeIds } from '../../tools/accounts/merge';

const known = accountIds.parse({
  organization: { id: 'o-a1b2c3d4e5', rootId: 'r-a1b2', managementAccountId: '111111111111' },
  accounts: { prod: '444444444444' },
});

describe('accounts pull', () => {
  it('adds ids, keeps what was entered by hand, sorts', () => {
    const { ids, changes } = mergeIds(known, {
      accounts: { prod: '444444444444', dev: '555555555555' },
      organizationalUnits: { workloads: 'ou-a1b2-11111111' },
    });
    expect(Object.keys(ids.accounts)).toEqual(['dev', 'prod']);
    expect(ids.organization).toEqual(known.organization);
    expect(changes).toEqual(['accounts.dev 555555555555', 'organizationalUnits.workloads ou-a1b2-11111111']);
  });

  it('refuses to change an id that is known', () => {
    expect(() => mergeIds(known, { accounts: { prod: '999999999999' }, organizationalUnits: {} })).toThrow(
      'accounts.json: accounts.prod: is 444444444444, the org state says 999999999999; find out which one is real, then correct the file',
    );
  });
});

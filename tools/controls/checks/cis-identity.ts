import type { Check } from '../check';
import type { Estate, Found } from '../estate';
import { stopped } from '../read/requests';
import { absent, each, oneInEach, oneInEachRegion, wrong } from '../read/resources';
import { watched } from '../read/watched';

const isDecoy = ({ name }: Found) => name.startsWith('decoy');
const noKeys = (estate: Estate) => absent(estate, ['aws_iam_access_key'], isDecoy);

/** Credentials and analyzers in section 2 of the CIS AWS Foundations Benchmark. */
export const CIS_IDENTITY: readonly Check[] = [
  {
    id: '2.3',
    what: 'each account names a security contact',
    scope: 'every account',
    violations: (estate) => {
      const contacts = estate.of('aws_account_alternate_contact').filter(({ attributes }) => attributes.alternate_contact_type === 'SECURITY');
      // The management account names itself by leaving its id out.
      const has = (name: string) =>
        contacts.some(({ attributes: { account_id } }) =>
          name === 'management' ? account_id === undefined : account_id === `\${aws_organizations_account.account_${name}.id}`,
        );
      return estate
        .accounts('every account')
        .filter(({ name }) => !has(name))
        .map(({ name }) => ({ account: name, at: name, what: 'has no security contact' }));
    },
  },
  {
    id: '2.8',
    what: 'passwords of IAM users have 14 characters or more',
    scope: 'every account',
    violations: (estate) =>
      oneInEach(
        estate,
        'every account',
        'aws_iam_account_password_policy',
        (policy) => !(policy.minimum_password_length >= 14) && `asks for ${policy.minimum_password_length}`,
      ),
  },
  {
    id: '2.9',
    what: 'none of the last 24 passwords is taken again',
    scope: 'every account',
    violations: (estate) =>
      oneInEach(estate, 'every account', 'aws_iam_account_password_policy', (policy) => policy.password_reuse_prevention !== 24 && 'remembers fewer than 24'),
  },
  {
    id: '2.10',
    what: 'no passwords of IAM users: people sign in through Identity Center; evaluated: nobody in a member makes a user or a password',
    scope: 'members',
    rest: "Identity Center's own MFA setting is not in the provider: docs/runbooks/bootstrap.md. Break-glass users can do nothing without MFA (policies/role/break-glass-users.ts).",
    violations: async (estate) => [
      ...absent(estate, ['aws_iam_user_login_profile']),
      ...each(estate, 'aws_ssoadmin_permission_set', () => undefined),
      ...(await stopped(estate, 'members', 'admin', [{ action: 'iam:CreateUser' }, { action: 'iam:CreateLoginProfile' }])),
    ],
  },
  {
    id: '2.11',
    what: 'access that nobody used for 45 days is reported, in every account',
    scope: 'every account',
    violations: (estate) => {
      const found = estate.of('aws_accessanalyzer_analyzer').filter(({ attributes }) => attributes.type === 'ORGANIZATION_UNUSED_ACCESS');
      const days = ({ attributes }: Found): number => [[attributes.configuration].flat()[0]?.unused_access].flat()[0]?.unused_access_age ?? 90;
      return [
        ...noKeys(estate),
        ...(found.length === 0 ? [{ account: 'security', at: 'security', what: 'has no analyzer of unused access' }] : []),
        ...found.filter((one) => days(one) > 45).map((one) => wrong(one, `waits for ${days(one)} days`)),
      ];
    },
  },
  {
    id: '2.12',
    what: 'no access keys but decoys; evaluated: nobody in a member makes one; keys that came with an account are watched',
    scope: 'every account',
    from: 'correlated',
    violations: async (estate) => [
      ...noKeys(estate),
      ...(await stopped(estate, 'members', 'admin', [{ action: 'iam:CreateAccessKey' }])),
      ...watched(estate, { rule: 'ACCESS_KEYS_ROTATED', control: 'IAM.3' }),
    ],
  },
  {
    id: '2.17',
    what: 'no certificates are kept in IAM; those of ACM are watched',
    scope: 'every account',
    from: 'correlated',
    violations: (estate) => [
      ...absent(estate, ['aws_iam_server_certificate']),
      ...watched(estate, { rule: 'ACM_CERTIFICATE_EXPIRATION_CHECK', control: 'ACM.1' }),
    ],
  },
  {
    id: '2.18',
    what: 'access from outside the organization is analyzed in every enabled region',
    scope: 'security',
    rest: 'An analyzer of the organization stands in the security account and sees every member; a scanner that looks into a member finds none there.',
    violations: (estate) => oneInEachRegion(estate, 'security', 'aws_accessanalyzer_analyzer', ({ type }) => type !== 'ORGANIZATION' && `is of type ${type}`),
  },
];

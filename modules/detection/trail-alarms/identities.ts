import type { OrdinaryWork } from './ordinary-work';
import { all, BY_HAND, byStrangers, either, except, from, named, SUCCEEDED, type TrailAlarms } from './pattern';

/** Rights that grow, and credentials that do not end. */
export const identityAlarms = (work: OrdinaryWork): TrailAlarms => ({
  // Policies of every kind are named so: attached, inline, of trust; versions and the default one.
  'iam-policy-change': {
    pattern: all(
      from('iam'),
      named('*PermissionsBoundary', '*Policy*', 'CreateRole'),
      ...except('Get*', 'List*', 'Simulate*'),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'Rights in IAM, who may assume a role, or what limits it, were changed by hand',
  },
  // In every account, developers' too: there are no users but those of break-glass.
  'long-lived-credentials': {
    pattern: all(
      from('iam'),
      named(
        'AddUserToGroup',
        'ChangePassword',
        'CreateAccessKey',
        'CreateLoginProfile',
        'CreateServiceSpecificCredential',
        'CreateUser',
        'CreateVirtualMFADevice',
        'DeactivateMFADevice',
        'EnableMFADevice',
        'GetLoginProfile',
        'UpdateLoginProfile',
        'UploadSSHPublicKey',
        'UploadSigningCertificate',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'A user, an access key or a password was made or weakened: people sign in through Identity Center only',
  },
  // Identity Center signs people in through a provider of the name AWSSSO; another provider is a second door.
  'identity-provider-change': {
    pattern: all(
      either(
        [
          from('iam', 'rolesanywhere'),
          named('*OpenIDConnectProvider*', '*SAMLProvider', 'CreateProfile', 'CreateTrustAnchor', 'UpdateTrustAnchor'),
          ...except('Get*'),
          ...BY_HAND,
        ],
        [named('AssumeRoleWithSAML'), '$.requestParameters.principalArn != "*:saml-provider/AWSSSO_*"'],
      ),
      SUCCEEDED,
    ),
    description: 'An identity provider was added or changed by hand, or somebody came in through one that is not Identity Center',
  },
  // What an intruder does first with a key that was found. Users of break-glass go straight to their role.
  'found-key-use': {
    pattern: all(
      '$.userIdentity.type = "IAMUser"',
      named('GetAccountAuthorizationDetails', 'GetCallerIdentity', 'GetSessionToken', 'GetFederationToken', 'ListAccessKeys', 'ListBuckets', 'ListUsers'),
    ),
    description: 'An access key of an IAM user looks around: find out who has it',
  },
});

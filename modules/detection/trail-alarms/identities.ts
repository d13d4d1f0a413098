import type { OrdinaryWork } from './ordinary-work';
import { all, BY_HAND, byStrangers, from, named, SUCCEEDED, type TrailAlarms } from './pattern';

/** Rights that grow, and credentials that do not end. */
export const identityAlarms = (work: OrdinaryWork): TrailAlarms => ({
  'iam-policy-change': {
    pattern: all(
      from('iam'),
      named(
        'Attach*',
        'CreatePolicy*',
        'DeleteGroupPolicy',
        'DeletePolicy*',
        'DeleteRolePolicy',
        'DeleteUserPolicy',
        'Detach*',
        'PutGroupPolicy',
        'PutRolePolicy',
        'PutUserPolicy',
      ),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'Rights in IAM were changed by hand',
  },
  'role-trust-change': {
    pattern: all(
      from('iam'),
      named('CreateRole', 'DeleteRolePermissionsBoundary', 'PutRolePermissionsBoundary', 'SetDefaultPolicyVersion', 'UpdateAssumeRolePolicy'),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'Who may assume a role, or what limits it, was changed by hand',
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
  'identity-provider-change': {
    pattern: all(
      from('iam', 'rolesanywhere'),
      named('*OpenIDConnectProvider*', '*SAMLProvider', 'CreateProfile', 'CreateTrustAnchor', 'UpdateTrustAnchor'),
      '$.eventName != "Get*"',
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'An identity provider was added or changed: whoever it vouches for gets in',
  },
  // Identity Center signs people in through a provider of this name; another provider is a second door.
  'foreign-sign-in': {
    pattern: all(from('sts'), named('AssumeRoleWithSAML'), '$.requestParameters.principalArn != "*:saml-provider/AWSSSO_*"', SUCCEEDED),
    description: 'Somebody came in through a SAML provider that is not Identity Center',
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

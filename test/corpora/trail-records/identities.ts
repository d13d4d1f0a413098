import { APPLICATION, APPLY, DEPLOY, INTRUDER, intrusions, ordinarily, person, record, type Samples, service, user } from './record';

const ROLE = { roleName: 'orders', policyName: 'x' };
const USER = { userName: 'backdoor' };

export const IDENTITY_SAMPLES: Samples = {
  'iam-policy-change': {
    raises: [
      ...[
        ...intrusions('iam', {
          AttachGroupPolicy: { policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
          AttachRolePolicy: { ...ROLE, policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
          AttachUserPolicy: USER,
          CreatePolicy: { policyName: 'x' },
          CreatePolicyVersion: { setAsDefault: true },
          DeleteGroupPolicy: null,
          DeletePolicy: null,
          DeletePolicyVersion: null,
          DeleteRolePolicy: ROLE,
          DeleteUserPolicy: USER,
          DetachGroupPolicy: null,
          DetachRolePolicy: ROLE,
          DetachUserPolicy: USER,
          PutGroupPolicy: null,
          PutRolePolicy: ROLE,
          PutUserPolicy: USER,
        }),
        record(user('break-glass-1'), 'management', ['iam', 'AttachRolePolicy'], ROLE),
      ],
      ...[
        ...intrusions('iam', {
          CreateRole: { roleName: 'backdoor' },
          DeleteRolePermissionsBoundary: ROLE,
          PutRolePermissionsBoundary: ROLE,
          SetDefaultPolicyVersion: { versionId: 'v1' },
          UpdateAssumeRolePolicy: { roleName: 'orders', policyDocument: '{"Statement":[{"Principal":{"AWS":"999999999999"}}]}' },
        }),
      ],
    ],
    quiet: [
      ...ordinarily('prod', ['iam', 'PutRolePolicy'], ROLE, APPLY, DEPLOY),
      record(person('Developer'), 'dev', ['iam', 'CreatePolicy'], { policyName: 'try', path: '/app/' }),
      record(service('sso'), 'prod', ['iam', 'PutRolePolicy'], ROLE),
      record(INTRUDER, 'prod', ['iam', 'GetRolePolicy'], ROLE),
      record(INTRUDER, 'prod', ['iot', 'CreatePolicy']),
      ...ordinarily('prod', ['iam', 'CreateRole'], { roleName: 'orders', path: '/app/' }, APPLY, DEPLOY),
      record(person('Developer'), 'dev', ['iam', 'CreateRole'], { roleName: 'try', path: '/app/' }),
      record(service('sso'), 'prod', ['iam', 'CreateRole'], ROLE),
      record(INTRUDER, 'prod', ['iam', 'CreateServiceLinkedRole']),
      record(INTRUDER, 'prod', ['chime', 'CreateRole']),
      record(INTRUDER, 'prod', ['iam', 'ListEntitiesForPolicy'], ROLE),
      record(INTRUDER, 'prod', ['iam', 'SimulatePrincipalPolicy'], ROLE),
    ],
  },
  'long-lived-credentials': {
    raises: [
      ...intrusions('iam', {
        AddUserToGroup: USER,
        ChangePassword: USER,
        CreateVirtualMFADevice: USER,
        EnableMFADevice: USER,
        UploadSigningCertificate: USER,
        CreateAccessKey: USER,
        CreateLoginProfile: USER,
        CreateServiceSpecificCredential: USER,
        CreateUser: USER,
        DeactivateMFADevice: USER,
        GetLoginProfile: USER,
        UpdateLoginProfile: USER,
        UploadSSHPublicKey: USER,
      }),
      record(person('Developer'), 'dev', ['iam', 'CreateUser'], USER),
    ],
    quiet: [
      ...ordinarily('management', ['iam', 'CreateUser'], { userName: 'break-glass-1', path: '/platform/' }, APPLY),
      record(service('ses'), 'prod', ['iam', 'CreateUser'], USER),
      record(INTRUDER, 'prod', ['iam', 'ListAccessKeys'], USER),
      record(INTRUDER, 'prod', ['rds', 'CreateUser'], USER),
    ],
  },
  'identity-provider-change': {
    raises: [
      ...[
        ...intrusions('iam', {
          AddClientIDToOpenIDConnectProvider: null,
          CreateOpenIDConnectProvider: { url: 'https://evil.example' },
          CreateSAMLProvider: null,
          DeleteSAMLProvider: { sAMLProviderArn: 'arn:aws:iam::444444444444:saml-provider/x' },
          UpdateOpenIDConnectProviderThumbprint: null,
          UpdateSAMLProvider: null,
        }),
        ...intrusions('rolesanywhere', { CreateProfile: null, CreateTrustAnchor: null, UpdateTrustAnchor: null }),
      ],
      ...[
        record(() => ({ type: 'SAMLUser', userName: 'x' }), 'prod', ['sts', 'AssumeRoleWithSAML'], {
          principalArn: 'arn:aws:iam::444444444444:saml-provider/backdoor',
        }),
      ],
    ],
    quiet: [
      ...ordinarily('prod', ['iam', 'CreateOpenIDConnectProvider'], null, APPLY),
      record(service('sso'), 'prod', ['iam', 'UpdateSAMLProvider']),
      record(INTRUDER, 'prod', ['iam', 'GetSAMLProvider']),
      record(INTRUDER, 'prod', ['iam', 'GetOpenIDConnectProvider']),
      record(INTRUDER, 'prod', ['iam', 'CreateInstanceProfile']),
      record(INTRUDER, 'prod', ['transfer', 'CreateProfile']),
      record(() => ({ type: 'SAMLUser', userName: 'alice' }), 'prod', ['sts', 'AssumeRoleWithSAML'], {
        principalArn: 'arn:aws:iam::444444444444:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE',
      }),
      record(
        () => ({ type: 'SAMLUser', userName: 'x' }),
        'prod',
        ['sts', 'AssumeRoleWithSAML'],
        { principalArn: 'arn:aws:iam::444444444444:saml-provider/x' },
        { errorCode: 'InvalidIdentityToken' },
      ),
      record(APPLICATION, 'prod', ['sts', 'AssumeRole'], { principalArn: 'x' }),
    ],
  },
  'found-key-use': {
    raises: [
      ...['GetCallerIdentity', 'GetSessionToken', 'GetFederationToken'].map((name) => record(user('deploy'), 'prod', ['sts', name])),
      ...['GetAccountAuthorizationDetails', 'ListAccessKeys', 'ListUsers'].map((name) => record(user('deploy'), 'prod', ['iam', name])),
      record(user('deploy'), 'prod', ['s3', 'ListBuckets']),
    ],
    quiet: [
      record(person('Developer'), 'dev', ['sts', 'GetCallerIdentity']),
      record(person('SecurityAuditor'), 'prod', ['s3', 'ListBuckets']),
      record(user('break-glass-1'), 'management', ['sts', 'AssumeRole'], { roleArn: 'arn:aws:iam::444444444444:role/x' }),
    ],
  },
};

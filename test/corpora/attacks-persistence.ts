import { attacks, call, iam, lambda, of, STRANGER, sqs, ssm } from './attack';
import type { Attack } from './corpus';

const row = attacks('persistence');
const TRICKS = 'HackTricks Cloud, AWS';
const STRATUS = 'Stratus Red Team: aws.persistence';
const DEVELOPER = { as: 'Developer', in: 'dev' };
const BOUNDED = { 'iam:PermissionsBoundary': 'arn:aws:iam::{here}:policy/platform/developer-boundary' };
const AUDIENCE = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' };
const CODE_HOST = { as: 'arn:aws:iam::{here}:oidc-provider/token.actions.githubusercontent.com' };
const joins = (subject: string, account = 'prod') =>
  [
    call('sts:AssumeRoleWithWebIdentity', iam('role/app-deploy'), { ...AUDIENCE, 'token.actions.githubusercontent.com:sub': subject }),
    'DenyForeignWebIdentities',
    { ...CODE_HOST, in: account },
  ] as const;
const foreign = (role: string, account = 'prod') => ({ as: `arn:aws:iam::${STRANGER}:${role}`, in: account });

/** Ways to come back. */
export const PERSISTENCE: readonly Attack[] = [
  // Users and long-lived credentials
  row(
    'makes a user',
    `${STRATUS}.iam-create-admin-user`,
    [call('iam:CreateUser', iam('user/backup-admin')), call('iam:CreateAccessKey', iam('user/backup-admin'))],
    'DenyIamUsers',
  ),
  row('makes a user in a sandbox', 'MITRE ATT&CK T1136.003 Create Account: Cloud Account', call('iam:CreateUser', iam('user/test')), 'DenyIamUsers', {
    in: 'playground',
  }),
  row('makes an access key for another user', `${STRATUS}.iam-backdoor-user`, call('iam:CreateAccessKey', iam('user/svc-legacy')), 'DenyIamUsers'),
  row('gives a user a password', `${STRATUS}.iam-create-user-login-profile`, call('iam:CreateLoginProfile', iam('user/svc-legacy')), 'DenyIamUsers'),
  row(
    'wakes an access key that was put to sleep',
    'MITRE ATT&CK T1098.001 Additional Cloud Credentials',
    call('iam:UpdateAccessKey', iam('user/svc-legacy')),
    'DenyIamUsers',
  ),
  row(
    'makes credentials of a single service',
    `${TRICKS} IAM persistence`,
    call('iam:CreateServiceSpecificCredential', iam('user/svc-legacy')),
    'DenyIamUsers',
  ),
  row('uploads a signing certificate', `${TRICKS} IAM persistence`, call('iam:UploadSigningCertificate', iam('user/svc-legacy')), 'DenyIamUsers'),
  row('uploads an SSH key for CodeCommit', `${TRICKS} IAM persistence`, call('iam:UploadSSHPublicKey', iam('user/svc-legacy')), 'DenyIamUsers'),
  row('registers an MFA device of its own', 'MITRE ATT&CK T1098.005 Device Registration', call('iam:EnableMFADevice', iam('user/svc-legacy')), 'DenyIamUsers'),
  row(
    'gets a federation token that outlives the key',
    `${STRATUS}.sts-federation-token`,
    call('sts:GetFederationToken', 'arn:aws:sts::{here}:federated-user/evil'),
    'DenyIamUsers',
    { as: 'arn:aws:iam::{here}:user/svc-legacy' },
  ),
  row(
    'makes a key for a user of break-glass',
    'MITRE ATT&CK T1098.001 Additional Cloud Credentials',
    call('iam:CreateAccessKey', iam('user/platform/break-glass-1')),
    ['DenyIamUsers', 'ProtectPlatformRoles'],
  ),
  row(
    'deletes the group of break-glass',
    'MITRE ATT&CK T1531 Account Access Removal',
    call('iam:DeleteGroup', iam('group/platform/break-glass')),
    'ProtectPlatformRoles',
  ),
  // Identity providers
  row('adds a SAML provider', 'MITRE ATT&CK T1484.002 Trust Modification', call('iam:CreateSAMLProvider', iam('saml-provider/sso')), 'DenyIdentityProviders'),
  row(
    'replaces the metadata of a SAML provider',
    'MITRE ATT&CK T1484.002 Trust Modification',
    call('iam:UpdateSAMLProvider', iam('saml-provider/corp')),
    'DenyIdentityProviders',
  ),
  row(
    'adds an OIDC provider',
    `${TRICKS} IAM persistence: identity providers`,
    call('iam:CreateOpenIDConnectProvider', iam('oidc-provider/login.evil.example')),
    'DenyIdentityProviders',
  ),
  row(
    'adds a client to the pipeline’s provider',
    `${TRICKS} IAM persistence: identity providers`,
    call('iam:AddClientIDToOpenIDConnectProvider', iam('oidc-provider/token.actions.githubusercontent.com')),
    'DenyIdentityProviders',
  ),
  row(
    'as the apply role adds an OIDC provider',
    'Datadog Security Labs, vulnerable OIDC trusts',
    call('iam:CreateOpenIDConnectProvider', iam('oidc-provider/login.evil.example')),
    'DenyIdentityProviders',
    { as: '/platform/apply' },
  ),
  row(
    'adds a provider that looks like an EKS cluster’s',
    `${TRICKS} EKS: IAM roles for service accounts`,
    call('iam:CreateOpenIDConnectProvider', iam('oidc-provider/oidc.eks.evil.example/id/A1B2')),
    'DenyIdentityProviders',
    DEVELOPER,
  ),
  row(
    'adds the provider of an EKS cluster of its own',
    `${TRICKS} EKS: IAM roles for service accounts`,
    call('iam:CreateOpenIDConnectProvider', iam('oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F6')),
    'DenyClusterIdentityProviders',
  ),
  row(
    'as a developer adds a client to the provider of a cluster',
    `${TRICKS} EKS: IAM roles for service accounts`,
    call('iam:AddClientIDToOpenIDConnectProvider', iam('oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F6')),
    'DenyClusterIdentityProviders',
    DEVELOPER,
  ),
  row('makes a trust anchor', `${STRATUS}.rolesanywhere-create-trust-anchor`, call('rolesanywhere:CreateTrustAnchor'), 'DenyRolesAnywhere'),
  row('makes a profile of Roles Anywhere', `${STRATUS}.rolesanywhere-create-trust-anchor`, call('rolesanywhere:CreateProfile'), 'DenyRolesAnywhere'),
  row(
    'replaces the certificate of a trust anchor',
    `${TRICKS} Roles Anywhere`,
    call('rolesanywhere:UpdateTrustAnchor', of('rolesanywhere')('trust-anchor/a1')),
    'DenyRolesAnywhere',
  ),
  row(
    'wakes a trust anchor that was put to sleep',
    `${TRICKS} Roles Anywhere`,
    call('rolesanywhere:EnableTrustAnchor', of('rolesanywhere')('trust-anchor/a1')),
    'DenyRolesAnywhere',
    DEVELOPER,
  ),
  // Roles and what trusts strangers
  row(
    'widens the trust of an application’s role',
    `${STRATUS}.iam-backdoor-role`,
    call('iam:UpdateAssumeRolePolicy', iam('role/app/web')),
    'DenyManualChanges',
  ),
  row(
    'makes a role that trusts a stranger',
    `${STRATUS}.iam-create-backdoor-role`,
    call('iam:CreateRole', iam('role/app/support'), BOUNDED),
    'DenyManualChanges',
    { in: 'test' },
  ),
  row(
    'makes a role that trusts a stranger, outside the applications',
    `${STRATUS}.iam-create-backdoor-role`,
    call('iam:CreateRole', iam('role/support'), BOUNDED),
    'DenyRolesOfOthers',
    DEVELOPER,
  ),
  row(
    'comes back through a role that trusts it',
    `${STRATUS}.iam-backdoor-role`,
    call('sts:AssumeRole', iam('role/app/web')),
    'DenyForeignRoleSessions',
    foreign('role/attacker'),
  ),
  row(
    'comes back through a role of the sandbox',
    `${STRATUS}.iam-backdoor-role`,
    call('sts:AssumeRole', iam('role/app/web')),
    'DenyForeignRoleSessions',
    foreign('role/attacker', 'playground'),
  ),
  row(
    'comes back as a user of its own account, with the external id that it chose',
    `${TRICKS} STS persistence`,
    call('sts:AssumeRole', iam('role/app/web'), { 'sts:ExternalId': 'hello' }),
    'DenyForeignRoleSessions',
    foreign('user/attacker'),
  ),
  row(
    'comes back through a role with the path of ours',
    `${TRICKS} STS persistence`,
    call('sts:AssumeRole', iam('role/platform/apply')),
    'DenyForeignRoleSessions',
    foreign('role/platform/break-glass'),
  ),
  row(
    'sets tags and a source identity in a session from outside',
    `${TRICKS} STS privesc: session tags`,
    call('sts:TagSession', iam('role/app/web'), { 'aws:RequestTag/team': 'platform' }),
    'DenyForeignRoleSessions',
    foreign('role/attacker'),
  ),
  row(
    'sets the source identity of somebody else from outside',
    `${TRICKS} STS`,
    call('sts:SetSourceIdentity', iam('role/app/web'), { 'sts:SourceIdentity': 'alice' }),
    'DenyForeignRoleSessions',
    foreign('role/attacker'),
  ),
  row(
    'a partner without an external id',
    'AWS IAM user guide, the confused deputy problem',
    call('sts:AssumeRole', iam('role/VendorScanner')),
    'DenyPartnersWithoutExternalId',
    { as: 'arn:aws:iam::999988887777:role/scanner' },
  ),
  row(
    'another customer of the partner, in the log archive',
    'AWS IAM user guide, the confused deputy problem',
    call('sts:AssumeRole', iam('role/VendorScanner')),
    'DenyPartnersWithoutExternalId',
    { as: 'arn:aws:iam::999988887777:role/scanner', in: 'log-archive' },
  ),
  row(
    'a workflow of a stranger’s repository',
    'Datadog Security Labs, vulnerable OIDC trusts of GitHub Actions',
    ...joins('repo:evil/fork:ref:refs/heads/main'),
  ),
  row(
    'a workflow of an organization whose name begins like ours',
    'Wiz, mitigating risks of GitHub OIDC trusts',
    ...joins('repo:example-corp-evil/shop:ref:refs/heads/main'),
  ),
  row('a workflow with our name as its repository', 'Wiz, mitigating risks of GitHub OIDC trusts', ...joins('repo:evil/example-corp:environment:prod')),
  row(
    'a workflow of a stranger in the log archive',
    'Datadog Security Labs, vulnerable OIDC trusts of GitHub Actions',
    ...joins('repo:evil/fork:pull_request', 'log-archive'),
  ),
  row(
    'a workflow whose subject differs from ours in upper case only',
    'Rezonate, abusing GitHub Actions OIDC',
    ...joins('repo:Example-Corp/shop:ref:refs/heads/main'),
  ),
  // Functions, documents, queues, registries
  row(
    'lets everybody invoke a function',
    `${STRATUS}.lambda-backdoor-function`,
    call('lambda:AddPermission', lambda('function:orders'), { 'lambda:Principal': '*' }),
    ['DenyForeignFunctionPermissions', 'DenyManualChanges'],
  ),
  row(
    'as a developer lets a stranger invoke a function',
    `${STRATUS}.lambda-backdoor-function`,
    call('lambda:AddPermission', lambda('function:orders'), { 'lambda:Principal': STRANGER }),
    'DenyForeignFunctionPermissions',
    DEVELOPER,
  ),
  row(
    'as a developer lets a stranger’s role invoke a function',
    `${STRATUS}.lambda-backdoor-function`,
    call('lambda:AddPermission', lambda('function:orders'), { 'lambda:Principal': `arn:aws:iam::${STRANGER}:role/attacker` }),
    ['DenyForeignFunctionPermissions', 'DenyForeignFunctionRoles'],
    DEVELOPER,
  ),
  row(
    'as a pipeline lets everybody invoke a function',
    `${STRATUS}.lambda-backdoor-function`,
    call('lambda:AddPermission', lambda('function:orders'), { 'lambda:Principal': '*' }),
    'DenyForeignFunctionPermissions',
    { as: 'arn:aws:iam::{here}:role/app-deploy' },
  ),
  row(
    'opens a function by URL',
    `${TRICKS} Lambda persistence: function URLs`,
    call('lambda:CreateFunctionUrlConfig', lambda('function:orders'), { 'lambda:FunctionUrlAuthType': 'NONE' }),
    ['DenyOpenFunctionUrls', 'DenyManualChanges'],
  ),
  row(
    'takes the authentication off a URL',
    `${TRICKS} Lambda persistence: function URLs`,
    call('lambda:UpdateFunctionUrlConfig', lambda('function:orders'), { 'lambda:FunctionUrlAuthType': 'NONE' }),
    'DenyOpenFunctionUrls',
    DEVELOPER,
  ),
  row(
    'lets everybody through a URL',
    `${TRICKS} Lambda persistence: function URLs`,
    call('lambda:AddPermission', lambda('function:orders'), { 'lambda:Principal': '*', 'lambda:FunctionUrlAuthType': 'NONE' }),
    ['DenyForeignFunctionPermissions', 'DenyOpenFunctionUrls'],
    DEVELOPER,
  ),
  row(
    'publishes a version of a shared layer',
    `${STRATUS}.lambda-layer-extension`,
    call('lambda:PublishLayerVersion', lambda('layer:shared')),
    'DenyManualChanges',
  ),
  row('moves an alias to its own version', `${TRICKS} Lambda persistence: aliases`, call('lambda:UpdateAlias', lambda('function:orders')), 'DenyManualChanges'),
  row(
    'takes code signing off a function',
    `${TRICKS} Lambda privesc`,
    call('lambda:DeleteFunctionCodeSigningConfig', lambda('function:orders')),
    'DenyManualChanges',
    { in: 'test' },
  ),
  row('rewrites the registry’s policy', `${TRICKS} ECR persistence: registry policy`, call('ecr:PutRegistryPolicy'), 'DenyRegistryChanges'),
  row('has images come from its own registry', `${TRICKS} ECR persistence: pull through cache`, call('ecr:CreatePullThroughCacheRule'), 'DenyRegistryChanges'),
  row(
    'runs commands on instances every half hour',
    `${TRICKS} SSM persistence: associations`,
    call('ssm:CreateAssociation', ssm('document/evil')),
    'DenyRemoteCommands',
  ),
  row(
    'writes a document and runs it',
    `${TRICKS} SSM persistence`,
    [call('ssm:CreateDocument', ssm('document/evil')), call('ssm:SendCommand', ssm('document/evil'))],
    'DenyManualChanges',
  ),
  row(
    'registers an API in front of a function',
    `${TRICKS} API Gateway persistence`,
    call('apigateway:POST', 'arn:aws:apigateway:eu-west-1::/restapis'),
    'DenyManualChanges',
  ),
  row(
    'keeps a queue of the platform open for itself',
    `${TRICKS} SQS persistence`,
    call('sqs:AddPermission', sqs('platform-findings')),
    'ProtectPlatformResources',
  ),
  row('makes a desktop', `${TRICKS} WorkSpaces`, call('workspaces:CreateWorkspaces', of('workspaces')('workspace/*')), 'DenyUnusedServices'),
  row('starts an IDE with the user’s credentials', `${TRICKS} Cloud9`, call('cloud9:CreateEnvironmentEC2'), 'DenyUnusedServices'),
  row(
    'starts an instance that EC2 does not list',
    'Sysdig, AMBERSQUID',
    call('lightsail:CreateInstances', of('lightsail')('Instance/*')),
    'DenyUnusedServices',
  ),
  row('in a suspended account makes a role', 'MITRE ATT&CK T1078.004 Cloud Accounts', call('iam:CreateRole', iam('role/evil')), 'DenyEverything', {
    in: 'closed',
  }),
  row(
    'comes back to a suspended account',
    'MITRE ATT&CK T1199 Trusted Relationship',
    call('sts:AssumeRole', iam('role/OrganizationAccountAccessRole')),
    'DenyForeignRoleSessions',
    foreign('role/attacker', 'closed'),
  ),
  row(
    'from a quarantined account assumes the next role',
    'MITRE ATT&CK T1550.001 Application Access Token',
    call('sts:AssumeRole', 'arn:aws:iam::{dev}:role/app/web'),
    'DenyEverythingButResponse',
    { in: 'quarantined' },
  ),
];

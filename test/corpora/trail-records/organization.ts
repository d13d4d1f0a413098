import { APPLY, INTRUDER, intrusions, ordinarily, person, record, type Samples } from './record';

const POLICY = { policyId: 'p-0a1b2c3d', targetId: 'ou-a1b2-11111113' };

export const ORGANIZATION_SAMPLES: Samples = {
  'guardrail-change': {
    raises: [
      record(APPLY, 'management', ['organizations', 'UpdatePolicy'], POLICY),
      ...intrusions(
        'organizations',
        { AttachPolicy: POLICY, DetachPolicy: POLICY, DeletePolicy: POLICY, DisablePolicyType: { policyType: 'SERVICE_CONTROL_POLICY' } },
        'management',
      ),
      record(INTRUDER, 'management', ['organizations', 'MoveAccount'], { accountId: '444444444444', destinationParentId: 'r-a1b2' }),
      record(INTRUDER, 'prod', ['organizations', 'LeaveOrganization']),
    ],
    quiet: [
      record(person('OrganizationAuditor'), 'management', ['organizations', 'DescribePolicy'], POLICY),
      record(person('OrganizationAuditor'), 'management', ['organizations', 'ListTargetsForPolicy'], POLICY),
      record(APPLY, 'prod', ['iam', 'PutRolePolicy'], { roleName: 'backup' }),
      record(APPLY, 'management', ['organizations', 'CreateAccount'], { accountName: 'staging' }),
    ],
  },
  'organization-change': {
    raises: [
      ...intrusions(
        'organizations',
        {
          AcceptHandshake: { handshakeId: 'h-1' },
          CloseAccount: { accountId: '666666666666' },
          CreateAccount: { accountName: 'x' },
          CreateOrganizationalUnit: { name: 'x' },
          DeclineHandshake: { handshakeId: 'h-1' },
          DeleteOrganization: null,
          DeleteOrganizationalUnit: { organizationalUnitId: 'ou-1' },
          DeregisterDelegatedAdministrator: { servicePrincipal: 'guardduty.amazonaws.com' },
          DisableAWSServiceAccess: { servicePrincipal: 'sso.amazonaws.com' },
          EnableAWSServiceAccess: { servicePrincipal: 'x.amazonaws.com' },
          InviteAccountToOrganization: null,
          RegisterDelegatedAdministrator: { servicePrincipal: 'sso.amazonaws.com' },
          RemoveAccountFromOrganization: { accountId: '444444444444' },
          UpdateOrganizationalUnit: { name: 'x' },
        },
        'management',
      ),
      record(person('OrganizationAdmin'), 'management', ['organizations', 'CreateAccount'], { accountName: 'x' }),
    ],
    quiet: [
      ...ordinarily('management', ['organizations', 'CreateAccount'], { accountName: 'staging' }, APPLY),
      record(() => ({ type: 'AWSService', invokedBy: 'controltower.amazonaws.com' }), 'management', ['organizations', 'RegisterDelegatedAdministrator']),
      record(INTRUDER, 'management', ['organizations', 'ListAccounts']),
      record(INTRUDER, 'management', ['ram', 'AcceptHandshake']),
    ],
  },
  'identity-center-change': {
    raises: [
      ...intrusions(
        'sso',
        {
          AssociateDirectory: { directoryType: 'External' },
          AttachManagedPolicyToPermissionSet: { managedPolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
          CreateAccountAssignment: { targetId: '444444444444' },
          CreatePermissionSet: { name: 'x' },
          CreateTrustedTokenIssuer: null,
          DisassociateDirectory: null,
          PutInlinePolicyToPermissionSet: null,
          UpdateInstance: null,
        },
        'management',
      ),
      ...intrusions('sso-directory', { DisableExternalIdPConfigurationForDirectory: null, EnableExternalIdPConfigurationForDirectory: null }, 'management'),
    ],
    quiet: [
      ...ordinarily('management', ['sso', 'CreateAccountAssignment'], { targetId: '444444444444' }, APPLY),
      record(() => ({ type: 'AWSService', invokedBy: 'sso.amazonaws.com' }), 'management', ['sso', 'CreateAccountAssignment']),
      record(INTRUDER, 'management', ['sso', 'ListAccountAssignments']),
      record(INTRUDER, 'management', ['workmail', 'AssociateDirectory']),
      record(() => ({ type: 'Unknown' }), 'management', ['sso-directory', 'CreateUser']), // the identity provider, by SCIM
    ],
  },
  'domain-loss': {
    raises: [
      ...intrusions('route53domains', {
        DeleteDomain: null,
        DisableDomainTransferLock: { domainName: 'example.com' },
        TransferDomain: null,
        UpdateDomainNameservers: null,
      }),
      record(APPLY, 'prod', ['route53', 'DisableDomainTransferLock'], { domainName: 'example.com' }),
    ],
    quiet: [
      record(APPLY, 'prod', ['route53', 'ChangeResourceRecordSets']),
      record(INTRUDER, 'prod', ['route53domains', 'DeleteDomain'], null, { errorCode: 'AccessDenied' }),
      record(INTRUDER, 'dev', ['lightsail', 'DeleteDomain']),
    ],
  },
};

import { all, BY_HAND, from, named, SUCCEEDED, type TrailAlarms } from './pattern';

/** The tree on which every guardrail hangs, and who may sign in anywhere. */
export const ORGANIZATION_ALARMS: TrailAlarms = {
  // The apply role, too: no organization policy binds the management account, so this and the plan's review are all there is.
  'guardrail-change': {
    pattern:
      '{ ($.eventSource = "organizations.amazonaws.com") && (($.eventName = "*Policy*") || ($.eventName = "LeaveOrganization") || ($.eventName = "MoveAccount")) && ($.eventName != "Describe*") && ($.eventName != "List*") }',
    description: 'A guardrail or the tree that it hangs on changed',
  },
  'organization-change': {
    pattern: all(
      from('organizations'),
      named(
        '*AWSServiceAccess',
        '*DelegatedAdministrator',
        'AcceptHandshake',
        'CloseAccount',
        'Create*',
        'DeclineHandshake',
        'Delete*',
        'InviteAccountToOrganization',
        'RemoveAccountFromOrganization',
        'UpdateOrganizationalUnit',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'An account, a unit or a delegation of the organization was changed by hand',
  },
  // Whoever hands out access, or moves the directory that people come from, needs no other way in.
  'identity-center-change': {
    pattern: all(
      '$.eventSource = "sso*"', // sso and sso-directory

      named(
        '*ToPermissionSet',
        'AssociateDirectory',
        'CreateAccountAssignment',
        'CreatePermissionSet',
        'CreateTrustedTokenIssuer',
        'DisableExternalIdPConfigurationForDirectory',
        'DisassociateDirectory',
        'EnableExternalIdPConfigurationForDirectory',
        'UpdateInstance',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'Access of people, or the directory that they come from, was changed by hand',
  },
  // The record says route53 or route53domains, by the age of the rule that looks for it.
  'domain-loss': {
    pattern: all('$.eventSource = "route53*"', named('DeleteDomain', 'DisableDomainTransferLock', 'TransferDomain*', 'UpdateDomainNameservers'), SUCCEEDED),
    description: 'A domain is about to be moved or lost',
  },
};

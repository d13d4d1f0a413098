import type { PermissionSetName } from '../../config/access-schema';
import { type PolicyDocument, type PolicyStatement, policyDocument } from '../policy-document';
import { allowBilling } from './billing';
import { denyBeyondLimits, denyPlatformRoles, denyReadingData } from './denials';
import { allowApplicationRoles, allowDeveloperServices, allowGlobalServices, allowInferenceProfiles, allowUsingKeys } from './developer';
import { denyPlatform, denySecretsOfOtherTeams } from './developer-denials';
import { DEVELOPER_SERVICES } from './developer-services';
import { allowKeySettings, denyKeyUse } from './keys';
import { allowGlobalNetworks, allowNetworkServices, allowServiceRoles, allowSharing } from './network';
import { allowOperating } from './operator';
import type { PermissionSetContext } from './permission-set-context';
import { allowReadingBesides, allowReadingConfiguration, allowTroubleshooting } from './reading';
import { allowAuditing, allowForensics, allowHunting, allowReadingLogs, allowResponse, allowSecurityServices } from './security';
import { allowSupport } from './support';

/** AWS-managed policies of each set. Customer-managed ones are not used: they would have to exist in the account first. */
export const MANAGED_POLICIES: Readonly<Record<PermissionSetName, readonly string[]>> = {
  PlatformAdmin: ['AdministratorAccess'],
  Developer: [],
  DeveloperOperator: [],
  DeveloperReadOnly: [],
  SecurityAdmin: ['SecurityAudit'],
  SecurityAuditor: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
  NetworkAdmin: ['job-function/NetworkAdministrator'],
  KeyAdmin: [],
  Billing: ['job-function/Billing'],
  OrganizationAdmin: ['AdministratorAccess'],
  OrganizationAuditor: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
};

/** The inline policy of a set: what its job needs, and what it must not do whatever the managed policies say. */
export function inlinePolicy(name: PermissionSetName, context: PermissionSetContext): PolicyDocument {
  const { regions } = context;
  const look = [allowReadingConfiguration, allowTroubleshooting(regions)];
  const audit = [allowReadingConfiguration, allowAuditing, denyReadingData];
  const statements: Readonly<Record<PermissionSetName, readonly PolicyStatement[]>> = {
    PlatformAdmin: [denyPlatformRoles],
    Developer: [
      allowReadingBesides(DEVELOPER_SERVICES),
      allowDeveloperServices(context),
      allowInferenceProfiles(context),
      allowGlobalServices,
      ...allowUsingKeys,
      ...allowApplicationRoles(context),
      denyPlatform,
      denySecretsOfOtherTeams,
      denyPlatformRoles,
    ],
    DeveloperOperator: [...look, allowOperating(regions), allowSupport, ...allowUsingKeys.slice(0, 1), denyPlatformRoles],
    DeveloperReadOnly: [...look, denyReadingData],
    SecurityAdmin: [
      allowReadingConfiguration,
      allowSecurityServices(context),
      allowForensics,
      allowReadingLogs(context),
      allowResponse,
      allowHunting,
      allowSupport,
      denyPlatformRoles,
    ],
    SecurityAuditor: audit,
    NetworkAdmin: [...look, allowNetworkServices(regions), allowGlobalNetworks, allowSharing, allowServiceRoles, allowSupport, denyPlatformRoles],
    KeyAdmin: [allowReadingConfiguration, allowKeySettings, allowSupport, denyKeyUse],
    Billing: [allowBilling],
    OrganizationAdmin: [denyPlatformRoles],
    OrganizationAuditor: audit,
  };
  return policyDocument(...statements[name], ...denyBeyondLimits(context));
}

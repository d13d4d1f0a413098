import type { PermissionSetName } from '../../config/access-schema';
import { type PolicyDocument, type PolicyStatement, policyDocument } from '../policy-document';
import { allowBoundedRoles, allowDeveloperCompute, allowDeveloperServices, denyPlatform } from './developer';
import type { PermissionSetContext } from './permission-set-context';

/** AWS-managed policies of each set. Customer-managed ones are not used: they would have to exist in the account first. */
export const MANAGED_POLICIES: Readonly<Record<PermissionSetName, readonly string[]>> = {
  PlatformAdmin: ['AdministratorAccess'],
  Developer: [],
  DeveloperOperator: ['job-function/ViewOnlyAccess'],
  DeveloperReadOnly: ['job-function/ViewOnlyAccess'],
  SecurityAdmin: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
  SecurityAuditor: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
  NetworkAdmin: ['job-function/NetworkAdministrator', 'job-function/ViewOnlyAccess'],
  KeyAdmin: ['job-function/ViewOnlyAccess'],
  Billing: ['job-function/Billing'],
  OrganizationAdmin: ['AdministratorAccess'],
  OrganizationAuditor: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
};

/** A person in a hurry must not take the platform's place: its own roles and states stay with the pipeline and break-glass. */
const denyPlatformRoles: PolicyStatement = {
  Sid: 'DenyPlatformRoles',
  Effect: 'Deny',
  Action: ['iam:Attach*', 'iam:Create*', 'iam:Delete*', 'iam:Detach*', 'iam:PassRole', 'iam:Put*', 'iam:Update*'],
  Resource: ['arn:aws:iam::*:role/platform/*', 'arn:aws:iam::*:user/platform/*', 'arn:aws:iam::*:group/platform/*'],
};

/** Reading logs and metrics to find out why, without reading what customers wrote. */
const allowTroubleshooting = (regions: readonly string[]): PolicyStatement => ({
  Sid: 'AllowTroubleshooting',
  Effect: 'Allow',
  Action: [
    'cloudwatch:Describe*',
    'cloudwatch:Get*',
    'cloudwatch:List*',
    'logs:Describe*',
    'logs:FilterLogEvents',
    'logs:Get*',
    'logs:StartQuery',
    'logs:StopQuery',
    'xray:BatchGet*',
    'xray:Get*',
  ],
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
});

const allowSecurityServices = (regions: readonly string[]): PolicyStatement => ({
  Sid: 'AllowSecurityServices',
  Effect: 'Allow',
  Action: [
    'access-analyzer:*',
    'athena:*',
    'config:*',
    'detective:*',
    'events:*',
    'glue:Get*',
    'guardduty:*',
    'inspector2:*',
    'macie2:*',
    'securityhub:*',
    'sns:*',
    'cloudwatch:*',
    'logs:*',
  ],
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
});

/** Web application firewall, network firewall and DNS firewall besides the managed policy's VPC. */
const allowFirewalls = (regions: readonly string[]): PolicyStatement => ({
  Sid: 'AllowFirewalls',
  Effect: 'Allow',
  Action: [
    'network-firewall:*',
    'route53resolver:*',
    'wafv2:*',
    'ec2:*SecurityGroup*',
    'ec2:*NetworkAcl*',
    'ec2:*Route*',
    'ec2:*VpcEndpoint*',
    'ec2:CreateTags',
    'ec2:DeleteTags',
  ],
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
});

/** Everything about keys but using them. */
const allowKeySettings: PolicyStatement = {
  Sid: 'AllowKeySettings',
  Effect: 'Allow',
  Action: [
    'kms:Describe*',
    'kms:EnableKey*',
    'kms:Get*',
    'kms:List*',
    'kms:PutKeyPolicy',
    'kms:RevokeGrant',
    'kms:RotateKeyOnDemand',
    'kms:TagResource',
    'kms:UntagResource',
    'kms:UpdateAlias',
    'kms:UpdateKeyDescription',
  ],
  Resource: '*',
};
const denyKeyUse: PolicyStatement = {
  Sid: 'DenyKeyUse',
  Effect: 'Deny',
  Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  Resource: '*',
};

/** What a set's limit of services leaves out. */
const denyOtherServices = (services: readonly string[]): PolicyStatement => ({
  Sid: 'DenyOtherServices',
  Effect: 'Deny',
  NotAction: services.map((service) => `${service}:*`),
  Resource: '*',
});

/** The inline policy of a set, or undefined where its managed policies say all. */
export function inlinePolicy(name: PermissionSetName, { regions, services }: PermissionSetContext): PolicyDocument | undefined {
  const statements: Readonly<Record<PermissionSetName, readonly PolicyStatement[]>> = {
    PlatformAdmin: [denyPlatformRoles],
    Developer: [allowDeveloperServices(regions), allowDeveloperCompute(regions), ...allowBoundedRoles('*'), denyPlatform, denyPlatformRoles],
    DeveloperOperator: [allowTroubleshooting(regions), denyPlatformRoles],
    DeveloperReadOnly: [allowTroubleshooting(regions)],
    SecurityAdmin: [allowSecurityServices(regions), denyPlatformRoles],
    SecurityAuditor: [],
    NetworkAdmin: [allowFirewalls(regions), denyPlatformRoles],
    KeyAdmin: [allowKeySettings, denyKeyUse],
    Billing: [],
    OrganizationAdmin: [denyPlatformRoles],
    OrganizationAuditor: [],
  };
  const chosen = [...statements[name], ...(services ? [denyOtherServices(services)] : [])];
  return chosen.length > 0 ? policyDocument(...chosen) : undefined;
}

import { accountRootArn } from '../../lib/arn';
import { type Conditions, type PolicyDocument, policyDocument } from '../policy-document';
import { NAMING_THE_ACCOUNT } from './services-naming-the-account';

/** Only jobs of the repository that run in a deployment environment get the role: a pull request of a fork gets none. */
export const pipelineTrust = (providerArn: string, issuer: string, repository: string, deploymentEnvironment: string): PolicyDocument =>
  policyDocument({
    Sid: 'AllowPipeline',
    Effect: 'Allow',
    Principal: { Federated: providerArn },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: 'sts.amazonaws.com',
        [`${issuer}:sub`]: `repo:${repository}:environment:${deploymentEnvironment}`,
      },
    },
  });

/** Independent of Identity Center and the identity provider: two named users, each with an MFA device, within an hour. */
export const breakGlassTrust = (managementAccount: string, userArns: readonly string[]): PolicyDocument =>
  policyDocument({
    Sid: 'AllowBreakGlassUsers',
    Effect: 'Allow',
    Principal: { AWS: accountRootArn(managementAccount) },
    Action: 'sts:AssumeRole',
    Condition: {
      ArnEquals: { 'aws:PrincipalArn': userArns },
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
    },
  });

/** A service of AWS works for this account only (confused deputy). */
export const serviceTrust = (service: string, account: string): PolicyDocument =>
  policyDocument({
    Sid: 'AllowService',
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sts:AssumeRole',
    Condition: { [service in NAMING_THE_ACCOUNT ? 'StringEquals' : 'StringEqualsIfExists']: { 'aws:SourceAccount': account } },
  });

/** Somebody of the security account, and of this organization. @param who conditions on the principal */
export const securityAccountTrust = (Sid: string, securityAccount: string, organizationId: string, who: Conditions): PolicyDocument =>
  policyDocument({
    Sid,
    Effect: 'Allow',
    Principal: { AWS: accountRootArn(securityAccount) },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId }, ...who },
  });

/** Whoever may assume roles in the account may try this one: for a role that can do nothing. */
export const accountTrust = (account: string): PolicyDocument =>
  policyDocument({
    Sid: 'AllowAccount',
    Effect: 'Allow',
    Principal: { AWS: accountRootArn(account) },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:PrincipalAccount': account } },
  });

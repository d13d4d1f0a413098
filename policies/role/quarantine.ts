import { iamRoleArn } from '../../lib/arn';
import { RESPONSE_FUNCTION_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { securityAccountTrust } from './trust';

/** The response function alone: no person cuts an account off by this role. */
export const quarantineTrust = (securityAccount: string, organizationId: string): PolicyDocument =>
  securityAccountTrust('AllowResponseFunction', securityAccount, organizationId, {
    ArnEquals: { 'aws:PrincipalArn': iamRoleArn(securityAccount, SERVICE_ROLE_PATH, RESPONSE_FUNCTION_ROLE) },
  });

/**
 * Attaches service control policies to accounts of workloads, and takes none away: the role can only restrict. Which policy cannot be
 * said: its id is known after a later stack (org-policies), and AttachPolicy has no condition on its name or tags (service authorization reference).
 */
export const quarantinePolicy = (managementAccount: string, organizationId: string, quarantinable: readonly string[]): PolicyDocument =>
  policyDocument(
    { Sid: 'AllowLooking', Effect: 'Allow', Action: ['organizations:ListPolicies', 'organizations:ListPoliciesForTarget'], Resource: '*' },
    {
      Sid: 'AllowQuarantine',
      Effect: 'Allow',
      Action: 'organizations:AttachPolicy',
      Resource: [
        `arn:aws:organizations::${managementAccount}:policy/${organizationId}/service_control_policy/p-*`,
        ...quarantinable.map((account) => `arn:aws:organizations::${managementAccount}:account/${organizationId}/${account}`),
      ],
      Condition: { StringEquals: { 'organizations:PolicyType': 'SERVICE_CONTROL_POLICY' } },
    },
  );

import { accountRootArn, iamRoleArn, identityCenterRolePattern } from '../../lib/arn';
import { PLATFORM_PATH, SERVICE_ROLE_PATH } from '../../lib/naming';
import { type PolicyDocument, type PolicyStatement, policyDocument } from '../policy-document';

/**
 * The organization's resource policy: the security account sees the tree and its guardrails, and changes none. Whoever guards
 * accounts must not be able to rewrite what guards their own, so no write is delegated, not even of tag or backup policies.
 * @param securityAccount id of the security account
 */
export const readOrganization = (securityAccount: string): PolicyDocument => {
  const allow = (Sid: string, Action: readonly string[]): PolicyStatement => ({
    Sid,
    Effect: 'Allow',
    Principal: { AWS: accountRootArn(securityAccount) },
    Action,
    Resource: '*',
    // The tree is a map for intruders: the security team, the pipeline and the blueprint's own functions read it, nothing else that runs there.
    Condition: {
      ArnLike: {
        'aws:PrincipalArn': [
          ...['SecurityAdmin', 'SecurityAuditor'].flatMap((set) => identityCenterRolePattern(set, securityAccount)),
          ...['plan', 'apply'].map((role) => iamRoleArn(securityAccount, PLATFORM_PATH, role)),
          iamRoleArn(securityAccount, SERVICE_ROLE_PATH, '*'),
        ],
      },
    },
  });
  return policyDocument(
    // A finding names an account by its id: whose it is, in which unit and who administers what there is the first question.
    allow('AllowReadingStructure', [
      'organizations:DescribeAccount',
      'organizations:DescribeOrganization',
      'organizations:DescribeOrganizationalUnit',
      'organizations:ListAccounts',
      'organizations:ListAccountsForParent',
      'organizations:ListChildren',
      'organizations:ListDelegatedAdministrators',
      'organizations:ListDelegatedServicesForAccount',
      'organizations:ListOrganizationalUnitsForParent',
      'organizations:ListParents',
      'organizations:ListRoots',
      'organizations:ListTagsForResource',
    ]),
    // The alarm on a changed guardrail names a policy by its id: what it says now, and where, must not need the management account.
    allow('AllowReadingPolicies', [
      'organizations:DescribeEffectivePolicy',
      'organizations:DescribePolicy',
      'organizations:DescribeResourcePolicy',
      'organizations:ListPolicies',
      'organizations:ListPoliciesForTarget',
      'organizations:ListTargetsForPolicy',
    ]),
  );
};

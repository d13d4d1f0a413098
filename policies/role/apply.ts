import { bucketArn, platformRoleArn } from '../../lib/arn';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { CLUSTER_PROVIDERS, IDENTITY_PROVIDER_ACTIONS } from '../scp/identity-provider-actions';

/**
 * What the apply role must not do, on top of AdministratorAccess. It deploys everything but the ground that it stands on:
 * the roles, users and bucket of the `*-state` stack. Escalation by rewriting its own trust or by chaining ends here.
 */
export const applyPolicy = (account: string, stateBucket: string, bootstrapRoleNames: readonly string[]): PolicyDocument =>
  policyDocument(
    {
      Sid: 'DenyChangingBootstrapRoles',
      Effect: 'Deny',
      Action: [
        'iam:AttachRolePolicy',
        'iam:DeleteRole*',
        'iam:DetachRolePolicy',
        'iam:PutRole*',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole*',
        'iam:CreateRole',
        'iam:PassRole',
      ],
      Resource: [
        ...(['plan', 'apply', 'break-glass'] as const).map((role) => platformRoleArn(account, role)),
        ...bootstrapRoleNames.map((name) => `arn:aws:iam::${account}:role/${name}`),
      ],
    },
    {
      Sid: 'DenyUsers',
      Effect: 'Deny',
      Action: [
        'iam:*AccessKey*',
        'iam:*LoginProfile*',
        'iam:*MFADevice*',
        'iam:*ServiceSpecificCredential*',
        'iam:*SigningCertificate*',
        'iam:*SSHPublicKey*',
        'iam:AddUserToGroup',
        'iam:AttachGroupPolicy',
        'iam:AttachUserPolicy',
        'iam:CreateUser',
        'iam:DeleteUser*',
        'iam:PutGroupPolicy',
        'iam:PutUser*',
        'iam:RemoveUserFromGroup',
        'iam:UpdateUser',
      ],
      Resource: '*',
    },
    // An EKS cluster's provider signs for its pods only; any other lets anybody in.
    { Sid: 'DenyIdentityProviders', Effect: 'Deny', Action: IDENTITY_PROVIDER_ACTIONS, NotResource: CLUSTER_PROVIDERS },
    {
      Sid: 'DenyStateBucketSettings',
      Effect: 'Deny',
      Action: [
        's3:DeleteBucket*',
        's3:PutBucket*',
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
        's3:PutReplicationConfiguration',
        's3:DeleteObjectVersion',
      ],
      Resource: [bucketArn(stateBucket), `${bucketArn(stateBucket)}/*`],
    },
    { Sid: 'DenyRoleChaining', Effect: 'Deny', Action: ['sts:AssumeRole', 'sts:AssumeRoot'], Resource: '*' },
    // As lasting as an identity provider, and in the management account no service control policy denies them.
    {
      Sid: 'DenyOtherWaysIn',
      Effect: 'Deny',
      Action: [
        'iam:AcceptDelegationRequest',
        'iam:AssociateDelegationRequest',
        'iam:CreateDelegationRequest',
        'iam:SendDelegationToken',
        'rolesanywhere:Create*',
        'rolesanywhere:Enable*',
        'rolesanywhere:Import*',
        'rolesanywhere:Update*',
      ],
      Resource: '*',
    },
  );

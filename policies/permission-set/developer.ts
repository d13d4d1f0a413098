import { INFERENCE_ACTIONS, inferenceProfiles } from '../bedrock-regions';
import type { PolicyStatement } from '../policy-document';
import { DEVELOPER_SERVICES } from './developer-services';
import type { PermissionSetContext } from './permission-set-context';

/** Work in the set's regions. The blueprint's own resources are out of reach by guardrails, not by leaving services out. */
export const allowDeveloperServices = ({ regions }: PermissionSetContext): PolicyStatement => ({
  Sid: 'AllowDeveloperServices',
  Effect: 'Allow',
  Action: DEVELOPER_SERVICES.map((service) => `${service}:*`),
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
});

/** The second authorization of the same call, in the region that the profile chose. */
export const allowInferenceProfiles = ({ regions }: PermissionSetContext): PolicyStatement => ({
  Sid: 'AllowInferenceProfiles',
  Effect: 'Allow',
  Action: INFERENCE_ACTIONS,
  Resource: 'arn:aws:bedrock:*::foundation-model/*',
  Condition: { ArnLike: { 'bedrock:InferenceProfileArn': inferenceProfiles(regions) } },
});

/** Services without a region of their own: delivery, names, prices, quotas, help. */
export const allowGlobalServices: PolicyStatement = {
  Sid: 'AllowGlobalServices',
  Effect: 'Allow',
  Action: [
    'cloudfront:*',
    'cloudfront-keyvaluestore:*',
    'ecr-public:Describe*',
    'ecr-public:Get*',
    'health:*',
    'notifications:*',
    'pricing:*',
    'q:*',
    'resource-explorer-2:*',
    'route53:*',
    'servicequotas:*',
    'sts:DecodeAuthorizationMessage',
    'sts:GetServiceBearerToken',
    'support:*',
  ],
  Resource: '*',
};

/** Use of keys; their own policies say which, and through which services. Grants are for AWS resources only. */
export const allowUsingKeys: PolicyStatement[] = [
  {
    Sid: 'AllowUsingKeys',
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:GenerateMac', 'kms:GetPublicKey', 'kms:ReEncrypt*', 'kms:Sign', 'kms:Verify*'],
    Resource: '*',
  },
  {
    Sid: 'AllowGrantsForServices',
    Effect: 'Allow',
    Action: ['kms:CreateGrant', 'kms:RevokeGrant'],
    Resource: '*',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  },
];

/** Roles of applications, only with the boundary: otherwise a new role could do what its maker cannot. */
export const allowApplicationRoles = ({ applicationPaths }: PermissionSetContext): PolicyStatement[] => {
  const under = (kind: string) => applicationPaths.map((path) => `arn:aws:iam::*:${kind}${path}*`);
  return [
    {
      Sid: 'AllowBoundedRoles',
      Effect: 'Allow',
      Action: ['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy', 'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy'],
      Resource: under('role'),
      Condition: { ArnLike: { 'iam:PermissionsBoundary': 'arn:aws:iam::*:policy/platform/developer-boundary' } },
    },
    {
      Sid: 'AllowApplicationRoles',
      Effect: 'Allow',
      Action: [
        'iam:AddRoleToInstanceProfile',
        'iam:CreateInstanceProfile',
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:DeleteInstanceProfile',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:DeleteRole',
        'iam:PassRole',
        'iam:RemoveRoleFromInstanceProfile',
        'iam:SetDefaultPolicyVersion',
        'iam:Tag*',
        'iam:Untag*',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole*',
        'sts:AssumeRole',
        'sts:TagSession',
      ],
      Resource: ['role', 'policy', 'instance-profile'].flatMap(under),
    },
    // The first load balancer, cluster or database of an account needs the role of its service.
    {
      Sid: 'AllowServiceLinkedRoles',
      Effect: 'Allow',
      Action: ['iam:CreateServiceLinkedRole', 'iam:PassRole'],
      Resource: 'arn:aws:iam::*:role/aws-service-role/*',
    },
  ];
};

import type { PolicyStatement } from '../policy-document';

/** What developers build with. Narrower than PowerUserAccess: no network, no keys, no organization. */
const SERVICES = [
  'apigateway:*',
  'application-autoscaling:*',
  'autoscaling:*',
  'cloudformation:*',
  'cloudwatch:*',
  'codebuild:*',
  'dynamodb:*',
  'ecr:*',
  'ecs:*',
  'eks:*',
  'elasticloadbalancing:*',
  'events:*',
  'firehose:*',
  'kinesis:*',
  'lambda:*',
  'logs:*',
  'rds:*',
  'resource-groups:*',
  's3:*',
  'scheduler:*',
  'secretsmanager:*',
  'servicediscovery:*',
  'sns:*',
  'sqs:*',
  'ssm:*',
  'ssmmessages:*',
  'states:*',
  'synthetics:*',
  'tag:*',
  'xray:*',
];

/** Work in the regions that are enabled, on the developers' own services. */
export const allowDeveloperServices = (regions: readonly string[]): PolicyStatement => ({
  Sid: 'AllowDeveloperServices',
  Effect: 'Allow',
  Action: SERVICES,
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
});

/** Instances and security groups of their own; the blueprint's network is out of reach by its tag. */
export const allowDeveloperCompute = (regions: readonly string[]): PolicyStatement => ({
  Sid: 'AllowDeveloperCompute',
  Effect: 'Allow',
  Action: [
    'ec2:AuthorizeSecurityGroup*',
    'ec2:CreateImage',
    'ec2:CreateLaunchTemplate*',
    'ec2:CreateSecurityGroup',
    'ec2:CreateSnapshot*',
    'ec2:CreateTags',
    'ec2:CreateVolume',
    'ec2:AttachVolume',
    'ec2:DeleteLaunchTemplate*',
    'ec2:DeleteSecurityGroup',
    'ec2:DeleteSnapshot',
    'ec2:DeleteTags',
    'ec2:DeleteVolume',
    'ec2:Describe*',
    'ec2:DetachVolume',
    'ec2:Get*',
    'ec2:ModifyInstanceAttribute',
    'ec2:ModifyLaunchTemplate',
    'ec2:RebootInstances',
    'ec2:RevokeSecurityGroup*',
    'ec2:RunInstances',
    'ec2:StartInstances',
    'ec2:StopInstances',
    'ec2:TerminateInstances',
    'ec2:UpdateSecurityGroupRule*',
  ],
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
});

/** Roles for workloads, never without the boundary: otherwise a new role could do what its maker cannot. */
export const allowBoundedRoles = (account: string): PolicyStatement[] => [
  {
    Sid: 'AllowCreatingBoundedRoles',
    Effect: 'Allow',
    Action: ['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy', 'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy'],
    Resource: `arn:aws:iam::${account}:role/app/*`,
    Condition: { ArnLike: { 'iam:PermissionsBoundary': 'arn:aws:iam::*:policy/platform/developer-boundary' } },
  },
  {
    Sid: 'AllowUsingRoles',
    Effect: 'Allow',
    Action: [
      'iam:DeleteRole',
      'iam:GetRole*',
      'iam:ListAttachedRolePolicies',
      'iam:ListRolePolicies',
      'iam:ListRoles',
      'iam:PassRole',
      'iam:TagRole',
      'iam:UntagRole',
      'iam:UpdateAssumeRolePolicy',
    ],
    Resource: `arn:aws:iam::${account}:role/app/*`,
  },
];

/** Not even in dev: the ways around the platform. */
export const denyPlatform: PolicyStatement = {
  Sid: 'DenyPlatform',
  Effect: 'Deny',
  Action: [
    'iam:DeleteRolePermissionsBoundary',
    'iam:CreateUser',
    'iam:CreateAccessKey',
    'organizations:*',
    'account:*',
    'kms:Put*',
    'kms:ScheduleKeyDeletion',
    'kms:CreateGrant',
  ],
  Resource: '*',
};

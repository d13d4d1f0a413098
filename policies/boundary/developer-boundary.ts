import { INFERENCE_ACTIONS, inferenceProfiles } from '../bedrock-regions';
import { NETWORK_CHANGES } from '../network-changes';
import { type PolicyDocument, type PolicyStatement, policyDocument } from '../policy-document';

/** Escalation by way of the network, the keys or the detection of others, or out of the organization. */
const denyPlatform: PolicyStatement = {
  Sid: 'DenyPlatform',
  Effect: 'Deny',
  Action: [
    ...NETWORK_CHANGES,
    'cloudtrail:Delete*',
    'cloudtrail:Put*',
    'cloudtrail:Stop*',
    'cloudtrail:Update*',
    'config:Delete*',
    'config:PutConfigurationRecorder',
    'config:PutDeliveryChannel',
    'config:Stop*',
    'guardduty:Create*',
    'guardduty:Delete*',
    'guardduty:Disassociate*',
    'guardduty:Stop*',
    'guardduty:Update*',
    'kms:Delete*',
    'kms:Disable*',
    'kms:PutKeyPolicy',
    'kms:ReplicateKey',
    'kms:ScheduleKeyDeletion',
    'kms:Update*',
    'network-firewall:*',
    'ram:Associate*',
    'ram:Create*',
    'ram:Update*',
    'rolesanywhere:*',
    's3:PutAccountPublicAccessBlock',
    'securityhub:BatchDisable*',
    'securityhub:Delete*',
    'securityhub:Disable*',
    'securityhub:Disassociate*',
    'sts:AssumeRoot',
    'wafv2:Delete*',
    'wafv2:Disassociate*',
    'wafv2:Update*',
  ],
  Resource: '*',
};

/**
 * Workloads use services; they never change identities, guardrails, networks or keys. It holds by itself: guardrails say the
 * same, but an account whose guardrails are not attached yet has this boundary already.
 */
export const developerBoundary = (regions: readonly string[], applicationPaths: readonly string[]): PolicyDocument =>
  policyDocument(
    {
      Sid: 'AllowServicesInOurRegions',
      Effect: 'Allow',
      NotAction: ['account:*', 'aws-portal:*', 'billing:*', 'iam:*', 'identitystore:*', 'organizations:*', 'sso:*', 'sso-directory:*'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
    },
    {
      Sid: 'AllowInferenceProfiles',
      Effect: 'Allow',
      Action: INFERENCE_ACTIONS,
      Resource: 'arn:aws:bedrock:*::foundation-model/*',
      Condition: { ArnLike: { 'bedrock:InferenceProfileArn': inferenceProfiles(regions) } },
    },
    {
      Sid: 'AllowPassingAppRoles',
      Effect: 'Allow',
      Action: ['iam:GetRole', 'iam:PassRole'],
      Resource: applicationPaths.map((path) => `arn:aws:iam::*:role${path}*`),
    },
    // Controllers that start nodes look for their profile.
    {
      Sid: 'AllowReadingProfiles',
      Effect: 'Allow',
      Action: 'iam:GetInstanceProfile',
      Resource: applicationPaths.map((path) => `arn:aws:iam::*:instance-profile${path}*`),
    },
    // Only AWS can use such a role; the first load balancer of an account needs one.
    { Sid: 'AllowServiceLinkedRoles', Effect: 'Allow', Action: 'iam:CreateServiceLinkedRole', Resource: 'arn:aws:iam::*:role/aws-service-role/*' },
    denyPlatform,
    // A grant for a role of one's choice decrypts later, unseen; those for volumes and databases are AWS's own.
    {
      Sid: 'DenyGrantsForPeople',
      Effect: 'Deny',
      Action: 'kms:CreateGrant',
      Resource: '*',
      Condition: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'false' } },
    },
    {
      Sid: 'DenyPlatformRoles',
      Effect: 'Deny',
      Action: 'sts:AssumeRole*',
      Resource: [
        'arn:aws:iam::*:role/platform/*',
        'arn:aws:iam::*:role/aws-reserved/*',
        'arn:aws:iam::*:role/AWSControlTowerExecution',
        'arn:aws:iam::*:role/OrganizationAccountAccessRole',
      ],
    },
    {
      Sid: 'DenyPlatformResources',
      Effect: 'Deny',
      Action: '*',
      Resource: [
        'arn:aws:lambda:*:*:function:platform-*',
        'arn:aws:logs:*:*:log-group:/platform/*',
        'arn:aws:s3:::*-state-????????????',
        'arn:aws:s3:::*-state-????????????/*',
        'arn:aws:secretsmanager:*:*:secret:platform/*',
        'arn:aws:ssm:*:*:parameter/platform/*',
      ],
    },
  );

import { INFERENCE_ACTIONS, inferenceProfiles } from '../bedrock-regions';
import { type PolicyDocument, policyDocument } from '../policy-document';

/** Workloads use services; they never change identities, guardrails, networks or keys. */
export const developerBoundary = (regions: readonly string[]): PolicyDocument =>
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
    { Sid: 'AllowPassingAppRoles', Effect: 'Allow', Action: ['iam:GetRole', 'iam:PassRole'], Resource: 'arn:aws:iam::*:role/app/*' },
    {
      // Escalation by way of the platform, the network or the keys of others.
      Sid: 'DenyPlatform',
      Effect: 'Deny',
      Action: [
        'ec2:AssociateRouteTable',
        'ec2:AttachInternetGateway',
        'ec2:CreateInternetGateway',
        'ec2:CreateNatGateway',
        'ec2:CreateNetworkAcl*',
        'ec2:CreateRoute*',
        'ec2:CreateSubnet',
        'ec2:CreateVpc*',
        'ec2:DeleteInternetGateway',
        'ec2:DeleteNatGateway',
        'ec2:DeleteNetworkAcl*',
        'ec2:DeleteRoute*',
        'ec2:DeleteSubnet',
        'ec2:DeleteVpc*',
        'ec2:DetachInternetGateway',
        'ec2:ModifySubnetAttribute',
        'ec2:ModifyVpc*',
        'ec2:ReplaceNetworkAcl*',
        'ec2:ReplaceRoute*',
        'kms:DisableKey',
        'kms:PutKeyPolicy',
        'kms:ScheduleKeyDeletion',
        'network-firewall:*',
        'wafv2:DeleteWebACL',
        'wafv2:UpdateWebACL',
      ],
      Resource: '*',
    },
    { Sid: 'DenyPlatformRoles', Effect: 'Deny', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/platform/*' },
  );

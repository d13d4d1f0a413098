import { iamRoleArn, identityCenterRolePattern } from '../../lib/arn';
import { RESPONSE_FUNCTION_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { type PolicyDocument, type PolicyStatement, policyDocument } from '../policy-document';
import { securityAccountTrust } from './trust';

/** The response function, and the security team, which undoes what it did; both of the security account and of this organization. */
export const responseTrust = (securityAccount: string, organizationId: string): PolicyDocument =>
  securityAccountTrust('AllowResponse', securityAccount, organizationId, {
    ArnLike: {
      'aws:PrincipalArn': [
        iamRoleArn(securityAccount, SERVICE_ROLE_PATH, RESPONSE_FUNCTION_ROLE),
        ...identityCenterRolePattern('SecurityAdmin', securityAccount),
      ],
    },
  });

const allow = (
  Sid: string,
  Action: readonly string[],
  Resource: string | readonly string[] = '*',
  Condition?: PolicyStatement['Condition'],
): PolicyStatement => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});

const QUARANTINE_ONLY = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Quarantine'] }, Null: { 'aws:TagKeys': 'false' } };

/** What each response does, and no more: no deletion, no new rule, no role but those that exist. */
export const responsePolicy = (account: string): PolicyDocument => {
  const ec2 = (...kinds: string[]) => kinds.map((kind) => `arn:aws:ec2:*:*:${kind}/*`);
  return policyDocument(
    allow('AllowLooking', [
      'cloudtrail:GetTrailStatus',
      'config:DescribeConfigurationRecorderStatus',
      'ec2:DescribeInstances',
      'ec2:DescribeSecurityGroupRules',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSnapshots',
      'ec2:GetManagedPrefixListEntries',
      'guardduty:GetDetector',
      'guardduty:ListDetectors',
      'iam:GetAccessKeyLastUsed',
      'iam:GetRole',
      'iam:GetRolePolicy',
      'iam:GetUser',
      'iam:GetUserPolicy',
      'iam:ListAccessKeys',
      'iam:ListAttachedRolePolicies',
      'iam:ListAttachedUserPolicies',
      's3:GetAccountPublicAccessBlock',
      's3:GetBucketPublicAccessBlock',
      's3:GetObjectTagging',
      's3:GetObjectVersionTagging',
      'securityhub:DescribeHub',
    ]),
    allow('AllowDisablingKeys', ['iam:PutUserPolicy', 'iam:UpdateAccessKey'], `arn:aws:iam::${account}:user/*`),
    allow('AllowRevokingSessions', ['iam:PutRolePolicy'], `arn:aws:iam::${account}:role/*`),
    // Where inline policies leave no room; this one alone, which gives nothing to anybody.
    allow('AllowCuttingOff', ['iam:AttachRolePolicy', 'iam:AttachUserPolicy'], [`arn:aws:iam::${account}:role/*`, `arn:aws:iam::${account}:user/*`], {
      ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AWSDenyAll' },
    }),
    allow(
      'AllowIsolating',
      ['ec2:CreateSecurityGroup', 'ec2:CreateSnapshots', 'ec2:ModifyNetworkInterfaceAttribute'],
      [...ec2('instance', 'network-interface', 'security-group', 'volume', 'vpc'), 'arn:aws:ec2:*::snapshot/*'],
    ),
    // No key of IAM says which option is set: the guardrail keeps it from everybody else.
    allow('AllowClosingMetadata', ['ec2:ModifyInstanceMetadataOptions'], ec2('instance')),
    allow('AllowClosingGroups', ['ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'], ec2('security-group')),
    allow('AllowMarking', ['ec2:CreateTags', 'ec2:DeleteTags'], ec2('instance', 'network-interface', 'security-group'), QUARANTINE_ONLY),
    // Snapshots get the tags of their volumes, too: their class above all.
    allow('AllowMarkingSnapshots', ['ec2:CreateTags'], 'arn:aws:ec2:*::snapshot/*', {
      StringEquals: { 'ec2:CreateAction': ['CreateSnapshot', 'CreateSnapshots'] },
    }),
    allow('AllowBlockingPublicAccess', ['s3:PutAccountPublicAccessBlock', 's3:PutBucketPublicAccessBlock']),
    allow('AllowMarkingObjects', ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'], 'arn:aws:s3:::*/*'),
    allow('AllowRestoringRecording', ['cloudtrail:StartLogging', 'config:StartConfigurationRecorder']),
    allow('AllowRestoringDetection', ['guardduty:CreateDetector', 'guardduty:UpdateDetector', 'securityhub:EnableSecurityHub']),
    // An inline policy may say anything: on the platform's own roles it would be the way to its rights, and a denial the end of them.
    {
      Sid: 'DenyPlatformIdentities',
      Effect: 'Deny',
      Action: ['iam:AttachRolePolicy', 'iam:AttachUserPolicy', 'iam:PutRolePolicy', 'iam:PutUserPolicy', 'iam:UpdateAccessKey'],
      Resource: [`arn:aws:iam::${account}:role/platform/*`, `arn:aws:iam::${account}:user/platform/*`],
    },
    ...['BlueprintNetwork', 'ResponseExempt'].map(
      (tag): PolicyStatement => ({
        Sid: `Deny${tag}`,
        Effect: 'Deny',
        Action: ['ec2:ModifyNetworkInterfaceAttribute', 'ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'],
        Resource: ec2('security-group'), // not interfaces: a template tags those as it likes, and an intruder in their instance would never be cut off
        Condition: { Null: { [`aws:ResourceTag/${tag}`]: 'false' } },
      }),
    ),
  );
};

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
      's3:GetAccountPublicAccessBlock',
      's3:GetBucketPublicAccessBlock',
      's3:GetObjectTagging',
      's3:GetObjectVersionTagging',
      'securityhub:DescribeHub',
    ]),
    allow('AllowDisablingKeys', ['iam:PutUserPolicy', 'iam:UpdateAccessKey'], `arn:aws:iam::${account}:user/*`),
    allow('AllowRevokingSessions', ['iam:PutRolePolicy'], `arn:aws:iam::${account}:role/*`),
    allow(
      'AllowIsolating',
      ['ec2:CreateSecurityGroup', 'ec2:CreateSnapshots', 'ec2:ModifyNetworkInterfaceAttribute'],
      [...ec2('instance', 'network-interface', 'security-group', 'volume', 'vpc'), 'arn:aws:ec2:*::snapshot/*'],
    ),
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
    // An inline policy may say anything: on the platform's own roles it would be the way to its rights.
    {
      Sid: 'DenyPlatformIdentities',
      Effect: 'Deny',
      Action: ['iam:PutRolePolicy', 'iam:PutUserPolicy', 'iam:UpdateAccessKey'],
      Resource: [`arn:aws:iam::${account}:role/platform/*`, `arn:aws:iam::${account}:user/platform/*`],
    },
    ...['BlueprintNetwork', 'ResponseExempt'].map(
      (tag): PolicyStatement => ({
        Sid: `Deny${tag}`,
        Effect: 'Deny',
        Action: ['ec2:ModifyNetworkInterfaceAttribute', 'ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'],
        Resource: '*',
        Condition: { Null: { [`aws:ResourceTag/${tag}`]: 'false' } },
      }),
    ),
  );
};

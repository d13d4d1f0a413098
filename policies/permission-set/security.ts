import { bucketArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';
import type { PermissionSetContext } from './permission-set-context';

/** Runs detection and hunting in the security account. */
export const allowSecurityServices = ({ regions }: PermissionSetContext): PolicyStatement => ({
  Sid: 'AllowSecurityServices',
  Effect: 'Allow',
  Action: [
    'access-analyzer:*',
    'athena:*',
    'cloudtrail:Describe*',
    'cloudtrail:Get*',
    'cloudtrail:List*',
    'cloudtrail:CancelQuery',
    'cloudtrail:LookupEvents',
    'cloudtrail:StartQuery',
    'cloudshell:*',
    'cloudwatch:*',
    'config:*',
    'detective:*',
    'events:*',
    'fms:Get*',
    'fms:List*',
    'glue:BatchGet*',
    'glue:Get*',
    'guardduty:*',
    'inspector2:*',
    'logs:*',
    'macie2:*',
    'security-ir:*',
    'securityhub:*',
    'securitylake:Get*',
    'securitylake:List*',
    'sns:*',
  ],
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
});

/** Copies of disks for forensics; shares with our own accounts only (guardrail DenyForeignSnapshotShares). */
export const allowForensics: PolicyStatement = {
  Sid: 'AllowForensics',
  Effect: 'Allow',
  Action: [
    'ebs:GetSnapshotBlock',
    'ebs:ListChangedBlocks',
    'ebs:ListSnapshotBlocks',
    'ec2:CopySnapshot',
    'ec2:CreateSnapshot*',
    'ec2:CreateTags',
    'ec2:CreateVolume',
    'ec2:DeleteVolume',
    'ec2:ModifySnapshotAttribute',
    'kms:CreateGrant',
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:GenerateDataKey*',
    'kms:ReEncrypt*',
    'organizations:Describe*',
    'organizations:List*',
  ],
  Resource: '*',
};

/** Evidence is read where it lies. */
export const allowReadingLogs = ({ logBuckets }: PermissionSetContext): PolicyStatement => ({
  Sid: 'AllowReadingLogs',
  Effect: 'Allow',
  Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
  Resource: logBuckets.flatMap((name) => [bucketArn(name), `${bucketArn(name)}/*`]),
});

/** Steps into an account to respond, by the one role that is made for it; an organization that had one names it security-response. */
export const allowResponse: PolicyStatement = {
  Sid: 'AllowResponse',
  Effect: 'Allow',
  Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
  Resource: ['arn:aws:iam::*:role/platform/service/security-response', 'arn:aws:iam::*:role/security-response'],
};

/** Steps into the archive to hunt, by the one role there that may read it and deletes nothing. */
export const allowHunting: PolicyStatement = {
  Sid: 'AllowHunting',
  Effect: 'Allow',
  Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
  Resource: 'arn:aws:iam::*:role/platform/service/hunting',
};

/** Proof for auditors: reports that the two managed policies lack. */
export const allowAuditing: PolicyStatement = {
  Sid: 'AllowAuditing',
  Effect: 'Allow',
  Action: [
    'access-analyzer:Get*',
    'access-analyzer:List*',
    'access-analyzer:ValidatePolicy',
    'account:Get*',
    'account:List*',
    'artifact:Get*',
    'artifact:List*',
    'backup:Describe*',
    'backup:List*',
    'cloudtrail:Get*',
    'cloudtrail:List*',
    'config:SelectResourceConfig',
    'detective:Get*',
    'detective:List*',
    'fms:Get*',
    'fms:List*',
    'guardduty:Get*',
    'guardduty:List*',
    'iam:GenerateCredentialReport',
    'iam:GenerateServiceLastAccessedDetails',
    'inspector2:BatchGet*',
    'inspector2:Get*',
    'inspector2:List*',
    'inspector2:Search*',
    'macie2:Describe*',
    'macie2:Get*',
    'macie2:List*',
    'network-firewall:Describe*',
    'network-firewall:List*',
    'organizations:Describe*',
    'observabilityadmin:Get*',
    'observabilityadmin:List*',
    'organizations:List*',
    'securityhub:BatchGet*',
    'securityhub:Describe*',
    'securityhub:Get*',
    'securityhub:List*',
    'securitylake:Get*',
    'securitylake:List*',
    'shield:Describe*',
    'shield:Get*',
    'shield:List*',
    'trustedadvisor:Describe*',
    'wellarchitected:Get*',
    'wellarchitected:List*',
  ],
  Resource: '*',
};

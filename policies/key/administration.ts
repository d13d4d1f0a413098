import { accountRootArn, platformRoleArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:Delete*',
  'kms:Describe*',
  'kms:Disable*',
  'kms:Enable*',
  'kms:Get*',
  'kms:List*',
  'kms:Put*',
  'kms:ReplicateKey',
  'kms:Revoke*',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:Update*',
];
/** The apply role has a statement of its own; break-glass has none: nothing may lock it out. It uses no key either, unless it first says so in the policy. */
const PLATFORM = ['apply', 'break-glass'] as const;
const USE = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*', 'kms:Sign', 'kms:GenerateMac'];

/** Administration by named roles only. CreateGrant is left out: a grant would let an administrator decrypt. */
export const allowKeyAdministration = ({ account, administrators }: KeyContext): PolicyStatement => ({
  Sid: 'AllowKeyAdministration',
  Effect: 'Allow',
  Principal: { AWS: accountRootArn(account) },
  Action: ADMINISTRATION,
  Resource: '*',
  Condition: { ArnLike: { 'aws:PrincipalArn': administrators } },
});

/** The plan role and auditors see every setting of the key, and nothing that it protects. */
export const allowReadingKeySettings = ({ account }: KeyContext): PolicyStatement => ({
  Sid: 'AllowReadingKeySettings',
  Effect: 'Allow',
  Principal: { AWS: accountRootArn(account) },
  Action: ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListResourceTags', 'kms:ListGrants'],
  Resource: '*',
});

/** Separation of duties: who administers keys cannot read what they protect, whatever else allows it, a grant included. */
export const denyUseByKeyAdministrators = ({ account, administrators }: KeyContext): PolicyStatement => ({
  Sid: 'DenyUseByKeyAdministrators',
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: [...USE, 'kms:CreateGrant'],
  Resource: '*',
  Condition: { ArnLike: { 'aws:PrincipalArn': administrators.filter((one) => !PLATFORM.some((role) => platformRoleArn(account, role) === one)) } },
});

/** The apply role deploys keys and what they encrypt; it administers them, so it reads nothing, but for the configuration of firewalls. */
export const denyDecryptingByApplyRole = ({ account, region }: KeyContext): PolicyStatement => ({
  Sid: 'DenyDecryptingByApplyRole',
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: ['kms:Decrypt', 'kms:ReEncryptFrom'],
  Resource: '*',
  Condition: {
    ArnLike: { 'aws:PrincipalArn': platformRoleArn(account, 'apply') },
    StringNotEquals: { 'kms:ViaService': `network-firewall.${region}.amazonaws.com` },
  },
});

/** Ransom by deletion: a scheduled or disabled key takes its data with it. Only break-glass may. */
export const denyKeyLoss = ({ account }: KeyContext): PolicyStatement => ({
  Sid: 'DenyKeyLoss',
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DeleteImportedKeyMaterial'],
  Resource: '*',
  Condition: { ArnNotLike: { 'aws:PrincipalArn': platformRoleArn(account, 'break-glass') } },
});

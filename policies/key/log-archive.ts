import { platformRoleArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

/** Services that deliver logs encrypt with the archive's key, for our trail and our accounts only. */
export const allowLogEncryption = (accounts: readonly string[], trailArn: string): PolicyStatement[] => [
  {
    Sid: 'AllowTrail',
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: 'kms:GenerateDataKey*',
    Resource: '*',
    // Every log file is encrypted for the trail that wrote it; nobody else can name our trail (CloudTrail user guide).
    Condition: { StringEquals: { 'kms:EncryptionContext:aws:cloudtrail:arn': trailArn } },
  },
  {
    // Checks of the key when the trail is made, and bucket keys, whose context is the bucket.
    Sid: 'AllowTrailSetup',
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: ['kms:GenerateDataKey*', 'kms:DescribeKey', 'kms:Decrypt'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceArn': trailArn } },
  },
  {
    Sid: 'AllowLogDelivery',
    Effect: 'Allow',
    Principal: { Service: ['config.amazonaws.com', 'delivery.logs.amazonaws.com'] },
    Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': accounts } },
  },
];

/** Whoever loses this key loses every log: policy changes, too, belong to break-glass once the key stands. */
export const denyLogKeyChange = ({ account }: KeyContext): PolicyStatement => ({
  Sid: 'DenyLogKeyChange',
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DeleteImportedKeyMaterial', 'kms:DisableKeyRotation'],
  Resource: '*',
  Condition: { ArnNotLike: { 'aws:PrincipalArn': platformRoleArn(account, 'break-glass') } },
});

import { platformRoleArn } from '../../lib/arn';
import { LOG_DELIVERIES, type LogDelivery, type LogSources, worksForUs } from '../bucket/log-delivery';
import type { PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

/** Services that deliver logs encrypt with the archive's key, for our trail and our accounts only. */
export const allowLogEncryption = (sources: LogSources): PolicyStatement[] => [
  {
    Sid: 'AllowTrail',
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: 'kms:GenerateDataKey*',
    Resource: '*',
    // Every log file is encrypted for the trail that wrote it; nobody else can name our trail (CloudTrail user guide).
    Condition: { StringEquals: { 'kms:EncryptionContext:aws:cloudtrail:arn': sources.trailArn } },
  },
  {
    // Checks of the key when the trail is made, and bucket keys, whose context is the bucket.
    Sid: 'AllowTrailSetup',
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: ['kms:GenerateDataKey*', 'kms:DescribeKey', 'kms:Decrypt'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceArn': sources.trailArn } },
  },
  ...accountServices().map((delivery) => ({
    Sid: `AllowDeliveryBy${delivery.principal === 'config.amazonaws.com' ? 'Config' : 'Logs'}`,
    Effect: 'Allow' as const,
    Principal: { Service: delivery.principal },
    Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
    Resource: '*',
    Condition: worksForUs(delivery, sources),
  })),
];

/** One of each service that works for accounts. */
const accountServices = (): LogDelivery[] => [
  ...new Map(
    Object.values(LOG_DELIVERIES)
      .filter(({ worksFor }) => worksFor === 'accounts')
      .map((delivery) => [delivery.principal, delivery]),
  ).values(),
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

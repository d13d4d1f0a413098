import { bucketArn } from '../../lib/arn';
import type { LogSource } from '../../lib/naming';
import type { Conditions, PolicyStatement } from '../policy-document';

/** How a source delivers its logs (AWS documentation of each service, read 2026-11). */
export interface LogDelivery {
  /** Who writes. */
  readonly principal: string;
  /** AWS Config and CloudTrail check the bucket before they write. */
  readonly bucketActions: readonly string[];
  /** Whether the bucket may have a default Object Lock retention: AWS Config does not deliver to one that has. */
  readonly objectLock: boolean;
}

export const LOG_DELIVERIES: Readonly<Record<LogSource, LogDelivery>> = {
  cloudtrail: { principal: 'cloudtrail.amazonaws.com', bucketActions: ['s3:GetBucketAcl'], objectLock: true },
  config: { principal: 'config.amazonaws.com', bucketActions: ['s3:GetBucketAcl', 's3:ListBucket'], objectLock: false },
  network: { principal: 'delivery.logs.amazonaws.com', bucketActions: ['s3:GetBucketAcl', 's3:ListBucket'], objectLock: true },
  // Resolver query logs take the same road as flow logs (Route 53 developer guide, "Resolver query logging").
  resolver: { principal: 'delivery.logs.amazonaws.com', bucketActions: ['s3:GetBucketAcl', 's3:ListBucket'], objectLock: true },
  waf: { principal: 'delivery.logs.amazonaws.com', bucketActions: ['s3:GetBucketAcl', 's3:ListBucket'], objectLock: true },
};

/** What the service may do for us: only for our own accounts (or trail), so that nobody else's service writes here. */
export function allowLogDelivery(bucket: string, source: LogSource, accounts: readonly string[], trailArn: string): PolicyStatement[] {
  const { principal, bucketActions } = LOG_DELIVERIES[source];
  const ours: Conditions = source === 'cloudtrail' ? { StringEquals: { 'aws:SourceArn': trailArn } } : { StringEquals: { 'aws:SourceAccount': accounts } };
  return [
    { Sid: 'AllowDeliveryCheck', Effect: 'Allow', Principal: { Service: principal }, Action: bucketActions, Resource: bucketArn(bucket), Condition: ours },
    { Sid: 'AllowDelivery', Effect: 'Allow', Principal: { Service: principal }, Action: 's3:PutObject', Resource: `${bucketArn(bucket)}/*`, Condition: ours },
  ];
}

/** A7: nobody who produces logs can delete them; nor can anybody else, but for break-glass. */
export const denyLogLoss = (bucket: string, breakGlass: string): PolicyStatement => ({
  Sid: 'DenyLogLoss',
  Effect: 'Deny',
  Principal: '*',
  Action: ['s3:DeleteBucket', 's3:DeleteObject*', 's3:BypassGovernanceRetention', 's3:PutObjectRetention', 's3:PutObjectLegalHold'],
  Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
  Condition: { ArnNotLike: { 'aws:PrincipalArn': breakGlass } },
});

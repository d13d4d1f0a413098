import { bucketArn } from '../../lib/arn';
import type { LogSource } from '../../lib/naming';
import type { Conditions, PolicyStatement } from '../policy-document';

/** How a source delivers its logs (AWS documentation of each service, read 2026-11). Policies of buckets and of the key are made from it. */
export interface LogDelivery {
  /** Who writes. */
  readonly principal: string;
  /** AWS Config and CloudTrail check the bucket before they write. */
  readonly bucketActions: readonly string[];
  /** What the service says that it works for: our trail, or something in one of our accounts. */
  readonly worksFor: 'trail' | 'accounts';
  /** ARN of what it works for in an account, where the service documents one. */
  readonly sourceArn?: (account: string) => string;
  /** Keys that it writes; `${aws:SourceAccount}` keeps accounts out of each other's folders. */
  readonly keys: (of: { readonly organizationId: string; readonly managementAccount: string }) => readonly string[];
  /** Beginning that the bucket's name must have. */
  readonly namePrefix?: string;
  /** Where the bucket must be: anywhere, or with the source. */
  readonly region: 'any' | 'of the source';
  /** What the service can write to. All five take a key of ours; access logs of load balancers and buckets do not, and stay in their accounts. */
  readonly encryption: 'customer-managed key';
  /** Whether the bucket may have a default Object Lock retention: AWS Config does not deliver to one that has. Its bucket is copied to one. */
  readonly objectLock: boolean;
}

/** Vended logs: flow logs, Network Firewall, Route 53 Resolver and AWS WAF take the same road (CloudWatch Logs user guide, "Enable logging from AWS services"). */
const VENDED = {
  principal: 'delivery.logs.amazonaws.com',
  bucketActions: ['s3:GetBucketAcl', 's3:ListBucket'],
  worksFor: 'accounts',
  sourceArn: (account: string) => `arn:aws:logs:*:${account}:*`,
  // A prefix of ours may come first, and flow logs write the account as a partition of Athena.
  keys: () => ['*AWSLogs/${aws:SourceAccount}/*', '*AWSLogs/aws-account-id=${aws:SourceAccount}/*'],
  region: 'any',
  encryption: 'customer-managed key',
  objectLock: true,
} as const satisfies LogDelivery;

export const LOG_DELIVERIES: Readonly<Record<LogSource, LogDelivery>> = {
  cloudtrail: {
    principal: 'cloudtrail.amazonaws.com',
    bucketActions: ['s3:GetBucketAcl'],
    worksFor: 'trail',
    // CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail": the management account's folder, and the organization's.
    keys: ({ organizationId, managementAccount }) => [`AWSLogs/${organizationId}/*`, `AWSLogs/${managementAccount}/*`],
    region: 'any',
    encryption: 'customer-managed key',
    objectLock: true,
  },
  config: {
    principal: 'config.amazonaws.com',
    bucketActions: ['s3:GetBucketAcl', 's3:ListBucket'],
    worksFor: 'accounts',
    keys: () => ['AWSLogs/${aws:SourceAccount}/Config/*'],
    region: 'any',
    encryption: 'customer-managed key',
    objectLock: false,
  },
  network: VENDED,
  resolver: VENDED,
  // Web ACLs in front of CloudFront log in us-east-1, where they are.
  waf: { ...VENDED, namePrefix: 'aws-waf-logs-', region: 'of the source' },
};

/** Whose services may write. */
export interface LogSources {
  readonly organizationId: string;
  readonly managementAccount: string;
  /** Ids of our accounts. */
  readonly accounts: readonly string[];
  readonly trailArn: string;
}

/** The service works for our trail or our accounts, and for nobody else (confused deputy). */
export function worksForUs({ worksFor, sourceArn }: LogDelivery, { accounts, trailArn }: LogSources): Conditions {
  if (worksFor === 'trail') return { StringEquals: { 'aws:SourceArn': trailArn } };
  return {
    StringEquals: { 'aws:SourceAccount': accounts },
    // The account is always there; the ARN, where the service names one, must be of the same kind.
    ...(sourceArn ? { ArnLikeIfExists: { 'aws:SourceArn': accounts.map(sourceArn) } } : {}),
  };
}

/** What the service may do for us: look whose bucket it is, and add objects where its own logs lie. It reads and deletes none. */
export function allowLogDelivery(bucket: string, source: LogSource, sources: LogSources): PolicyStatement[] {
  const delivery = LOG_DELIVERIES[source];
  const { principal, bucketActions, keys } = delivery;
  const Condition = worksForUs(delivery, sources);
  return [
    { Sid: 'AllowDeliveryCheck', Effect: 'Allow', Principal: { Service: principal }, Action: bucketActions, Resource: bucketArn(bucket), Condition },
    {
      Sid: 'AllowDelivery',
      Effect: 'Allow',
      Principal: { Service: principal },
      Action: 's3:PutObject',
      Resource: keys(sources).map((key) => `${bucketArn(bucket)}/${key}`),
      Condition,
    },
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

/** Evidence that somebody could add to is no evidence: only AWS services write, and whoever copies between our own buckets. */
export const denyForgedLogs = (bucket: string, writers: readonly string[]): PolicyStatement => ({
  Sid: 'DenyForgedLogs',
  Effect: 'Deny',
  Principal: '*',
  Action: ['s3:PutObject', 's3:PutObjectAcl', 's3:Replicate*'],
  Resource: `${bucketArn(bucket)}/*`,
  Condition: { ArnNotLike: { 'aws:PrincipalArn': writers }, Bool: { 'aws:PrincipalIsAWSService': 'false' } },
});

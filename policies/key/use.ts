import { accountRootArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

const CRYPTOGRAPHY = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*', 'kms:DescribeKey'];

/**
 * Principals of the account use the key through listed services only, so that a stolen role cannot decrypt a copied
 * ciphertext by itself. `*` with kms:CallerAccount is how AWS's own managed keys do it; it covers service-linked roles.
 */
export const allowUseThroughServices = ({ account, region }: KeyContext, services: readonly string[]): PolicyStatement => ({
  Sid: 'AllowUseThroughServices',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: CRYPTOGRAPHY,
  Resource: '*',
  Condition: {
    StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': services.map((service) => `${service}.${region}.amazonaws.com`) },
  },
});

/** Grants are what EBS, RDS and Auto Scaling work with; only AWS resources may get one, and only through a service. */
export const allowGrantsForServices = ({ account, region }: KeyContext, services: readonly string[]): PolicyStatement => ({
  Sid: 'AllowGrantsForServices',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: 'kms:CreateGrant',
  Resource: '*',
  Condition: {
    StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': services.map((service) => `${service}.${region}.amazonaws.com`) },
    Bool: { 'kms:GrantIsForAWSResource': 'true' },
  },
});

/** CloudWatch Logs encrypts the log groups of this account and region, told by the encryption context. */
export const allowCloudWatchLogs = ({ account, region }: KeyContext): PolicyStatement => ({
  Sid: 'AllowCloudWatchLogs',
  Effect: 'Allow',
  Principal: { Service: `logs.${region}.amazonaws.com` },
  Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*', 'kms:DescribeKey'],
  Resource: '*',
  Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` } },
});

/** CloudWatch alarms publish to encrypted topics of this account. */
export const allowCloudWatchAlarms = ({ account }: KeyContext): PolicyStatement => ({
  Sid: 'AllowCloudWatchAlarms',
  Effect: 'Allow',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceAccount': account } },
});

/** State: the apply role writes it, the plan role reads it, break-glass does both; nobody else decrypts it. */
export const allowStateRoles = ({ account }: KeyContext, readers: readonly string[], writers: readonly string[]): PolicyStatement[] => [
  {
    Sid: 'AllowReadingState',
    Effect: 'Allow',
    Principal: { AWS: accountRootArn(account) },
    Action: ['kms:Decrypt'],
    Resource: '*',
    Condition: { ArnLike: { 'aws:PrincipalArn': [...readers, ...writers] } },
  },
  {
    Sid: 'AllowWritingState',
    Effect: 'Allow',
    Principal: { AWS: accountRootArn(account) },
    // Readers write nothing but their lock object, which is encrypted, too.
    Action: ['kms:Encrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: { ArnLike: { 'aws:PrincipalArn': [...readers, ...writers] } },
  },
];

/** CloudFront decrypts objects for one distribution (origin access control, CloudFront developer guide). */
export const allowDistribution = (distributionArn: string): PolicyStatement => ({
  Sid: 'AllowDistribution',
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Action: 'kms:Decrypt',
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceArn': distributionArn } },
});

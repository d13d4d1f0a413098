import { accountRootArn } from '../../lib/arn';
import type { Conditions, PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

/** The one service whose data is configuration of the platform. */
export const FIREWALL = 'network-firewall';
const CRYPTOGRAPHY = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*', 'kms:DescribeKey'];

/** Whom a key opens for: ARN patterns of roles, or whoever the account's own policies let use the service. Administrators never. */
export type KeyUsers = 'account' | readonly string[];

const through = ({ account, region }: KeyContext, services: readonly string[]): Conditions['StringEquals'] => ({
  'kms:CallerAccount': account,
  'kms:ViaService': services.map((service) => `${service}.${region}.amazonaws.com`),
});

const whoever = ({ administrators }: KeyContext, users: KeyUsers): Conditions =>
  users === 'account' ? { ArnNotLike: { 'aws:PrincipalArn': administrators } } : { ArnLike: { 'aws:PrincipalArn': users } };

/**
 * Users use the key through listed services only, so that a stolen role cannot decrypt a copied ciphertext by itself. `*` with
 * kms:CallerAccount is how AWS's own managed keys do it; it covers service-linked roles, whose policies nobody can extend.
 */
export const allowUseThroughServices = (context: KeyContext, services: readonly string[], users: KeyUsers = 'account'): PolicyStatement => ({
  Sid: 'AllowUseThroughServices',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: CRYPTOGRAPHY,
  Resource: '*',
  Condition: { StringEquals: through(context, services), ...whoever(context, users) },
});

/** The same for a service that says what it works for: only for what is ours, and for nothing else that it encrypts. */
export const allowUseForContext = (
  context: KeyContext,
  sid: string,
  service: string,
  encryptionContext: readonly [key: string, pattern: string],
  users: KeyUsers = 'account',
): PolicyStatement => ({
  Sid: sid,
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: CRYPTOGRAPHY.filter((action) => action !== 'kms:DescribeKey'), // a description has no encryption context
  Resource: '*',
  Condition: {
    StringEquals: through(context, [service]),
    StringLike: { [`kms:EncryptionContext:${encryptionContext[0]}`]: encryptionContext[1] },
    ...whoever(context, users),
  },
});

/** Grants are what EBS, RDS and Auto Scaling work with; only AWS resources may get one, and only through a service. */
export const allowGrantsForServices = (context: KeyContext, services: readonly string[], users: KeyUsers = 'account'): PolicyStatement => ({
  Sid: 'AllowGrantsForServices',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: 'kms:CreateGrant',
  Resource: '*',
  Condition: { StringEquals: through(context, services), ...whoever(context, users), Bool: { 'kms:GrantIsForAWSResource': 'true' } },
});

/** Pipelines make tables, volumes and databases of a class without reading what is in them: they encrypt, and pass grants to AWS resources. */
export const allowBuilding = (context: KeyContext, services: readonly string[], builders: readonly string[]): PolicyStatement[] => [
  {
    Sid: 'AllowEncryptingByBuilders',
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncryptTo', 'kms:DescribeKey'],
    Resource: '*',
    Condition: { StringEquals: through(context, services), ...whoever(context, builders) },
  },
  { ...allowGrantsForServices(context, services, builders), Sid: 'AllowGrantsByBuilders' },
];

/** Firewall rules are configuration: whoever deploys them must see them again. */
export const allowReadingFirewalls = (context: KeyContext, builders: readonly string[]): PolicyStatement => ({
  Sid: 'AllowReadingFirewalls',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: 'kms:Decrypt',
  Resource: '*',
  Condition: { StringEquals: through(context, [FIREWALL]), ...whoever(context, builders) },
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

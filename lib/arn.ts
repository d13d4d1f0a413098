import { PLATFORM_PATH, type PlatformRole } from './naming';

export const iamRoleArn = (account: string, path: string, name: string): string => `arn:aws:iam::${account}:role${path}${name}`;
export const platformRoleArn = (account: string, role: PlatformRole): string => iamRoleArn(account, PLATFORM_PATH, role);
export const accountRootArn = (account: string): string => `arn:aws:iam::${account}:root`;
export const kmsAliasArn = (region: string, account: string, alias: string): string => `arn:aws:kms:${region}:${account}:${alias}`;
export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;
export const certificateArn = (region: string, account: string, id: string): string => `arn:aws:acm:${region}:${account}:certificate/${id}`;
export const vaultArn = (region: string, account: string, name: string): string => `arn:aws:backup:${region}:${account}:backup-vault:${name}`;
export const trailArn = (region: string, account: string, name: string): string => `arn:aws:cloudtrail:${region}:${account}:trail/${name}`;

/**
 * Pattern for the role that Identity Center makes of a permission set, in any account. Only AWS can create roles under
 * aws-reserved, so nobody can match it by naming a role. Where Identity Center lives in us-east-1 the path has no region.
 */
export const identityCenterRolePattern = (permissionSet: string, account = '*'): string[] => [
  `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_${permissionSet}_*`,
  `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_${permissionSet}_*`,
];
export const iamUserArn = (account: string, path: string, name: string): string => `arn:aws:iam::${account}:user${path}${name}`;
export const queueArn = (region: string, account: string, name: string): string => `arn:aws:sqs:${region}:${account}:${name}`;
export const topicArn = (region: string, account: string, name: string): string => `arn:aws:sns:${region}:${account}:${name}`;
export const tableArn = (region: string, account: string, name: string): string => `arn:aws:dynamodb:${region}:${account}:table/${name}`;
export const eventBusArn = (region: string, account: string, name: string): string => `arn:aws:events:${region}:${account}:event-bus/${name}`;
/** Product under which an account reports findings of its own to Security Hub (Security Hub user guide, "Using custom integrations"). */
export const ownProductArn = (region: string, account: string): string => `arn:aws:securityhub:${region}:${account}:product/${account}/default`;

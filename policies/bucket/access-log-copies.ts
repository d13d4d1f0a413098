import { bucketArn, iamRoleArn } from '../../lib/arn';
import { ACCESS_LOG_COPY_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import type { PolicyStatement } from '../policy-document';

/** Accounts whose access logs are copied, and the organization that they belong to. */
export interface CopiedAccounts {
  readonly organizationId: string;
  /** Their ids. */
  readonly accounts: readonly string[];
}

/** The role that S3 copies with in each account. */
export const accessLogCopiers = (accounts: readonly string[]): string[] =>
  accounts.map((account) => iamRoleArn(account, SERVICE_ROLE_PATH, ACCESS_LOG_COPY_ROLE));

/**
 * Copies of other accounts lie in the folder of the account that they come from, and belong to the archive (Amazon S3 user guide,
 * "Configuring replication for buckets in different accounts", read 2026-11; it lets the source change versioning here, too: nobody does).
 */
export const allowAccessLogCopies = (bucket: string, { organizationId, accounts }: CopiedAccounts): PolicyStatement => ({
  Sid: 'AllowAccessLogCopies',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
  // Access logs of buckets and load balancers, and those of distributions.
  Resource: ['*/${aws:PrincipalAccount}/*', '*aws-account-id=${aws:PrincipalAccount}/*'].map((key) => `${bucketArn(bucket)}/${key}`),
  Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId }, ArnLike: { 'aws:PrincipalArn': accessLogCopiers(accounts) } },
});

/** Copies are encrypted with the archive's key; whoever copies reads none. */
export const allowEncryptingAccessLogCopies = (region: string, { organizationId, accounts }: CopiedAccounts): PolicyStatement => ({
  Sid: 'AllowAccessLogCopies',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
  Resource: '*',
  Condition: {
    StringEquals: { 'aws:PrincipalOrgID': organizationId, 'kms:ViaService': `s3.${region}.amazonaws.com` },
    ArnLike: { 'aws:PrincipalArn': accessLogCopiers(accounts) },
  },
});

import { bucketArn } from '../../lib/arn';
import { LOG_KEY_ALIAS } from '../../lib/naming';
import { type PolicyDocument, policyDocument } from '../policy-document';

export interface AccessLogCopy {
  /** Buckets of access logs of the account. */
  readonly from: readonly string[];
  /** Bucket of the archive. */
  readonly to: string;
  readonly archive: string;
  readonly region: string;
}

/** S3 reads versions of the buckets of access logs, and adds them to the archive's (Amazon S3 user guide, "Setting up permissions for live replication"). */
export const copyAccessLogs = ({ from, to, archive, region }: AccessLogCopy): PolicyDocument =>
  policyDocument(
    { Sid: 'ReadSettings', Effect: 'Allow', Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'], Resource: from.map(bucketArn) },
    {
      Sid: 'ReadVersions',
      Effect: 'Allow',
      Action: ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
      Resource: from.map((bucket) => `${bucketArn(bucket)}/*`),
    },
    {
      Sid: 'WriteCopies',
      Effect: 'Allow',
      Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
      Resource: `${bucketArn(to)}/*`,
    },
    {
      Sid: 'UseKey',
      Effect: 'Allow',
      Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: `arn:aws:kms:${region}:${archive}:key/*`,
      Condition: {
        StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` },
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': LOG_KEY_ALIAS },
      },
    },
  );

import { bucketArn } from '../../lib/arn';
import { type PolicyDocument, policyDocument } from '../policy-document';

/** S3 reads versions of one bucket and writes them to another, and nothing else (S3 user guide, "Setting up permissions for live replication"). */
export const copyLogs = ({ from, to, keyArn, region }: { from: string; to: string; keyArn: string; region: string }): PolicyDocument =>
  policyDocument(
    { Sid: 'ReadSettings', Effect: 'Allow', Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'], Resource: bucketArn(from) },
    {
      Sid: 'ReadVersions',
      Effect: 'Allow',
      Action: ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
      Resource: `${bucketArn(from)}/*`,
    },
    { Sid: 'WriteCopies', Effect: 'Allow', Action: ['s3:ReplicateObject', 's3:ReplicateTags'], Resource: `${bucketArn(to)}/*` },
    {
      Sid: 'UseKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: keyArn,
      Condition: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
    },
  );

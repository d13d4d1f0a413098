import { bucketArn } from '../../lib/arn';
import { type PolicyDocument, type PolicyStatement, policyDocument } from '../policy-document';
import { caretakers, custodians, restoreRole } from '../resource/custodians';
import { denyOthers } from '../resource/perimeter';
import { denyReportsByOthers } from './backups';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

export interface DataBucket {
  readonly bucket: string;
  readonly account: string;
  readonly organizationId: string;
  /** Gateway endpoint of S3 in the environment's VPC. */
  readonly endpointId: string;
  readonly keyArn: string;
  /** ARNs of the roles that read and write objects. */
  readonly readers: readonly string[];
  readonly writers: readonly string[];
  /** Those among them that work from outside the VPC. */
  readonly remote: readonly string[];
  /** CloudFront distribution that reads objects. */
  readonly distributionArn?: string;
}

const READING = ['s3:GetObject*', 's3:RestoreObject'];
/** Every way to change or lose an object. */
export const WRITING = ['s3:AbortMultipartUpload', 's3:DeleteObject*', 's3:PutObject*', 's3:ReplicateDelete', 's3:ReplicateObject'];
const SETTINGS = [
  's3:DeleteBucket*',
  's3:PutBucketAcl',
  's3:PutBucketLogging',
  's3:PutBucketOwnershipControls',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketVersioning',
  's3:PutBucketWebsite',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
];

/** A read succeeds only for a named role, by TLS 1.2, through our endpoint, from our organization, when the key agrees, too. */
export function dataBucketPolicy(of: DataBucket): PolicyDocument {
  const { bucket, account, readers, writers } = of;
  const objects = `${bucketArn(bucket)}/*`;
  const restore = restoreRole(account);
  return policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, of.organizationId),
    denyOthers('DenyReadingByOthers', { arn: objects, actions: READING }, [...readers, ...caretakers(account), restore]),
    denyOthers('DenyWritingByOthers', { arn: objects, actions: WRITING }, [...writers, restore]),
    denyOtherWays(of),
    denyOtherKeys(of),
    denyOthers('DenySettingsByOthers', { arn: bucketArn(bucket), actions: SETTINGS }, custodians(account)),
    denyReportsByOthers(bucket, account),
    ...(of.distributionArn ? [allowDistribution(of, of.distributionArn)] : []),
  );
}

/** Stolen credentials are used from elsewhere. What a service does in a role's name (Athena) does not pass our endpoint. */
const denyOtherWays = ({ bucket, account, endpointId, remote }: DataBucket): PolicyStatement => ({
  Sid: 'DenyOtherWays',
  Effect: 'Deny',
  Principal: '*',
  Action: [...READING, ...WRITING, 's3:ListBucket*'],
  Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
  Condition: {
    StringNotEqualsIfExists: { 'aws:SourceVpce': endpointId },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false', 'aws:ViaAWSService': 'false' },
    // The pipeline lists when it refreshes its state; reading and writing are denied to it above.
    ArnNotLike: { 'aws:PrincipalArn': [...remote, ...caretakers(account), restoreRole(account), ...custodians(account)] },
  },
});

/** Ransom: an object under the attacker's key is lost to us. Without a header the bucket's own key encrypts. */
const denyOtherKeys = ({ bucket, keyArn }: DataBucket): PolicyStatement => ({
  Sid: 'DenyOtherKeys',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:PutObject',
  Resource: `${bucketArn(bucket)}/*`,
  Condition: {
    StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn },
    Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
  },
});

/** Origin access control: CloudFront reads for our distribution only (CloudFront developer guide). */
const allowDistribution = ({ bucket }: DataBucket, distributionArn: string): PolicyStatement => ({
  Sid: 'AllowDistribution',
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Action: 's3:GetObject',
  Resource: `${bucketArn(bucket)}/*`,
  Condition: { StringEquals: { 'aws:SourceArn': distributionArn } },
});

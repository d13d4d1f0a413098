import { bucketArn } from '../../lib/arn';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { custodians } from '../resource/custodians';
import { denyOthers } from '../resource/perimeter';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

const WRITING = ['s3:AbortMultipartUpload', 's3:DeleteObject*', 's3:PutObject*', 's3:ReplicateDelete', 's3:ReplicateObject'];
const SETTINGS = ['s3:DeleteBucket*', 's3:PutBucket*', 's3:PutEncryptionConfiguration', 's3:PutLifecycleConfiguration', 's3:PutReplicationConfiguration'];

/** Whoever empties the list of indicators hides from every hunt: only the pipeline writes it. What stands in it is in the repository. */
export const indicatorBucketPolicy = (bucket: string, account: string, organizationId: string): PolicyDocument =>
  policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, organizationId),
    denyOthers('DenyWritingByOthers', { arn: `${bucketArn(bucket)}/*`, actions: WRITING }, custodians(account)),
    denyOthers('DenySettingsByOthers', { arn: bucketArn(bucket), actions: SETTINGS }, custodians(account)),
  );

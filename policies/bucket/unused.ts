import { bucketArn } from '../../lib/arn';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { custodians } from '../resource/custodians';
import { denyOthers } from '../resource/perimeter';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

/** A bucket that nothing works with: the account's principals may look inside (which alarms), nobody but the pipeline changes it. */
export const unusedBucketPolicy = (bucket: string, account: string, organizationId: string): PolicyDocument =>
  policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, organizationId),
    denyOthers(
      'DenyChangesByOthers',
      { arn: [bucketArn(bucket), `${bucketArn(bucket)}/*`], actions: ['s3:DeleteBucket*', 's3:DeleteObject*', 's3:PutBucket*', 's3:PutObject*'] },
      custodians(account),
    ),
  );

import { bucketArn } from '../../lib/arn';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { custodians } from '../resource/custodians';
import { denyOthers } from '../resource/perimeter';
import { denyReportsByOthers } from './backups';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

/** Notifications are for AWS Backup, too: a bucket without backups among others that have them would stand out. */
const CHANGES = [
  's3:DeleteBucket*',
  's3:DeleteObject*',
  's3:PutBucketAcl',
  's3:PutBucketCORS',
  's3:PutBucketLogging',
  's3:PutBucketO*',
  's3:PutBucketP*',
  's3:PutBucketRequestPayment',
  's3:PutBucketTagging',
  's3:PutBucketVersioning',
  's3:PutBucketWebsite',
  's3:PutObject*',
];

/** A bucket that nothing works with: the account's principals may look inside (which alarms), nobody but the pipeline changes it. */
export const unusedBucketPolicy = (bucket: string, account: string, organizationId: string): PolicyDocument =>
  policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, organizationId),
    denyOthers('DenyChangesByOthers', { arn: [bucketArn(bucket), `${bucketArn(bucket)}/*`], actions: CHANGES }, custodians(account)),
    denyReportsByOthers(bucket, account),
  );

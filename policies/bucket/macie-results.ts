import { bucketArn, platformRoleArn } from '../../lib/arn';
import type { Conditions } from '../policy-document';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { denyLogLoss } from './log-delivery';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

export interface MacieResultsDelivery {
  readonly bucket: string;
  readonly account: string;
  readonly organizationId: string;
  readonly keyArn: string;
  /** Macie's service principals. */
  readonly principals: readonly string[];
}

/** Results come from our own account's jobs and automated discovery alone (Macie user guide, Storing and retaining sensitive data discovery results). */
export const ofMacie = (account: string): Conditions => ({
  StringEquals: { 'aws:SourceAccount': account },
  ArnLike: { 'aws:SourceArn': [`arn:aws:macie2:*:${account}:export-configuration:*`, `arn:aws:macie2:*:${account}:classification-job/*`] },
});

/** Macie writes where personal data lies, under our key, and nobody takes that record away. */
export const macieResultsPolicy = ({ bucket, account, organizationId, keyArn, principals }: MacieResultsDelivery): PolicyDocument =>
  policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, organizationId),
    denyLogLoss(bucket, platformRoleArn(account, 'break-glass')),
    {
      // A result under another key would be unreadable for us, or readable for somebody else.
      Sid: 'DenyOtherKeys',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `${bucketArn(bucket)}/*`,
      Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn } },
    },
    {
      Sid: 'AllowMacieLocation',
      Effect: 'Allow',
      Principal: { Service: [...principals] },
      Action: 's3:GetBucketLocation',
      Resource: bucketArn(bucket),
      Condition: ofMacie(account),
    },
    {
      Sid: 'AllowMacieResults',
      Effect: 'Allow',
      Principal: { Service: [...principals] },
      Action: 's3:PutObject',
      Resource: `${bucketArn(bucket)}/*`,
      Condition: ofMacie(account),
    },
  );

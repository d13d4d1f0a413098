import { bucketArn, platformRoleArn } from '../../lib/arn';
import { type Conditions, type PolicyDocument, policyDocument } from '../policy-document';
import { denyForgedLogs, denyLogLoss } from './log-delivery';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

export interface FindingsDelivery {
  readonly bucket: string;
  /** Id of the log archive, whose bucket it is. */
  readonly archive: string;
  /** Id of the security account, whose detectors export. */
  readonly security: string;
  readonly organizationId: string;
  /** Where bucket and key are; both must be in one region. */
  readonly region: string;
  /** GuardDuty's service principals. */
  readonly principals: readonly string[];
}

/** GuardDuty works for a detector of the security account, and for nobody else's (GuardDuty user guide, "Exporting generated findings"). */
export const ofGuardDuty = (security: string): Conditions => ({
  StringEquals: { 'aws:SourceAccount': security },
  ArnLike: { 'aws:SourceArn': `arn:aws:guardduty:*:${security}:detector/*` },
});

/** GuardDuty forgets findings after 90 days. Here it adds them for all accounts, under the security account's key; nobody adds others or takes them away. */
export const findingsPolicy = ({ bucket, archive, security, organizationId, region, principals }: FindingsDelivery): PolicyDocument => {
  const breakGlass = platformRoleArn(archive, 'break-glass');
  const Condition = ofGuardDuty(security);
  const Principal = { Service: [...principals] };
  return policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, organizationId),
    denyLogLoss(bucket, breakGlass),
    denyForgedLogs(bucket, [breakGlass]),
    {
      // A finding under another key would be unreadable for us, or readable for somebody else. Which of its keys, only `security` knows.
      Sid: 'DenyOtherKeys',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `${bucketArn(bucket)}/*`,
      Condition: { ArnNotLike: { 's3:x-amz-server-side-encryption-aws-kms-key-id': `arn:aws:kms:${region}:${security}:key/*` } },
    },
    { Sid: 'AllowFindingsLocation', Effect: 'Allow', Principal, Action: 's3:GetBucketLocation', Resource: bucketArn(bucket), Condition },
    { Sid: 'AllowFindings', Effect: 'Allow', Principal, Action: 's3:PutObject', Resource: `${bucketArn(bucket)}/AWSLogs/*`, Condition },
  );
};

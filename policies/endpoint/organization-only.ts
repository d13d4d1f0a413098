import { awsOwnedBucketObjects } from '../../config/aws-owned-buckets';
import { type PolicyDocument, policyDocument } from '../policy-document';

/** Through this endpoint only our principals pass, so that stolen foreign credentials cannot carry data out of the VPC. */
export const organizationOnly = (organizationId: string): PolicyDocument =>
  policyDocument({
    Sid: 'AllowOurPrincipals',
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
  });

/** S3 besides: our principals reach our buckets, and everybody reads the AWS buckets that everyday work needs. */
export const organizationBucketsOnly = (organizationId: string, region: string): PolicyDocument =>
  policyDocument(
    {
      Sid: 'AllowOurPrincipalsOnOurBuckets',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId, 'aws:ResourceOrgID': organizationId } },
    },
    {
      Sid: 'AllowReadingAwsBuckets',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: awsOwnedBucketObjects(region),
    },
  );

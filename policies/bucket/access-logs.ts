import { bucketArn, platformRoleArn } from '../../lib/arn';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { denyForgedLogs, denyLogLoss } from './log-delivery';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

export interface AccessLogDelivery {
  readonly bucket: string;
  readonly account: string;
  readonly organizationId: string;
  /** ARN pattern of the buckets that are logged. */
  readonly sources: string;
}

/** Services write the logs of this account and nobody takes them away (S3, Elastic Load Balancing and CloudFront guides, read 2026-11). */
export const accessLogPolicy = ({ bucket, account, organizationId, sources }: AccessLogDelivery): PolicyDocument =>
  policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, organizationId),
    denyLogLoss(bucket, platformRoleArn(account, 'break-glass')),
    denyForgedLogs(bucket, [platformRoleArn(account, 'break-glass')]),
    {
      Sid: 'AllowServerAccessLogs',
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${bucketArn(bucket)}/s3/*`,
      Condition: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': sources } },
    },
    {
      // Elastic Load Balancing documents no source key: the account's id in the path keeps others out.
      Sid: 'AllowLoadBalancerLogs',
      Effect: 'Allow',
      Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${bucketArn(bucket)}/load-balancer/*/AWSLogs/${account}/*`,
    },
    {
      // CloudFront reports from us-east-1, wherever the bucket is.
      Sid: 'AllowDistributionLogs',
      Effect: 'Allow',
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${bucketArn(bucket)}/*`,
      Condition: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': `arn:aws:logs:us-east-1:${account}:delivery-source:*` } },
    },
  );

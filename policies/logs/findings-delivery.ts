import { MASKING_FINDINGS } from '../../lib/naming';
import { type PolicyDocument, policyDocument } from '../policy-document';

/** Findings of data protection take the road of vended logs: its service writes into this one group, for this account (CloudWatch Logs user guide, Logs sent to CloudWatch Logs). */
export const findingsDeliveryPolicy = (account: string, region: string): PolicyDocument =>
  policyDocument({
    Sid: 'AllowFindings',
    Effect: 'Allow',
    Principal: { Service: 'delivery.logs.amazonaws.com' },
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: `arn:aws:logs:${region}:${account}:log-group:${MASKING_FINDINGS}:log-stream:*`,
    Condition: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': `arn:aws:logs:${region}:${account}:*` } },
  });

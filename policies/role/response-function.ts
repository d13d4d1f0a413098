import { iamRoleArn } from '../../lib/arn';
import { QUARANTINE_ROLE, RESPONSE_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { type PolicyDocument, policyDocument } from '../policy-document';

/** AWS Lambda for this account; AWS documents no source condition for it, so one that it does not send must not stop responses. */
export const functionTrust = (account: string): PolicyDocument =>
  policyDocument({
    Sid: 'AllowFunction',
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { StringEqualsIfExists: { 'aws:SourceAccount': account } },
  });

export interface ResponseFunctionAccess {
  readonly organizationId: string;
  readonly managementAccount: string;
  readonly queueArn: string;
  readonly tableArn: string;
  readonly topicArn: string;
  readonly logGroupArn: string;
  /** The only namespace of metrics that it writes. */
  readonly namespace: string;
  /** ARN of the product under which it reports to Security Hub; left out where it does not. */
  readonly productArn?: string | undefined;
}

/** Its own queue, table, topic and log; everything else by the two roles that it assumes. */
export const responseFunctionPolicy = (of: ResponseFunctionAccess): PolicyDocument =>
  policyDocument(
    { Sid: 'AllowReceiving', Effect: 'Allow', Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], Resource: of.queueArn },
    { Sid: 'AllowLedger', Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:UpdateItem'], Resource: of.tableArn },
    { Sid: 'AllowTelling', Effect: 'Allow', Action: 'sns:Publish', Resource: of.topicArn },
    { Sid: 'AllowLogging', Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: `${of.logGroupArn}:log-stream:*` },
    {
      Sid: 'AllowMeasuring',
      Effect: 'Allow',
      Action: 'cloudwatch:PutMetricData',
      Resource: '*',
      Condition: { StringEquals: { 'cloudwatch:namespace': of.namespace } },
    },
    {
      Sid: 'AllowResponding',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: iamRoleArn('*', SERVICE_ROLE_PATH, RESPONSE_ROLE),
      Condition: { StringEquals: { 'aws:ResourceOrgID': of.organizationId } },
    },
    ...(of.productArn ? [{ Sid: 'AllowReporting', Effect: 'Allow' as const, Action: 'securityhub:BatchImportFindings', Resource: of.productArn }] : []),
    { Sid: 'AllowQuarantine', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: iamRoleArn(of.managementAccount, SERVICE_ROLE_PATH, QUARANTINE_ROLE) },
  );

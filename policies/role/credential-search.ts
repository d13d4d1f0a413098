import { CREDENTIAL_SEARCH } from '../../lib/naming';
import { type PolicyDocument, policyDocument } from '../policy-document';

export interface CredentialSearchAccess {
  readonly account: string;
  readonly home: string;
  readonly regions: readonly string[];
  readonly logGroupArn: string;
  /** The only namespace of metrics that it writes. */
  readonly namespace: string;
}

/**
 * Reads what everybody may read who describes an account, and nothing that is kept as a secret: no value of Secrets Manager, no
 * SecureString (AWS KMS sees who asks: Parameter Store), no object, no code of a function. Writes findings, a metric and its log.
 */
export function credentialSearchPolicy({ account, home, regions, logGroupArn, namespace }: CredentialSearchAccess): PolicyDocument {
  const throughLambda = { 'kms:ViaService': regions.map((region) => `lambda.${region}.amazonaws.com`) };
  return policyDocument(
    {
      Sid: 'AllowLooking',
      Effect: 'Allow',
      // AWS names no resource for most of these (service authorization reference).
      Action: [
        'cloudformation:DescribeStacks',
        'ec2:DescribeInstanceAttribute',
        'ec2:DescribeInstances',
        'ec2:DescribeLaunchTemplateVersions',
        'ec2:DescribeLaunchTemplates',
        'ecs:DescribeTaskDefinition',
        'ecs:ListTaskDefinitions',
        'lambda:GetFunctionConfiguration',
        'lambda:ListFunctions',
        'securityhub:GetFindings',
        'ssm:DescribeParameters',
      ],
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
    },
    {
      Sid: 'AllowPlainParameters',
      Effect: 'Allow',
      Action: 'ssm:GetParameters',
      Resource: `arn:aws:ssm:*:${account}:parameter/*`,
      Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
    },
    {
      // Variables under a customer managed key are shown only to whom the key opens for (AWS Lambda developer guide, "Securing environment variables").
      Sid: 'AllowVariablesOfFunctions',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: `arn:aws:kms:*:${account}:key/*`,
      Condition: { StringEquals: throughLambda },
    },
    // Keys open for the whole account through services, by their own policies: those of data classes, and AWS's own of Parameter Store. Without
    // this, WithDecryption would be all that keeps the role from every SecureString.
    { Sid: 'DenyOtherDecryption', Effect: 'Deny', Action: 'kms:*', Resource: '*', Condition: { StringNotEquals: throughLambda } },
    {
      Sid: 'AllowTelling',
      Effect: 'Allow',
      Action: 'securityhub:BatchImportFindings',
      Resource: regions.map((region) => `arn:aws:securityhub:${region}:${account}:product/${account}/default`),
      Condition: { StringEquals: { 'securityhub:TargetAccount': account } },
    },
    {
      Sid: 'AllowMeasuring',
      Effect: 'Allow',
      Action: 'cloudwatch:PutMetricData',
      Resource: '*',
      Condition: { StringEquals: { 'cloudwatch:namespace': namespace } },
    },
    { Sid: 'AllowLogging', Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: `${logGroupArn}:log-stream:*` },
    { Sid: 'AllowGoingOn', Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: `arn:aws:lambda:${home}:${account}:function:${CREDENTIAL_SEARCH}` },
  );
}

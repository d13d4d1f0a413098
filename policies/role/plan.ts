import { bucketArn } from '../../lib/arn';
import { STATE_KEY_ALIAS } from '../../lib/naming';
import { type PolicyDocument, policyDocument } from '../policy-document';

/** On top of ReadOnlyAccess: the lock, the state, and no data. A leaked plan role must show configuration only. */
/** @param lists buckets of lists that Terraform writes as objects: it looks at them again at each plan */
export const planPolicy = (stateBucket: string, home: string, account: string, lists: readonly string[] = []): PolicyDocument =>
  policyDocument(
    {
      Sid: 'AllowLock',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:DeleteObject'],
      Resource: `${bucketArn(stateBucket)}/*.tflock`,
    },
    {
      Sid: 'AllowStateKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: `arn:aws:kms:${home}:${account}:key/*`,
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': STATE_KEY_ALIAS } },
    },
    // The provider asks for the organization's tag policies (tag_policy_compliance); ReadOnlyAccess does not know the action yet (read 2026-11).
    { Sid: 'AllowTagPolicies', Effect: 'Allow', Action: 'tag:ListRequiredTags', Resource: '*' },
    {
      Sid: 'DenyReadingData',
      Effect: 'Deny',
      Action: [
        'athena:GetQueryResults*',
        'cassandra:Select',
        'codecommit:GitPull',
        'codepipeline:GetJobDetails',
        'codepipeline:GetThirdPartyJobDetails',
        'cognito-identity:GetCredentialsForIdentity',
        'cognito-identity:GetOpenIdToken*',
        'cognito-idp:AdminGet*',
        'cognito-idp:AdminList*',
        'cognito-idp:ListUsers*',
        'dax:BatchGetItem',
        'dax:GetItem',
        'dax:Query',
        'dax:Scan',
        'dynamodb:BatchGetItem',
        'dynamodb:GetItem',
        'dynamodb:GetRecords',
        'dynamodb:PartiQLSelect',
        'dynamodb:Query',
        'dynamodb:Scan',
        'ec2:GetConsoleOutput',
        'ec2:GetConsoleScreenshot',
        'ec2:GetPasswordData',
        'ecr:GetDownloadUrlForLayer',
        'kinesis:GetRecords',
        'logs:FilterLogEvents',
        'logs:GetLogEvents',
        'logs:GetQueryResults',
        'logs:StartLiveTail',
        'logs:StartQuery',
        'rds:Download*',
        's3vectors:GetVectors',
        's3vectors:QueryVectors',
        'secretsmanager:BatchGetSecretValue',
        'secretsmanager:GetSecretValue',
        'sqs:ReceiveMessage',
        'ssm:GetParameter',
        'ssm:GetParameterHistory',
        'ssm:GetParameters',
        'ssm:GetParametersByPath',
        'states:GetExecutionHistory',
      ],
      Resource: '*',
    },
    {
      Sid: 'DenyReadingObjectsButState',
      Effect: 'Deny',
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      NotResource: lists.length > 0 ? [stateBucket, ...lists].map((bucket) => `${bucketArn(bucket)}/*`) : `${bucketArn(stateBucket)}/*`,
    },
    { Sid: 'DenyRoleChaining', Effect: 'Deny', Action: ['sts:AssumeRole', 'sts:AssumeRoot'], Resource: '*' },
  );

import { inferenceProfiles } from '../bedrock-regions';
import { PLATFORM_IDENTITIES } from '../guardrail-context';
import type { PolicyStatement } from '../policy-document';
import { GLOBAL_ACTIONS } from '../scp/global-actions';
import type { PermissionSetContext } from './permission-set-context';

/** A person in a hurry must not take the platform's place: its own roles and states stay with the pipeline and break-glass. */
export const denyPlatformRoles: PolicyStatement = {
  Sid: 'DenyPlatformRoles',
  Effect: 'Deny',
  NotAction: ['iam:Generate*', 'iam:Get*', 'iam:List*', 'iam:Simulate*'],
  Resource: [...PLATFORM_IDENTITIES, 'arn:aws:iam::*:policy/platform/*'],
};

/** Reading jobs read settings; data and credentials are nobody's to read by hand, whatever a managed policy adds one day. */
export const denyReadingData: PolicyStatement = {
  Sid: 'DenyReadingData',
  Effect: 'Deny',
  Action: [
    'athena:GetQueryResults*',
    'bedrock:GetKnowledgeBaseDocuments',
    'cleanrooms:GetProtectedQuery',
    'cloudwatch:GetRecords',
    'cloudwatch:GetSpaceCredentials*',
    'codecommit:GitPull',
    'codeconnections:Get*Token',
    'codepipeline:GetJobDetails',
    'codepipeline:GetThirdPartyJobDetails',
    'cognito-identity:Get*Token*',
    'cognito-identity:GetCredentialsForIdentity',
    'cognito-idp:DescribeUserPoolClient',
    'cognito-idp:ListUsers*',
    'datapipeline:QueryObjects',
    'dax:*Get*',
    'dax:Query',
    'dax:Scan',
    'dynamodb:BatchGetItem',
    'dynamodb:GetItem',
    'dynamodb:GetRecords',
    'dynamodb:PartiQL*',
    'dynamodb:Query',
    'dynamodb:Scan',
    'ec2:GetConsoleOutput',
    'ec2:GetConsoleScreenshot',
    'ec2:GetPasswordData',
    'ecr:GetDownloadUrlForLayer',
    'inspector2:BatchGetCodeSnippet',
    'kinesis:GetRecords',
    'kms:Decrypt',
    'lambda:GetFunction',
    'macie2:GetSensitiveDataOccurrences', // samples of what Macie found, in the clear
    'rds-data:*',
    'rds:Download*',
    's3:GetObject*',
    'secretsmanager:BatchGetSecretValue',
    'secretsmanager:GetSecretValue',
    'sqs:ReceiveMessage',
    'ssm:GetParameter*',
  ],
  Resource: '*',
};

/** Looking is left out, changing is not: what guardrails leave to clean-ups in other regions, a limit of a set need not. Merged, for the quota of a set. */
const LEFT_OUT: readonly string[] = [
  ...new Set(
    GLOBAL_ACTIONS.filter((action) => !/^ec2:(?!Describe)/.test(action)).map((action) =>
      action.replace(/^ec2:Describe.*/, 'ec2:Describe*').replace(/^s3:.*MultiRegion.*/, 's3:*MultiRegion*'),
    ),
  ),
];

/** What a set's own limits of services and regions leave out; its managed policies know neither. */
export const denyBeyondLimits = ({ services, regions, enabledRegions }: PermissionSetContext): PolicyStatement[] => [
  ...(services ? [{ Sid: 'DenyOtherServices', Effect: 'Deny' as const, NotAction: services.map((service) => `${service}:*`), Resource: '*' }] : []),
  ...(enabledRegions.some((region) => !regions.includes(region))
    ? [
        {
          Sid: 'DenyOtherRegions',
          Effect: 'Deny' as const,
          NotAction: LEFT_OUT,
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': regions }, ArnNotLike: { 'bedrock:InferenceProfileArn': inferenceProfiles(regions) } },
        },
      ]
    : []),
];

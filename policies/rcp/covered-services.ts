/**
 * Services whose resources hold data or code, have policies of their own, and answer to resource control policies (AWS Organizations
 * user guide, read 2026-11). Of EventBridge only what a bus policy can give away: partners put their events into buses of their own.
 * Kinesis, Lambda, SNS, S3 Express, S3 Tables and API Gateway do not answer: service control policies and the check of principals cover those.
 */
export const COVERED_ACTIONS: readonly string[] = [
  'aoss:*',
  'codeartifact:*',
  'codebuild:*',
  'dsql:*',
  'dynamodb:*',
  'ecr:*',
  'events:PutEvents',
  'events:PutRule',
  'events:PutTargets',
  'kms:*',
  'logs:*',
  's3:*',
  'secretsmanager:*',
  'sqs:*',
];

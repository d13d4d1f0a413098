import { APPLICATION, APPLY, DENIED, DEPLOY, INTRUDER, PLAN, person, record, role, service, serviceLinked, type TrailRecord, user } from './record';

const ELB = serviceLinked('elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing');
const SCALING = serviceLinked('autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling');
const CONFIG = serviceLinked('config.amazonaws.com/AWSServiceRoleForConfig');
const SIGN_IN = { eventType: 'AwsConsoleSignIn', responseElements: { ConsoleLogin: 'Success' }, additionalEventData: { MFAUsed: 'No' } };
const STATE = { bucketName: 'example-corp-prod-state-444444444444', key: 'prod/terraform.tfstate' };
const DATA = { eventCategory: 'Data', managementEvent: false };

/** What happens in an organization where nothing is wrong: none of it may raise an alarm. */
export const ORDINARY_DAY: readonly TrailRecord[] = [
  // Nightly: a plan of everything, and the apply of a pull request that was merged.
  ...['prod', 'dev', 'management', 'security'].flatMap((account) => [
    record(PLAN, account as 'prod', ['s3', 'GetObject'], STATE, DATA),
    record(PLAN, account as 'prod', ['iam', 'GetRole'], { roleName: 'backup' }),
    record(PLAN, account as 'prod', ['ec2', 'DescribeVpcs']),
    record(PLAN, account as 'prod', ['secretsmanager', 'GetSecretValue'], { secretId: 'x' }, DENIED),
  ]),
  record(
    () => ({ type: 'WebIdentityUser', userName: 'repo:example-corp/aws-security-blueprint:environment:prod' }),
    'prod',
    ['sts', 'AssumeRoleWithWebIdentity'],
    {
      roleArn: 'arn:aws:iam::444444444444:role/platform/apply',
    },
  ),
  ...(
    [
      ['ec2', 'CreateRoute'],
      ['ec2', 'CreateSecurityGroup'],
      ['ec2', 'AuthorizeSecurityGroupIngress'],
      ['ec2', 'CreateNetworkAclEntry'],
      ['ec2', 'DeleteFlowLogs'],
      ['iam', 'CreateRole'],
      ['iam', 'PutRolePolicy'],
      ['iam', 'CreatePolicyVersion'],
      ['iam', 'CreateOpenIDConnectProvider'],
      ['kms', 'PutKeyPolicy'],
      ['s3', 'PutBucketPolicy'],
      ['s3', 'PutBucketPublicAccessBlock'],
      ['s3', 'PutObject'],
      ['config', 'PutDeliveryChannel'],
      ['logs', 'PutRetentionPolicy'],
      ['guardduty', 'UpdateDetector'],
    ] as const
  ).map((call) => record(APPLY, 'prod', call)),
  ...(
    [
      ['organizations', 'CreateAccount'],
      ['sso', 'CreateAccountAssignment'],
      ['sso', 'PutInlinePolicyToPermissionSet'],
      ['logs', 'PutMetricFilter'],
      ['monitoring', 'PutMetricAlarm'],
      ['sns', 'Subscribe'],
    ] as const
  ).map((call) => record(APPLY, 'management', call)),
  // People come in and look; one mistypes a password, several meet a guardrail.
  ...['Developer', 'DeveloperReadOnly', 'SecurityAuditor', 'Billing'].flatMap((set) => [
    record(() => ({ type: 'SAMLUser', userName: 'alice' }), 'prod', ['sts', 'AssumeRoleWithSAML'], {
      principalArn: 'arn:aws:iam::444444444444:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE',
    }),
    record(person(set), 'prod', ['signin', 'ConsoleLogin'], null, SIGN_IN),
    record(person(set), 'prod', ['s3', 'ListBuckets']),
    record(person(set), 'prod', ['sts', 'GetCallerIdentity']),
    record(person(set), 'prod', ['cloudtrail', 'LookupEvents']),
    record(person(set), 'prod', ['ec2', 'DescribeSecurityGroups']),
  ]),
  record(user('break-glass-1'), 'management', ['signin', 'ConsoleLogin'], null, {
    ...SIGN_IN,
    responseElements: { ConsoleLogin: 'Failure' },
    errorMessage: 'Failed authentication',
  }),
  ...['iam', 's3', 'kms', 'ec2', 'rds'].map((one) => record(person('DeveloperReadOnly'), 'prod', [one, 'ListThings'], null, DENIED)),
  record(INTRUDER, 'prod', ['ec2', 'CreateDefaultVpc'], null, { errorCode: 'Client.UnauthorizedOperation' }),
  // Developers work by hand in dev.
  ...(
    [
      ['ec2', 'AuthorizeSecurityGroupIngress'],
      ['iam', 'CreateRole'],
      ['iam', 'AttachRolePolicy'],
      ['s3', 'PutBucketPolicy'],
      ['s3', 'PutBucketVersioning'],
      ['dynamodb', 'DeleteTable'],
      ['ssm', 'StartSession'],
      ['secretsmanager', 'GetSecretValue'],
      ['logs', 'DeleteLogGroup'],
      ['rds', 'ModifyDBInstance'],
      ['lambda', 'UpdateFunctionCode'],
    ] as const
  ).map((call) => record(person('Developer'), 'dev', call)),
  // Pipelines of applications deploy to prod.
  ...(
    [
      ['iam', 'CreateRole'],
      ['iam', 'PutRolePolicy'],
      ['s3', 'PutBucketPolicy'],
      ['s3', 'PutBucketVersioning'],
      ['ec2', 'CreateSecurityGroup'],
      ['ec2', 'ModifyImageAttribute'],
      ['ssm', 'SendCommand'],
      ['secretsmanager', 'GetSecretValue'],
      ['rds', 'ModifyDBInstance'],
      ['dynamodb', 'DeleteTable'],
      ['logs', 'PutRetentionPolicy'],
      ['ecs', 'UpdateService'],
    ] as const
  ).map((call) => record(DEPLOY, 'prod', call)),
  // Applications and services do their work.
  record(APPLICATION, 'prod', ['secretsmanager', 'GetSecretValue'], { secretId: 'prod/orders' }),
  record(APPLICATION, 'prod', ['kms', 'Decrypt']),
  record(role('app/rotate', 'rotation'), 'prod', ['secretsmanager', 'GetSecretValue'], { secretId: 'prod/orders' }),
  record(ELB, 'prod', ['ec2', 'AuthorizeSecurityGroupIngress']),
  record(ELB, 'prod', ['ec2', 'CreateSecurityGroup']),
  record(SCALING, 'prod', ['ec2', 'RunInstances']),
  record(CONFIG, 'prod', ['kms', 'ListGrants'], null, { errorCode: 'AccessDenied' }),
  record(serviceLinked('backup.amazonaws.com/AWSServiceRoleForBackup'), 'prod', ['backup', 'DeleteRecoveryPoint']),
  record(service('cloudtrail'), 'log-archive', ['s3', 'GetBucketAcl'], { bucketName: 'example-corp-logs-cloudtrail-222222222222' }),
  record(service('rds'), 'prod', ['secretsmanager', 'RotateSecret']),
  record(service('sso'), 'prod', ['iam', 'CreateRole']),
  record(service('sso'), 'prod', ['iam', 'PutRolePolicy']),
  record(service('ec2'), 'prod', ['kms', 'GenerateDataKey']),
  // The security team reads findings, archives some, hunts in the archive.
  record(person('SecurityAdmin'), 'security', ['securityhub', 'BatchUpdateFindings']),
  record(person('SecurityAdmin'), 'security', ['access-analyzer', 'CreateArchiveRule']),
  record(
    person('SecurityAuditor'),
    'log-archive',
    ['s3', 'GetObject'],
    { bucketName: 'example-corp-logs-cloudtrail-222222222222', key: 'AWSLogs/x.json.gz' },
    DATA,
  ),
  record(person('KeyAdmin'), 'prod', ['kms', 'DescribeKey']),
  record(person('NetworkAdmin'), 'prod', ['ec2', 'DescribeRouteTables']),
];

import { awsService, type Identity, type RecordOptions, roleSession, serviceLinked } from '../support/cloudtrail';
import type { OrdinaryRow } from './ordinary-day';

const app = (name: string, session: string) => (account: string) => roleSession(account, `/app/${name}`, session);
const linked = (service: string, role: string) => (account: string) => serviceLinked(account, `${service}.amazonaws.com`, role);
const aws = (service: string) => (): Identity => awsService(`${service}.amazonaws.com`);
const data =
  (bucket: string) =>
  (account: string): RecordOptions => ({ eventCategory: 'Data', requestParameters: { bucketName: `example-corp-${bucket}-${account}`, key: 'a/1.json' } });
const assume =
  (role: string) =>
  (account: string): RecordOptions => ({ requestParameters: { roleArn: `arn:aws:iam::${account}:role${role}`, roleSessionName: 's' }, sharedEventID: 'e' });
const ALL = ['management', 'log-archive', 'security', 'prod', 'dev', 'test'];
const WORKLOADS = ['prod', 'dev', 'test'];
const NIGHT = [1, 2, 3];

/** What applications and services of AWS do by themselves. */
export const ORDINARY_SERVICES: readonly OrdinaryRow[] = [
  // Roles are assumed by services all day
  ...WORKLOADS.flatMap((account): OrdinaryRow[] => [
    { in: account, who: aws('ec2'), calls: ['sts:AssumeRole'], with: assume('/app/web'), hours: [0, 6, 12, 18] },
    { in: account, who: aws('lambda'), calls: ['sts:AssumeRole'], with: assume('/app/orders'), hours: [1, 7, 13, 19] },
    { in: account, who: aws('ecs-tasks'), calls: ['sts:AssumeRole'], with: assume('/app/shop'), hours: [2, 14] },
    { in: account, who: aws('backup'), calls: ['sts:AssumeRole'], with: assume('/platform/service/backup'), hours: [2] },
    { in: account, who: aws('vpc-flow-logs'), calls: ['sts:AssumeRole'], with: assume('/platform/service/flow-logs'), hours: [3] },
    { in: account, who: aws('events'), calls: ['sts:AssumeRole'], with: assume('/platform/service/event-forwarding'), hours: [5, 15] },
  ]),
  ...ALL.map(
    (account): OrdinaryRow => ({
      in: account,
      who: aws('config'),
      calls: ['sts:AssumeRole'],
      with: assume('/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig'),
      hours: [4, 16],
    }),
  ),
  // Applications read what is theirs
  ...WORKLOADS.flatMap((account): OrdinaryRow[] => [
    {
      in: account,
      who: app('orders', 'orders'),
      calls: ['secretsmanager:GetSecretValue'],
      with: { requestParameters: { secretId: `${account}/shop/orders` } },
      hours: [0, 6, 12, 18],
    },
    {
      in: account,
      who: app('shop', 'task'),
      calls: ['ssm:GetParameters'],
      with: { requestParameters: { names: [`/${account}/shop/url`, `/${account}/shop/flags`], withDecryption: true } },
      hours: [6, 18],
    },
    {
      in: account,
      who: app('shop', 'task'),
      calls: ['ssm:GetParametersByPath'],
      with: { requestParameters: { path: `/${account}/shop/`, recursive: true } },
      hours: [7],
    },
    { in: account, who: app('orders', 'orders'), calls: ['s3:GetObject', 's3:PutObject', 's3:ListObjects'], with: data(`${account}-orders`), hours: [8, 20] },
    {
      in: account,
      who: app('orders', 'orders'),
      calls: ['kms:Decrypt', 'kms:GenerateDataKey'],
      with: { requestParameters: { encryptionContext: { app: 'orders' } } },
      hours: [8, 20],
    },
    {
      in: account,
      who: app('web', 'i-0123456789abcdef0'),
      calls: ['ssm:UpdateInstanceInformation', 'ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'logs:CreateLogStream', 'sts:GetCallerIdentity'],
      hours: [6],
    },
    { in: account, who: app('orders', 'orders'), calls: ['dynamodb:DescribeTable', 'sqs:GetQueueUrl', 'sns:ListTopics'], hours: [9] },
  ]),
  // Scaling, databases, certificates
  ...['prod', 'test'].flatMap((account): OrdinaryRow[] => [
    {
      in: account,
      who: linked('autoscaling', 'AWSServiceRoleForAutoScaling'),
      calls: [
        'ec2:RunInstances',
        'ec2:CreateTags',
        'ec2:TerminateInstances',
        'ec2:DescribeInstances',
        'elasticloadbalancing:RegisterTargets',
        'elasticloadbalancing:DeregisterTargets',
      ],
      hours: [6, 8, 18, 22],
    },
    {
      in: account,
      who: linked('ecs', 'AWSServiceRoleForECS'),
      calls: ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'elasticloadbalancing:RegisterTargets'],
      hours: [10],
    },
    {
      in: account,
      who: linked('rds', 'AWSServiceRoleForRDS'),
      calls: ['ec2:DescribeSecurityGroups', 'ec2:CreateNetworkInterface', 'kms:CreateGrant', 'secretsmanager:PutSecretValue', 'secretsmanager:GetSecretValue'],
      with: { requestParameters: { secretId: 'rds!db-1234' } },
      hours: [3],
    },
    {
      in: account,
      who: linked('elasticloadbalancing', 'AWSServiceRoleForElasticLoadBalancing'),
      calls: ['ec2:CreateNetworkInterface', 'ec2:DescribeSubnets'],
      hours: [11],
    },
  ]),
  ...WORKLOADS.map((account): OrdinaryRow => ({ in: account, who: aws('kms'), calls: ['kms:RotateKey'], with: { eventType: 'AwsServiceEvent' }, hours: [4] })),
  // Recording and detection look at everything
  ...ALL.flatMap((account): OrdinaryRow[] => [
    {
      in: account,
      who: linked('config', 'AWSServiceRoleForConfig'),
      calls: [
        'ec2:DescribeInstances',
        'iam:GetAccountAuthorizationDetails',
        'iam:ListRoles',
        'iam:GetRole',
        's3:GetBucketPolicy',
        's3:GetBucketAcl',
        'kms:ListGrants',
        'config:PutEvaluations',
        'config:PutConfigurationItems',
      ],
      hours: NIGHT,
    },
    {
      in: account,
      who: linked('securityhub', 'AWSServiceRoleForSecurityHub'),
      calls: ['config:PutConfigRule', 'config:DescribeConfigRules', 'cloudtrail:DescribeTrails', 'iam:GetCredentialReport'],
      hours: [2],
    },
    {
      in: account,
      who: linked('access-analyzer', 'AWSServiceRoleForAccessAnalyzer'),
      calls: ['iam:GetRole', 'iam:ListUsers', 's3:GetBucketPolicy', 'secretsmanager:GetResourcePolicy', 'kms:GetKeyPolicy', 'sqs:GetQueueAttributes'],
      hours: [3],
    },
    {
      in: account,
      who: linked('guardduty', 'AWSServiceRoleForAmazonGuardDuty'),
      calls: ['ec2:DescribeInstances', 'ec2:DescribeVpcEndpoints', 'organizations:DescribeOrganization'],
      hours: [3],
    },
    { in: account, who: aws('cloudtrail'), calls: ['s3:GetBucketAcl', 'kms:GenerateDataKey'], hours: [0, 12] },
    { in: account, who: aws('delivery.logs'), calls: ['kms:GenerateDataKey'], hours: [5] },
  ]),
  ...WORKLOADS.map(
    (account): OrdinaryRow => ({
      in: account,
      who: linked('macie', 'AWSServiceRoleForAmazonMacie'),
      calls: ['s3:GetObject', 's3:ListObjects'],
      with: data(`${account}-orders`),
      hours: [1],
    }),
  ),
  ...WORKLOADS.map(
    (account): OrdinaryRow => ({
      in: account,
      who: (id) => roleSession(id, '/platform/service/backup', 'AWSBackup-1'),
      calls: [
        'ec2:CreateSnapshot',
        'ec2:DeleteSnapshot',
        'rds:CreateDBSnapshot',
        'dynamodb:CreateBackup',
        'backup:CopyIntoBackupVault',
        'kms:CreateGrant',
        'ec2:CreateTags',
      ],
      hours: [2],
    }),
  ),
  { in: 'security', who: aws('guardduty'), calls: ['guardduty:CreateMembers'], with: { eventType: 'AwsServiceEvent' }, hours: [5] },
  { in: 'log-archive', who: aws('cloudtrail'), calls: ['s3:PutObject'], with: data('logs-cloudtrail'), hours: [0, 6, 12, 18] },
  { in: 'log-archive', who: aws('config'), calls: ['s3:PutObject'], with: data('logs-config'), hours: [0, 6, 12, 18] },
  { in: 'management', who: aws('organizations'), calls: ['organizations:ListAccounts'], hours: [1] },
  { in: 'management', who: linked('sso', 'AWSServiceRoleForSSO'), calls: ['iam:ListRoles', 'iam:GetSAMLProvider'], hours: [5] },
  { in: 'prod', who: linked('sso', 'AWSServiceRoleForSSO'), calls: ['iam:GetRole', 'iam:GetSAMLProvider', 'iam:ListRolePolicies'], hours: [5] },
];

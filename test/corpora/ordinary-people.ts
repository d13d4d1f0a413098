import { denied, type Identity, person, type RecordOptions, roleSession } from '../support/cloudtrail';
import { opens } from './opened-network';
import type { OrdinaryRow } from './ordinary-day';

const set =
  (permissionSet: string, name: string) =>
  (account: string): Identity =>
    person(account, permissionSet, name);
const pipeline = (role: string) => (account: string) => roleSession(account, `/platform/${role}`, 'github');
const CONSOLE: RecordOptions = { userAgent: 'Mozilla/5.0', sessionCredentialFromConsole: 'true' };
/** People sign in at Identity Center, which asks for the second factor: the record of the account says nothing of it. */
const SIGN_IN: RecordOptions = {
  eventType: 'AwsConsoleSignIn',
  responseElements: { ConsoleLogin: 'Success' },
  additionalEventData: { LoginTo: 'https://console.aws.amazon.com', MobileVersion: 'No', MFAUsed: 'No' },
};
const OWN_BUCKET = (account: string): RecordOptions => ({ requestParameters: { bucketName: `example-corp-dev-shop-${account}` } });

/** What people and pipelines do. */
export const ORDINARY_PEOPLE: readonly OrdinaryRow[] = [
  ...['dev', 'test', 'prod'].flatMap((account): OrdinaryRow[] => [
    {
      in: account,
      who: set(account === 'dev' ? 'Developer' : account === 'test' ? 'DeveloperOperator' : 'DeveloperReadOnly', 'alice'),
      calls: ['signin:ConsoleLogin'],
      with: SIGN_IN,
      hours: [7, 8, 11],
    },
    { in: account, who: set('SecurityAuditor', 'carol'), calls: ['signin:ConsoleLogin'], with: SIGN_IN, hours: [9] },
  ]),
  { in: 'management', who: set('Billing', 'bob'), calls: ['signin:ConsoleLogin'], with: SIGN_IN },
  // Identity Center
  {
    in: 'management',
    who: () => ({ userIdentity: { type: 'Unknown', principalId: '111111111111', accountId: '111111111111', userName: 'alice@example.com' } }),
    calls: ['sso:Authenticate', 'sso:Federate', 'sso:ListApplications'],
    with: { eventType: 'AwsServiceEvent', serviceEventDetails: { CredentialVerification: 'Success' } },
    hours: [7, 8, 9, 13],
  },
  {
    in: 'management',
    who: set('OrganizationAdmin', 'dave'),
    calls: [
      'organizations:DescribeOrganization',
      'organizations:ListAccounts',
      'organizations:ListPolicies',
      'organizations:DescribePolicy',
      'sso:ListAccountAssignments',
      'sso:DescribePermissionSet',
      'identitystore:ListUsers',
    ],
    with: CONSOLE,
  },
  {
    in: 'management',
    who: set('Billing', 'bob'),
    calls: ['ce:GetCostAndUsage', 'ce:GetCostForecast', 'budgets:ViewBudget', 'billing:GetBillingPreferences'],
    with: CONSOLE,
    hours: [9, 16],
  },
  // Pipelines: a plan and an apply in every account
  ...['management', 'log-archive', 'security', 'prod', 'dev', 'test'].flatMap((account): OrdinaryRow[] => [
    {
      in: account,
      who: () => ({
        userIdentity: {
          type: 'WebIdentityUser',
          principalId: 'arn:oidc',
          userName: 'repo:example-corp/aws-security-blueprint:environment:prod',
          identityProvider: 'token.actions.githubusercontent.com',
        },
      }),
      calls: ['sts:AssumeRoleWithWebIdentity'],
      with: (id) => ({ requestParameters: { roleArn: `arn:aws:iam::${id}:role/platform/plan`, roleSessionName: 'github' } }),
      hours: [10, 14],
    },
    {
      in: account,
      who: pipeline('plan'),
      calls: [
        'sts:GetCallerIdentity',
        'iam:GetRole',
        'iam:ListRolePolicies',
        'iam:GetRolePolicy',
        'kms:DescribeKey',
        'kms:GetKeyPolicy',
        's3:GetBucketPolicy',
        's3:GetBucketVersioning',
        'ec2:DescribeVpcs',
        'config:DescribeConfigurationRecorders',
        'logs:DescribeLogGroups',
        'secretsmanager:DescribeSecret',
      ],
      with: { userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.13' },
      hours: [10],
    },
    {
      in: account,
      who: pipeline('apply'),
      calls: [
        'iam:PutRolePolicy',
        'iam:UpdateAssumeRolePolicy',
        'iam:TagRole',
        'kms:PutKeyPolicy',
        's3:PutBucketPolicy',
        's3:PutBucketLifecycle',
        'logs:PutRetentionPolicy',
      ],
      with: { userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.13' },
      hours: [14],
    },
  ]),
  ...['prod', 'dev', 'test'].map(
    (account): OrdinaryRow => ({
      in: account,
      who: pipeline('apply'),
      calls: [
        'ec2:CreateRoute',
        'ec2:ModifyVpcEndpoint',
        'wafv2:UpdateWebACL',
        'wafv2:UpdateIPSet',
        'network-firewall:UpdateRuleGroup',
        'iam:CreatePolicyVersion',
      ],
      hours: [14],
    }),
  ),
  // Application pipelines and what they deploy
  ...['prod', 'test'].map(
    (account): OrdinaryRow => ({
      in: account,
      who: (id) => roleSession(id, '/app-deploy', 'github'),
      calls: [
        'lambda:UpdateFunctionCode20150331v2',
        'lambda:UpdateFunctionConfiguration20150331v2',
        'ecs:RegisterTaskDefinition',
        'ecs:UpdateService',
        'cloudformation:UpdateStack',
        'ecr:PutImage',
        'ecr:GetAuthorizationToken',
      ],
      hours: [10, 15],
    }),
  ),
  // Security groups: networks of ours, offices and partners
  ...['prod', 'dev', 'test'].flatMap((account) =>
    ['10.20.0.0/16', '203.0.113.0/24', '198.51.100.0/22'].map(
      (cidr, index): OrdinaryRow => ({ in: account, who: pipeline('apply'), ...opens(cidr), hours: [14 + index] }),
    ),
  ),
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '198.51.100.7/32'].map(
    (cidr, index): OrdinaryRow => ({ in: 'dev', who: set('Developer', 'alice'), ...opens(cidr, CONSOLE), hours: [9 + index] }),
  ),
  {
    in: 'dev',
    who: set('Developer', 'alice'),
    calls: ['ec2:ModifySecurityGroupRules'],
    with: {
      ...CONSOLE,
      requestParameters: {
        ModifySecurityGroupRulesRequest: {
          GroupId: 'sg-1',
          SecurityGroupRule: { SecurityGroupRuleId: 'sgr-1', SecurityGroupRule: { CidrIpv4: '203.0.113.0/25' } },
        },
      },
    },
    hours: [11],
  },
  // Developers work by hand in dev
  {
    in: 'dev',
    who: set('Developer', 'alice'),
    calls: [
      'ec2:DescribeInstances',
      'ec2:DescribeSecurityGroups',
      'ec2:RunInstances',
      'ec2:CreateSecurityGroup',
      'ec2:RevokeSecurityGroupIngress',
      'ec2:StopInstances',
      'ec2:TerminateInstances',
      'ec2:CreateTags',
      'ec2:CreateVolume',
    ],
    with: CONSOLE,
    hours: [9, 13],
  },
  {
    in: 'dev',
    who: set('Developer', 'erin'),
    calls: [
      'lambda:CreateFunction20150331',
      'lambda:UpdateFunctionCode20150331v2',
      'lambda:ListFunctions20150331',
      'logs:StartQuery',
      'logs:GetQueryResults',
      'logs:FilterLogEvents',
      'dynamodb:CreateTable',
      'dynamodb:DescribeTable',
      'sqs:CreateQueue',
      'sns:CreateTopic',
      'cloudformation:CreateStack',
      'cloudformation:DescribeStacks',
      'ecs:UpdateService',
    ],
    with: CONSOLE,
    hours: [10, 15],
  },
  {
    in: 'dev',
    who: set('Developer', 'alice'),
    calls: ['s3:CreateBucket', 's3:PutBucketTagging', 's3:PutBucketPolicy', 's3:GetBucketLocation', 's3:ListBuckets'],
    with: OWN_BUCKET,
    hours: [11],
  },
  {
    in: 'dev',
    who: set('Developer', 'erin'),
    calls: ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:PassRole', 'iam:GetRole', 'iam:ListRoles'],
    with: { requestParameters: { roleName: 'shop', path: '/app/', permissionsBoundary: 'arn:aws:iam::555555555555:policy/platform/developer-boundary' } },
    hours: [11],
  },
  {
    in: 'dev',
    who: set('Developer', 'alice'),
    calls: ['secretsmanager:GetSecretValue', 'secretsmanager:ListSecrets'],
    with: { requestParameters: { secretId: 'dev/shop/local' } },
    hours: [10, 16],
  },
  {
    in: 'dev',
    who: set('Developer', 'alice'),
    calls: ['ssm:GetParameter', 'ssm:PutParameter'],
    with: { requestParameters: { name: '/dev/shop/url' } },
    hours: [10],
  },
  { in: 'dev', who: set('Developer', 'erin'), calls: ['cloudshell:CreateEnvironment', 'cloudshell:PutCredentials'], with: CONSOLE },
  // Operators and readers, who are denied a thing or two: consoles ask for more than a person may see
  {
    in: 'test',
    who: set('DeveloperOperator', 'frank'),
    calls: [
      'ecs:DescribeServices',
      'ecs:UpdateService',
      'logs:GetLogEvents',
      'cloudwatch:GetMetricData',
      'ec2:DescribeInstances',
      'rds:DescribeDBInstances',
      'states:StartExecution',
    ],
    with: CONSOLE,
    hours: [9, 14],
  },
  {
    in: 'prod',
    who: set('DeveloperReadOnly', 'alice'),
    calls: [
      'ec2:DescribeInstances',
      'ecs:DescribeServices',
      'logs:FilterLogEvents',
      'monitoring:GetMetricData',
      'monitoring:DescribeAlarms',
      'rds:DescribeDBInstances',
      's3:ListBuckets',
      'lambda:ListFunctions20150331',
      'xray:GetTraceSummaries',
      'health:DescribeEvents',
    ],
    with: CONSOLE,
    hours: [8, 13, 17],
  },
  ...['ce:GetCostAndUsage', 'trustedadvisor:DescribeChecks', 'notifications:ListNotificationEvents', 'secretsmanager:GetSecretValue'].map(
    (call, index): OrdinaryRow => ({
      in: 'prod',
      who: set('DeveloperReadOnly', 'alice'),
      calls: [call],
      with: (id) => ({ ...CONSOLE, ...denied(set('DeveloperReadOnly', 'alice')(id), call, '*') }),
      hours: [8 + index * 3],
    }),
  ),
  {
    in: 'dev',
    who: set('Developer', 'erin'),
    calls: ['ec2:RunInstances'],
    with: (id) => ({
      ...CONSOLE,
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage: `You are not authorized to perform this operation. User: ${person(id, 'Developer', 'erin').userIdentity.arn} is not authorized to perform: ec2:RunInstances`,
    }),
    hours: [11],
  },
  // Security: reads everywhere, decoys among them
  ...['log-archive', 'security', 'prod', 'dev', 'test'].map(
    (account): OrdinaryRow => ({
      in: account,
      who: set('SecurityAuditor', 'carol'),
      calls: [
        'iam:ListRoles',
        'iam:GetRole',
        'iam:ListUsers',
        'iam:GenerateCredentialReport',
        'iam:GetAccountSummary',
        's3:ListBuckets',
        's3:GetBucketPolicyStatus',
        'kms:ListKeys',
        'kms:GetKeyPolicy',
        'config:DescribeComplianceByConfigRule',
        'secretsmanager:ListSecrets',
        'ssm:DescribeParameters',
      ],
      with: CONSOLE,
      hours: [10],
    }),
  ),
  {
    in: 'security',
    who: set('SecurityAdmin', 'grace'),
    calls: [
      'securityhub:GetFindings',
      'securityhub:GetInsightResults',
      'guardduty:ListFindings',
      'guardduty:GetFindings',
      'detective:SearchGraph',
      'access-analyzer:ListFindingsV2',
      'inspector2:ListFindings',
      'macie2:GetFindings',
      'config:SelectAggregateResourceConfig',
    ],
    with: CONSOLE,
    hours: [9, 15],
  },
  {
    in: 'prod',
    who: set('NetworkAdmin', 'heidi'),
    calls: [
      'ec2:DescribeRouteTables',
      'ec2:DescribeNetworkAcls',
      'ec2:DescribeFlowLogs',
      'network-firewall:DescribeRuleGroup',
      'route53resolver:ListFirewallRules',
      'wafv2:GetSampledRequests',
    ],
    with: CONSOLE,
  },
  { in: 'prod', who: set('KeyAdmin', 'ivan'), calls: ['kms:ListAliases', 'kms:DescribeKey', 'kms:GetKeyRotationStatus'], with: CONSOLE },
  { in: 'prod', who: set('DeveloperReadOnly', 'alice'), calls: ['s3:GetBucketPolicyStatus', 'iam:ListAttachedRolePolicies'], with: CONSOLE },
];

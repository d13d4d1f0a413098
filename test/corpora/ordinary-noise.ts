import { awsService, denied, type Identity, person, type RecordOptions, roleSession, serviceLinked } from '../support/cloudtrail';
import { opens } from './opened-network';
import type { OrdinaryRow } from './ordinary-day';

const pipeline = (role: string) => (account: string) => roleSession(account, `/platform/${role}`, 'github');
const deploy = (account: string): Identity => roleSession(account, '/app-deploy', 'github');
const app = (name: string) => (account: string) => roleSession(account, `/app/${name}`, name);
const set = (permissionSet: string) => (account: string) => person(account, permissionSet, 'erin');
const linked = (service: string, role: string) => (account: string) => serviceLinked(account, `${service}.amazonaws.com`, role);
const aws = (service: string) => (): Identity => awsService(`${service}.amazonaws.com`);
const FAILED: RecordOptions = {
  eventType: 'AwsConsoleSignIn',
  errorMessage: 'Failed authentication',
  responseElements: { ConsoleLogin: 'Failure' },
  additionalEventData: { MFAUsed: 'No' },
};
const EC2_DENIED: RecordOptions = { errorCode: 'Client.UnauthorizedOperation', errorMessage: 'You are not authorized to perform this operation.' };
const refused = (who: (account: string) => Identity, action: string) => (account: string) => denied(who(account), action, '*');
const WORKLOADS = ['prod', 'dev', 'test'];
const ALL = ['management', 'log-archive', 'security', ...WORKLOADS];

/** What looks like an intruder and is none: refreshes, replacements, scanners that are refused, typing mistakes, controllers, agents, clean-ups. */
export const ORDINARY_NOISE: readonly OrdinaryRow[] = [
  // Groups are opened to networks of ours: by pipelines, by controllers of clusters, and where developers work by hand.
  ...WORKLOADS.flatMap((account): OrdinaryRow[] => [
    { in: account, who: pipeline('apply'), ...opens('10.0.0.0/8') },
    { in: account, who: linked('eks', 'AWSServiceRoleForAmazonEKS'), ...opens('10.16.0.0/16') },
  ]),
  { in: 'dev', who: set('Developer'), ...opens('10.16.0.0/16') },
  // A refresh of Terraform reads every setting; an apply replaces routes, rules, groups and functions.
  ...ALL.map(
    (account): OrdinaryRow => ({
      in: account,
      who: pipeline('plan'),
      calls: [
        'iam:ListAttachedRolePolicies',
        'iam:GetPolicyVersion',
        'iam:GetAccountPasswordPolicy',
        's3:GetBucketPublicAccessBlock',
        's3:GetBucketPolicy',
        'kms:GetKeyPolicy',
        'kms:GetKeyRotationStatus',
        'events:ListTargetsByRule',
        'lambda:GetFunctionConfiguration',
        'logs:DescribeMetricFilters',
        'monitoring:DescribeAlarms',
        'sns:GetTopicAttributes',
        'guardduty:GetDetector',
        'ec2:DescribeInstanceAttribute',
        'config:DescribeConfigurationRecorders',
      ],
      hours: [9],
    }),
  ),
  ...WORKLOADS.map(
    (account): OrdinaryRow => ({
      in: account,
      who: pipeline('apply'),
      calls: [
        'ec2:ReplaceRoute',
        'ec2:CreateRoute',
        'ec2:DeleteRoute',
        'ec2:RevokeSecurityGroupIngress',
        'ec2:CreateNetworkAclEntry',
        'wafv2:UpdateWebACL',
        'wafv2:UpdateIPSet',
        'network-firewall:UpdateFirewallPolicy',
        'network-firewall:UpdateRuleGroup',
        'route53resolver:DeleteFirewallRule',
        'events:PutTargets',
        'events:RemoveTargets',
        'lambda:UpdateFunctionCode20150331v2',
        'iam:CreateRole',
        'iam:PutRolePolicy',
        'iam:UpdateAssumeRolePolicy',
        'iam:CreatePolicyVersion',
        'kms:PutKeyPolicy',
        's3:PutBucketPolicy',
        's3:PutBucketLifecycle',
        'logs:PutRetentionPolicy',
        'logs:PutSubscriptionFilter',
        'ssm:GetParameter',
        'ec2:ModifyInstanceMetadataDefaults',
      ],
      hours: [10],
    }),
  ),
  // Applications are deployed
  ...WORKLOADS.map(
    (account): OrdinaryRow => ({
      in: account,
      who: deploy,
      calls: [
        'ecr:PutImage',
        'ecs:RegisterTaskDefinition',
        'ecs:UpdateService',
        'lambda:UpdateFunctionCode20150331v2',
        'lambda:PublishVersion20150331',
        'lambda:UpdateAlias20150331',
        'lambda:AddPermission20150331v2',
        'cloudformation:CreateChangeSet',
        'cloudformation:ExecuteChangeSet',
        'cloudformation:CreateStack',
        'cloudformation:DeleteStack',
        'states:UpdateStateMachine',
        'events:PutRule',
        'events:PutTargets',
        'events:DisableRule',
        'cloudfront:CreateInvalidation',
        'codedeploy:CreateDeployment',
        's3:PutBucketPolicy',
        'logs:PutRetentionPolicy',
      ],
      hours: [11, 15],
    }),
  ),
  // Developers where they work by hand
  {
    in: 'dev',
    who: set('Developer'),
    calls: [
      'ec2:RunInstances',
      'ec2:TerminateInstances',
      'ec2:CreateSecurityGroup',
      'ec2:ReplaceIamInstanceProfileAssociation',
      'ec2:CreateKeyPair',
      'ec2:CreateSnapshot',
      'ssm:StartSession',
      'ssm:SendCommand',
      'ecs:ExecuteCommand',
      'lambda:UpdateFunctionConfiguration20150331v2',
      'lambda:DeleteFunction20150331',
      'iam:CreateRole',
      'iam:AttachRolePolicy',
      'iam:PutRolePolicy',
      'events:DeleteRule',
      'scheduler:CreateSchedule',
      'dynamodb:DeleteTable',
      'rds:DeleteDBInstance',
      'rds:CreateDBSnapshot',
      'rds:ModifyDBInstance',
      's3:DeleteBucket',
      's3:PutBucketPolicy',
      's3:PutBucketCors',
      'secretsmanager:GetSecretValue',
      'logs:DeleteLogGroup',
      'cloudformation:CreateStack',
      'cloudformation:DeleteStack',
      'eks:CreateAccessEntry',
      'codebuild:StartBuild',
      'sagemaker:CreatePresignedDomainUrl',
      'bedrock:CreateAgent',
      'cloudshell:CreateEnvironment',
      'servicequotas:RequestServiceQuotaIncrease',
      'support:CreateCase',
      'ses:GetSendQuota',
    ],
    hours: [14],
  },
  // Who looks, in consoles that read everything, is refused here and there.
  ...WORKLOADS.flatMap((account): OrdinaryRow[] => [
    {
      in: account,
      who: set('DeveloperReadOnly'),
      calls: [
        'ec2:DescribeInstances',
        'ec2:DescribeSecurityGroups',
        'ecs:ListClusters',
        'ses:GetSendQuota',
        'iam:ListUsers',
        'iam:ListAccessKeys',
        's3:ListBuckets',
      ],
    },
    {
      in: account,
      who: set('DeveloperReadOnly'),
      calls: ['secretsmanager:GetSecretValue'],
      with: refused(set('DeveloperReadOnly'), 'secretsmanager:GetSecretValue'),
    },
    { in: account, who: set('DeveloperReadOnly'), calls: ['ec2:StopInstances', 'ec2:CreateVolume'], with: EC2_DENIED },
    {
      in: account,
      who: set('SecurityAuditor'),
      calls: ['iam:GenerateCredentialReport', 'iam:GetAccountAuthorizationDetails', 'ec2:DescribeSnapshotAttribute'],
    },
    {
      in: account,
      who: set('SecurityAuditor'),
      calls: ['ssm:GetParameter', 's3:GetBucketNotification'],
      with: refused(set('SecurityAuditor'), 's3:GetBucketNotification'),
    },
    {
      in: account,
      who: app('inventory'),
      calls: ['ec2:DescribeRegions', 'organizations:ListAccounts'],
      with: refused(app('inventory'), 'organizations:ListAccounts'),
      hours: [2, 14],
    },
    { in: account, who: set('DeveloperReadOnly'), calls: ['signin:ConsoleLogin'], with: FAILED },
  ]),
  // Specialists
  ...['prod', 'test'].map(
    (account): OrdinaryRow => ({
      in: account,
      who: set('NetworkAdmin'),
      calls: [
        'wafv2:UpdateIPSet',
        'wafv2:UpdateRuleGroup',
        'network-firewall:UpdateRuleGroup',
        'route53resolver:UpdateFirewallDomains',
        'route53:ChangeResourceRecordSets',
        'ec2:CreateFlowLogs',
        'ec2:StartNetworkInsightsAnalysis',
        'elasticloadbalancing:ModifyListener',
      ],
      hours: [10],
    }),
  ),
  {
    in: 'security',
    who: set('SecurityAdmin'),
    calls: [
      'securityhub:BatchUpdateFindings',
      'securityhub:UpdateFindings',
      'access-analyzer:UpdateFindings',
      'inspector2:CreateFilter',
      'macie2:CreateFindingsFilter',
      'securityhub:CreateAutomationRule',
      'events:PutTargets',
      'athena:StartQueryExecution',
      'detective:SearchGraph',
    ],
    hours: [13],
  },
  { in: 'prod', who: set('KeyAdmin'), calls: ['kms:RotateKeyOnDemand', 'kms:CancelKeyDeletion', 'kms:TagResource', 'kms:RevokeGrant'] },
  // Controllers and agents of applications
  ...['prod', 'test'].flatMap((account): OrdinaryRow[] => [
    {
      in: account,
      who: app('node'),
      calls: [
        'ec2:CreateFleet',
        'ec2:RunInstances',
        'ec2:TerminateInstances',
        'ec2:CreateLaunchTemplate',
        'ec2:DeleteLaunchTemplate',
        'ec2:CreateVolume',
        'ec2:DeleteVolume',
        'ec2:CreateSnapshot',
        'ec2:DeleteSnapshot',
        'ec2:AssignPrivateIpAddresses',
        'elasticloadbalancing:ModifyRule',
        'elasticloadbalancing:DeregisterTargets',
        'route53:ChangeResourceRecordSets',
      ],
      hours: [5, 19],
    },
    {
      in: account,
      who: app('agent'),
      calls: ['logs:PutRetentionPolicy', 'logs:CreateLogGroup', 'ssm:GetParameter', 'secretsmanager:GetSecretValue'],
      hours: [5],
    },
    {
      in: account,
      who: app('shop'),
      calls: ['scheduler:CreateSchedule', 'events:PutTargets', 'states:StartExecution', 'bedrock:InvokeModel', 'ses:SendEmail'],
      hours: [8],
    },
  ]),
  // AWS at work
  ...WORKLOADS.flatMap((account): OrdinaryRow[] => [
    {
      in: account,
      who: linked('eks', 'AWSServiceRoleForAmazonEKS'),
      calls: ['ec2:CreateSecurityGroup', 'ec2:CreateNetworkInterface', 'ec2:DeleteSecurityGroup'],
    },
    {
      in: account,
      who: linked('autoscaling', 'AWSServiceRoleForAutoScaling'),
      calls: ['ec2:TerminateInstances', 'ec2:DisassociateIamInstanceProfile', 'sns:Publish'],
    },
    { in: account, who: linked('fms', 'AWSServiceRoleForFMS'), calls: ['wafv2:UpdateWebACL', 'wafv2:DeleteRuleGroup', 'config:PutConfigRule'] },
    {
      in: account,
      who: linked('replicator.lambda', 'AWSServiceRoleForLambdaReplicator'),
      calls: ['lambda:CreateFunction20150331', 'lambda:DeleteFunction20150331'],
    },
    { in: account, who: linked('backup', 'AWSServiceRoleForBackup'), calls: ['ec2:CreateSnapshot', 'ec2:DeleteSnapshot', 'ec2:CreateTags'] },
    {
      in: account,
      who: linked('guardduty', 'AWSServiceRoleForAmazonGuardDuty'),
      calls: ['ec2:DescribeInstances', 'ec2:CreateVpcEndpoint', 'organizations:ListAccounts'],
    },
    {
      in: account,
      who: (id) => roleSession(id, '/platform/service/backup', 'AWSBackup'),
      calls: [
        'events:PutRule',
        'events:PutTargets',
        'events:RemoveTargets',
        'events:DeleteRule',
        's3:PutBucketNotification',
        'rds:CreateDBSnapshot',
        'rds:DeleteDBSnapshot',
        'ec2:DeleteSnapshot',
      ],
      hours: [2],
    },
    {
      in: account,
      who: aws('secretsmanager'),
      calls: ['secretsmanager:RotationStarted', 'secretsmanager:RotationSucceeded'],
      with: { eventType: 'AwsServiceEvent' },
      hours: [3],
    },
    { in: account, who: aws('acm'), calls: ['acm:RenewCertificate'], with: { eventType: 'AwsServiceEvent' } },
    { in: account, who: aws('cloudtrail'), calls: ['kms:GenerateDataKey', 's3:GetBucketAcl'], hours: [1, 13] },
    { in: account, who: aws('rds'), calls: ['kms:CreateGrant', 'kms:RetireGrant'] },
  ]),
];

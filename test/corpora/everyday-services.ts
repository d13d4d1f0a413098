import type { Everyday } from './corpus';
import { GLOBAL, type Line, may, mustNot } from './everyday-rows';

const UNUSED = { region: 'ap-southeast-2' } as const;
const RESOURCE: Everyday['layers'] = ['rcp', 'resource'];
/** What a service says of itself when it works for one of our accounts. */
const forAccount = (account: string, more: Record<string, string> = {}) => ({
  layers: RESOURCE,
  context: { 'aws:SourceOrgID': '{organization}', 'aws:SourceAccount': `{${account}}`, ...more },
});
const TRAIL = 'arn:aws:cloudtrail:eu-west-1:{management}:trail/organization';

const DELIVERY = [
  ...may('cloudtrail.amazonaws.com', 'log-archive', [
    [
      'delivers the trail',
      's3:PutObject',
      's3:::example-corp-logs-cloudtrail-{here}/AWSLogs/{organization}/{prod}/x',
      forAccount('management', { 'aws:SourceArn': TRAIL, 's3:x-amz-acl': 'bucket-owner-full-control' }),
    ],
    ['looks whose bucket it is', 's3:GetBucketAcl', 's3:::example-corp-logs-cloudtrail-{here}', forAccount('management', { 'aws:SourceArn': TRAIL })],
    [
      'encrypts the trail',
      'kms:GenerateDataKey',
      'kms:eu-west-1:{here}:alias/platform/logs',
      forAccount('management', { 'kms:EncryptionContext:aws:cloudtrail:arn': TRAIL }),
    ],
  ]),
  ...['prod', 'dev', 'security', 'management'].flatMap((account) => [
    ...may('config.amazonaws.com', 'log-archive', [
      [`delivers the inventory of ${account}`, 's3:PutObject', `s3:::example-corp-logs-config-{here}/AWSLogs/{${account}}/Config/x`, forAccount(account)],
      [`encrypts the inventory of ${account}`, 'kms:GenerateDataKey', 'kms:eu-west-1:{here}:alias/platform/logs', forAccount(account)],
      [`looks for the bucket, for ${account}`, 's3:ListBucket', 's3:::example-corp-logs-config-{here}', forAccount(account)],
    ]),
  ]),
  ...['prod', 'dev', 'test'].flatMap((account) =>
    may('delivery.logs.amazonaws.com', 'log-archive', [
      [`delivers flow logs of ${account}`, 's3:PutObject', `s3:::example-corp-logs-network-{here}/AWSLogs/{${account}}/vpcflowlogs/x`, forAccount(account)],
      [
        `delivers resolver logs of ${account}`,
        's3:PutObject',
        `s3:::example-corp-logs-network-{here}/AWSLogs/{${account}}/vpcdnsquerylogs/x`,
        forAccount(account),
      ],
      [`delivers WAF logs of ${account}`, 's3:PutObject', `s3:::aws-waf-logs-example-corp-{here}/AWSLogs/{${account}}/WAFLogs/x`, forAccount(account)],
      [`encrypts logs of ${account}`, 'kms:GenerateDataKey', 'kms:eu-west-1:{here}:alias/platform/logs', forAccount(account)],
      [`looks whose bucket it is, for ${account}`, 's3:GetBucketAcl', 's3:::example-corp-logs-network-{here}', forAccount(account)],
    ]),
  ),
  ...mustNot('cloudtrail.amazonaws.com', 'log-archive', [
    [
      'delivers the trail of a stranger',
      's3:PutObject',
      's3:::example-corp-logs-cloudtrail-{here}/x',
      { layers: RESOURCE, context: { 'aws:SourceAccount': '999999999999', 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:999999999999:trail/t' } },
    ],
  ]),
  ...mustNot('delivery.logs.amazonaws.com', 'log-archive', [
    [
      'delivers logs of a stranger',
      's3:PutObject',
      's3:::example-corp-logs-network-{here}/x',
      { layers: RESOURCE, context: { 'aws:SourceAccount': '999999999999' } },
    ],
    ['deletes logs', 's3:DeleteObject', 's3:::example-corp-logs-network-{here}/x', forAccount('prod')],
  ]),
];

/** Resources whose policy is their owner's affair: only the resource control policies have a say. */
const SERVICES: readonly (readonly [service: string, ...Line])[] = [
  ['sns.amazonaws.com', 'fans out', 'sqs:SendMessage', 'sqs:eu-west-1:{here}:orders', forAccount('prod')],
  ['events.amazonaws.com', 'sends events', 'sqs:SendMessage', 'sqs:eu-west-1:{here}:orders', forAccount('prod')],
  ['s3.amazonaws.com', 'notifies', 'sqs:SendMessage', 'sqs:eu-west-1:{here}:uploads', forAccount('prod')],
  ['lambda.amazonaws.com', 'sends to the dead letters', 'sqs:SendMessage', 'sqs:eu-west-1:{here}:dead', forAccount('prod')],
  [
    'cloudfront.amazonaws.com',
    'reads pages',
    's3:GetObject',
    's3:::pay-web/index.html',
    forAccount('prod', { 'aws:SourceArn': 'arn:aws:cloudfront::{prod}:distribution/E1' }),
  ],
  ['cloudfront.amazonaws.com', 'decrypts pages', 'kms:Decrypt', 'kms:eu-west-1:{here}:key/k1', forAccount('prod')],
  [
    'cloudfront.amazonaws.com',
    'reads pages, and says only which distribution',
    's3:GetObject',
    's3:::pay-web/index.html',
    { layers: RESOURCE, context: { 'aws:SourceArn': 'arn:aws:cloudfront::{prod}:distribution/E1' } },
  ],
  ['logdelivery.elasticloadbalancing.amazonaws.com', 'delivers access logs', 's3:PutObject', 's3:::pay-elb-logs/AWSLogs/x', forAccount('prod')],
  ['logging.s3.amazonaws.com', 'delivers access logs of buckets', 's3:PutObject', 's3:::pay-s3-logs/x', forAccount('prod')],
  ['guardduty.amazonaws.com', 'exports findings', 's3:PutObject', 's3:::guardduty-findings/x', forAccount('security')],
  ['guardduty.amazonaws.com', 'encrypts findings', 'kms:GenerateDataKey', 'kms:eu-west-1:{here}:key/k1', forAccount('security')],
  ['logs.eu-west-1.amazonaws.com', 'encrypts log groups', 'kms:GenerateDataKey', 'kms:eu-west-1:{here}:key/k1', forAccount('prod')],
  ['cloudwatch.amazonaws.com', 'alarms', 'sns:Publish', 'sns:eu-west-1:{here}:alarms', forAccount('prod')],
  ['cloudwatch.amazonaws.com', 'encrypts alarms', 'kms:GenerateDataKey', 'kms:eu-west-1:{here}:key/k1', forAccount('prod')],
  ['budgets.amazonaws.com', 'warns', 'sns:Publish', 'sns:eu-west-1:{here}:budget', forAccount('prod')],
  [
    'backup.amazonaws.com',
    'lets itself use a key',
    'kms:CreateGrant',
    'kms:eu-west-1:{here}:key/k1',
    forAccount('prod', { 'kms:GrantIsForAWSResource': 'true' }),
  ],
  ['backup.amazonaws.com', 'restores', 'sts:AssumeRole', 'iam::{here}:role/platform/service/restore', forAccount('prod')],
  ['secretsmanager.amazonaws.com', 'rotates', 'lambda:InvokeFunction', 'lambda:eu-west-1:{here}:function:rotate', forAccount('prod')],
  ['apigateway.amazonaws.com', 'invokes', 'lambda:InvokeFunction', 'lambda:eu-west-1:{here}:function:pay', forAccount('prod')],
  ['ec2.amazonaws.com', 'starts an instance with its role', 'sts:AssumeRole', 'iam::{here}:role/app/pay', forAccount('prod')],
  ['lambda.amazonaws.com', 'starts a function with its role', 'sts:AssumeRole', 'iam::{here}:role/app/pay', forAccount('prod')],
  ['ecs-tasks.amazonaws.com', 'starts a task with its role', 'sts:AssumeRole', 'iam::{here}:role/app/pay', forAccount('prod')],
  ['pods.eks.amazonaws.com', 'gives a pod its role', 'sts:AssumeRole', 'iam::{here}:role/app/pay', forAccount('prod')],
  ['lambda.amazonaws.com', 'says nothing of the account', 'sts:AssumeRole', 'iam::{here}:role/app/pay', { layers: RESOURCE }],
  ['ses.amazonaws.com', 'stores a mail', 's3:PutObject', 's3:::mail/x', forAccount('prod')],
  ['replication.ecr.amazonaws.com', 'replicates an image', 'ecr:ReplicateImage', 'ecr:eu-west-1:{here}:repository/pay', forAccount('prod')],
  ['dynamodb.amazonaws.com', 'decrypts a table', 'kms:Decrypt', 'kms:eu-west-1:{here}:key/k1', forAccount('prod')],
  ['dnssec-route53.amazonaws.com', 'signs a zone', 'kms:Sign', 'kms:us-east-1:{here}:key/k1', { ...forAccount('prod'), ...GLOBAL }],
];

/** AWS's own roles are bound by no organization policy: a row that fails is the evaluation's fault. */
const linked = (service: string, role: string, lines: readonly Line[]) =>
  may(
    `arn:aws:iam::{prod}:role/aws-service-role/${service}.amazonaws.com/${role}`,
    'prod',
    lines.map(([what, action, resource, more]) => [what, action, resource ?? '*', { layers: ['scp', 'rcp'], ...more }]),
  );
const LINKED = [
  ...linked('autoscaling', 'AWSServiceRoleForAutoScaling', [
    ['scales in', 'ec2:TerminateInstances', 'ec2:eu-west-1:{here}:instance/*'],
    ['scales out', 'ec2:RunInstances', 'ec2:eu-west-1:{here}:instance/*', { context: { 'ec2:MetadataHttpTokens': 'optional' } }],
    ['starts an encrypted volume', 'kms:CreateGrant', 'kms:eu-west-1:{here}:key/k1', { context: { 'kms:GrantIsForAWSResource': 'true' } }],
  ]),
  ...linked('config', 'AWSServiceRoleForConfig', [['looks where nobody works', 'ec2:DescribeVolumes', '*', UNUSED]]),
  ...linked('fms', 'AWSServiceRoleForFMS', [['makes a web ACL', 'wafv2:CreateWebACL', 'wafv2:eu-west-1:{here}:regional/webacl/FMManaged/1']]),
  ...linked('malware-protection.guardduty', 'AWSServiceRoleForAmazonGuardDutyMalwareProtection', [
    ['copies a disk to scan it', 'ec2:CreateSnapshot', 'ec2:eu-west-1:{here}:volume/vol-1'],
  ]),
  ...linked('elasticloadbalancing', 'AWSServiceRoleForElasticLoadBalancing', [
    ['makes its group', 'ec2:CreateSecurityGroup', 'ec2:eu-west-1:{here}:vpc/vpc-1'],
  ]),
  ...linked('rds', 'AWSServiceRoleForRDS', [['makes an interface', 'ec2:CreateNetworkInterface', 'ec2:eu-west-1:{here}:subnet/subnet-1']]),
  ...linked('inspector2', 'AWSServiceRoleForAmazonInspector2', [['scans without an agent', 'ec2:CreateSnapshots', 'ec2:eu-west-1:{here}:instance/i-1']]),
  ...linked('backup', 'AWSServiceRoleForBackup', [['deletes what is too old', 'backup:DeleteRecoveryPoint', 'ec2:eu-west-1::snapshot/snap-1']]),
];

/** The five tasks of central root management (IAM user guide, AssumeRoot): everything that their policies allow. */
const SESSION = { ...GLOBAL, layers: ['scp'] as Everyday['layers'], context: { 'aws:AssumedRoot': 'true' } };
const ROOT: readonly Line[] = [
  ...['GetUser', 'GetAccountSummary', 'ListAccessKeys', 'ListMFADevices', 'ListSigningCertificates', 'GetLoginProfile', 'GetAccessKeyLastUsed'].map(
    (action): Line => [`IAMAuditRootUserCredentials ${action}`, `iam:${action}`, '*', SESSION],
  ),
  ...['CreateLoginProfile', 'GetLoginProfile'].map((action): Line => [`IAMCreateRootUserPassword ${action}`, `iam:${action}`, '*', SESSION]),
  ...['DeleteLoginProfile', 'DeleteAccessKey', 'DeactivateMFADevice', 'DeleteSigningCertificate', 'DeleteVirtualMFADevice'].map(
    (action): Line => [`IAMDeleteRootUserCredentials ${action}`, `iam:${action}`, '*', SESSION],
  ),
  ...['DeleteBucketPolicy', 'PutBucketPolicy', 'GetBucketPolicy'].map(
    (action): Line => [`S3UnlockBucketPolicy ${action}`, `s3:${action}`, 's3:::locked', SESSION],
  ),
  ['S3UnlockBucketPolicy ListAllMyBuckets', 's3:ListAllMyBuckets', '*', SESSION],
  ['S3UnlockBucketPolicy on a log bucket', 's3:DeleteBucketPolicy', 's3:::example-corp-logs-network-{here}', SESSION],
  ['S3UnlockBucketPolicy in a region where nobody works', 's3:DeleteBucketPolicy', 's3:::locked', { ...SESSION, ...UNUSED }],
  ...['SetQueueAttributes', 'GetQueueAttributes', 'ListQueues'].map(
    (action): Line => [`SQSUnlockQueuePolicy ${action}`, `sqs:${action}`, 'sqs:eu-west-1:{here}:locked', { ...SESSION, region: 'eu-west-1' }],
  ),
  ['SQSUnlockQueuePolicy on a queue of the platform', 'sqs:SetQueueAttributes', 'sqs:eu-west-1:{here}:platform-alerts', { ...SESSION, region: 'eu-west-1' }],
];
const ROOT_MUST_NOT: readonly Line[] = [
  ['makes an access key', 'iam:CreateAccessKey', '*', { ...GLOBAL, layers: ['scp'] }],
  ['reads an object', 's3:GetObject', 's3:::pay-customer-data/x', { layers: ['scp'] }],
  ['closes the account', 'account:CloseAccount', 'account::{here}:account', { ...GLOBAL, layers: ['scp'] }],
  ['lists instances', 'ec2:DescribeInstances', '*', { layers: ['scp'] }],
];

/** Never locked out. */
const BREAK_GLASS: readonly Line[] = [
  ['opens a shell', 'ssm:StartSession', ['ec2:eu-west-1:{here}:instance/i-1', 'ssm:eu-west-1:{here}:document/SSM-SessionManagerRunShell']],
  ['stops what mines where nobody works', 'ec2:TerminateInstances', 'ec2:ap-southeast-2:{here}:instance/i-1', UNUSED],
  ['repairs the apply role', 'iam:UpdateAssumeRolePolicy', 'iam::{here}:role/platform/apply', GLOBAL],
  ['makes a role', 'iam:CreateRole', 'iam::{here}:role/rescue', GLOBAL],
  ['takes an access key', 'iam:UpdateAccessKey', 'iam::{here}:user/x', GLOBAL],
  ['saves a key', 'kms:CancelKeyDeletion', 'kms:eu-west-1:{here}:key/k1'],
  ['disables a key', 'kms:DisableKey', 'kms:eu-west-1:{here}:key/k1'],
  ['cuts a route', 'ec2:DeleteRoute', 'ec2:eu-west-1:{here}:route-table/rtb-1', { context: { 'aws:ResourceTag/BlueprintNetwork': 'true' } }],
  ['closes a group', 'ec2:RevokeSecurityGroupIngress', 'ec2:eu-west-1:{here}:security-group/sg-1', { context: { 'aws:ResourceTag/BlueprintNetwork': 'true' } }],
  ['deletes a poisoned log group', 'logs:DeleteLogGroup', 'logs:eu-west-1:{here}:log-group:/platform/x:*'],
  ['restores a database', 'rds:RestoreDBInstanceToPointInTime', 'rds:eu-west-1:{here}:db:pay'],
  ['rolls code back', 'lambda:UpdateFunctionCode', 'lambda:eu-west-1:{here}:function:platform-response'],
  ['reads a secret', 'secretsmanager:GetSecretValue', 'secretsmanager:eu-west-1:{here}:secret:platform/x-AbCdEf'],
  ['deletes a provider', 'iam:DeleteOpenIDConnectProvider', 'iam::{here}:oidc-provider/evil.example.com', GLOBAL],
  ['reads the state', 's3:GetObject', 's3:::example-corp-prod-state-{prod}/prod.tfstate'],
];

const PIPELINE = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' };
const HOST = 'arn:aws:iam::{prod}:oidc-provider/token.actions.githubusercontent.com';
const STRANGERS = [
  ...may(HOST, 'prod', [
    [
      'applies from the repository',
      'sts:AssumeRoleWithWebIdentity',
      'iam::{here}:role/platform/apply',
      { layers: ['rcp'], context: { ...PIPELINE, 'token.actions.githubusercontent.com:sub': 'repo:example-corp/aws-security-blueprint:environment:prod' } },
    ],
    [
      'deploys an application',
      'sts:AssumeRoleWithWebIdentity',
      'iam::{here}:role/app-deploy',
      { layers: ['rcp'], context: { ...PIPELINE, 'token.actions.githubusercontent.com:sub': 'repo:example-corp/pay:ref:refs/heads/main' } },
    ],
  ]),
  ...mustNot(HOST, 'prod', [
    [
      'deploys from another repository',
      'sts:AssumeRoleWithWebIdentity',
      'iam::{here}:role/app-deploy',
      { layers: ['rcp'], context: { ...PIPELINE, 'token.actions.githubusercontent.com:sub': 'repo:evil/pay:ref:refs/heads/main' } },
    ],
  ]),
  ...may('arn:aws:iam::{prod}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC', 'prod', [
    [
      'gives a pod its role',
      'sts:AssumeRoleWithWebIdentity',
      'iam::{here}:role/app/pay',
      { layers: ['rcp'], context: { 'oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub': 'system:serviceaccount:pay:api' } },
    ],
  ]),
  ...may('arn:aws:iam::999988887777:role/scanner', 'prod', [
    ['scans as it was agreed', 'sts:AssumeRole', 'iam::{here}:role/vendor-scanner', { layers: ['rcp'], context: { 'sts:ExternalId': 'agreed' } }],
    ['tags its session', 'sts:TagSession', 'iam::{here}:role/vendor-scanner', { layers: ['rcp'] }],
  ]),
  ...mustNot('arn:aws:iam::999988887777:role/scanner', 'prod', [
    ['scans for somebody else', 'sts:AssumeRole', 'iam::{here}:role/vendor-scanner', { layers: ['rcp'] }],
    ['reads an object', 's3:GetObject', 's3:::pay-customer-data/x', { layers: ['rcp'], resourceAccount: '{prod}' }],
  ]),
  // What the scanner's role here does: it reads.
  ...may('arn:aws:iam::{prod}:role/vendor-scanner', 'prod', [
    ['lists instances', 'ec2:DescribeInstances'],
    ['lists buckets', 's3:ListAllMyBuckets', '*', GLOBAL],
    ['reads a bucket policy', 's3:GetBucketPolicy', 's3:::pay'],
    ['reads IAM', 'iam:GetAccountAuthorizationDetails', '*', GLOBAL],
    ['reads the policy of a key', 'kms:GetKeyPolicy', 'kms:eu-west-1:{here}:key/k1'],
    ['looks at functions', 'lambda:ListFunctions'],
    ['looks at a cluster', 'eks:DescribeCluster', 'eks:eu-west-1:{here}:cluster/c'],
    ['looks at instances where nobody works', 'ec2:DescribeInstances', '*', UNUSED],
    ['looks at images', 'ecr:DescribeImages', 'ecr:eu-west-1:{here}:repository/pay'],
  ]),
  ...mustNot('arn:aws:iam::999999999999:role/anybody', 'prod', [
    ['assumes a role of an application', 'sts:AssumeRole', 'iam::{here}:role/app/pay', { layers: ['rcp'] }],
    ['reads an object', 's3:GetObject', 's3:::pay-customer-data/x', { layers: ['rcp'], resourceAccount: '{prod}' }],
  ]),
];

export const AWS_AND_STRANGERS = [
  ...DELIVERY,
  ...SERVICES.flatMap(([service, ...line]) => may(service, 'prod', [line])),
  ...LINKED,
  ...['prod', 'dev', 'log-archive'].flatMap((account) => [...may('root', account, ROOT), ...mustNot('root', account, ROOT_MUST_NOT)]),
  ...['prod', 'dev', 'security'].flatMap((account) => may('/platform/break-glass', account, BREAK_GLASS)),
  ...STRANGERS,
];

/** A new account, before its guardrails: everything that bootstrap does, by the role that Organizations made in it. */
const BOOTSTRAP: readonly Line[] = [
  ['makes the bucket of states', 's3:CreateBucket', 's3:::example-corp-test-state-{here}'],
  ['keeps versions', 's3:PutBucketVersioning', 's3:::example-corp-test-state-{here}'],
  ['says whom it lets in', 's3:PutBucketPolicy', 's3:::example-corp-test-state-{here}'],
  ['encrypts it', 's3:PutEncryptionConfiguration', 's3:::example-corp-test-state-{here}'],
  ['closes it to the public', 's3:PutBucketPublicAccessBlock', 's3:::example-corp-test-state-{here}'],
  ['moves the state into it', 's3:PutObject', 's3:::example-corp-test-state-{here}/test-state.tfstate'],
  ['makes the key', 'kms:CreateKey'],
  ['names the key', 'kms:CreateAlias', ['kms:eu-west-1:{here}:alias/platform/state', 'kms:eu-west-1:{here}:key/k1']],
  ['writes the policy of the key', 'kms:PutKeyPolicy', 'kms:eu-west-1:{here}:key/k1'],
  ['makes the provider', 'iam:CreateOpenIDConnectProvider', 'iam::{here}:oidc-provider/token.actions.githubusercontent.com', GLOBAL],
  ['makes the apply role', 'iam:CreateRole', 'iam::{here}:role/platform/apply', GLOBAL],
  ['makes the plan role', 'iam:CreateRole', 'iam::{here}:role/platform/plan', GLOBAL],
  ['makes break-glass', 'iam:CreateRole', 'iam::{here}:role/platform/break-glass', GLOBAL],
  [
    'attaches AdministratorAccess',
    'iam:AttachRolePolicy',
    'iam::{here}:role/platform/apply',
    { ...GLOBAL, context: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' } },
  ],
  ['writes the policy of the apply role', 'iam:PutRolePolicy', 'iam::{here}:role/platform/apply', GLOBAL],
  ['seals its own role', 'iam:UpdateAssumeRolePolicy', 'iam::{here}:role/OrganizationAccountAccessRole', GLOBAL],
  ['finds default VPCs', 'ec2:DescribeVpcs', '*', UNUSED],
  ['finds what hangs in them', 'ec2:DescribeNetworkInterfaces', '*', UNUSED],
  ['finds their gateways', 'ec2:DescribeInternetGateways', '*', UNUSED],
  ['detaches their gateways', 'ec2:DetachInternetGateway', ['ec2:ap-southeast-2:{here}:internet-gateway/igw-1', 'ec2:ap-southeast-2:{here}:vpc/vpc-1'], UNUSED],
  ['deletes their gateways', 'ec2:DeleteInternetGateway', 'ec2:ap-southeast-2:{here}:internet-gateway/igw-1', UNUSED],
  ['finds their subnets', 'ec2:DescribeSubnets', '*', UNUSED],
  ['deletes their subnets', 'ec2:DeleteSubnet', 'ec2:ap-southeast-2:{here}:subnet/subnet-1', UNUSED],
  ['deletes default VPCs', 'ec2:DeleteVpc', 'ec2:ap-southeast-2:{here}:vpc/vpc-default', UNUSED],
  ['lists regions', 'ec2:DescribeRegions', '*', GLOBAL],
  ['lists regions of the account', 'account:ListRegions', 'account::{here}:account', GLOBAL],
  ['asks who it is', 'sts:GetCallerIdentity', '*', GLOBAL],
  ['makes a service-linked role', 'iam:CreateServiceLinkedRole', 'iam::{here}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig', GLOBAL],
  ['surveys the recorder', 'config:DescribeConfigurationRecorders', '*', UNUSED],
  ['surveys the detector', 'guardduty:ListDetectors', '*', UNUSED],
];
export const ONBOARDING = [
  ...may('arn:aws:iam::{test}:role/OrganizationAccountAccessRole', 'test', BOOTSTRAP),
  ...may('/platform/apply', 'test', [
    ['makes a VPC', 'ec2:CreateVpc', 'ec2:eu-west-1:{here}:vpc/*'],
    ['makes the boundary', 'iam:CreatePolicy', 'iam::{here}:policy/platform/developer-boundary', GLOBAL],
    ['records', 'config:PutConfigurationRecorder'],
    ['encrypts volumes everywhere', 'ec2:EnableEbsEncryptionByDefault', '*', UNUSED],
  ]),
  ...mustNot('arn:aws:iam::{test}:role/OrganizationAccountAccessRole', 'test', [
    ['leaves the organization', 'organizations:LeaveOrganization', '*', GLOBAL],
    ['closes the account', 'account:CloseAccount', 'account::{here}:account', GLOBAL],
    ['launches where nobody works', 'ec2:RunInstances', 'ec2:ap-southeast-2:{here}:instance/*', UNUSED],
  ]),
  ...mustNot('root', 'test', ROOT_MUST_NOT),
  ...may('root', 'test', ROOT),
];

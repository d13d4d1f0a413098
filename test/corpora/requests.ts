import type { Request } from '../support/evaluate';

/** Ours; written for this project. `unit`: where the account of the request sits. */
export interface CorpusRequest extends Request {
  readonly what: string;
  readonly unit: string;
}

const ACCOUNT = '444444444444';
export const admin = `arn:aws:iam::${ACCOUNT}:role/Admin`;
const apply = `arn:aws:iam::${ACCOUNT}:role/platform/apply`;
const plan = `arn:aws:iam::${ACCOUNT}:role/platform/plan`;
const breakGlass = `arn:aws:iam::${ACCOUNT}:role/platform/break-glass`;
const bootstrap = `arn:aws:iam::${ACCOUNT}:role/OrganizationAccountAccessRole`;
const people = (set: string) => `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_${set}_0123456789abcdef`;
const root = `arn:aws:iam::${ACCOUNT}:root`;
const role = (path: string) => `arn:aws:iam::${ACCOUNT}:role/${path}`;
const ec2 = (resource: string) => `arn:aws:ec2:eu-west-1:${ACCOUNT}:${resource}`;
const network = { context: { 'aws:ResourceTag/BlueprintNetwork': 'prod' } };
const by =
  (principal: string, unit: string) =>
  (what: string, action: string, resource?: string, rest: Partial<Request> = {}): CorpusRequest => ({
    what,
    principal,
    unit,
    action,
    ...(resource ? { resource } : {}),
    ...rest,
  });

const attack = by(admin, 'workloads/prod');
/** What an intruder with an administrator's role tries. */
export const ATTACKS: readonly CorpusRequest[] = [
  attack('takes the account out of the organization', 'organizations:LeaveOrganization'),
  attack('closes the account', 'account:CloseAccount', `arn:aws:account::${ACCOUNT}:account`),
  by(root, 'workloads/prod')('root makes itself a key', 'iam:CreateAccessKey', `arn:aws:iam::${ACCOUNT}:user/root`),
  by(root, 'workloads/dev')('root reads data', 's3:ListAllMyBuckets'),
  by(root, 'onboarding')('root of a newcomer', 'ec2:DescribeInstances'),
  attack('mines in a region nobody watches', 'ec2:RunInstances', `arn:aws:ec2:ap-northeast-1:${ACCOUNT}:instance/*`, { region: 'ap-northeast-1' }),
  attack('copies data to a bucket elsewhere', 's3:CreateBucket', 'arn:aws:s3:::loot', { region: 'us-west-2' }),
  attack('trains a model elsewhere', 'sagemaker:CreateTrainingJob', `arn:aws:sagemaker:us-east-2:${ACCOUNT}:training-job/x`, { region: 'us-east-2' }),
  attack('deletes the GuardDuty detector', 'guardduty:DeleteDetector', `arn:aws:guardduty:eu-west-1:${ACCOUNT}:detector/x`),
  attack('mutes GuardDuty by a trusted list', 'guardduty:CreateIPSet'),
  attack('switches Security Hub off', 'securityhub:DisableSecurityHub', `arn:aws:securityhub:eu-west-1:${ACCOUNT}:hub/default`),
  attack('stops Macie', 'macie2:DisableMacie'),
  attack('stops the trail', 'cloudtrail:StopLogging', `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/organization`),
  attack('narrows the trail', 'cloudtrail:PutEventSelectors', `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/organization`),
  attack('stops AWS Config', 'config:StopConfigurationRecorder'),
  attack('deletes flow logs', 'ec2:DeleteFlowLogs', ec2('vpc-flow-log/fl-1')),
  attack('deletes evidence', 's3:DeleteObject', 'arn:aws:s3:::example-corp-logs-cloudtrail-222222222222/AWSLogs/x'),
  attack('shortens the life of evidence', 's3:PutLifecycleConfiguration', 'arn:aws:s3:::example-corp-logs-config-222222222222'),
  attack('deletes the platform log group', 'logs:DeleteLogGroup', `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/platform/organization-trail`),
  attack('destroys states', 's3:DeleteObjectVersion', 'arn:aws:s3:::example-corp-prod-state-444444444444/prod/terraform.tfstate'),
  attack('routes around the firewall', 'ec2:ReplaceRoute', ec2('route-table/rtb-1'), network),
  attack('detaches the endpoint policy', 'ec2:ModifyVpcEndpoint', ec2('vpc-endpoint/vpce-1'), network),
  attack('takes the tag off to change it later', 'ec2:DeleteTags', ec2('route-table/rtb-1'), network),
  by(admin, 'workloads/dev')('opens the blueprint group in dev', 'ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-1'), network),
  attack('peers with a network outside', 'ec2:CreateVpcPeeringConnection', ec2('vpc/vpc-1')),
  by(admin, 'workloads/dev')('builds a second way out', 'ec2:CreateInternetGateway', ec2('internet-gateway/*')),
  attack('weakens the web ACL', 'wafv2:UpdateWebACL', `arn:aws:wafv2:eu-west-1:${ACCOUNT}:regional/webacl/prod-web/x`),
  attack('opens a security group to the world', 'ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-2')),
  by(role('evil/platform/apply'), 'workloads/prod')('names a role like the apply role', 'ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-2')),
  by(role('AWSReservedSSO_NetworkAdmin_0123456789abcdef'), 'workloads/prod')(
    'names a role like the network role',
    'ec2:CreateSecurityGroup',
    ec2('security-group/*'),
  ),
  attack('makes a user to come back', 'iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/backdoor`),
  attack('makes a key to come back', 'iam:CreateAccessKey', `arn:aws:iam::${ACCOUNT}:user/backdoor`),
  attack('keeps a session that outlives the key', 'sts:GetFederationToken', `arn:aws:sts::${ACCOUNT}:federated-user/x`),
  attack('trusts an identity provider of their own', 'iam:CreateSAMLProvider', `arn:aws:iam::${ACCOUNT}:saml-provider/evil`),
  attack('trusts their own workload identity', 'iam:CreateOpenIDConnectProvider', `arn:aws:iam::${ACCOUNT}:oidc-provider/evil`),
  attack('rewrites the trust of the apply role', 'iam:UpdateAssumeRolePolicy', role('platform/apply')),
  by(apply, 'workloads/prod')('the apply role rewrites itself', 'iam:PutRolePolicy', role('platform/apply')),
  attack('opens the bootstrap role', 'iam:UpdateAssumeRolePolicy', role('OrganizationAccountAccessRole')),
  attack('forges evidence through the delivery role', 'iam:PutRolePolicy', role('platform/service/organization-trail')),
  attack('widens the boundary', 'iam:CreatePolicyVersion', `arn:aws:iam::${ACCOUNT}:policy/platform/developer-boundary`),
  attack('holds keys to ransom', 'kms:ScheduleKeyDeletion', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/x`),
  by(apply, 'workloads/prod')('a stolen pipeline deletes keys', 'kms:DisableKey', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/x`),
  attack('lets buckets be public', 's3:PutAccountPublicAccessBlock'),
  attack('stops volume encryption', 'ec2:DisableEbsEncryptionByDefault'),
  attack('opens the serial console', 'ec2:EnableSerialConsoleAccess'),
  attack('redirects security notices', 'account:PutAlternateContact', `arn:aws:account::${ACCOUNT}:account`),
  attack('makes a default VPC', 'ec2:CreateDefaultVpc'),
  attack('shares a snapshot with everybody', 'ec2:ModifySnapshotAttribute', 'arn:aws:ec2:eu-west-1::snapshot/snap-1', { context: { 'ec2:Add/group': 'all' } }),
  attack('starts an instance with IMDSv1', 'ec2:RunInstances', ec2('instance/*'), { context: { 'ec2:MetadataHttpTokens': 'optional' } }),
  by(admin, 'suspended')('works in a suspended account', 's3:ListAllMyBuckets'),
  by(apply, 'suspended')('applies in a suspended account', 'ec2:CreateVpc', ec2('vpc/*')),
];

const deploys = by(apply, 'workloads/prod');
const emergency = by(breakGlass, 'workloads/prod');
const starts = by(bootstrap, 'onboarding');
const develops = by(people('Developer'), 'workloads/dev');
const audits = by(people('SecurityAuditor'), 'workloads/prod');
/** What must go on working. */
export const EVERYDAY: readonly CorpusRequest[] = [
  starts('bootstrap makes the apply role', 'iam:CreateRole', role('platform/apply')),
  starts(
    'bootstrap makes the identity provider',
    'iam:CreateOpenIDConnectProvider',
    `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
  ),
  starts('bootstrap makes the state bucket', 's3:CreateBucket', 'arn:aws:s3:::example-corp-prod-state-444444444444'),
  starts('bootstrap sets its policy', 's3:PutBucketPolicy', 'arn:aws:s3:::example-corp-prod-state-444444444444'),
  starts('bootstrap makes the state key', 'kms:CreateKey'),
  deploys('makes a network', 'ec2:CreateVpc', ec2('vpc/*')),
  deploys('replaces a route of the blueprint', 'ec2:ReplaceRoute', ec2('route-table/rtb-1'), network),
  deploys('makes a security group', 'ec2:CreateSecurityGroup', ec2('security-group/*')),
  deploys('makes a service role', 'iam:CreateRole', role('platform/service/config-aggregator')),
  deploys('makes the boundary', 'iam:CreatePolicy', `arn:aws:iam::${ACCOUNT}:policy/platform/developer-boundary`),
  deploys('starts the recorder', 'config:PutConfigurationRecorder'),
  deploys('sets the metadata defaults', 'ec2:ModifyInstanceMetadataDefaults'),
  deploys('sets the account block', 's3:PutAccountPublicAccessBlock'),
  deploys('makes a key', 'kms:CreateKey'),
  deploys('changes a key policy', 'kms:PutKeyPolicy', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/x`),
  deploys('changes the web ACL', 'wafv2:UpdateWebACL', `arn:aws:wafv2:eu-west-1:${ACCOUNT}:regional/webacl/prod-web/x`),
  deploys('works in us-east-1', 'config:PutDeliveryChannel', undefined, { region: 'us-east-1' }),
  by(plan, 'workloads/prod')('plan reads', 'ec2:DescribeVpcs'),
  by(plan, 'workloads/prod')('plan gives back its lock', 's3:DeleteObject', 'arn:aws:s3:::example-corp-prod-state-444444444444/prod/terraform.tfstate.tflock'),
  emergency('leaves no door closed: roles', 'iam:UpdateAssumeRolePolicy', role('platform/apply')),
  emergency('... users', 'iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/x`),
  emergency('... keys', 'kms:ScheduleKeyDeletion', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/x`),
  emergency('... logs', 's3:PutLifecycleConfiguration', 'arn:aws:s3:::example-corp-logs-config-222222222222'),
  emergency('... network', 'ec2:ReplaceRoute', ec2('route-table/rtb-1'), network),
  emergency('... other regions', 'ec2:TerminateInstances', `arn:aws:ec2:ap-northeast-1:${ACCOUNT}:instance/i-1`, { region: 'ap-northeast-1' }),
  emergency('... detection', 'guardduty:DeleteDetector', `arn:aws:guardduty:eu-west-1:${ACCOUNT}:detector/x`),
  by(breakGlass, 'suspended')('looks into a suspended account', 's3:ListAllMyBuckets'),
  by(root, 'workloads/prod')('a central root session deletes a stuck bucket policy', 's3:DeleteBucketPolicy', 'arn:aws:s3:::locked', {
    context: { 'aws:AssumedRoot': 'true' },
  }),
  develops('starts an instance with IMDSv2', 'ec2:RunInstances', ec2('instance/*'), { context: { 'ec2:MetadataHttpTokens': 'required' } }),
  develops('makes a security group in dev', 'ec2:CreateSecurityGroup', ec2('security-group/*')),
  develops('opens their own security group in dev', 'ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-9')),
  develops('tags their instance', 'ec2:CreateTags', ec2('instance/i-1')),
  develops('makes a role for an application', 'iam:CreateRole', role('app/web')),
  develops('deletes their own objects', 's3:DeleteObject', 'arn:aws:s3:::shop-dev-uploads/x'),
  develops('deletes from a bucket of a similar name', 's3:DeleteObject', 'arn:aws:s3:::shop-state-cache/x'),
  develops('deletes their own log group', 'logs:DeleteLogGroup', `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/app/web`),
  develops('invokes a function', 'lambda:InvokeFunction', `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:web`),
  develops('shares an image with another account', 'ec2:ModifyImageAttribute', 'arn:aws:ec2:eu-west-1::image/ami-1'),
  develops('asks for a certificate for CloudFront', 'acm:RequestCertificate', undefined, { region: 'us-east-1' }),
  by(people('NetworkAdmin'), 'workloads/prod')('changes a route', 'ec2:ReplaceRoute', ec2('route-table/rtb-1'), network),
  by(people('NetworkAdmin'), 'workloads/prod')('changes a security group', 'ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-1')),
  by(people('SecurityAdmin'), 'security')('archives a finding', 'guardduty:ArchiveFindings'),
  by(people('KeyAdmin'), 'workloads/prod')('changes a key policy', 'kms:PutKeyPolicy', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/x`),
  audits('reads IAM', 'iam:GetAccountAuthorizationDetails'),
  audits('reads findings elsewhere', 'guardduty:ListDetectors', undefined, { region: 'ap-southeast-2' }),
  by(people('Billing'), 'workloads/prod')('reads the bill', 'ce:GetCostAndUsage', undefined, { region: 'us-east-1' }),
  ...[
    'iam:ListRoles',
    'sts:GetCallerIdentity',
    'route53:ListHostedZones',
    'cloudfront:ListDistributions',
    'support:DescribeCases',
    'health:DescribeEvents',
    's3:ListAllMyBuckets',
    'organizations:DescribeOrganization',
    'ec2:DescribeRegions',
  ].map((action) => develops(`global service: ${action}`, action, undefined, { region: 'us-west-2' })),
  by(`arn:aws:iam::${ACCOUNT}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`, 'workloads/prod')(
    'scales out',
    'ec2:RunInstances',
    ec2('instance/*'),
  ),
];

import type { Call } from '../../tools/can/corpus';
import { call, ec2, iam, key, lambda, logs, of, rds, SMALL, STRANGER, ssm, table } from './attack';
import type { Everyday } from './corpus';

const APPLY = '/platform/apply';
const PLAN = '/platform/plan';
const BREAK_GLASS = '/platform/break-glass';
const RESPONSE = 'arn:aws:iam::{here}:role/platform/service/security-response';
const BACKUP = 'arn:aws:iam::{here}:role/platform/service/backup';
const RESPONSE_FUNCTION = 'arn:aws:iam::{here}:role/platform/service/response-function';
const CREDENTIAL_SEARCH = 'arn:aws:iam::{here}:role/platform/service/credential-search';
const HUNTING = 'arn:aws:iam::{here}:role/platform/service/hunting';
const FORWARDING = 'arn:aws:iam::{here}:role/platform/service/event-forwarding';
const RESTORE = 'arn:aws:iam::{here}:role/platform/service/restore';
/** A short session of central root management. */
const ROOT = 'root';
const PIPELINES = ['arn:aws:iam::{here}:role/app-deploy', 'arn:aws:iam::{here}:role/app/pipelines/deploy'];
/** Roles of Identity Center carry its region in their path, but for us-east-1. */
const people = (set: string) =>
  ['', 'eu-west-1/'].map((region) => `arn:aws:iam::{here}:role/aws-reserved/sso.amazonaws.com/${region}AWSReservedSSO_${set}_0123456789abcdef`);
const NETWORK = people('NetworkAdmin');
const READERS = ['DeveloperReadOnly', 'DeveloperOperator', 'SecurityAuditor'].flatMap(people);

/** A policy that ends sessions; the role carries no boundary. */
const REVOCATION = call('iam:PutRolePolicy', iam('role/VendorScanner'));

/** What each of them does in spite of a guardrail, as far as guardrails go; its own policies may say less. */
const may =
  (principals: readonly string[], what: string, made: Call, account = 'prod') =>
  (sid: string): Everyday[] =>
    principals.map((as) => ({
      what: `in spite of ${sid}: ${what}`,
      as,
      in: account,
      call: as === ROOT ? { ...made, context: { ...made.context, 'aws:AssumedRoot': 'true' } } : made,
      expect: 'allow',
      layers: ['scp'],
    }));

const CODE = call('lambda:UpdateFunctionCode', lambda('function:orders'));
const USER_DATA = call('ec2:ModifyInstanceAttribute', ec2('instance/i-0123456789abcdef0'), { 'ec2:Attribute': 'userData' });
const SNAPSHOT = call('ec2:DeleteSnapshot', 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0');
const SHELL = call('ssm:StartSession', ec2('instance/i-0123456789abcdef0'));
const COMMAND = call('ssm:SendCommand', ssm('document/nightly'));
const DELETION = call('kms:ScheduleKeyDeletion', key('k'), { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' });
const GROUP = call('ec2:RevokeSecurityGroupIngress', ec2('security-group/sg-1'), { 'aws:ResourceTag/BlueprintNetwork': 'prod' });
const STATE_KEY = { 'kms:ResourceAliases': ['alias/platform/state'] };
const BUILD = call('codebuild:StartBuild', of('codebuild')('project/shop'));
const PASS = call('iam:PassRole', iam('role/app/shop'), { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' });
const APPLICATION = 'arn:aws:iam::{here}:role/app/scheduler';
const OPERATORS = people('DeveloperOperator');
const OUTSIDE_VPC = { 'aws:EC2InstanceSourceVPC': 'vpc-1' };

const ROWS: Readonly<Record<string, readonly ((sid: string) => Everyday[])[]>> = {
  DenyOtherRegions: [
    may(
      [BREAK_GLASS, ROOT, PLAN, APPLY, ...people('SecurityAuditor')],
      'looks at a queue of another region',
      call('sqs:ListQueues', undefined, {}, { region: 'sa-east-1' }),
    ),
  ],
  DenyIamUsers: [
    may([BREAK_GLASS, ROOT], 'takes an MFA device away', call('iam:DeactivateMFADevice', iam('user/svc-legacy'))),
    may([RESPONSE], 'disables a leaked key', call('iam:UpdateAccessKey', iam('user/svc-legacy'))),
  ],
  DenyIdentityProviders: [
    may(
      [BREAK_GLASS],
      'repairs the pipeline’s provider',
      call('iam:AddClientIDToOpenIDConnectProvider', iam('oidc-provider/token.actions.githubusercontent.com')),
    ),
  ],
  DenyClusterIdentityProviders: [
    may(
      [APPLY, BREAK_GLASS],
      'makes the provider of a cluster',
      call('iam:CreateOpenIDConnectProvider', iam('oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1B2')),
    ),
  ],
  DenyRolesAnywhere: [may([BREAK_GLASS], 'replaces a trust anchor', call('rolesanywhere:UpdateTrustAnchor', of('rolesanywhere')('trust-anchor/a1')))],
  DenyIdentityCenterChanges: [
    may([BREAK_GLASS], 'takes a permission set away', call('sso:DeleteAccountAssignment', 'arn:aws:sso:::instance/ssoins-1234567890abcdef')),
  ],
  ProtectPlatformRoles: [may([BREAK_GLASS], 'repairs the trust of the apply role', call('iam:UpdateAssumeRolePolicy', iam('role/platform/apply')))],
  ProtectServiceRoles: [may([APPLY, BREAK_GLASS], 'changes the boundary', call('iam:CreatePolicyVersion', iam('policy/platform/developer-boundary')))],
  RequireBoundary: [
    may([APPLY, BREAK_GLASS], 'makes a role of the platform', call('iam:CreateRole', iam('role/platform/service/flow-logs'))),
    may([RESPONSE], 'ends the sessions of a role', REVOCATION),
  ],
  DenyBoundaryRemoval: [may([APPLY, BREAK_GLASS], 'takes a boundary off', call('iam:DeleteRolePermissionsBoundary', iam('role/app/web')))],
  DenyRolesOfOthers: [
    may([APPLY, BREAK_GLASS], 'passes a role of the platform', call('iam:PassRole', iam('role/VendorScanner'))),
    may([RESPONSE], 'ends the sessions of a role', REVOCATION),
  ],
  ProtectLogs: [
    may([APPLY, PLAN, ROOT, BREAK_GLASS], 'gives a lock back', call('s3:DeleteObject', 'arn:aws:s3:::example-corp-prod-state-{prod}/prod.tfstate.tflock')),
    may([APPLY], 'changes a retention', call('logs:PutRetentionPolicy', logs('log-group:/platform/flow-logs:*'))),
  ],
  ProtectRecording: [
    may([APPLY, BREAK_GLASS], 'changes the recorder', call('config:PutConfigurationRecorder', of('config')('configuration-recorder/default/a1'))),
  ],
  ProtectSecurityServices: [
    may([APPLY, BREAK_GLASS, ...people('SecurityAdmin')], 'archives findings', call('guardduty:ArchiveFindings', of('guardduty')('detector/a1'))),
    may([RESPONSE], 'switches a detector on again', call('guardduty:UpdateDetector', of('guardduty')('detector/a1'))),
  ],
  ProtectPlatformResources: [
    may([APPLY, PLAN, BREAK_GLASS, ROOT], 'reads a function of the platform', call('lambda:GetFunction', lambda('function:platform-security-response'))),
    may([RESPONSE_FUNCTION], 'takes an incident', call('dynamodb:UpdateItem', table('platform-response'))),
    may([FORWARDING], 'forwards an event', call('events:PutEvents', of('events')('event-bus/platform-security'))),
    may([CREDENTIAL_SEARCH], 'hands the rest of a search to itself', call('lambda:InvokeFunction', lambda('function:platform-credential-search'))),
  ],
  ProtectAccountDefaults: [may([APPLY, BREAK_GLASS, RESPONSE], 'sets the public access block', call('s3:PutAccountPublicAccessBlock'))],
  DenyKeyDestruction: [may([BREAK_GLASS], 'disables a key that leaked', call('kms:DisableKey', key('k')))],
  DenyHastyKeyDeletion: [
    may([BREAK_GLASS], 'has a key gone in a week', call('kms:ScheduleKeyDeletion', key('k'), { 'kms:ScheduleKeyDeletionPendingWindowInDays': '7' })),
  ],
  DenyKeyDeletion: [
    may([BREAK_GLASS], 'schedules a deletion', DELETION),
    may([APPLY, BREAK_GLASS], 'schedules a deletion', DELETION, 'dev'),
    may([APPLY], 'schedules a deletion', DELETION, 'playground'),
  ],
  ProtectPlatformKeys: [
    may(
      [APPLY, PLAN, BREAK_GLASS, HUNTING, ...['KeyAdmin', 'SecurityAdmin', 'SecurityAuditor'].flatMap(people)],
      'works with a key of the platform',
      call('kms:Decrypt', key('k'), STATE_KEY),
    ),
  ],
  DenyImageSharing: [
    may(
      [APPLY, BREAK_GLASS, BACKUP, ...PIPELINES],
      'shares an image with an account of ours',
      call('ec2:ModifyImageAttribute', 'arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0'),
    ),
  ],
  DenyDataExport: [
    may([APPLY, BREAK_GLASS], 'exports a snapshot', call('rds:StartExportTask')),
    may([BACKUP], 'shares with the account of copies what it made', call('rds:ModifyDBSnapshotAttribute', rds('snapshot:awsbackup:job-1'))),
  ],
  DenyExternalShares: [may([BREAK_GLASS], 'shares outside', call('ram:CreateResourceShare', undefined, { 'ram:RequestedAllowsExternalPrincipals': 'true' }))],
  DenyDocumentSharing: [may([APPLY, BREAK_GLASS], 'shares a document with the organization', call('ssm:ModifyDocumentPermission', ssm('document/runbook')))],
  DenyRegistryChanges: [may([APPLY, BREAK_GLASS], 'sets up a pull through cache', call('ecr:CreatePullThroughCacheRule'))],
  DenyDataOutsideOrganization: [
    may([BREAK_GLASS], 'saves evidence elsewhere', call('s3:PutObject', 'arn:aws:s3:::forensics-firm/disk.img', {}, { resourceAccount: STRANGER })),
  ],
  DenyMetadataChanges: [
    may([APPLY, BREAK_GLASS], 'sets a hop limit', call('ec2:ModifyInstanceMetadataOptions', ec2('instance/i-0123456789abcdef0'))),
    may([RESPONSE], 'closes the metadata service of an instance', call('ec2:ModifyInstanceMetadataOptions', ec2('instance/i-0123456789abcdef0'))),
  ],
  DenyInstanceLogins: [
    may([BREAK_GLASS], 'gets into an instance whose agent is broken', call('ec2-instance-connect:SendSSHPublicKey', ec2('instance/i-0123456789abcdef0'))),
  ],
  DenyInstanceCredentialsFromOtherVpc: [
    may([BREAK_GLASS], 'works from a forensic VPC', call('ec2:DescribeInstances', undefined, { ...OUTSIDE_VPC, 'aws:SourceVpc': 'vpc-9' })),
  ],
  DenyInstanceCredentialsOutsideVpc: [may([BREAK_GLASS], 'works from outside', call('s3:ListAllMyBuckets', undefined, OUTSIDE_VPC))],
  DenyCommandHistory: [may([APPLY, BREAK_GLASS], 'lists commands', call('ssm:ListCommands'))],
  DenyCostlyInstances: [
    may([APPLY, BREAK_GLASS], 'starts a large instance', call('ec2:RunInstances', ec2('instance/*'), { ...SMALL, 'ec2:InstanceType': 'r7i.12xlarge' })),
  ],
  DenyCommitments: [may([APPLY, BREAK_GLASS], 'makes a certificate authority', call('acm-pca:CreateCertificateAuthority'))],
  DenyMarketplace: [may([APPLY, BREAK_GLASS], 'accepts the terms of a model', call('bedrock:CreateFoundationModelAgreement'))],
  DenyUnusedServices: [may([BREAK_GLASS], 'removes what somebody left', call('workspaces:TerminateWorkspaces', of('workspaces')('workspace/ws-1')))],
  ProtectNetwork: [may([APPLY, BREAK_GLASS, ...NETWORK], 'closes a port of the platform', GROUP)],
  DenyNetworkBypass: [may([APPLY, BREAK_GLASS, ...NETWORK], 'peers two VPCs', call('ec2:CreateVpcPeeringConnection', ec2('vpc/vpc-1')))],
  ProtectSecurityGroups: [
    may([APPLY, BREAK_GLASS, ...NETWORK], 'opens a port to the load balancer', call('ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-1'))),
    may([RESPONSE], 'closes a port', call('ec2:RevokeSecurityGroupIngress', ec2('security-group/sg-1'))),
  ],
  DenyManualChanges: [
    ...['prod', 'test', 'dev'].map((account) => may([RESPONSE], 'ends the sessions of a role', REVOCATION, account)),
    ...['prod', 'test', 'dev'].map((account) =>
      may([BACKUP], 'hears of changes in a bucket no more', call('events:RemoveTargets', of('events')('rule/AwsBackupManagedRule1')), account),
    ),
    may([APPLY, BREAK_GLASS, ...PIPELINES], 'deploys a function', CODE),
    may([APPLY, BREAK_GLASS, ...PIPELINES, ...people('Developer'), APPLICATION], 'deploys a function', CODE, 'dev'),
    ...['prod', 'test', 'dev'].map((account) => may(READERS, 'looks at an identity of mail', call('ses:GetEmailIdentity'), account)),
  ],
  DenyUserDataChanges: [
    may([APPLY, BREAK_GLASS, ...PIPELINES], 'changes user data', USER_DATA),
    may([APPLY, BREAK_GLASS, ...PIPELINES, ...people('Developer')], 'changes user data', USER_DATA, 'dev'),
  ],
  DenyDataDestruction: [
    may([APPLY, BREAK_GLASS, BACKUP, RESTORE, ...PIPELINES], 'deletes an old snapshot', SNAPSHOT),
    may([APPLY, BREAK_GLASS, BACKUP, RESTORE, ...PIPELINES, ...people('Developer'), APPLICATION], 'deletes an old snapshot', SNAPSHOT, 'dev'),
  ],
  DenyShells: [may([BREAK_GLASS], 'opens a shell', SHELL), may([BREAK_GLASS, ...people('Developer')], 'opens a shell', SHELL, 'dev')],
  DenyRemoteCommands: [
    may([APPLY, BREAK_GLASS], 'runs a document', COMMAND),
    may([APPLY, BREAK_GLASS, ...people('Developer')], 'runs a document', COMMAND, 'dev'),
  ],
  DenyAccessDelegation: [may([BREAK_GLASS], 'looks into a request for delegation', call('iam:AssociateDelegationRequest', iam('delegation-request/a1')))],
  DenyRootSessions: [may([BREAK_GLASS], 'opens a root session', call('sts:AssumeRoot', 'arn:aws:iam::{here}:root'), 'security')],
  ProtectSessionLogging: [may([APPLY, BREAK_GLASS], 'says where sessions are logged', call('ssm:UpdateDocument', ssm('document/SSM-SessionManagerRunShell')))],
  ProtectDataKeyAliases: [
    may(
      [APPLY, BREAK_GLASS, ...people('KeyAdmin')],
      'points an alias at a new key',
      call('kms:UpdateAlias', 'arn:aws:kms:eu-west-1:{here}:alias/data/archive'),
    ),
  ],
  DenyKeyPolicyChanges: [may([APPLY, BREAK_GLASS, ...PIPELINES, ...people('KeyAdmin')], 'changes the policy of a key', call('kms:PutKeyPolicy', key('k')))],
  DenyForeignKeys: [
    may([BREAK_GLASS], 'sends a forensic copy under the key of investigators', {
      ...call('kms:GenerateDataKey', `arn:aws:kms:eu-west-1:${STRANGER}:key/case`),
      resourceAccount: STRANGER,
    }),
  ],
  DenyResourcePolicies: [
    may([APPLY, BREAK_GLASS, ...PIPELINES], 'lets our accounts into an event bus', call('events:PutPermission', of('events')('event-bus/orders'))),
  ],
  DenyMessagesOutsideOrganization: [
    may([BREAK_GLASS], 'calls the function of investigators', {
      ...call('lambda:InvokeFunction', `arn:aws:lambda:eu-west-1:${STRANGER}:function:case`),
      resourceAccount: STRANGER,
    }),
  ],
  DenyForeignRoles: [
    may([BREAK_GLASS], 'enters an account outside the organization', {
      ...call('sts:AssumeRole', `arn:aws:iam::${STRANGER}:role/case`),
      resourceAccount: STRANGER,
    }),
  ],
  DenyFunctionPolicies: [may([APPLY, BREAK_GLASS, ...PIPELINES], 'lends a layer', call('lambda:AddLayerVersionPermission', lambda('layer:tools:1')))],
  DenyExternalSharePrincipals: [
    may(
      [BREAK_GLASS],
      'shares with investigators',
      call('ram:AssociateResourceShare', of('ram')('resource-share/a1'), { 'ram:AllowsExternalPrincipals': 'true' }),
    ),
  ],
  DenyForeignShares: [
    may([APPLY, BREAK_GLASS], 'accepts a share of a partner', call('ram:AcceptResourceShareInvitation', of('ram')('resource-share-invitation/a1'))),
  ],
  DenySnapshotReading: [
    may(
      [APPLY, BACKUP, BREAK_GLASS, ...people('SecurityAdmin')],
      'reads a snapshot block by block',
      call('ebs:GetSnapshotBlock', 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0'),
    ),
    may([RESTORE], 'writes a disk back block by block', call('ebs:PutSnapshotBlock', 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0')),
  ],
  DenyUnmask: [may([BREAK_GLASS, ...people('SecurityAdmin')], 'looks behind the mask of a log', call('logs:Unmask', logs('log-group:/app/shop:*')))],
  DenyCostlyResizing: [
    may(
      [APPLY, BREAK_GLASS],
      'makes an instance large',
      call('ec2:ModifyInstanceAttribute', ec2('instance/i-0123456789abcdef0'), {
        'ec2:Attribute': 'instanceType',
        'ec2:Attribute/InstanceType': 'p5.48xlarge',
      }),
    ),
  ],
  DenyDomainLoss: [
    may([APPLY, BREAK_GLASS, ...NETWORK], 'moves name servers', call('route53domains:UpdateDomainNameservers', undefined, {}, { region: 'us-east-1' })),
  ],
  DenyNetworkTags: [
    may(
      [APPLY, BREAK_GLASS, ...NETWORK],
      'tags a route table of the network',
      call('ec2:CreateTags', ec2('route-table/rtb-1'), { 'aws:RequestTag/BlueprintNetwork': 'prod' }),
    ),
  ],
  DenyManualOperations: [
    may([APPLY, BREAK_GLASS, ...PIPELINES, ...OPERATORS, ...NETWORK, APPLICATION], 'starts a build', BUILD),
    may([APPLY, BREAK_GLASS, ...PIPELINES, ...OPERATORS, ...NETWORK, APPLICATION], 'starts a build', BUILD, 'test'),
    may([APPLY, BREAK_GLASS, ...PIPELINES, ...OPERATORS, ...NETWORK, ...people('Developer'), APPLICATION], 'starts a build', BUILD, 'dev'),
    ...['prod', 'test', 'dev'].flatMap((account) => [
      may(READERS, 'looks how much mail may be sent', call('ses:GetSendQuota'), account),
      may([BACKUP], 'hears of changes in buckets', call('events:PutTargets', of('events')('rule/AwsBackupManagedRule1')), account),
      may([RESPONSE], 'cuts an instance off', call('ec2:ModifyNetworkInterfaceAttribute', ec2('network-interface/eni-1')), account),
    ]),
  ],
  DenyBorrowedApplicationRoles: [
    may([APPLY, BREAK_GLASS, RESTORE, ...PIPELINES, APPLICATION], 'hands a role to a service', PASS),
    may([APPLY, BREAK_GLASS, RESTORE, ...PIPELINES, APPLICATION], 'hands a role to a service', PASS, 'test'),
    may([APPLY, BREAK_GLASS, RESTORE, ...PIPELINES, ...people('Developer'), APPLICATION], 'hands a role to a service', PASS, 'dev'),
  ],
  ProtectQuarantined: [
    may(
      [BREAK_GLASS, RESPONSE],
      'connects an instance again',
      call('ec2:ModifyNetworkInterfaceAttribute', ec2('network-interface/eni-1'), { 'aws:ResourceTag/Quarantine': 'x' }),
    ),
  ],
  DenyQuarantineTag: [may([BREAK_GLASS, RESPONSE], 'marks an instance', call('ec2:CreateTags', ec2('instance/i-1'), { 'aws:RequestTag/Quarantine': 'x' }))],
  DenyExemptTag: [may([APPLY, BREAK_GLASS], 'exempts an instance', call('ec2:CreateTags', ec2('instance/i-1'), { 'aws:RequestTag/ResponseExempt': 'true' }))],
  DenyQuarantinedObjects: [
    (sid) =>
      may(
        [BREAK_GLASS, RESPONSE, ...people('SecurityAdmin')],
        'reads evidence',
        call('s3:GetObject', 'arn:aws:s3:::pay-uploads/x', { 's3:ExistingObjectTag/Quarantine': 'x' }),
      )(sid).map((row) => ({ ...row, layers: ['scp', 'rcp'] as const })),
  ],
  ProtectPlatformFunctions: [
    may(
      [APPLY, BREAK_GLASS],
      'maps a queue to a function of ours',
      call('lambda:CreateEventSourceMapping', undefined, { 'lambda:FunctionArn': lambda('function:platform-response') }),
      'security',
    ),
  ],
  ProtectPlatformMetrics: [
    may(
      [BREAK_GLASS, RESPONSE_FUNCTION],
      'measures a response',
      call('cloudwatch:PutMetricData', undefined, { 'cloudwatch:namespace': 'Platform/Response' }),
      'security',
    ),
    may([CREDENTIAL_SEARCH], 'says that it has searched', call('cloudwatch:PutMetricData', undefined, { 'cloudwatch:namespace': 'Platform/CredentialSearch' })),
  ],
  ProtectApprovals: [
    may([APPLY, BREAK_GLASS], 'makes the bus of approvals anew', call('events:DeleteEventBus', of('events')('event-bus/security-approvals')), 'security'),
  ],
  DenyEverything: [may([BREAK_GLASS], 'saves evidence', call('s3:ListAllMyBuckets'), 'closed')],
  DenyEverythingButResponse: [
    may(
      [BREAK_GLASS, ROOT, RESPONSE, ...people('SecurityAdmin'), ...people('SecurityAuditor')],
      'looks at an instance',
      call('ec2:DescribeInstances'),
      'quarantined',
    ),
    may(
      [FORWARDING],
      'tells the security account',
      call('events:PutEvents', 'arn:aws:events:eu-central-1:{security}:event-bus/platform-security'),
      'quarantined',
    ),
  ],
};

/** Sid -> what those whom it exempts do in spite of it. The mutation run takes each exemption away: a row must fail. */
export const EXEMPTIONS: Readonly<Record<string, readonly Everyday[]>> = Object.fromEntries(
  Object.entries(ROWS).map(([sid, rows]) => [sid, rows.flatMap((row) => row(sid))]),
);

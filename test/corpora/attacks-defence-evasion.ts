import { attacks, call, ec2, iam, key, logs, of } from './attack';
import type { Attack } from './corpus';

const row = attacks('defence evasion');
const STRATUS = 'Stratus Red Team: aws.defense-evasion';
const IMPAIR = 'MITRE ATT&CK T1562.008 Disable or Modify Cloud Logs';
const TOOLS = 'MITRE ATT&CK T1562.001 Disable or Modify Tools';
const FIREWALL = 'MITRE ATT&CK T1562.007 Disable or Modify Cloud Firewall';
const TRICKS = 'HackTricks Cloud, AWS';
const tagged = (action: string, name: string) => call(action, ec2(name), { 'aws:ResourceTag/BlueprintNetwork': 'prod' });
const bucket = (name: string) => `arn:aws:s3:::${name}`;
const state = bucket('example-corp-prod-state-{prod}');
const trail = of('cloudtrail')('trail/organization');

/** Away from whoever watches. */
export const DEFENCE_EVASION: readonly Attack[] = [
  // The organization
  row('takes the account out of the organization', `${STRATUS}.organizations-leave`, call('organizations:LeaveOrganization'), 'DenyLeavingOrganization'),
  row(
    'takes a new account out of the organization',
    'MITRE ATT&CK T1666 Modify Cloud Resource Hierarchy',
    call('organizations:LeaveOrganization'),
    'DenyLeavingOrganization',
    { in: 'newcomer' },
  ),
  row(
    'closes the account',
    'MITRE ATT&CK T1666 Modify Cloud Resource Hierarchy',
    call('account:CloseAccount', 'arn:aws:account::{here}:account'),
    'DenyLeavingOrganization',
  ),
  row(
    'takes the log archive out of the organization, as its apply role',
    'MITRE ATT&CK T1666 Modify Cloud Resource Hierarchy',
    call('organizations:LeaveOrganization'),
    'DenyLeavingOrganization',
    { as: '/platform/apply', in: 'log-archive' },
  ),
  row(
    'works in a region that nobody watches',
    'MITRE ATT&CK T1535 Unused/Unsupported Cloud Regions',
    call('ec2:CreateKeyPair', 'arn:aws:ec2:ap-south-1:{here}:key-pair/evil', {}, { region: 'ap-south-1' }),
    'DenyOtherRegions',
  ),
  row(
    'works in a region that nobody watches, in a new account',
    'MITRE ATT&CK T1535 Unused/Unsupported Cloud Regions',
    call('s3:CreateBucket', bucket('evil'), {}, { region: 'me-central-1' }),
    'DenyOtherRegions',
    { in: 'newcomer' },
  ),
  row(
    'as a developer builds in another region',
    'MITRE ATT&CK T1535 Unused/Unsupported Cloud Regions',
    call('ec2:CreateKeyPair', 'arn:aws:ec2:us-west-2:{here}:key-pair/evil', {}, { region: 'us-west-2' }),
    'DenyOtherRegions',
    { as: 'Developer', in: 'dev' },
  ),
  row(
    'switches another region on',
    `${TRICKS} account: opt-in regions`,
    call('account:EnableRegion', 'arn:aws:account::{here}:account'),
    'ProtectAccountDefaults',
  ),
  row(
    'has AWS write to an address of its own',
    `${TRICKS} account: alternate contacts`,
    call('account:PutAlternateContact', 'arn:aws:account::{here}:account'),
    'ProtectAccountDefaults',
  ),
  // Trails and logs
  row('stops a trail', `${STRATUS}.cloudtrail-stop`, call('cloudtrail:StopLogging', trail), 'ProtectRecording'),
  row('deletes a trail', `${STRATUS}.cloudtrail-delete`, call('cloudtrail:DeleteTrail', trail), 'ProtectRecording'),
  row('narrows the event selectors of a trail', `${STRATUS}.cloudtrail-event-selectors`, call('cloudtrail:PutEventSelectors', trail), 'ProtectRecording'),
  row('points a trail at another bucket', IMPAIR, call('cloudtrail:UpdateTrail', trail), 'ProtectRecording'),
  row(
    'stops the ingestion of an event data store',
    IMPAIR,
    call('cloudtrail:StopEventDataStoreIngestion', of('cloudtrail')('eventdatastore/a1')),
    'ProtectRecording',
  ),
  row('stops the recorder', IMPAIR, call('config:StopConfigurationRecorder', of('config')('configuration-recorder/default/a1')), 'ProtectRecording'),
  row('deletes the delivery channel', IMPAIR, call('config:DeleteDeliveryChannel'), 'ProtectRecording'),
  row(
    'narrows the recorder to nothing',
    IMPAIR,
    call('config:PutConfigurationRecorder', of('config')('configuration-recorder/default/a1')),
    'ProtectRecording',
  ),
  row('deletes a rule of AWS Config', TOOLS, call('config:DeleteConfigRule', of('config')('config-rule/config-rule-a1')), 'ProtectRecording'),
  row('deletes a pack of rules', TOOLS, call('config:DeleteConformancePack', of('config')('conformance-pack/platform-backups/a1')), 'ProtectRecording'),
  row('empties a pack of rules', TOOLS, call('config:PutConformancePack', of('config')('conformance-pack/platform-backups/a1')), 'ProtectRecording'),
  row('hides a remediation in a pack of his own', TOOLS, call('config:PutConformancePack', of('config')('conformance-pack/quality/a1')), 'ProtectRecording'),
  row('deletes flow logs', `${STRATUS}.vpc-remove-flow-logs`, call('ec2:DeleteFlowLogs', ec2('vpc-flow-log/fl-0123456789abcdef0')), 'ProtectRecording'),
  row(
    'deletes resolver query logs',
    `${STRATUS}.dns-delete-logs`,
    call('route53resolver:DeleteResolverQueryLogConfig', of('route53resolver')('resolver-query-log-config/rqlc-1')),
    ['DenyNetworkBypass', 'ProtectRecording'],
  ),
  row(
    'takes a VPC out of resolver query logs',
    `${STRATUS}.dns-delete-logs`,
    call('route53resolver:DisassociateResolverQueryLogConfig', of('route53resolver')('resolver-query-log-config/rqlc-1')),
    'ProtectRecording',
    { as: 'NetworkAdmin' },
  ),
  row('stops the log of model invocations', 'Sysdig, LLMjacking', call('bedrock:DeleteModelInvocationLoggingConfiguration'), 'ProtectRecording'),
  row('deletes the trail’s log group', IMPAIR, call('logs:DeleteLogGroup', logs('log-group:/platform/trail:*')), ['DenyManualChanges', 'ProtectLogs']),
  row('shortens the retention of a log group', IMPAIR, call('logs:PutRetentionPolicy', logs('log-group:/platform/flow-logs:*')), 'ProtectLogs'),
  row('unmasks what a log group hides', IMPAIR, call('logs:DeleteDataProtectionPolicy', logs('log-group:/platform/trail:*')), [
    'DenyManualChanges',
    'ProtectLogs',
  ]),
  row('deletes the filter of an alarm', TOOLS, call('logs:DeleteMetricFilter', logs('log-group:/platform/trail:*')), ['DenyManualChanges', 'ProtectLogs']),
  row(
    'has logs expire after a day',
    `${STRATUS}.cloudtrail-lifecycle-rule`,
    call('s3:PutLifecycleConfiguration', bucket('example-corp-logs-cloudtrail-{log-archive}')),
    ['DenyDataDestruction', 'ProtectLogs'],
    { in: 'log-archive' },
  ),
  row(
    'deletes a log file',
    'MITRE ATT&CK T1070.004 File Deletion',
    call('s3:DeleteObject', bucket('example-corp-logs-cloudtrail-{log-archive}/AWSLogs/a.json.gz')),
    'ProtectLogs',
    { in: 'log-archive' },
  ),
  row(
    'lifts the retention of a log file',
    'MITRE ATT&CK T1070.004 File Deletion',
    call('s3:BypassGovernanceRetention', bucket('example-corp-logs-network-{log-archive}/a.gz')),
    ['DenyDataDestruction', 'ProtectLogs'],
    { in: 'log-archive' },
  ),
  row('opens the bucket of the firewall’s logs', IMPAIR, call('s3:PutBucketPolicy', bucket('aws-waf-logs-example-corp-{log-archive}')), 'ProtectLogs', {
    in: 'log-archive',
  }),
  row('opens the state', `${TRICKS} S3 persistence`, call('s3:PutBucketPolicy', state), 'ProtectLogs'),
  row(
    'deletes the state',
    'MITRE ATT&CK T1485 Data Destruction',
    call('s3:DeleteObject', bucket('example-corp-prod-state-{prod}/prod.tfstate')),
    'ProtectLogs',
  ),
  // Detection
  row(
    'deletes the detector',
    `${TRICKS} GuardDuty unauthenticated: detector`,
    call('guardduty:DeleteDetector', of('guardduty')('detector/a1')),
    'ProtectSecurityServices',
  ),
  row('suspends the detector', TOOLS, call('guardduty:UpdateDetector', of('guardduty')('detector/a1')), 'ProtectSecurityServices'),
  row(
    'detaches the account from the administrator',
    TOOLS,
    call('guardduty:DisassociateFromAdministratorAccount', of('guardduty')('detector/a1')),
    'ProtectSecurityServices',
  ),
  row(
    'trusts its own address',
    'Rhino Security Labs, bypassing GuardDuty by a trusted IP list',
    call('guardduty:CreateIPSet', of('guardduty')('detector/a1')),
    'ProtectSecurityServices',
  ),
  row(
    'archives its findings as they come',
    `${TRICKS} GuardDuty: suppression filters`,
    call('guardduty:CreateFilter', of('guardduty')('detector/a1/filter/all')),
    'ProtectSecurityServices',
  ),
  row('switches a standard off', TOOLS, call('securityhub:BatchDisableStandards', of('securityhub')('hub/default')), 'ProtectSecurityServices'),
  row('switches Security Hub off', TOOLS, call('securityhub:DisableSecurityHub', of('securityhub')('hub/default')), 'ProtectSecurityServices'),
  row('marks its findings as solved', TOOLS, call('securityhub:BatchUpdateFindings', of('securityhub')('hub/default')), 'ProtectSecurityServices'),
  row('stops scans for weaknesses', TOOLS, call('inspector2:Disable'), 'ProtectSecurityServices'),
  row('switches Macie off', TOOLS, call('macie2:DisableMacie'), 'ProtectSecurityServices'),
  row(
    'deletes the analyzer that would show its trust',
    TOOLS,
    call('access-analyzer:DeleteAnalyzer', of('access-analyzer')('analyzer/organization')),
    'ProtectSecurityServices',
    { in: 'security' },
  ),
  row(
    'hides its trust from the analyzer',
    TOOLS,
    call('access-analyzer:CreateArchiveRule', of('access-analyzer')('analyzer/organization/archive-rule/all')),
    'ProtectSecurityServices',
    { in: 'security' },
  ),
  row('takes the account out of Firewall Manager', TOOLS, call('fms:DeletePolicy', of('fms')('policy/a1')), 'ProtectSecurityServices', { in: 'security' }),
  row('deletes an alarm of the platform', TOOLS, call('cloudwatch:DeleteAlarms', of('cloudwatch')('alarm:platform-root-use')), [
    'DenyManualChanges',
    'ProtectPlatformResources',
  ]),
  row('silences an alarm of the platform', TOOLS, call('cloudwatch:DisableAlarmActions', of('cloudwatch')('alarm:platform-root-use')), [
    'DenyManualChanges',
    'ProtectPlatformResources',
  ]),
  row('switches a rule of the response off', TOOLS, call('events:DisableRule', of('events')('rule/platform-response')), [
    'DenyManualChanges',
    'ProtectPlatformResources',
  ]),
  row('takes the targets off a rule of the response', TOOLS, call('events:RemoveTargets', of('events')('rule/platform-response')), [
    'DenyManualChanges',
    'ProtectPlatformResources',
  ]),
  row('unsubscribes the alerts', TOOLS, call('sns:DeleteTopic', of('sns')('platform-alerts')), ['DenyDataDestruction', 'ProtectPlatformResources']),
  row('empties the queue of findings', TOOLS, call('sqs:PurgeQueue', of('sqs')('platform-findings')), 'ProtectPlatformResources'),
  // Safe defaults
  row('allows public buckets again', 'AWS Threat Technique Catalog T1562 Impair Defenses', call('s3:PutAccountPublicAccessBlock'), 'ProtectAccountDefaults'),
  row('allows public snapshots again', TOOLS, call('ec2:DisableSnapshotBlockPublicAccess'), 'ProtectAccountDefaults'),
  row('allows public images again', TOOLS, call('ec2:DisableImageBlockPublicAccess'), 'ProtectAccountDefaults'),
  row('switches default encryption off', TOOLS, call('ec2:DisableEbsEncryptionByDefault'), 'ProtectAccountDefaults'),
  row(
    'makes a key of its own the default of new disks',
    'Bleeping Computer and Halcyon, Codefinger',
    call('ec2:ModifyEbsDefaultKmsKeyId'),
    'ProtectAccountDefaults',
  ),
  row(
    'switches the serial console on',
    'Stratus Red Team: aws.lateral-movement.ec2-serial-console-send-ssh-public-key',
    call('ec2:EnableSerialConsoleAccess'),
    'ProtectAccountDefaults',
  ),
  row('weakens the password policy', TOOLS, call('iam:DeleteAccountPasswordPolicy'), 'ProtectAccountDefaults'),
  row('lets tokens work in every region', `${TRICKS} STS`, call('iam:SetSecurityTokenServicePreferences'), 'ProtectAccountDefaults'),
  row(
    'changes how Systems Manager logs',
    TOOLS,
    call('ssm:UpdateServiceSetting', of('ssm')('servicesetting/ssm/documents/console/public-sharing-permission')),
    'ProtectAccountDefaults',
  ),
  row(
    'sets the default of new instances back to IMDSv1',
    'MITRE ATT&CK T1552.005 Cloud Instance Metadata API',
    call('ec2:ModifyInstanceMetadataDefaults'),
    'ProtectAccountDefaults',
  ),
  // The network
  row('routes past the firewall', FIREWALL, tagged('ec2:ReplaceRoute', 'route-table/rtb-1'), 'DenyNetworkBypass'),
  row('adds a route', FIREWALL, tagged('ec2:CreateRoute', 'route-table/rtb-1'), 'DenyNetworkBypass'),
  row('as a developer adds a route', FIREWALL, tagged('ec2:CreateRoute', 'route-table/rtb-1'), 'DenyNetworkBypass', { as: 'Developer', in: 'dev' }),
  row('gives subnets another route table', FIREWALL, tagged('ec2:ReplaceRouteTableAssociation', 'route-table/rtb-1'), 'DenyNetworkBypass'),
  row('opens a network ACL', FIREWALL, tagged('ec2:ReplaceNetworkAclEntry', 'network-acl/acl-1'), 'DenyNetworkBypass'),
  row('opens a security group of the network', FIREWALL, tagged('ec2:AuthorizeSecurityGroupIngress', 'security-group/sg-1'), 'ProtectNetwork', {
    as: 'Developer',
    in: 'dev',
  }),
  row('takes the tag off, then opens', `${TRICKS} EC2: tags in conditions`, tagged('ec2:DeleteTags', 'security-group/sg-1'), 'ProtectNetwork', {
    as: 'Developer',
    in: 'dev',
  }),
  row('lets public addresses into a subnet', FIREWALL, tagged('ec2:ModifySubnetAttribute', 'subnet/subnet-1'), 'DenyNetworkBypass'),
  row('switches DNS of a VPC', FIREWALL, tagged('ec2:ModifyVpcAttribute', 'vpc/vpc-1'), 'DenyNetworkBypass'),
  row('opens the policy of an endpoint', 'Unit 42, VPC endpoints', tagged('ec2:ModifyVpcEndpoint', 'vpc-endpoint/vpce-1'), 'DenyNetworkBypass'),
  row(
    'switches rules off in the firewall',
    FIREWALL,
    call('network-firewall:UpdateRuleGroup', of('network-firewall')('stateful-rulegroup/egress'), { 'aws:ResourceTag/BlueprintNetwork': 'prod' }),
    'DenyNetworkBypass',
  ),
  row(
    'opens SSH to the world',
    'Stratus Red Team: aws.exfiltration.ec2-security-group-open-port-22-ingress',
    call('ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-2')),
    'ProtectSecurityGroups',
  ),
  row(
    'opens a port to the world in the security account',
    FIREWALL,
    call('ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-2')),
    'ProtectSecurityGroups',
    { in: 'security' },
  ),
  row('changes a rule of a security group', FIREWALL, call('ec2:ModifySecurityGroupRules', ec2('security-group/sg-2')), 'ProtectSecurityGroups', {
    in: 'test',
  }),
  row('makes a security group of its own', FIREWALL, call('ec2:CreateSecurityGroup', ec2('security-group/*')), 'ProtectSecurityGroups'),
  row(
    'makes a way out',
    'MITRE ATT&CK T1048 Exfiltration Over Alternative Protocol',
    call('ec2:CreateInternetGateway', ec2('internet-gateway/*')),
    'DenyNetworkBypass',
  ),
  row(
    'peers with a VPC of its own',
    'MITRE ATT&CK T1599 Network Boundary Bridging',
    call('ec2:CreateVpcPeeringConnection', ec2('vpc/vpc-1')),
    'DenyNetworkBypass',
  ),
  row(
    'accepts a peering',
    'MITRE ATT&CK T1599 Network Boundary Bridging',
    call('ec2:AcceptVpcPeeringConnection', ec2('vpc-peering-connection/pcx-1')),
    'DenyNetworkBypass',
    { as: 'Developer', in: 'dev' },
  ),
  row('opens a VPN', 'MITRE ATT&CK T1133 External Remote Services', call('ec2:CreateClientVpnEndpoint', ec2('client-vpn-endpoint/*')), 'DenyNetworkBypass'),
  row(
    'excludes a VPC from Block Public Access',
    FIREWALL,
    call('ec2:CreateVpcBlockPublicAccessExclusion', ec2('vpc-block-public-access-exclusion/*')),
    'DenyNetworkBypass',
  ),
  row('makes a network without inspection', FIREWALL, call('ec2:CreateVpc', ec2('vpc/*')), 'DenyNetworkBypass', { in: 'playground' }),
  row('takes the rules out of the web firewall', FIREWALL, call('wafv2:UpdateWebACL', of('wafv2')('regional/webacl/prod/a1')), 'DenyNetworkBypass'),
  row(
    'takes the web firewall off a load balancer',
    FIREWALL,
    call('wafv2:DisassociateWebACL', of('elasticloadbalancing')('loadbalancer/app/web/a1')),
    'DenyNetworkBypass',
    {
      as: 'Developer',
      in: 'dev',
    },
  ),
  row('makes a default VPC', 'CIS AWS Foundations, default networks', call('ec2:CreateDefaultVpc'), 'DenyDefaultNetwork'),
  row('as the apply role makes a default subnet', 'CIS AWS Foundations, default networks', call('ec2:CreateDefaultSubnet'), 'DenyDefaultNetwork', {
    as: '/platform/apply',
  }),
  // Root and cut-off accounts
  row('as root stops a trail', 'MITRE ATT&CK T1078.004 Cloud Accounts', call('cloudtrail:StopLogging', trail), ['DenyMemberRoot', 'ProtectRecording'], {
    as: 'root',
  }),
  row('as root looks around', 'MITRE ATT&CK T1580 Cloud Infrastructure Discovery', call('iam:ListUsers'), 'DenyMemberRoot', { as: 'root' }),
  row('as root changes a key', 'MITRE ATT&CK T1078.004 Cloud Accounts', call('kms:PutKeyPolicy', key('k')), ['DenyMemberRoot', 'DenyKeyPolicyChanges'], {
    as: 'root',
    in: 'log-archive',
  }),
  row('in a suspended account looks around', 'MITRE ATT&CK T1580 Cloud Infrastructure Discovery', call('iam:ListUsers'), 'DenyEverything', { in: 'closed' }),
  row('in a suspended account uses the bootstrap role', 'MITRE ATT&CK T1078.004 Cloud Accounts', call('s3:ListAllMyBuckets'), 'DenyEverything', {
    as: 'arn:aws:iam::{here}:role/OrganizationAccountAccessRole',
    in: 'closed',
  }),
  row('in a quarantined account looks around', 'MITRE ATT&CK T1580 Cloud Infrastructure Discovery', call('iam:ListUsers'), 'DenyEverythingButResponse', {
    in: 'quarantined',
  }),
  row(
    'in a quarantined account removes its traces',
    'MITRE ATT&CK T1070 Indicator Removal',
    call('iam:DeleteVirtualMFADevice', iam('mfa/evil')),
    ['DenyEverythingButResponse', 'DenyIamUsers'],
    { in: 'quarantined' },
  ),
  row(
    'in a quarantined account deploys',
    'MITRE ATT&CK T1578.002 Create Cloud Instance',
    call('sqs:CreateQueue', of('sqs')('evil')),
    'DenyEverythingButResponse',
    { as: '/platform/apply', in: 'quarantined' },
  ),
];

import { attacks, call, ec2, ecs, iam, key, lambda, logs, of, rds, STRANGER } from './attack';
import type { Attack } from './corpus';

const TRICKS = 'HackTricks Cloud, AWS';
const ATTACK = (technique: string) => `MITRE ATT&CK ${technique}`;
const escalation = attacks('privilege escalation');
const persistence = attacks('persistence');
const evasion = attacks('defence evasion');
const exfiltration = attacks('exfiltration');
const impact = attacks('impact');
const cost = attacks('cost');
const credentials = attacks('credential access');
const OUR_CODE = 'DenyManualChanges';
const OUR_WORK = 'DenyManualOperations';
const TEST = { in: 'test' };
const bedrock = of('bedrock');
const glue = of('glue');
const es = of('es');
const kafka = of('kafka');
const efs = of('elasticfilesystem');
const elb = of('elasticloadbalancing');
const PASSES = (service: string, name: string) => call('iam:PassRole', iam(`role/app/${name}`), { 'iam:PassedToService': `${service}.amazonaws.com` });

/** Code that runs as somebody else: by agents, jobs, canaries, crawlers, notebooks and the machinery around them. */
const CODE: readonly Attack[] = [
  escalation('gives an agent of Bedrock another action', `${TRICKS} Bedrock`, call('bedrock:UpdateAgentActionGroup', bedrock('agent/A1')), OUR_CODE),
  escalation('rewrites what an agent is told', `${TRICKS} Bedrock`, call('bedrock:UpdateAgent', bedrock('agent/A1')), OUR_CODE),
  escalation(
    'makes an agent with the role of an application',
    'pathfinding.cloud, Bedrock',
    [PASSES('bedrock', 'rag'), call('bedrock:CreateAgent')],
    'DenyBorrowedApplicationRoles',
  ),
  escalation('points a base of knowledge at other data', `${TRICKS} Bedrock`, call('bedrock:UpdateDataSource', bedrock('knowledge-base/KB1')), OUR_CODE),
  escalation('rewrites a flow of prompts', `${TRICKS} Bedrock`, call('bedrock:UpdateFlow', bedrock('flow/F1')), OUR_CODE),
  escalation(
    'makes a service of App Runner that runs as it likes',
    'pathfinding.cloud, App Runner',
    call('apprunner:CreateService', of('apprunner')('service/x/1')),
    OUR_CODE,
  ),
  escalation(
    'gives a service of App Runner another image',
    'pathfinding.cloud, App Runner',
    call('apprunner:UpdateService', of('apprunner')('service/shop/1')),
    OUR_CODE,
  ),
  escalation('changes the build of an app of Amplify', `${TRICKS} Amplify`, call('amplify:UpdateApp', of('amplify')('apps/a1')), OUR_CODE),
  escalation('gives a canary code of its own', `${TRICKS} CloudWatch Synthetics`, call('synthetics:UpdateCanary', of('synthetics')('canary:shop')), OUR_CODE),
  escalation('makes a canary that calls out', `${TRICKS} CloudWatch Synthetics`, call('synthetics:CreateCanary'), OUR_CODE, TEST),
  escalation('points a crawler at a bucket of others', `${TRICKS} Glue`, call('glue:UpdateCrawler', glue('crawler/c1')), OUR_CODE),
  escalation('takes a job from another repository', `${TRICKS} Glue`, call('glue:UpdateJobFromSourceControl', glue('job/etl')), OUR_CODE),
  escalation('lets a trigger start something else', `${TRICKS} Glue`, call('glue:UpdateTrigger', glue('trigger/t1')), OUR_CODE),
  escalation('swaps the DAGs of Airflow', `${TRICKS} MWAA`, call('airflow:UpdateEnvironment', of('airflow')('environment/e1')), OUR_CODE),
  escalation('signs in to Airflow, whose DAGs run code', `${TRICKS} MWAA`, call('airflow:CreateWebLoginToken', of('airflow')('role/e1/Admin')), OUR_WORK),
  escalation('gets a token for the command line of Airflow', `${TRICKS} MWAA`, call('airflow:CreateCliToken', of('airflow')('environment/e1')), OUR_WORK, TEST),
  escalation('opens a session of Spark in Athena', `${TRICKS} Athena`, call('athena:StartSession', of('athena')('workgroup/spark')), OUR_WORK),
  escalation('opens a notebook of Athena', `${TRICKS} Athena`, call('athena:CreatePresignedNotebookUrl', of('athena')('workgroup/spark')), OUR_WORK),
  escalation(
    'runs code over Livy',
    `${TRICKS} EMR`,
    call('emr-serverless:AccessLivyEndpoints', 'arn:aws:emr-serverless:eu-west-1:{here}:/applications/a1'),
    OUR_WORK,
  ),
  escalation(
    'opens the notebook of a cluster',
    `${TRICKS} EMR`,
    call('elasticmapreduce:CreateStudioPresignedUrl', of('elasticmapreduce')('studio/s1')),
    OUR_WORK,
  ),
  escalation('attaches a notebook to a cluster', `${TRICKS} EMR`, call('elasticmapreduce:AttachEditor', of('elasticmapreduce')('editor/e-1')), OUR_WORK),
  escalation(
    'makes an environment that starts containers',
    'pathfinding.cloud, Batch',
    call('batch:CreateComputeEnvironment', of('batch')('compute-environment/x')),
    OUR_CODE,
  ),
  escalation(
    'deploys an old version of Beanstalk again',
    `${TRICKS} Elastic Beanstalk`,
    call('elasticbeanstalk:UpdateEnvironment', of('elasticbeanstalk')('environment/a/e')),
    OUR_CODE,
  ),
  escalation(
    'makes an environment of Beanstalk',
    `${TRICKS} Elastic Beanstalk`,
    call('elasticbeanstalk:CreateEnvironment', of('elasticbeanstalk')('environment/a/e')),
    OUR_CODE,
  ),
  escalation(
    'sells itself a product that runs as its launch role',
    `${TRICKS} Service Catalog`,
    call('servicecatalog:ProvisionProduct', 'arn:aws:catalog:eu-west-1:{here}:product/p1'),
    OUR_CODE,
  ),
  escalation(
    'rewrites a product that others launch',
    `${TRICKS} Service Catalog`,
    call('servicecatalog:CreateProvisioningArtifact', 'arn:aws:catalog:eu-west-1:{here}:product/p1'),
    OUR_CODE,
  ),
  escalation('changes a resource by the Cloud Control API', 'AWS Cloud Control API user guide', call('cloudformation:DeleteResource'), OUR_CODE),
  escalation(
    'joins the code host with an account of its own',
    `${TRICKS} CodeConnections`,
    call('codeconnections:CreateConnection', of('codeconnections')('connection/1')),
    OUR_CODE,
  ),
  escalation(
    'lets a webhook of its own start a pipeline',
    `${TRICKS} CodePipeline`,
    call('codepipeline:PutWebhook', of('codepipeline')('webhook:x')),
    OUR_CODE,
  ),
  escalation(
    'gives a running instance a stronger profile',
    'Rhino Security Labs, AWS privilege escalation',
    call('ec2:ReplaceIamInstanceProfileAssociation', ec2('instance/i-0123456789abcdef0')),
    OUR_CODE,
  ),
  escalation(
    'gives an instance a profile',
    'pathfinding.cloud, EC2',
    call('ec2:AssociateIamInstanceProfile', ec2('instance/i-0123456789abcdef0')),
    OUR_CODE,
    TEST,
  ),
  escalation(
    'gives a policy of an application another version',
    'Rhino Security Labs, AWS privilege escalation',
    call('iam:CreatePolicyVersion', iam('policy/app/shop')),
    OUR_CODE,
  ),
  escalation(
    'goes back to an older, wider version',
    'Rhino Security Labs, AWS privilege escalation',
    call('iam:SetDefaultPolicyVersion', iam('policy/app/shop')),
    OUR_CODE,
  ),
  escalation(
    'lets visitors of an identity pool have another role',
    `${TRICKS} Cognito`,
    [PASSES('cognito-identity', 'visitor'), call('cognito-identity:SetIdentityPoolRoles')],
    'DenyBorrowedApplicationRoles',
  ),
  escalation(
    'lets anybody into an identity pool',
    `${TRICKS} Cognito`,
    call('cognito-identity:UpdateIdentityPool', of('cognito-identity')('identitypool/eu-west-1:p')),
    OUR_CODE,
  ),
  escalation(
    'lets a client of a user pool do without a secret',
    `${TRICKS} Cognito`,
    call('cognito-idp:CreateUserPoolClient', of('cognito-idp')('userpool/eu-west-1_a')),
    OUR_CODE,
  ),
  escalation('joins the cluster of a database with a role', `${TRICKS} RDS`, call('rds:AddRoleToDBCluster', rds('cluster:shop')), OUR_CODE),
  escalation('gives a warehouse other roles', `${TRICKS} Redshift`, call('redshift:ModifyClusterIamRoles', of('redshift')('cluster:w')), OUR_CODE),
  escalation('makes itself an administrator of the lake', `${TRICKS} Lake Formation`, call('lakeformation:PutDataLakeSettings'), OUR_CODE),
  escalation('grants itself a table of the lake', `${TRICKS} Lake Formation`, call('lakeformation:GrantPermissions'), OUR_CODE, TEST),
  escalation(
    'repairs a finding by a document of its own',
    `${TRICKS} Config`,
    call('config:PutRemediationConfigurations', of('config')('remediation-configuration/r/1')),
    'ProtectSecurityServices',
    { in: 'security' },
  ),
  credentials(
    'gets credentials of a warehouse',
    `${TRICKS} Redshift`,
    call('redshift-serverless:GetCredentials', of('redshift-serverless')('workgroup/w')),
    OUR_WORK,
  ),
  credentials(
    'takes the private key of a certificate along',
    'AWS Certificate Manager user guide, exportable certificates',
    call('acm:ExportCertificate', of('acm')('certificate/c')),
    OUR_WORK,
  ),
];

/** Ways to come back that are no identities. */
const RETURN: readonly Attack[] = [
  persistence(
    'has a schedule call every night',
    'EventBridge Scheduler as a back door, Permiso',
    call('scheduler:CreateSchedule', of('scheduler')('schedule/default/x')),
    OUR_WORK,
  ),
  persistence(
    'rewrites what a schedule does',
    'EventBridge Scheduler as a back door, Permiso',
    call('scheduler:UpdateSchedule', of('scheduler')('schedule/default/shop')),
    OUR_WORK,
    TEST,
  ),
  persistence('makes an alias by which a certificate becomes a role', `${TRICKS} IoT`, call('iot:CreateRoleAlias', of('iot')('rolealias/x')), OUR_CODE),
  persistence('registers an authority whose devices are let in', `${TRICKS} IoT`, call('iot:RegisterCACertificate'), OUR_CODE),
  persistence('adds a user to a broker', `${TRICKS} MQ`, call('mq:CreateUser', of('mq')('broker:b:1')), OUR_CODE),
  persistence('lets mail of others come in', `${TRICKS} SES`, call('ses:CreateReceiptRule'), OUR_CODE),
  persistence('switches the receiving of mail over', `${TRICKS} SES`, call('ses:SetActiveReceiptRuleSet'), OUR_CODE),
  persistence(
    'lets others use a model of ours',
    `${TRICKS} SageMaker`,
    call('sagemaker:PutModelPackageGroupPolicy', of('sagemaker')('model-package-group/g')),
    'DenyResourcePolicies',
  ),
  persistence(
    'lets others sign code as we do',
    `${TRICKS} Signer`,
    call('signer:AddProfilePermission', of('signer')('/signing-profiles/p')),
    'DenyResourcePolicies',
  ),
  persistence(
    'lets others publish to the store of events',
    'AWS CloudTrail user guide, resource-based policies',
    call('cloudtrail:PutResourcePolicy', of('cloudtrail')('eventdatastore/1')),
    'DenyResourcePolicies',
  ),
  persistence(
    'lets others issue certificates of our authority',
    `${TRICKS} ACM PCA`,
    call('acm-pca:PutPolicy', of('acm-pca')('certificate-authority/1')),
    'DenyResourcePolicies',
  ),
];

/** Blinding, besides trails and detectors. */
const BLINDING: readonly Attack[] = [
  evasion('deletes the logs of an application', ATTACK('T1070 Indicator Removal'), call('logs:DeleteLogGroup', logs('log-group:/app/shop')), OUR_CODE),
  evasion(
    'deletes a stream of logs',
    ATTACK('T1070 Indicator Removal'),
    call('logs:DeleteLogStream', logs('log-group:/app/shop:log-stream:1')),
    OUR_CODE,
    TEST,
  ),
  evasion(
    'stops sending logs on',
    ATTACK('T1562.008 Disable or Modify Cloud Logs'),
    call('logs:DeleteSubscriptionFilter', logs('log-group:/app/shop')),
    OUR_CODE,
  ),
  evasion(
    'takes the masks off a log',
    'Amazon CloudWatch Logs user guide, data protection',
    call('logs:DeleteDataProtectionPolicy', logs('log-group:/app/shop')),
    OUR_CODE,
  ),
  evasion('deletes where logs go', ATTACK('T1562.008 Disable or Modify Cloud Logs'), call('logs:DeleteDestination', logs('destination:d')), 'ProtectRecording'),
  evasion(
    'switches an alarm of a team off',
    ATTACK('T1562 Impair Defenses'),
    call('cloudwatch:DisableAlarmActions', of('cloudwatch')('alarm:shop-5xx')),
    OUR_CODE,
  ),
  evasion('deletes an alarm of a team', ATTACK('T1562 Impair Defenses'), call('cloudwatch:DeleteAlarms', of('cloudwatch')('alarm:shop-5xx')), OUR_CODE, TEST),
  evasion(
    'switches a rule of a team off',
    'Elastic, AWS EventBridge Rule Disabled or Deleted',
    call('events:DisableRule', of('events')('rule/shop-alert')),
    OUR_CODE,
  ),
  evasion(
    'deletes a rule of a team',
    'Elastic, AWS EventBridge Rule Disabled or Deleted',
    call('events:DeleteRule', of('events')('rule/shop-alert')),
    OUR_CODE,
    TEST,
  ),
  evasion('lets a database do without TLS', `${TRICKS} RDS`, call('rds:ModifyDBClusterParameterGroup', rds('cluster-pg:shop')), OUR_CODE),
  evasion('ends the stream of what a database does', 'Amazon RDS user guide, activity streams', call('rds:ModifyActivityStream', rds('db:shop')), OUR_CODE),
  evasion(
    'becomes administrator of Macie by an invitation',
    ATTACK('T1562.001 Disable or Modify Tools'),
    call('macie2:AcceptInvitation'),
    'ProtectSecurityServices',
  ),
  evasion(
    'becomes a member of a stranger’s graph',
    ATTACK('T1562.001 Disable or Modify Tools'),
    call('detective:AcceptInvitation', of('detective')('graph:1')),
    'ProtectSecurityServices',
  ),
  evasion(
    'deletes what Inspector leaves out, and what it scans',
    ATTACK('T1562.001 Disable or Modify Tools'),
    call('inspector2:DeleteCisScanConfiguration', of('inspector2')('owner/{here}/cis-configuration/1')),
    'ProtectSecurityServices',
  ),
  evasion(
    'takes the classic web ACL off',
    ATTACK('T1562.007 Disable or Modify Cloud Firewall'),
    call('waf-regional:DisassociateWebACL', elb('loadbalancer/app/web/1')),
    'DenyNetworkBypass',
  ),
  evasion(
    'empties a classic list of addresses',
    ATTACK('T1562.007 Disable or Modify Cloud Firewall'),
    call('waf:UpdateIPSet', 'arn:aws:waf::{here}:ipset/1'),
    'DenyNetworkBypass',
  ),
  evasion(
    'lets its domain through before the other rules',
    ATTACK('T1562.007 Disable or Modify Cloud Firewall'),
    call('route53resolver:CreateFirewallRule', of('route53resolver')('firewall-rule-group/1')),
    'DenyNetworkBypass',
  ),
  evasion(
    'answers a domain by a resolver of its own',
    'MITRE ATT&CK T1557 Adversary-in-the-Middle',
    call('route53resolver:DisassociateResolverRule', of('route53resolver')('resolver-rule/1')),
    'DenyNetworkBypass',
  ),
  evasion(
    'sends no logs of the firewall any more',
    ATTACK('T1562.007 Disable or Modify Cloud Firewall'),
    call('network-firewall:UpdateLoggingConfiguration', of('network-firewall')('firewall/egress')),
    'DenyNetworkBypass',
  ),
  evasion(
    'deletes the firewall',
    ATTACK('T1562.007 Disable or Modify Cloud Firewall'),
    call('network-firewall:DeleteFirewall', of('network-firewall')('firewall/egress')),
    'DenyNetworkBypass',
    TEST,
  ),
  evasion(
    'takes a firewall’s policy off, in dev',
    ATTACK('T1562.007 Disable or Modify Cloud Firewall'),
    call('network-firewall:UpdateFirewallPolicy', of('network-firewall')('firewall-policy/egress')),
    'DenyNetworkBypass',
    { in: 'dev' },
  ),
  evasion(
    'routes around the firewall in a VPC without a tag',
    ATTACK('T1599 Network Boundary Bridging'),
    call('ec2:ReplaceRoute', ec2('route-table/rtb-9')),
    'DenyNetworkBypass',
    TEST,
  ),
  evasion(
    'opens a list of a subnet without a tag',
    ATTACK('T1562.007 Disable or Modify Cloud Firewall'),
    call('ec2:ReplaceNetworkAclEntry', ec2('network-acl/acl-9')),
    'DenyNetworkBypass',
    { in: 'dev' },
  ),
];

const TO_STRANGER = (action: string, arn: string) => ({ ...call(action, arn), resourceAccount: STRANGER });
/** Data on its way out, by services that carry it. */
const CARRIERS: readonly Attack[] = [
  exfiltration('sends logs to a stranger', `${TRICKS} CloudWatch Logs`, call('logs:PutSubscriptionFilter', logs('log-group:/app/shop')), OUR_CODE),
  exfiltration('exports logs into a bucket', `${TRICKS} CloudWatch Logs`, call('logs:CreateExportTask', logs('log-group:/app/shop')), OUR_WORK),
  exfiltration(
    'exports the snapshot of a cache',
    `${TRICKS} ElastiCache`,
    call('elasticache:ExportServerlessCacheSnapshot', of('elasticache')('serverlesscachesnapshot:s')),
    'DenyDataExport',
  ),
  exfiltration(
    'copies the snapshot of a cache into a bucket',
    `${TRICKS} ElastiCache`,
    call('elasticache:CopySnapshot', of('elasticache')('snapshot:s')),
    OUR_CODE,
  ),
  exfiltration(
    'replicates a file system elsewhere',
    `${TRICKS} EFS`,
    call('elasticfilesystem:CreateReplicationConfiguration', efs('file-system/fs-1')),
    'DenyDataExport',
  ),
  exfiltration(
    'activates a gateway of files at home',
    'MITRE ATT&CK T1537 Transfer Data to Cloud Account',
    call('storagegateway:ActivateGateway'),
    'DenyDataExport',
  ),
  exfiltration('replicates a database by DMS', `${TRICKS} DMS`, call('dms:CreateEndpoint'), OUR_CODE),
  exfiltration('leads a flow into its own account of a vendor', `${TRICKS} AppFlow`, call('appflow:CreateFlow'), OUR_CODE),
  exfiltration('integrates a database with a warehouse of its own', `${TRICKS} RDS`, call('rds:CreateIntegration', rds('integration:1')), OUR_CODE),
  exfiltration('opens the data API of a database', `${TRICKS} RDS`, call('rds:EnableHttpEndpoint', rds('cluster:shop')), OUR_CODE),
  exfiltration('copies topics into a cluster of its own', `${TRICKS} MSK`, call('kafka:CreateReplicator'), OUR_CODE),
  exfiltration('lets anybody sign in to Kafka', `${TRICKS} MSK`, call('kafka:UpdateSecurity', kafka('cluster/c/1')), OUR_CODE),
  exfiltration('opens a search domain', `${TRICKS} OpenSearch`, call('es:UpdateDomainConfig', es('domain/shop')), OUR_CODE),
  exfiltration('sends results of Athena to another bucket', `${TRICKS} Athena`, call('athena:UpdateWorkGroup', of('athena')('workgroup/primary')), OUR_CODE),
  exfiltration('sends the inventory of machines away', `${TRICKS} Systems Manager`, call('ssm:CreateResourceDataSync'), OUR_CODE),
  exfiltration(
    'lets another account read the inventory',
    `${TRICKS} Config`,
    call('config:PutAggregationAuthorization', of('config')(`aggregation-authorization/${STRANGER}/eu-west-1`)),
    'ProtectSecurityServices',
  ),
  exfiltration(
    'lets others into a bucket of tables',
    'Amazon S3 user guide, S3 Tables',
    call('s3tables:PutTableBucketPolicy', of('s3tables')('bucket/b')),
    'DenyResourcePolicies',
  ),
  exfiltration(
    'lets others into a bucket of vectors',
    'Amazon S3 user guide, S3 Vectors',
    call('s3vectors:PutVectorBucketPolicy', of('s3vectors')('bucket/b')),
    'DenyResourcePolicies',
  ),
  exfiltration(
    'puts secrets into a parameter of a stranger’s bucket',
    ATTACK('T1537 Transfer Data to Cloud Account'),
    TO_STRANGER('s3:PutObject', `arn:aws:s3:::drop-${STRANGER}/secrets`),
    'DenyDataOutsideOrganization',
    TEST,
  ),
  exfiltration(
    'writes rows into a table of a stranger',
    ATTACK('T1537 Transfer Data to Cloud Account'),
    TO_STRANGER('dynamodb:BatchWriteItem', `arn:aws:dynamodb:eu-west-1:${STRANGER}:table/drop`),
    'DenyMessagesOutsideOrganization',
    TEST,
  ),
  exfiltration(
    'hands its address to another account',
    'Mitiga, Elastic IP hijacking',
    call('ec2:EnableAddressTransfer', ec2('elastic-ip/eipalloc-1')),
    'DenyNetworkBypass',
  ),
  exfiltration(
    'accepts a line of a stranger',
    'AWS Direct Connect user guide, hosted virtual interfaces',
    call('directconnect:ConfirmPrivateVirtualInterface', of('directconnect')('dxvif/v')),
    'DenyNetworkBypass',
  ),
  exfiltration(
    'joins the VPC to a network of its own',
    'AWS Cloud WAN user guide',
    call('networkmanager:CreateVpcAttachment', 'arn:aws:networkmanager::{here}:core-network/c'),
    'DenyNetworkBypass',
  ),
  exfiltration(
    'leads visitors elsewhere by a record',
    ATTACK('T1584.002 Compromise Infrastructure: DNS Server'),
    call('route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z1'),
    OUR_WORK,
  ),
  exfiltration(
    'turns the policy of an origin',
    `${TRICKS} CloudFront`,
    call('cloudfront:UpdateOriginAccessControl', 'arn:aws:cloudfront::{here}:origin-access-control/o'),
    OUR_CODE,
  ),
];

/** Ransom and ruin. */
const RUIN: readonly Attack[] = [
  impact(
    'imports key material that only it has',
    'Ransom in the cloud by imported key material, Palo Alto Unit 42',
    call('kms:ImportKeyMaterial', key('1')),
    'DenyKeyDestruction',
  ),
  impact(
    'encrypts by a key store of its own',
    'Ransom in the cloud by external key stores, Trend Micro',
    call('kms:CreateCustomKeyStore'),
    'DenyKeyDestruction',
    TEST,
  ),
  impact('leads the key store to another proxy', 'AWS KMS developer guide, external key stores', call('kms:UpdateCustomKeyStore'), 'DenyKeyDestruction'),
  impact(
    'deletes a cache with its data',
    ATTACK('T1485 Data Destruction'),
    call('elasticache:DeleteServerlessCache', of('elasticache')('serverlesscache:c')),
    'DenyDataDestruction',
  ),
  impact('deletes a cluster of Kafka', ATTACK('T1485 Data Destruction'), call('kafka:DeleteCluster', kafka('cluster/c/1')), 'DenyDataDestruction'),
  impact('deletes a distributed database', ATTACK('T1485 Data Destruction'), call('dsql:DeleteCluster', of('dsql')('cluster/c')), 'DenyDataDestruction'),
  impact('deletes a graph', ATTACK('T1485 Data Destruction'), call('neptune-graph:DeleteGraph', of('neptune-graph')('graph/g')), 'DenyDataDestruction'),
  impact(
    'deletes a volume of a file server',
    ATTACK('T1485 Data Destruction'),
    call('fsx:DeleteVolume', of('fsx')('volume/fs-1/fsvol-1')),
    'DenyDataDestruction',
    TEST,
  ),
  impact('deletes a broker', ATTACK('T1485 Data Destruction'), call('mq:DeleteBroker', of('mq')('broker:b:1')), 'DenyDataDestruction'),
  impact(
    'deletes the repository of code',
    ATTACK('T1485 Data Destruction'),
    call('codecommit:DeleteRepository', of('codecommit')('shop')),
    'DenyDataDestruction',
  ),
  impact(
    'deletes the identities of visitors',
    ATTACK('T1531 Account Access Removal'),
    call('cognito-identity:DeleteIdentityPool', of('cognito-identity')('identitypool/eu-west-1:p')),
    'DenyDataDestruction',
  ),
  impact(
    'deletes an index of vectors',
    ATTACK('T1485 Data Destruction'),
    call('s3vectors:DeleteIndex', of('s3vectors')('bucket/b/index/i')),
    'DenyDataDestruction',
  ),
  impact('deletes a database of the catalogue', ATTACK('T1485 Data Destruction'), call('glue:DeleteDatabase', glue('database/shop')), 'DenyDataDestruction'),
  impact(
    'unlocks a snapshot',
    ATTACK('T1490 Inhibit System Recovery'),
    call('ec2:UnlockSnapshot', 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0'),
    'DenyDataDestruction',
  ),
  impact(
    'takes a legal hold off',
    ATTACK('T1490 Inhibit System Recovery'),
    call('backup:CancelLegalHold', of('backup')('legal-hold:h')),
    'DenyDataDestruction',
  ),
  impact(
    'switches backups of a file system off',
    ATTACK('T1490 Inhibit System Recovery'),
    call('elasticfilesystem:PutBackupPolicy', efs('file-system/fs-1')),
    'DenyDataDestruction',
  ),
  impact(
    'goes past the retention of a team’s objects',
    ATTACK('T1490 Inhibit System Recovery'),
    call('s3:BypassGovernanceRetention', 'arn:aws:s3:::shop-records/x'),
    'DenyDataDestruction',
  ),
  impact(
    'disables the authority of certificates',
    ATTACK('T1489 Service Stop'),
    call('acm-pca:UpdateCertificateAuthority', of('acm-pca')('certificate-authority/1')),
    'DenyDataDestruction',
  ),
  impact('deletes functions', ATTACK('T1489 Service Stop'), call('lambda:DeleteFunction', lambda('function:shop-orders')), OUR_CODE),
  impact('deletes a service', ATTACK('T1489 Service Stop'), call('ecs:DeleteService', ecs('service/prod/shop')), OUR_CODE),
  impact('deletes a load balancer', ATTACK('T1489 Service Stop'), call('elasticloadbalancing:DeleteLoadBalancer', elb('loadbalancer/app/web/1')), OUR_WORK),
  impact(
    'presents another certificate',
    ATTACK('T1557 Adversary-in-the-Middle'),
    call('elasticloadbalancing:AddListenerCertificates', elb('listener/app/web/1/1')),
    OUR_WORK,
    TEST,
  ),
  impact(
    'breaks things by an experiment',
    'AWS Fault Injection Service as a weapon',
    call('fis:StartExperiment', of('fis')('experiment-template/t')),
    OUR_WORK,
  ),
  cost('lifts the limit of text messages', 'SMS pumping, Permiso', call('sns:SetSMSAttributes'), OUR_CODE),
  cost('buys throughput of a model', 'LLMjacking, Sysdig', call('bedrock:CreateProvisionedModelThroughput'), 'DenyCommitments', TEST),
  cost('brings a model of its own', 'LLMjacking, Sysdig', call('bedrock:CreateModelImportJob'), OUR_CODE),
];

/** By services that the other lists leave out, most of them by a stolen administrator of production. */
export const BY_SERVICES: readonly Attack[] = [...CODE, ...RETURN, ...BLINDING, ...CARRIERS, ...RUIN];

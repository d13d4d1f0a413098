import type { Everyday } from './corpus';
import { FORWARDED, GLOBAL, type Line, may, mustNot } from './everyday-rows';

const at = (service: string) => (name: string) => `${service}:eu-west-1:{here}:${name}`;
const pool = at('cognito-idp')('userpool/eu-west-1_a');
const OURS = { 'aws:ResourceAccount': '{test}', 'aws:ResourceOrgID': '{organization}' };
const PARTNER = { 'aws:ResourceAccount': '999988887777', 'aws:ResourceOrgID': 'o-vendor0000' };

/** What applications and their controllers do under roles of their own, in prod as in dev. */
const APPLICATIONS: readonly Line[] = [
  // Step Functions makes managed rules for jobs that it waits for, with the state machine's role (developer guide, "Run a job (.sync)").
  ['waits for a task by a managed rule', 'events:PutTargets', at('events')('rule/StepFunctionsGetEventsForECSTaskRule')],
  ['makes that rule', 'events:PutRule', at('events')('rule/StepFunctionsGetEventsForECSTaskRule')],
  ['looks at that rule', 'events:DescribeRule', at('events')('rule/StepFunctionsGetEventsForECSTaskRule')],
  ['reads the key of an API that a state machine calls', 'events:RetrieveConnectionCredentials', at('events')('connection/crm/1')],
  ['asks how much mail it may send', 'ses:GetSendQuota'],
  ['asks whether it may send mail', 'ses:GetAccount'],
  ['sends mail', 'ses:SendEmail', at('ses')('identity/example.com')],
  ['puts a customer into a group', 'cognito-idp:AdminAddUserToGroup', pool],
  ['changes a customer’s address', 'cognito-idp:AdminUpdateUserAttributes', pool],
  ['confirms a customer', 'cognito-idp:AdminConfirmSignUp', pool],
  ['answers a challenge', 'cognito-idp:AdminRespondToAuthChallenge', pool],
  ['signs a customer out', 'cognito-idp:AdminUserGlobalSignOut', pool],
  ['signs a customer in by its own login', 'cognito-identity:GetOpenIdTokenForDeveloperIdentity', at('cognito-identity')('identitypool/eu-west-1:1')],
  ['subscribes its queue', 'sns:Subscribe', at('sns')('orders'), { context: { 'sns:Protocol': 'sqs' } }],
  ['registers itself by name', 'servicediscovery:RegisterInstance', at('servicediscovery')('service/srv-1')],
  ['registers an instance with its cluster', 'ecs:RegisterContainerInstance', at('ecs')('cluster/shop')],
  ['hears of tasks', 'ecs:Poll', at('ecs')('container-instance/shop/1')],
  ['takes its address when it starts', 'ec2:AssociateAddress', [at('ec2')('elastic-ip/eipalloc-1'), at('ec2')('instance/i-1')]],
  ['attaches an interface for pods', 'ec2:AttachNetworkInterface', [at('ec2')('network-interface/eni-1'), at('ec2')('instance/i-1')]],
  ['gives pods addresses', 'ec2:AssignPrivateIpAddresses', at('ec2')('network-interface/eni-1')],
  ['lets a build into the network', 'ec2:CreateNetworkInterfacePermission', at('ec2')('network-interface/eni-1')],
  ['signs a certificate of the mesh', 'acm-pca:IssueCertificate', at('acm-pca')('certificate-authority/11111111-1111-4111-8111-111111111111')],
  ['imports a certificate that it renewed', 'acm:ImportCertificate', at('acm')('certificate/1')],
  ['writes a policy for a customer', 'verifiedpermissions:CreatePolicy', '*'],
  ['makes keys for a device', 'iot:CreateKeysAndCertificate'],
  ['lets the device speak', 'iot:AttachPolicy'],
  ['adds a document to the knowledge of an agent', 'bedrock:IngestKnowledgeBaseDocuments'],
  ['calls a model by a key of its session', 'bedrock:CallWithBearerToken', '*', { context: { 'bedrock:BearerTokenType': 'SHORT_TERM' } }],
  ['asks a model of the region', 'bedrock:InvokeModel', 'bedrock:eu-west-1::foundation-model/m'],
  ['starts a training pipeline', 'sagemaker:StartPipelineExecution'],
  ['drops a table that it rewrites', 's3tables:DeleteTable'],
  ['turns a flag at the edge', 'cloudfront-keyvaluestore:PutKey', '*', GLOBAL],
  ['puts a protected load balancer behind the web ACL', 'wafv2:AssociateWebACL', at('elasticloadbalancing')('loadbalancer/app/shop/1')],
  ['lets Athena write results', 's3:PutObject', 's3:::shop-athena/x', { context: FORWARDED }],
  ['takes a role of another account of ours', 'sts:AssumeRole', 'iam::{test}:role/app/reader', { context: OURS, layers: ['scp'] }],
  ['takes the role that a partner made for us', 'sts:AssumeRole', 'iam::999988887777:role/ours', { context: PARTNER, layers: ['scp'] }],
  ['assumes a role of its own account', 'sts:AssumeRole', 'iam::{here}:role/app/worker', { layers: ['scp'] }],
  ['puts an event on a bus of ours', 'events:PutEvents', at('events')('event-bus/orders')],
  ['reads packages', 'codeartifact:ReadFromRepository', at('codeartifact')('repository/d/r')],
  ['gets a token for packages', 'codeartifact:GetAuthorizationToken', at('codeartifact')('domain/d')],
  ['deletes a message', 'sqs:DeleteMessage', at('sqs')('orders')],
  ['searches', 'es:ESHttpPost', at('es')('domain/shop')],
  ['writes vectors', 's3vectors:PutVectors', at('s3vectors')('bucket/x/index/y')],
];

/** What developers make and undo in dev, and nowhere else by hand. */
const IN_DEV: readonly Line[] = [
  ['protects a file system by a policy, as the CDK does', 'elasticfilesystem:PutFileSystemPolicy', at('elasticfilesystem')('file-system/fs-0123456789abcdef0')],
  ['links a file system to its bucket', 'fsx:CreateDataRepositoryAssociation'],
  ['makes a collection its own', 'aoss:CreateAccessPolicy'],
  ['encrypts its collections', 'aoss:CreateSecurityPolicy'],
  ['publishes a package', 'codeartifact:PublishPackageVersion', at('codeartifact')('package/d/r/npm/x/y')],
  ['connects its repository with the public one', 'codeartifact:AssociateExternalConnection', at('codeartifact')('repository/d/r')],
  ['makes a private zone for its services', 'route53:CreateHostedZone', '*', GLOBAL],
  ['ties the zone to the network', 'route53:AssociateVPCWithHostedZone', 'route53:::hostedzone/Z1', GLOBAL],
  ['deletes its queue', 'sqs:DeleteQueue', at('sqs')('orders')],
  ['deletes its topic', 'sns:DeleteTopic', at('sns')('orders')],
  ['subscribes itself by e-mail', 'sns:Subscribe', at('sns')('orders'), { context: { 'sns:Protocol': 'email' } }],
  ['takes an address', 'ec2:AssociateAddress', at('ec2')('elastic-ip/eipalloc-1')],
  ['gives it back', 'ec2:ReleaseAddress', at('ec2')('elastic-ip/eipalloc-1')],
  ['delivers logs of a service', 'logs:CreateDelivery'],
  ['keeps a list of objects', 's3:PutInventoryConfiguration', 's3:::shop-dev'],
  ['switches an access log on', 's3:PutBucketLogging', 's3:::shop-dev'],
  ['makes a connection for jobs', 'glue:CreateConnection'],
  ['adds a key for signed links', 'cloudfront:CreatePublicKey', '*', GLOBAL],
  ['has a web ACL of the platform before its API', 'apigateway:SetWebACL'],
  ['switches shells of a cluster on', 'ecs:UpdateCluster', at('ecs')('cluster/shop')],
  ['switches Container Insights on', 'ecs:PutAccountSettingDefault'],
  ['scans images', 'ecr:PutImageScanningConfiguration', at('ecr')('repository/shop')],
  ['makes a dashboard’s workspace', 'grafana:CreateWorkspace'],
  ['protects a service of the service network', 'vpc-lattice:PutAuthPolicy'],
  ['makes a graph public to the team', 'neptune-graph:UpdateGraph', '*', { layers: ['scp'] }],
  ['starts a site', 'amplify:StartDeployment'],
  ['submits a job of its own', 'batch:SubmitJob', [at('batch')('job-definition/x:1'), at('batch')('job-queue/q')]],
  ['runs a workflow of Airflow', 'airflow:InvokeRestApi'],
  ['asks a model of the region', 'bedrock:InvokeModel', 'bedrock:eu-west-1::foundation-model/m'],
];

/** Whatever a template holds, a pipeline makes. */
const BY_PIPELINES: readonly Line[] = [
  ...IN_DEV.filter(([, action]) => !/^(bedrock:Invoke|batch:|airflow:)/.test(action)),
  ['replaces a queue', 'sqs:DeleteQueue', at('sqs')('orders-old')],
  ['swaps the task set', 'ecs:UpdateServicePrimaryTaskSet', at('ecs')('service/shop/web')],
  ['points a rule at a function', 'events:PutTargets', at('events')('rule/nightly')],
  ['changes how nodes are patched', 'ssm:UpdatePatchBaseline', at('ssm')('patchbaseline/pb-0123456789abcdef0')],
  ['makes a table global', 'dynamodb:CreateTableReplica', at('dynamodb')('table/orders')],
  ['shortens a stream', 'kinesis:DecreaseStreamRetentionPeriod', at('kinesis')('stream/clicks')],
];
/** What only the account's own pipeline does, or break-glass in its place. */
const BY_PLATFORM: readonly Line[] = [
  ['makes a trail', 'cloudtrail:CreateTrail', at('cloudtrail')('trail/x')],
  ['makes a store of events', 'cloudtrail:CreateEventDataStore'],
  ['makes a VPN for clients', 'ec2:CreateClientVpnEndpoint'],
  ['lets clients in', 'ec2:AuthorizeClientVpnIngress', at('ec2')('client-vpn-endpoint/cvpn-endpoint-1')],
  ['shares a vault as its plan says', 'backup:PutBackupVaultSharingPolicy', '*'],
  ['enforces a model guardrail', 'bedrock:PutEnforcedGuardrailConfiguration'],
  ['has packs checked everywhere', 'config:PutOrganizationConformancePack'],
  ['restores deleted security groups', 'ec2:CreateSecurityGroup', [at('ec2')('vpc/vpc-1'), at('ec2')('security-group/*')]],
  ['deletes an old snapshot', 'ec2:DeleteSnapshot', 'ec2:eu-west-1::snapshot/snap-0123456789abcdef0'],
];
const NETWORK: readonly Line[] = [
  ['makes a private zone', 'route53:CreateHostedZone', '*', GLOBAL],
  ['ties a zone to a network', 'route53:AssociateVPCWithHostedZone', 'route53:::hostedzone/Z1', GLOBAL],
  ['lets a network of ours see a zone', 'route53:CreateVPCAssociationAuthorization', 'route53:::hostedzone/Z1', GLOBAL],
  ['rotates the key of a tunnel', 'ec2:ModifyVpnTunnelOptions', at('ec2')('vpn-connection/vpn-1')],
  ['puts the web ACL before a load balancer', 'wafv2:AssociateWebACL', at('wafv2')('regional/webacl/web/1')],
  ['drains a target', 'elasticloadbalancing:DeregisterTargets', at('elasticloadbalancing')('targetgroup/web/1')],
  ['registers a target', 'elasticloadbalancing:RegisterTargets', at('elasticloadbalancing')('targetgroup/web/1')],
  ['makes an interface on the direct connection', 'directconnect:CreatePrivateVirtualInterface'],
  ['accepts an attachment of the core network', 'networkmanager:AcceptAttachment', '*', GLOBAL],
];

const READING: readonly Line[] = [
  ['looks at a user pool', 'cognito-idp:DescribeUserPool', pool],
  ['lists clients of a pool', 'cognito-idp:ListUserPoolClients', pool],
  ['looks at a connection to the code host', 'codeconnections:GetConnection', at('codeconnections')('connection/1')],
  ['looks how far a pipeline is', 'codepipeline:GetPipelineState', at('codepipeline')('shop')],
  ['asks whether mail is in the sandbox', 'ses:GetAccount'],
  ['lists identities of mail', 'ses:ListIdentities'],
  ['looks at patch baselines', 'ssm:DescribePatchBaselines'],
];
/** What settings give away that is no setting. */
const CREDENTIALS: readonly Line[] = [
  ['reads the secret of a client', 'cognito-idp:DescribeUserPoolClient', pool],
  ['fetches the credentials of a job', 'codepipeline:GetJobDetails'],
  ['fetches a token of the code host', 'codeconnections:GetConnectionToken', at('codeconnections')('connection/1')],
  ['asks for a token as a customer', 'cognito-identity:GetOpenIdTokenForDeveloperIdentity', at('cognito-identity')('identitypool/eu-west-1:1')],
];
/** The plan role has ReadOnlyAccess, which knows no difference between a setting and what customers wrote. */
const PLAN: readonly Line[] = [
  ...CREDENTIALS.filter(([, action]) => /^(codepipeline|cognito-identity)/.test(action)),
  ['lists customers', 'cognito-idp:ListUsers', pool],
  ['looks a customer up', 'cognito-idp:AdminGetUser', pool],
  ['downloads an image', 'ecr:GetDownloadUrlForLayer', at('ecr')('repository/shop')],
  ['downloads a log of the database', 'rds:DownloadDBLogFilePortion', at('rds')('db:shop')],
  ['reads what a workflow was given', 'states:GetExecutionHistory', at('states')('execution:x:y')],
  ['follows a log', 'logs:StartLiveTail', at('logs')('log-group:/app/shop')],
  ['clones a repository', 'codecommit:GitPull', at('codecommit')('shop')],
];

/** Work next to the guardrails that a red team added in 2026-11. */
export const BESIDE_GUARDRAILS: readonly Everyday[] = [
  ...may('arn:aws:iam::{here}:role/app/shop', ['prod', 'dev'], APPLICATIONS),
  ...may('Developer', 'dev', IN_DEV),
  ...may('arn:aws:iam::{here}:role/app-deploy', 'prod', BY_PIPELINES),
  ...may('/platform/apply', 'prod', [...BY_PIPELINES, ...BY_PLATFORM]),
  ...may('/platform/break-glass', ['prod', 'log-archive', 'security'], BY_PLATFORM),
  ...may('/platform/apply', ['log-archive', 'security'], BY_PLATFORM),
  ...may('NetworkAdmin', 'prod', NETWORK),
  ...may('DeveloperReadOnly', 'prod', READING),
  ...may('DeveloperOperator', 'test', READING),
  ...may('SecurityAuditor', 'prod', READING),
  ...may('SecurityAdmin', 'security', [
    ['has packs checked everywhere', 'config:PutOrganizationConformancePack'],
    ['has a rule checked everywhere', 'config:PutOrganizationConfigRule'],
    ['subscribes a colleague to alerts', 'sns:Subscribe', at('sns')('alerts')],
  ]),
  ...may('arn:aws:iam::{here}:role/platform/service/backup', 'prod', [
    ['hears of changes in a bucket', 'events:PutTargets', at('events')('rule/AwsBackupManagedRule-1'), { layers: ['scp'] }],
  ]),
  ...mustNot('DeveloperReadOnly', 'prod', CREDENTIALS),
  ...mustNot('KeyAdmin', 'prod', CREDENTIALS),
  ...mustNot('SecurityAuditor', 'prod', CREDENTIALS),
  ...mustNot('/platform/plan', 'prod', PLAN),
];

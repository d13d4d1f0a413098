import { attacksOf, call } from './attack';
import type { Attack } from './corpus';

/** Ways to come back: policies of resources that few look at, certificates, addresses, services with logins of their own. */
export const BACK_DOORS: readonly Attack[] = [
  ...attacksOf('persistence', 'EventBridge user guide, Resource-based policies; AWS Organizations user guide, Services that support RCPs', [
    [
      'puts events on a bus that was opened to everybody',
      call('events:PutEvents', 'arn:aws:events:eu-west-1:{here}:event-bus/orders'),
      'DenyOutsideOrganization',
      { as: 'arn:aws:iam::210987654321:role/evil' },
    ],
    [
      'puts a rule on a bus that was opened to its account',
      call('events:PutRule', 'arn:aws:events:eu-west-1:{here}:rule/orders/r'),
      'DenyOutsideOrganization',
      { as: 'arn:aws:iam::210987654321:role/evil' },
    ],
  ]),
  ...attacksOf('persistence', 'Service authorization reference: actions of access level Permissions management', [
    ['opens a directory bucket, which no RCP covers', call('s3express:PutBucketPolicy'), 'DenyResourcePolicies'],
    ['opens a directory bucket of dev', call('s3express:PutBucketPolicy'), 'DenyResourcePolicies', { as: 'Developer', in: 'dev' }],
    ['opens an access point of a directory bucket', call('s3express:PutAccessPointPolicy'), 'DenyResourcePolicies'],
    ['opens a file system of S3 Files', call('s3files:PutFileSystemPolicy'), 'DenyResourcePolicies'],
    [
      'opens a file system to everybody in the network',
      call('elasticfilesystem:PutFileSystemPolicy', 'arn:aws:elasticfilesystem:eu-west-1:{here}:file-system/fs-0123456789abcdef0'),
      'DenyManualChanges',
    ],
    ['opens a plan of Region switch', call('arc-region-switch:PutResourcePolicy'), 'DenyResourcePolicies'],
    ['shares backups of an HSM', call('cloudhsm:PutResourcePolicy'), 'DenyResourcePolicies'],
    ['grants telemetry to others past IAM', call('cloudwatch:CreateAccessGrant'), 'DenyResourcePolicies'],
    ['makes an access profile for telemetry', call('cloudwatch:CreateAccessProfile'), 'DenyResourcePolicies', { in: 'security' }],
    ['opens a private domain name of an API', call('apigateway:UpdateDomainNamePolicy'), 'DenyManualChanges'],
    ['shares a distribution’s origin', call('cloudfront:PutResourcePolicy'), 'DenyManualChanges'],
    ['takes authentication off a service of the service network', call('vpc-lattice:PutAuthPolicy'), 'DenyManualChanges'],
    ['deletes the policy of a service of the service network', call('vpc-lattice:DeleteAuthPolicy'), 'DenyManualChanges'],
    ['gives itself a collection of OpenSearch Serverless', call('aoss:CreateAccessPolicy'), 'DenyManualChanges'],
    ['makes a collection public', call('aoss:UpdateSecurityPolicy'), 'DenyManualChanges'],
    ['signs people in to collections by another provider', call('aoss:CreateSecurityConfig'), 'DenyManualChanges'],
    ['marks a table with a label that everybody may read', call('lakeformation:AddLFTagsToResource'), 'DenyManualChanges'],
    ['makes a key with which links of the distribution are signed', call('cloudfront:CreatePublicKey'), 'DenyManualChanges'],
    ['puts the signing key into a group', call('cloudfront:CreateKeyGroup'), 'DenyManualChanges'],
    ['makes itself administrator of the dashboards', call('grafana:UpdatePermissions'), 'DenyManualChanges'],
    ['makes a token for the dashboards', call('grafana:CreateWorkspaceServiceAccountToken'), 'DenyManualChanges'],
    ['adds a command to the channel of the team', call('chatbot:CreateCustomAction'), 'DenyManualChanges'],
    ['leads the channel of the team elsewhere', call('chatbot:UpdateSlackChannelConfiguration'), 'DenyManualChanges'],
  ]),
  ...attacksOf('persistence', 'AWS IoT Core developer guide, Authorizing direct calls by the credentials provider', [
    ['makes a certificate that is a password for a role alias', call('iot:CreateKeysAndCertificate'), 'DenyManualOperations'],
    ['lets a certificate use a role alias', call('iot:AttachPolicy'), 'DenyManualOperations'],
    ['registers a certificate of its own authority', call('iot:RegisterCertificateWithoutCA'), 'DenyManualOperations'],
    ['opens a tunnel into a device', call('iot:OpenTunnel'), 'DenyManualOperations'],
  ]),
  ...attacksOf('persistence', 'SNS developer guide, Email notifications', [
    [
      'subscribes an address of its own to a topic of the application',
      call('sns:Subscribe', 'arn:aws:sns:eu-west-1:{here}:orders', { 'sns:Protocol': 'email' }),
      'DenyManualOperations',
    ],
  ]),
  ...attacksOf('persistence', 'Service authorization reference: services with logins, roles or mail of their own', [
    ['sets services up in every account by one form', call('ssm-quicksetup:CreateConfigurationManager'), 'DenyUnusedServices'],
    [
      'sets services up in every account from the security account',
      call('ssm-quicksetup:CreateConfigurationManager'),
      'DenyUnusedServices',
      { in: 'security' },
    ],
    ['makes users in a contact centre', call('connect:CreateUser'), 'DenyUnusedServices'],
    ['grants data sets to strangers', call('dataexchange:CreateDataGrant'), 'DenyUnusedServices'],
    ['joins a clean room of strangers', call('cleanrooms:CreateMembership'), 'DenyUnusedServices'],
    ['lets an expert from outside work with a role', call('iq-permission:AssumePermissionRole'), 'DenyUnusedServices'],
    ['starts servers from disaster recovery', call('drs:StartRecovery'), 'DenyUnusedServices'],
    ['makes a user in the directory', call('ds-data:CreateUser'), 'DenyUnusedServices'],
    ['runs a workflow of serverless Airflow', call('airflow-serverless:StartWorkflowRun'), 'DenyUnusedServices'],
    ['runs recipes with the role of a project', call('databrew:StartJobRun'), 'DenyUnusedServices'],
    ['gets a challenge password for certificates', call('pca-connector-scep:GetChallengePassword'), 'DenyUnusedServices'],
    ['deploys to devices at the edge', call('greengrass:CreateDeployment'), 'DenyUnusedServices'],
    ['makes nodes of a cluster', call('pcs:CreateComputeNodeGroup'), 'DenyUnusedServices'],
    ['exports health records', call('healthlake:StartFHIRExportJob'), 'DenyUnusedServices'],
    ['opens an archive of old backups', call('glacier:SetVaultAccessPolicy'), 'DenyUnusedServices'],
  ]),
];

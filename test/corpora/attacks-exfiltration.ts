import { attacks, call, ec2, key, of, rds, STRANGER, secret, sqs, ssm, table } from './attack';
import type { Attack } from './corpus';

const row = attacks('exfiltration');
const STRATUS = 'Stratus Red Team: aws.exfiltration';
const TRICKS = 'HackTricks Cloud, AWS';
const CLOUD = 'MITRE ATT&CK T1537 Transfer Data to Cloud Account';
const DEVELOPER = { as: 'Developer', in: 'dev' };
const WORLD = 'MITRE ATT&CK T1530 Data from Cloud Storage';
const SNIFF = 'MITRE ATT&CK T1040 Network Sniffing';
const snapshot = 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0';
const image = 'arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0';
const ours = 'arn:aws:s3:::shop-orders/2026/orders.csv';
const outside = { as: `arn:aws:iam::${STRANGER}:role/attacker` };
/** A resource of the account of the attack: the ARN of a bucket does not say whose it is. */
const inHere = { resourceAccount: '{here}' };
const theirs = { resourceAccount: STRANGER };
const their = (service: string, name: string) => `arn:aws:${service}:eu-west-1:${STRANGER}:${name}`;
/** A service that works for an account of somebody else. */
const deputy = { 'aws:SourceAccount': STRANGER, 'aws:SourceArn': `arn:aws:cloudtrail:eu-west-1:${STRANGER}:trail/evil`, 'aws:SourceOrgID': 'o-somebodyelse' };

/** Data out of the organization. */
export const EXFILTRATION: readonly Attack[] = [
  // Copies that are given away
  row(
    'gives a snapshot to everybody',
    `${STRATUS}.ec2-share-ebs-snapshot`,
    call('ec2:ModifySnapshotAttribute', snapshot, { 'ec2:Add/group': 'all' }),
    'DenyPublicSnapshots',
  ),
  row(
    'as the apply role gives a snapshot to everybody',
    `${STRATUS}.ec2-share-ebs-snapshot`,
    call('ec2:ModifySnapshotAttribute', snapshot, { 'ec2:Add/group': 'all' }),
    'DenyPublicSnapshots',
    { as: '/platform/apply' },
  ),
  row(
    'gives a snapshot to a stranger',
    `${STRATUS}.ec2-share-ebs-snapshot`,
    call('ec2:ModifySnapshotAttribute', snapshot, { 'ec2:Add/userId': STRANGER }),
    'DenyForeignSnapshotShares',
  ),
  row(
    'as a developer gives a snapshot to a stranger',
    `${STRATUS}.ec2-share-ebs-snapshot`,
    call('ec2:ModifySnapshotAttribute', snapshot, { 'ec2:Add/userId': STRANGER }),
    'DenyForeignSnapshotShares',
    DEVELOPER,
  ),
  row('gives an image away', `${STRATUS}.ec2-share-ami`, call('ec2:ModifyImageAttribute', image, { 'ec2:Attribute': 'launchPermission' }), 'DenyImageSharing'),
  row('gives an FPGA image away', `${TRICKS} EC2 persistence`, call('ec2:ModifyFpgaImageAttribute', ec2('fpga-image/afi-1')), 'DenyImageSharing'),
  row('gives a database snapshot away', `${STRATUS}.rds-share-snapshot`, call('rds:ModifyDBSnapshotAttribute', rds('snapshot:shop')), 'DenyDataExport'),
  row(
    'gives a cluster snapshot away',
    `${STRATUS}.rds-share-snapshot`,
    call('rds:ModifyDBClusterSnapshotAttribute', rds('cluster-snapshot:shop')),
    'DenyDataExport',
  ),
  row('exports a database to a bucket', `${TRICKS} RDS post-exploitation: export task`, call('rds:StartExportTask'), 'DenyDataExport', DEVELOPER),
  row(
    'exports an instance to a bucket',
    `${TRICKS} EC2 post-exploitation: export`,
    call('ec2:CreateInstanceExportTask', ec2('export-instance-task/*')),
    'DenyDataExport',
  ),
  row('exports an image to a bucket', `${TRICKS} EC2 post-exploitation: export`, call('ec2:ExportImage', image), 'DenyDataExport'),
  row('stores an image as an object', `${TRICKS} EC2 post-exploitation: store image`, call('ec2:CreateStoreImageTask', image), 'DenyDataExport'),
  row(
    'gives a warehouse snapshot away',
    `${TRICKS} Redshift persistence`,
    call('redshift:AuthorizeSnapshotAccess', of('redshift')('snapshot:shop/nightly')),
    'DenyDataExport',
  ),
  row(
    'shares subnets and databases with strangers',
    `${TRICKS} RAM`,
    call('ram:CreateResourceShare', undefined, { 'ram:RequestedAllowsExternalPrincipals': 'true' }),
    'DenyExternalShares',
  ),
  row(
    'opens an old share to strangers',
    `${TRICKS} RAM`,
    call('ram:UpdateResourceShare', of('ram')('resource-share/a1'), { 'ram:RequestedAllowsExternalPrincipals': 'true' }),
    'DenyExternalShares',
    { as: 'NetworkAdmin' },
  ),
  row(
    'publishes a document with its secrets',
    `${TRICKS} SSM post-exploitation: document sharing`,
    call('ssm:ModifyDocumentPermission', ssm('document/runbook')),
    'DenyDocumentSharing',
  ),
  row(
    'as a developer publishes a document',
    `${TRICKS} SSM post-exploitation: document sharing`,
    call('ssm:ModifyDocumentPermission', ssm('document/runbook')),
    'DenyDocumentSharing',
    DEVELOPER,
  ),
  row('replicates images to its own registry', `${TRICKS} ECR post-exploitation: replication`, call('ecr:PutReplicationConfiguration'), 'DenyRegistryChanges'),
  row(
    'publishes images',
    `${TRICKS} ECR public`,
    call('ecr-public:PutImage', 'arn:aws:ecr-public::{here}:repository/shop', {}, { region: 'us-east-1' }),
    'DenyRegistryChanges',
  ),
  // Into accounts of the attacker
  row('copies objects into its own bucket', CLOUD, call('s3:PutObject', 'arn:aws:s3:::evil-drop/orders.csv', {}, theirs), 'DenyDataOutsideOrganization'),
  row(
    'as an application copies objects into a stranger’s bucket',
    CLOUD,
    call('s3:PutObject', 'arn:aws:s3:::evil-drop/orders.csv', {}, theirs),
    'DenyDataOutsideOrganization',
    { as: 'arn:aws:iam::{here}:role/app/web' },
  ),
  row(
    'as a developer copies objects into a stranger’s bucket',
    CLOUD,
    call('s3:PutObject', 'arn:aws:s3:::evil-drop/orders.csv', {}, theirs),
    'DenyDataOutsideOrganization',
    DEVELOPER,
  ),
  row(
    'as the apply role copies objects into a stranger’s bucket',
    CLOUD,
    call('s3:PutObject', 'arn:aws:s3:::evil-drop/state', {}, theirs),
    'DenyDataOutsideOrganization',
    { as: '/platform/apply' },
  ),
  row(
    'replicates a bucket into its own',
    `${TRICKS} S3 post-exploitation: replication`,
    call('s3:ReplicateObject', 'arn:aws:s3:::evil-drop/orders.csv', {}, theirs),
    'DenyDataOutsideOrganization',
    { as: 'arn:aws:iam::{here}:role/app/replication' },
  ),
  row(
    'sends records into its own stream',
    `${TRICKS} Kinesis`,
    call('kinesis:PutRecord', their('kinesis', 'stream/evil'), {}, theirs),
    'DenyDataOutsideOrganization',
  ),
  row(
    'sends records into its own delivery stream',
    `${TRICKS} Firehose`,
    call('firehose:PutRecordBatch', their('firehose', 'deliverystream/evil'), {}, theirs),
    'DenyDataOutsideOrganization',
  ),
  row(
    'sends messages into its own queue',
    `${TRICKS} SQS`,
    call('sqs:SendMessage', their('sqs', 'evil'), {}, theirs),
    'DenyDataOutsideOrganization',
    DEVELOPER,
  ),
  // From outside
  row('reads a bucket that its policy opens to the world', WORLD, call('s3:GetObject', ours, {}, inHere), 'DenyOutsideOrganization', outside),
  row('reads a bucket without signing in', WORLD, call('s3:GetObject', ours, {}, inHere), 'DenyOutsideOrganization', {
    as: `arn:aws:iam::${STRANGER}:user/anonymous`,
  }),
  row('as root of another account reads a bucket', WORLD, call('s3:ListBucket', 'arn:aws:s3:::shop-orders', {}, inHere), 'DenyOutsideOrganization', {
    as: `arn:aws:iam::${STRANGER}:root`,
  }),
  row('reads a bucket of a suspended account', WORLD, call('s3:GetObject', ours, {}, inHere), 'DenyOutsideOrganization', { ...outside, in: 'closed' }),
  row('reads a bucket of a sandbox', WORLD, call('s3:GetObject', ours, {}, inHere), 'DenyOutsideOrganization', { ...outside, in: 'playground' }),
  row(
    'reads the logs',
    WORLD,
    call('s3:GetObject', 'arn:aws:s3:::example-corp-logs-cloudtrail-{log-archive}/AWSLogs/a.json.gz', {}, inHere),
    'DenyOutsideOrganization',
    { ...outside, in: 'log-archive' },
  ),
  row('decrypts under a key that its policy opens', CLOUD, call('kms:Decrypt', key('k'), {}, inHere), 'DenyOutsideOrganization', outside),
  row(
    'reads a secret that its policy opens',
    'MITRE ATT&CK T1555.006 Cloud Secrets Management Stores',
    call('secretsmanager:GetSecretValue', secret('shop-db-a1b2c3'), {}, inHere),
    'DenyOutsideOrganization',
    outside,
  ),
  row(
    'reads a queue that its policy opens',
    `${TRICKS} SQS unauthenticated enumeration`,
    call('sqs:ReceiveMessage', sqs('orders'), {}, inHere),
    'DenyOutsideOrganization',
    outside,
  ),
  row(
    'reads a table that its policy opens',
    `${TRICKS} DynamoDB persistence: resource policy`,
    call('dynamodb:Scan', table('orders'), {}, inHere),
    'DenyOutsideOrganization',
    outside,
  ),
  row(
    'pulls an image that its policy opens',
    `${TRICKS} ECR unauthenticated enumeration`,
    call('ecr:BatchGetImage', of('ecr')('repository/shop'), {}, inHere),
    'DenyOutsideOrganization',
    outside,
  ),
  row('a partner reads a bucket itself, without a role', CLOUD, call('s3:GetObject', ours, {}, inHere), 'DenyOutsideOrganization', {
    as: 'arn:aws:iam::999988887777:role/scanner',
  }),
  row(
    'a trail of a stranger writes into the log bucket',
    'AWS IAM user guide, cross-service confused deputy',
    call('s3:PutObject', ours, deputy, inHere),
    'DenyConfusedDeputies',
    { as: 'cloudtrail.amazonaws.com' },
  ),
  row(
    'a trail of an account without an organization uses our key',
    'AWS IAM user guide, cross-service confused deputy',
    call('kms:GenerateDataKey', key('k'), { 'aws:SourceAccount': STRANGER }, inHere),
    'DenyConfusedDeputies',
    { as: 'cloudtrail.amazonaws.com' },
  ),
  row(
    'a topic of a stranger fills a queue',
    'AWS IAM user guide, cross-service confused deputy',
    call('sqs:SendMessage', sqs('orders'), deputy, inHere),
    'DenyConfusedDeputies',
    { as: 'sns.amazonaws.com', in: 'dev' },
  ),
  row(
    'Config of a stranger reads a bucket',
    'AWS IAM user guide, cross-service confused deputy',
    call('s3:ListBucket', 'arn:aws:s3:::shop-orders', deputy, inHere),
    'DenyConfusedDeputies',
    { as: 'config.amazonaws.com', in: 'security' },
  ),
  // On the wire
  row(
    'listens to an object in plain HTTP',
    SNIFF,
    call('s3:GetObject', ours, { 'aws:SecureTransport': 'false', 's3:TlsVersion': '0' }, inHere),
    ['DenyOldTls', 'DenyPlainHttp'],
    { as: 'arn:aws:iam::{here}:role/app/web' },
  ),
  row('listens to messages in plain HTTP', SNIFF, call('sqs:ReceiveMessage', sqs('orders'), { 'aws:SecureTransport': 'false' }), 'DenyPlainHttp', {
    as: 'arn:aws:iam::{here}:role/app/web',
  }),
  row(
    'listens to a table in plain HTTP, in dev',
    SNIFF,
    call('dynamodb:GetItem', table('orders'), { 'aws:SecureTransport': 'false' }),
    'DenyPlainHttp',
    DEVELOPER,
  ),
  row('reads an object over TLS 1.1', 'RFC 8996, TLS 1.0 and 1.1 are deprecated', call('s3:GetObject', ours, { 's3:TlsVersion': '1.1' }, inHere), 'DenyOldTls'),
  row(
    'as break-glass reads an object over TLS 1.0',
    'RFC 8996, TLS 1.0 and 1.1 are deprecated',
    call('s3:GetObject', ours, { 's3:TlsVersion': '1.0' }, inHere),
    'DenyOldTls',
    { as: '/platform/break-glass' },
  ),
  // What is readable later
  row(
    'makes a disk without encryption',
    'AWS Threat Technique Catalog, Data from Cloud Storage',
    call('ec2:CreateVolume', ec2('volume/*'), { 'ec2:Encrypted': 'false' }),
    'DenyUnencryptedVolumes',
  ),
  row(
    'starts an instance with a disk without encryption',
    'CIS AWS Foundations, EBS encryption',
    call('ec2:RunInstances', ec2('volume/*'), { 'ec2:Encrypted': 'false' }),
    'DenyUnencryptedVolumes',
    { as: '/platform/apply' },
  ),
  row(
    'makes a database without encryption',
    'CIS AWS Foundations, RDS encryption',
    call('rds:CreateDBInstance', rds('db:shop'), { 'rds:StorageEncrypted': 'false', 'rds:DatabaseEngine': 'postgres' }),
    'DenyUnencryptedDatabases',
  ),
  row(
    'makes a cluster without encryption',
    'CIS AWS Foundations, RDS encryption',
    call('rds:CreateDBCluster', rds('cluster:shop'), { 'rds:StorageEncrypted': 'false', 'rds:DatabaseEngine': 'aurora-mysql' }),
    'DenyUnencryptedClusters',
  ),
  row(
    'makes a file system without encryption',
    'CIS AWS Foundations, EFS encryption',
    call('elasticfilesystem:CreateFileSystem', undefined, { 'elasticfilesystem:Encrypted': 'false' }),
    'DenyUnencryptedFileSystems',
  ),
  row(
    'as a developer makes a file system without encryption',
    'CIS AWS Foundations, EFS encryption',
    call('elasticfilesystem:CreateFileSystem', undefined, { 'elasticfilesystem:Encrypted': 'false' }),
    'DenyUnencryptedFileSystems',
    DEVELOPER,
  ),
];

import type { Check } from '../check';
import { publicAccessBlocked, refusedByBuckets } from '../read/buckets';
import { openPolicies, POLICY_TYPES } from '../read/public-policies';
import { stopped } from '../read/requests';
import { each, oneInEachRegion } from '../read/resources';
import { watched } from '../read/watched';

const STRANGER = 'arn:aws:iam::193672423079:role/stranger';
const TAKEN = [
  { action: 's3:GetObject', resources: ['arn:aws:s3:::a-bucket/key'] },
  { action: 'kms:Decrypt', resources: ['arn:aws:kms:eu-west-1:{account}:key/0a1b2c3d'] },
  { action: 'sqs:ReceiveMessage', resources: ['arn:aws:sqs:eu-west-1:{account}:a-queue'] },
  { action: 'secretsmanager:GetSecretValue', resources: ['arn:aws:secretsmanager:eu-west-1:{account}:secret:a-secret'] },
];
const database = (action: string, kind: string, engine: string) => ({
  action,
  resources: [`arn:aws:rds:eu-west-1:{account}:${kind}:a`],
  context: { 'rds:StorageEncrypted': 'false', 'rds:DatabaseEngine': engine },
});

/** Sections 2.21 and 3 of the CIS AWS Foundations Benchmark: data. */
export const CIS_STORAGE: readonly Check[] = [
  {
    id: '2.21',
    what: 'no policy of ours lets everybody in; evaluated: no stranger reads buckets, keys, queues or secrets of a member, whatever their policies say',
    scope: 'every account',
    rest: 'Policies of topics, functions and event buses that others make: Access Analyzer (2.18); no resource control policy reaches those.',
    violations: async (estate) => [
      ...openPolicies(estate, [
        'aws_s3_bucket_policy',
        'aws_sqs_queue_policy',
        'aws_sns_topic_policy',
        'aws_kms_key',
        'aws_cloudwatch_event_bus_policy',
        ...estate.typesLike(POLICY_TYPES),
      ]),
      ...each(estate, 'aws_s3_bucket_policy', () => undefined),
      ...(await stopped(
        estate,
        'members',
        STRANGER,
        TAKEN.map((call) => ({ ...call, resourceAccount: '{account}' })),
      )),
    ],
  },
  {
    id: '3.1.1',
    what: "each bucket's policy refuses plain HTTP (evaluated)",
    scope: 'every account',
    violations: (estate) =>
      refusedByBuckets(estate, 'arn:aws:iam::{account}:role/Admin', ['s3:GetObject', 's3:PutObject', 's3:ListBucket'], { 'aws:SecureTransport': 'false' }),
  },
  {
    id: '3.1.3',
    what: 'Macie is on in every enabled region and for new members, and searches buckets whose class must hold no personal data',
    scope: 'security',
    from: 'correlated',
    violations: (estate) => [
      ...oneInEachRegion(estate, 'security', 'aws_macie2_account', ({ status }) => status !== 'ENABLED' && `is ${status}`),
      ...oneInEachRegion(estate, 'security', 'aws_macie2_organization_configuration', ({ auto_enable }) => auto_enable !== true && 'leaves new members out'),
      ...oneInEachRegion(estate, 'security', 'aws_macie2_classification_job', ({ job_status }) => job_status === 'CANCELLED' && 'is cancelled'),
    ],
  },
  {
    id: '3.1.4',
    what: 'public access is blocked in each account and each bucket; evaluated: nobody in a member opens the account',
    scope: 'every account',
    violations: async (estate) => [
      ...publicAccessBlocked(estate),
      ...(await stopped(estate, 'members', 'admin', [{ action: 's3:PutAccountPublicAccessBlock' }])),
    ],
  },
  {
    id: '3.2.1',
    what: 'evaluated: nobody makes a database without encryption; databases that came with an account are watched',
    scope: 'workloads',
    from: 'correlated',
    violations: async (estate) => [
      ...(await stopped(estate, 'workloads', 'admin', [
        database('rds:CreateDBInstance', 'db', 'postgres'),
        database('rds:CreateDBCluster', 'cluster', 'aurora-postgresql'),
      ])),
      ...watched(estate, { rule: 'RDS_STORAGE_ENCRYPTED', control: 'RDS.3' }),
    ],
  },
  {
    id: '3.2.2',
    what: 'our database modules take minor versions by themselves; other databases are watched',
    scope: 'every account',
    from: 'correlated',
    modules: true,
    violations: (estate) => [
      ...each(estate, 'aws_db_instance', ({ attributes }) => attributes.auto_minor_version_upgrade !== true && 'stays on its minor version'),
      ...each(estate, 'aws_rds_cluster_instance', ({ attributes }) => attributes.auto_minor_version_upgrade !== true && 'stays on its minor version'),
      ...watched(estate, { rule: 'RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED', control: 'RDS.13' }),
    ],
  },
  {
    id: '3.2.3',
    what: 'the internet opens no connection to a VPC but through named subnets (VPC Block Public Access), our database modules are private; others are watched',
    scope: 'workloads',
    from: 'correlated',
    modules: true,
    violations: (estate) => [
      ...oneInEachRegion(
        estate,
        'workloads',
        'aws_vpc_block_public_access_options',
        ({ internet_gateway_block_mode }) => !/^block-(ingress|bidirectional)$/.test(internet_gateway_block_mode) && 'lets the internet in',
      ),
      ...each(estate, 'aws_db_instance', ({ attributes }) => attributes.publicly_accessible !== false && 'may get a public address'),
      ...each(estate, 'aws_rds_cluster_instance', ({ attributes }) => attributes.publicly_accessible !== false && 'may get a public address'),
      ...watched(estate, { rule: 'RDS_INSTANCE_PUBLIC_ACCESS_CHECK', control: 'RDS.2' }),
    ],
  },
  {
    id: '3.2.4',
    what: 'databases in one zone are watched',
    scope: 'every account',
    from: 'correlated',
    rest: 'Whether a second zone is worth its price is said per database: modules/data/database-instance.ts.',
    violations: (estate) => watched(estate, { rule: 'RDS_MULTI_AZ_SUPPORT', control: 'RDS.5' }),
  },
  {
    id: '3.3.1',
    what: 'evaluated: nobody makes a file system without encryption; others are watched',
    scope: 'workloads',
    from: 'correlated',
    violations: async (estate) => [
      ...(await stopped(estate, 'workloads', 'admin', [{ action: 'elasticfilesystem:CreateFileSystem', context: { 'elasticfilesystem:Encrypted': 'false' } }])),
      ...watched(estate, { rule: 'EFS_ENCRYPTED_CHECK', control: 'EFS.1' }),
    ],
  },
];

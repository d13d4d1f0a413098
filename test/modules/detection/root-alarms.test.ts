import { matchesMetricFilter } from '../../../tools/detections/metric-filter';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const example = synth(exampleInput());
const filters = resources(example, 'aws_cloudwatch_log_metric_filter').filter(({ attributes }) => attributes.log_group_name.includes('trail'));
const alarmsOf = (event: unknown) =>
  filters.filter(({ attributes }) => matchesMetricFilter(attributes.pattern, event)).map(({ attributes }) => attributes.name as string);

const root = { type: 'Root', arn: 'arn:aws:iam::444444444444:root', accountId: '444444444444' };
const role = { type: 'AssumedRole', arn: 'arn:aws:sts::333333333333:assumed-role/AWSReservedSSO_SecurityAdmin_0123456789abcdef/alice' };
const signIn = (result: string, userIdentity: object) => ({
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  eventType: 'AwsConsoleSignIn',
  awsRegion: 'us-east-1',
  userIdentity,
  responseElements: { ConsoleLogin: result },
});
const call = (eventSource: string, eventName: string, userIdentity: object, more: object = {}) => ({
  eventSource: `${eventSource}.amazonaws.com`,
  eventName,
  eventType: 'AwsApiCall',
  userIdentity,
  ...more,
});

/** Records in the shape of AWS's documentation (CloudTrail user guide; IAM user guide, "Track privileged tasks in CloudTrail"). */
it.each<[string, unknown, string[]]>([
  ['root signs in', signIn('Success', root), ['root-use']],
  ['somebody tries root passwords', signIn('Failure', root), ['root-sign-in-failed', 'root-use']],
  ['root asks for a new password', { ...call('signin', 'PasswordRecoveryRequested', root), eventType: 'AwsConsoleSignIn' }, ['root-use']],
  ['root makes a call', call('s3', 'DeleteBucketPolicy', root), ['root-use']],
  ['root looks around only', call('iam', 'GetAccountSummary', root), ['root-use']],
  [
    'a root session is asked for',
    call('sts', 'AssumeRoot', role, {
      requestParameters: { targetPrincipal: '444444444444', taskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy' } },
    }),
    ['member-account-entry'],
  ],
  ['what is done in that session', call('s3', 'DeleteBucketPolicy', { ...root, sessionContext: { assumedRoot: 'true' } }), ['root-use']],
  ['central root management is switched off', call('iam', 'DisableOrganizationsRootCredentialsManagement', role), ['root-control-change']],
  ["a member's root mailbox is changed", call('account', 'StartPrimaryEmailUpdate', role), ['root-control-change']],
])('%s: alarms', (_what, event, expected) => {
  expect(
    alarmsOf(event)
      .filter((name) => /root|member-account/.test(name))
      .sort(),
  ).toEqual(expected);
});

it.each<[string, unknown]>([
  ['a person signs in through Identity Center', signIn('Success', role)],
  ['a person mistypes', signIn('Failure', { type: 'IAMUser', userName: 'break-glass-1' })],
  ['AWS works for root, not root itself', call('kms', 'Decrypt', { ...root, invokedBy: 'AWS Internal' })],
  ['a service event names root', { ...call('kms', 'RotateKey', root), eventType: 'AwsServiceEvent' }],
  ['a role is assumed', call('sts', 'AssumeRole', role, { requestParameters: { roleArn: 'arn:aws:iam::444444444444:role/platform/plan' } })],
  ['the mailbox is only read', call('account', 'GetPrimaryEmail', role)],
  ['the features are only listed', call('iam', 'ListOrganizationsFeatures', role)],
])('%s: no root alarm', (_what, event) => {
  expect(alarmsOf(event).filter((name) => /root/.test(name))).toEqual([]);
});

it('every filter has an alarm on its metric that somebody is told of', () => {
  const alarms = resources(example, 'aws_cloudwatch_metric_alarm');
  expect(filters.length).toBeGreaterThan(8);
  for (const { attributes } of filters) {
    const [metric] = [attributes.metric_transformation].flat();
    const alarm = alarms.find((candidate) => candidate.attributes.metric_name === metric.name && candidate.attributes.namespace === metric.namespace);
    expect([attributes.name, alarm?.attributes.alarm_actions?.length]).toEqual([attributes.name, 1]);
  }
});

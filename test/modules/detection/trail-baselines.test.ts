import { BASELINES, CALLS } from '../../../modules/detection/trail-baselines';
import { decide } from '../../../tools/can/decide';
import { matchesMetricFilter } from '../../../tools/detections/metric-filter';
import { huntingInput, huntingOrganization } from '../../support/hunting-organization';
import { resources, synth } from '../../support/synth';

const synthesis = synth(huntingInput());
const of = (type: string) => resources(synthesis, type).filter(({ stack, name }) => stack === 'org-management' && name.startsWith('baselines_'));
const event = (eventSource: string, eventName: string, more: object = {}) => ({
  eventSource: `${eventSource}.amazonaws.com`,
  eventName,
  awsRegion: 'eu-west-1',
  userIdentity: { type: 'AssumedRole' },
  ...more,
});

it.each([
  ['denied-calls', event('s3', 'ListBuckets', { errorCode: 'AccessDenied' }), true],
  ['denied-calls', event('ec2', 'RunInstances', { errorCode: 'Client.UnauthorizedOperation' }), true],
  ['denied-calls', event('kms', 'Decrypt', { errorCode: 'AccessDeniedException' }), true],
  ['denied-calls', event('s3', 'ListBuckets'), false],
  ['denied-calls', event('s3', 'GetBucketPolicy', { errorCode: 'NoSuchBucketPolicy' }), false],
  ['console-sign-ins', event('signin', 'ConsoleLogin'), true],
  ['console-sign-ins', event('signin', 'SwitchRole'), false],
  ['role-sessions', event('sts', 'AssumeRole'), true],
  ['role-sessions', event('sts', 'AssumeRoleWithWebIdentity'), true],
  ['role-sessions', event('sts', 'AssumeRole', { userIdentity: { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' } }), false],
  ['role-sessions', event('sts', 'GetCallerIdentity'), false],
  ['secret-reads', event('secretsmanager', 'GetSecretValue'), true],
  ['secret-reads', event('secretsmanager', 'DescribeSecret'), false],
  ['identity-changes', event('iam', 'CreateRole'), true],
  ['identity-changes', event('iam', 'GetRole'), false],
  ['identity-changes', event('iam', 'ListRoles'), false],
  ['identity-changes', event('s3', 'PutBucketPolicy'), false],
] as const)('%s counts %j: %s', (name, record, expected) => {
  const filter = of('aws_cloudwatch_log_metric_filter').find(({ attributes }) => attributes.name === `baseline-${name}`);
  expect(matchesMetricFilter(filter?.attributes.pattern, record)).toBe(expected);
});

it('every baseline is counted on the trail’s log group, and an alarm knows what is normal and tells the team', () => {
  const filters = of('aws_cloudwatch_log_metric_filter').map(({ attributes }) => attributes);
  const names = Object.keys(BASELINES);
  expect(filters.map(({ name }) => name).sort()).toEqual([...names, CALLS.name].map((name) => `baseline-${name}`).sort());
  for (const { log_group_name } of filters) expect(log_group_name).toBe('${aws_cloudwatch_log_group.trail_log-group.name}');
  const [topic] = resources(synthesis, 'aws_sns_topic').filter(({ stack }) => stack === 'org-management');
  const alarms = of('aws_cloudwatch_metric_alarm').map(({ attributes }) => attributes);
  for (const alarm of alarms) expect(alarm.alarm_actions).toEqual([`\${aws_sns_topic.${topic?.name}.arn}`]);
  const learned = alarms.filter(({ threshold_metric_id }) => threshold_metric_id === 'expected');
  expect(learned.map(({ alarm_name }) => alarm_name).sort()).toEqual(
    [...names, ...['eu-central-1', 'eu-west-1', 'us-east-1'].map((region) => `calls-${region}`)].map((name) => `platform-unusual-${name}`).sort(),
  );
  for (const { metric_query: queries } of learned) {
    const [found, expected] = queries;
    expect([expected.id, expected.expression]).toEqual(['expected', 'ANOMALY_DETECTION_BAND(found, 4)']);
    const filter = filters.find(({ metric_transformation }) => metric_transformation.name === found.metric.metric_name);
    expect(found.metric.namespace).toBe(filter.metric_transformation.namespace);
    expect(Object.keys(found.metric.dimensions ?? {})).toEqual(Object.keys(filter.metric_transformation.dimensions ?? {}));
  }
});

it('a log anomaly detector learns the trail under our key, which CloudWatch Logs may use for it and for nobody else’s', async () => {
  const [detector] = of('aws_cloudwatch_log_anomaly_detector').map(({ attributes }) => attributes);
  expect(detector).toMatchObject({
    log_group_arn_list: ['${aws_cloudwatch_log_group.trail_log-group.arn}'],
    kms_key_id: '${aws_kms_key.trail_key.arn}',
    enabled: true,
  });
  const [alarm] = of('aws_cloudwatch_metric_alarm').filter(({ attributes }) => attributes.metric_name === 'AnomalyCount');
  expect(alarm?.attributes.dimensions.LogAnomalyDetector).toBe(detector.detector_name);
  const organization = huntingOrganization();
  const asks = async (account: string) => {
    const arn = `arn:aws:logs:eu-west-1:${account}:anomaly-detector:1`;
    const context = { 'aws:SourceAccount': account, 'aws:SourceArn': arn, 'kms:EncryptionContext:aws:logs:arn': arn };
    const principal = { arn: 'logs.eu-west-1.amazonaws.com', policies: [] };
    const resource = 'arn:aws:kms:eu-west-1:111111111111:alias/data/logs';
    return (await decide(organization, { principal, action: 'kms:GenerateDataKey', resource, context, region: 'eu-west-1' }, ['resource'])).result;
  };
  expect([await asks('111111111111'), await asks('999999999999')]).toEqual(['Allowed', 'ImplicitlyDenied']);
});

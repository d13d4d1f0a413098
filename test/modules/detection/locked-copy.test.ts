import { bucketArn } from '../../../lib/arn';
import { ACCESS_LOG_COPY_ALARM, accessLogCopiesName, LOG_COPY_ALARM, lockedCopyName } from '../../../lib/naming';
import { evaluateCall, principalNamed } from '../../../tools/can/corpus';
import everythingOn from '../../fixtures/everything-on';
import { exampleInput } from '../../fixtures/example';
import showcase from '../../fixtures/showcase';
import { centralizedOrganization } from '../../support/log-archive';
import { type FoundResource, resources, synth } from '../../support/synth';

const { synthesized, documents } = centralizedOrganization();
const centralized = { documents } as ReturnType<typeof synth>;
const ARCHIVE = '222222222222';
const MANAGEMENT = '111111111111';
const COPY = lockedCopyName('example-corp', 'config', ARCHIVE);
const ACCESS = accessLogCopiesName('example-corp', ARCHIVE);
const TOPIC = `arn:aws:sns:eu-west-1:${MANAGEMENT}:platform-alarms`;

/** What S3 says to CloudWatch when rules of a bucket fail: nothing, unless a rule asks for metrics (S3 user guide, "Using S3 Replication metrics"). */
const failures = (synthesis: typeof centralized, copy = COPY) =>
  resources(synthesis, 'aws_s3_bucket_replication_configuration').flatMap(({ stack, attributes: { bucket, region, rule } }) =>
    rule
      .filter(({ destination }: FoundResource['attributes']) => destination.bucket === bucketArn(copy))
      .map(({ id, destination }: FoundResource['attributes']) => ({
        stack,
        region,
        namespace: 'AWS/S3',
        metric_name: 'OperationsFailedReplication',
        dimensions: { SourceBucket: named(synthesis, stack, bucket), DestinationBucket: destination.bucket.replace('arn:aws:s3:::', ''), RuleId: id },
        published: destination.metrics?.status === 'Enabled',
      })),
  );

/** The name behind a reference to a bucket of the same stack. */
function named(synthesis: typeof centralized, stack: string, bucket: string): string {
  const address = /^\$\{aws_s3_bucket\.([\w-]+)\.\w+\}$/.exec(bucket)?.[1];
  return address ? synthesis.documents.get(stack).resource.aws_s3_bucket[address].bucket : bucket;
}

/** Alarms that go off when a metric has had a sum in one of their periods, or had no data at all. */
const alarmed = (synthesis: typeof centralized, metric: ReturnType<typeof failures>[number], sum: number | undefined) =>
  resources(synthesis, 'aws_cloudwatch_metric_alarm').filter(
    ({ stack, attributes: alarm }) =>
      stack === metric.stack &&
      (['region', 'namespace', 'metric_name'] as const).every((key) => alarm[key] === metric[key]) &&
      JSON.stringify(Object.entries(alarm.dimensions ?? {}).sort()) === JSON.stringify(Object.entries(metric.dimensions).sort()) &&
      alarm.statistic === 'Sum' &&
      alarm.comparison_operator === 'GreaterThanOrEqualToThreshold' &&
      alarm.evaluation_periods === 1 &&
      alarm.actions_enabled !== false &&
      (sum === undefined || !metric.published ? alarm.treat_missing_data === 'breaching' : sum >= alarm.threshold),
  );

it.each([
  ['the example', centralized],
  ['everything on', synth(everythingOn())],
])('%s: the first object that is not copied raises an alarm, sent to the topic that tells people; quiet raises none', (_what, synthesis) => {
  const metrics = failures(synthesis);
  expect(metrics.map(({ dimensions }) => dimensions.SourceBucket)).toEqual([`example-corp-logs-config-${ARCHIVE}`]);
  for (const metric of metrics) {
    expect(alarmed(synthesis, metric, 1).map(({ attributes }) => [attributes.alarm_name, attributes.alarm_actions])).toEqual([[LOG_COPY_ALARM, [TOPIC]]]);
    expect([...alarmed(synthesis, metric, 0), ...alarmed(synthesis, metric, undefined)]).toEqual([]);
    expect(alarmed(synthesis, { ...metric, published: false }, 1)).toEqual([]);
    expect(alarmed(synthesis, { ...metric, dimensions: { ...metric.dimensions, RuleId: 'other' } }, 1)).toEqual([]);
  }
});

it.each([
  ['the example', centralized, ['dev', 'org-management', 'prod', 'security', 'test']],
  ['workloads', synth({ ...showcase(), detection: 'centralized' }), ['dev', 'dev', 'org-management', 'prod', 'security', 'test']],
])('%s: so does the first access log of any account that is not copied', (_what, synthesis, stacks) => {
  const metrics = failures(synthesis, ACCESS);
  expect(metrics.map(({ stack }) => stack).sort()).toEqual(stacks);
  for (const metric of metrics) {
    const [found, ...others] = alarmed(synthesis, metric, 1);
    expect(others).toEqual([]);
    const name = metric.dimensions.SourceBucket.includes('-dev-access-') ? `${ACCESS_LOG_COPY_ALARM}-workloads` : ACCESS_LOG_COPY_ALARM;
    expect([found?.attributes.alarm_name, found?.attributes.alarm_actions]).toEqual([name, [TOPIC]]);
    expect(found?.attributes.alarm_description).toContain(metric.dimensions.SourceBucket);
    expect([...alarmed(synthesis, metric, 0), ...alarmed(synthesis, metric, undefined)]).toEqual([]);
  }
});

it('below centralized there is neither copy nor alarm', () => {
  const native = synth({ ...exampleInput(), detection: 'native' });
  expect(failures(native)).toEqual([]);
  expect(resources(native, 'aws_cloudwatch_metric_alarm').filter(({ attributes }) => /copy-failed/.test(attributes.alarm_name))).toEqual([]);
});

describe('the topic, and the key that it is encrypted with, let in', () => {
  const [topic] = resources(centralized, 'aws_sns_topic').filter(({ attributes }) => attributes.name === 'platform-alarms');
  const KEY = `arn:aws:kms:eu-west-1:${MANAGEMENT}:alias/data/logs`;
  const alarm = (account: string, name: string) => ({
    'aws:SourceAccount': account,
    'aws:SourceOrgID': 'o-a1b2c3d4e5',
    'aws:SourceArn': `arn:aws:cloudwatch:eu-west-1:${account}:alarm:${name}`,
  });
  const lets = async (service: string, context: Record<string, string>, action = 'sns:Publish', resource = TOPIC) =>
    (
      await evaluateCall(synthesized, principalNamed(synthesized, service, 'management'), { action, resources: [resource], region: 'eu-west-1', context }, [
        'rcp',
        'resource',
      ])
    ).allowed;

  it.each([
    ['alarms of the management account', 'cloudwatch.amazonaws.com', alarm(MANAGEMENT, 'platform-root-use'), true],
    ['the alarm of the archive', 'cloudwatch.amazonaws.com', alarm(ARCHIVE, LOG_COPY_ALARM), true],
    ['no other alarm of the archive', 'cloudwatch.amazonaws.com', alarm(ARCHIVE, 'platform-mine'), false],
    ['no alarm of that name in an environment', 'cloudwatch.amazonaws.com', alarm('444444444444', LOG_COPY_ALARM), false],
    ['alarms of every account on copies of access logs', 'cloudwatch.amazonaws.com', alarm('444444444444', ACCESS_LOG_COPY_ALARM), true],
    ['those of workloads, too', 'cloudwatch.amazonaws.com', alarm('555555555555', `${ACCESS_LOG_COPY_ALARM}-workloads`), true],
    ['no other alarm of an environment', 'cloudwatch.amazonaws.com', alarm('444444444444', 'platform-root-use'), false],
    ['no such alarm of somebody else', 'cloudwatch.amazonaws.com', alarm('999999999999', ACCESS_LOG_COPY_ALARM), false],
    ['no alarm of somebody else', 'cloudwatch.amazonaws.com', alarm('999999999999', LOG_COPY_ALARM), false],
    ['no other service', 'events.amazonaws.com', alarm(ARCHIVE, LOG_COPY_ALARM), false],
  ])('%s', async (_who, service, context, expected) => expect(await lets(service, context)).toBe(expected));

  it.each([
    [MANAGEMENT, true],
    [ARCHIVE, true],
    ['444444444444', true],
    ['999999999999', false],
  ])('alarms of account %s to encrypt: %s', async (account, expected) => {
    expect(topic?.attributes.kms_master_key_id).toBe('${aws_kms_key.trail_key.arn}');
    for (const action of ['kms:GenerateDataKey', 'kms:Decrypt'])
      expect(await lets('cloudwatch.amazonaws.com', alarm(account, LOG_COPY_ALARM), action, KEY)).toBe(expected);
  });
});

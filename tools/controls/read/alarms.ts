import { matchesMetricFilter } from '../../detections/metric-filter';
import type { TerraformJson } from '../../synthesis/synthesize';
import type { Violation } from '../check';
import type { Estate, Found } from '../estate';
import { names, wrong } from './resources';

/** A record of CloudTrail as far as filters look: an ordinary call of somebody who signed in. */
export const record = (eventSource: string, eventName: string, more: TerraformJson = {}): TerraformJson => ({
  eventVersion: '1.11',
  eventType: 'AwsApiCall',
  eventSource: `${eventSource}.amazonaws.com`,
  eventName,
  awsRegion: 'us-east-1',
  recipientAccountId: '444444444444',
  readOnly: /^(Get|List|Describe)/.test(eventName),
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLE:jane',
    arn: 'arn:aws:sts::444444444444:assumed-role/Developer/jane',
    accountId: '444444444444',
  },
  ...more,
});

/** What nobody wants to be woken for: a filter that matches one of these proves nothing. */
const QUIET: readonly TerraformJson[] = [
  record('ec2', 'DescribeInstances'),
  record('s3', 'GetBucketPolicy'),
  record('iam', 'ListRoles'),
  record('cloudtrail', 'DescribeTrails'),
  record('organizations', 'ListAccounts'),
  record('signin', 'ConsoleLogin', { eventType: 'AwsConsoleSignIn', responseElements: { ConsoleLogin: 'Success' }, additionalEventData: { MFAUsed: 'Yes' } }),
];

/**
 * Each record, written to the organization trail, ends in a message to somebody: a filter on the trail's log group matches it (executed),
 * its metric has an alarm, the alarm a topic, and the topic a subscriber.
 */
export function alarmed(estate: Estate, records: readonly TerraformJson[]): Violation[] {
  const trails = estate.of('aws_cloudtrail').filter(({ attributes }) => attributes.is_organization_trail && attributes.is_multi_region_trail);
  const filters = estate.of('aws_cloudwatch_log_metric_filter');
  if (trails.length === 0) return [{ account: 'management', at: 'management', what: 'no organization trail in all regions' }];
  return trails.flatMap((trail) => {
    const group = /aws_cloudwatch_log_group\.([\w-]+)\./.exec(String(trail.attributes.cloud_watch_logs_group_arn))?.[1];
    const read = filters.filter(
      ({ stack, attributes }) =>
        stack === trail.stack &&
        group !== undefined &&
        String(attributes.log_group_name).includes(`aws_cloudwatch_log_group.${group}.`) &&
        !QUIET.some((one) => matchesMetricFilter(attributes.pattern, one)),
    );
    return records.flatMap((one) => {
      const matching = read.filter(({ attributes }) => matchesMetricFilter(attributes.pattern, one));
      if (matching.length === 0) return [wrong(trail, `no metric filter tells of ${one.eventSource.replace('.amazonaws.com', '')}:${one.eventName}`)];
      const gaps = matching.map((filter) => gapAfter(estate, filter));
      return gaps.some((gap) => gap === undefined) ? [] : gaps.flatMap((gap) => gap ?? []).slice(0, 1);
    });
  });
}

/** Where the way from a filter to a person ends early. */
function gapAfter(estate: Estate, filter: Found): Violation | undefined {
  const here = (type: string) => estate.of(type).filter(({ stack }) => stack === filter.stack);
  const metric = [filter.attributes.metric_transformation].flat()[0];
  const alarm = here('aws_cloudwatch_metric_alarm').find(
    ({ attributes }) => attributes.metric_name === metric.name && attributes.namespace === metric.namespace && /^Greater/.test(attributes.comparison_operator),
  );
  if (!alarm) return wrong(filter, `no alarm on its metric ${metric.name}`);
  const topics = here('aws_sns_topic').filter((topic) => (alarm.attributes.alarm_actions ?? []).some((action: string) => names(action, topic)));
  if (topics.length === 0 || alarm.attributes.actions_enabled === false) return wrong(alarm, 'tells no topic');
  const told = here('aws_sns_topic_subscription').some(({ attributes }) => topics.some((topic) => names(attributes.topic_arn, topic)));
  return told ? undefined : wrong(topics[0] as Found, 'has no subscriber');
}

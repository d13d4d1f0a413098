import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { Construct } from 'constructs';
import { LIMITS } from '../../config/aws-limits';
import { queueArn, topicArn } from '../../lib/arn';
import { countAlarm } from '../../lib/count-alarm';
import { dataTags } from '../../lib/data-tags';
import { UNDELIVERED_EVENTS } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { undeliveredEventsPolicy } from '../../policies/resource/undelivered-events';

export interface UndeliveredEventsProps {
  readonly account: string;
  readonly region: string;
  readonly organizationId: string;
  /** Key of the queue; left out in regions where the security account has none: Amazon SQS encrypts with its own. */
  readonly keyArn?: string;
  /** Topics to tell, of the same region: an alarm reaches no other. Elsewhere its change of state is an event that is forwarded. */
  readonly alarmTopics: readonly string[];
}

/** Dead-letter queue of a region, for rules of all accounts: an event that nobody received is an attack that nobody saw. It must be in the rule's region. */
export class UndeliveredEvents extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { account, region, organizationId, keyArn, alarmTopics }: UndeliveredEventsProps) {
    super(scope, id);
    const queue = new SqsQueue(this, 'queue', {
      region,
      name: UNDELIVERED_EVENTS,
      messageRetentionSeconds: LIMITS.queueRetentionSeconds,
      tags: dataTags('operational'),
      ...(keyArn === undefined ? { sqsManagedSseEnabled: true } : { kmsMasterKeyId: keyArn, kmsDataKeyReusePeriodSeconds: 300 }),
    });
    const policy = undeliveredEventsPolicy({
      arn: queueArn(region, account, UNDELIVERED_EVENTS),
      account,
      organizationId,
      sources: [`arn:aws:events:${region}:*:rule/*platform-*`, topicArn(region, account, 'platform-*')],
    });
    new SqsQueuePolicy(this, 'policy', { region, queueUrl: queue.id, policy: minify(policy) });
    countAlarm(this, 'alarm', {
      region,
      alarmName: 'platform-undelivered-events',
      alarmDescription: `Events or alerts were not delivered: look into the queue ${UNDELIVERED_EVENTS} in ${region}, attributes RULE_ARN and ERROR_CODE`,
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: queue.name },
      statistic: 'Maximum',
      period: 300,
      alarmActions: [...alarmTopics],
    });
    this.arn = queue.arn;
  }
}

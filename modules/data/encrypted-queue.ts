import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { SqsQueueRedriveAllowPolicy } from '@cdktf/provider-aws/lib/sqs-queue-redrive-allow-policy';
import { Construct } from 'constructs';
import { LIMITS } from '../../config/aws-limits';
import { queueArn } from '../../lib/arn';
import { refuse } from '../../lib/mistakes';
import { workloadName } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { queuePolicy } from '../../policies/resource/queue';
import { type NamedRole, refuseRoles, roleArns } from './named-roles';
import { type DataProps, refuseName, workloadTags } from './workload';

export interface EncryptedQueueProps extends DataProps {
  readonly senders: readonly NamedRole[];
  readonly receivers: readonly NamedRole[];
  /** Seconds that a worker has for a message, up to 43200 (Amazon SQS quota). @default 30 */
  readonly visibilityTimeoutSeconds?: number;
}

/** Receives after which a message is set aside, so that one bad message cannot stop the workers. */
const ATTEMPTS = 5;

/** Messages that only named roles send and receive, under the key of their class, with a dead-letter queue of the same kind. */
export class EncryptedQueue extends Construct {
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EncryptedQueueProps,
  ) {
    super(scope, id);
    const { name, senders, receivers, visibilityTimeoutSeconds = 30 } = props;
    refuseName(this, props, workloadName(props.workload.environment, `${name}-dead`), 80);
    refuseRoles(this, { senders, receivers });
    refuse(this, [
      !(Number.isInteger(visibilityTimeoutSeconds) && visibilityTimeoutSeconds >= 0 && visibilityTimeoutSeconds <= 43_200) &&
        `visibilityTimeoutSeconds must be a whole number from 0 to 43200, got ${visibilityTimeoutSeconds}; correct it`,
    ]);
    const dead = this.queue('dead-letter-queue', `${name}-dead`, [], {});
    const queue = this.queue('queue', name, senders, {
      visibilityTimeoutSeconds,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: ATTEMPTS }),
    });
    new SqsQueueRedriveAllowPolicy(this, 'redrive-allow', {
      region: props.workload.region,
      queueUrl: dead.id,
      redriveAllowPolicy: JSON.stringify({ redrivePermission: 'byQueue', sourceQueueArns: [queue.arn] }),
    });
    this.arn = queue.arn;
  }

  private queue(id: string, name: string, senders: readonly NamedRole[], settings: { visibilityTimeoutSeconds?: number; redrivePolicy?: string }): SqsQueue {
    const { workload, dataClass, receivers } = this.props;
    const { region, account, organization, environment } = workload;
    const physical = workloadName(environment, name);
    const queue = new SqsQueue(this, id, {
      region,
      name: physical,
      kmsMasterKeyId: workload.keyArns[dataClass],
      kmsDataKeyReusePeriodSeconds: 300,
      messageRetentionSeconds: LIMITS.queueRetentionSeconds,
      tags: workloadTags(this.props),
      ...settings,
    });
    const policy = queuePolicy({
      arn: queueArn(region, account, physical),
      account,
      organizationId: organization.id,
      senders: roleArns(workload, senders),
      receivers: roleArns(workload, receivers),
    });
    new SqsQueuePolicy(this, `${id}-policy`, { region, queueUrl: queue.id, policy: minify(policy) });
    return queue;
  }
}

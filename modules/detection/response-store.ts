import { DynamodbResourcePolicy } from '@cdktf/provider-aws/lib/dynamodb-resource-policy';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { SqsQueueRedriveAllowPolicy } from '@cdktf/provider-aws/lib/sqs-queue-redrive-allow-policy';
import { Construct } from 'constructs';
import { LIMITS } from '../../config/aws-limits';
import { iamRoleArn, queueArn, tableArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import { APPROVAL_BUS, alertRuleName, RESPONSE, RESPONSE_FUNCTION_ROLE, SECURITY_EVENT_BUS, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { custodians } from '../../policies/resource/custodians';
import { queuePolicy } from '../../policies/resource/queue';
import { responseQueuePolicy } from '../../policies/resource/response-queue';
import { tablePolicy } from '../../policies/resource/table';
import { DECOY_GROUP } from './decoy-forwarding';

export interface ResponseStoreProps {
  readonly account: string;
  readonly organizationId: string;
  readonly region: string;
  readonly keyArn: string;
  /** Seconds that one run may take. */
  readonly timeoutSeconds: number;
}

/** Receives after which an event is set aside: with the visibility timeout, half an hour of trying. */
const ATTEMPTS = 5;
/** Queue of events that could not be handled; looked into after an alarm. */
const FAILED = `${RESPONSE}-failed`;

/** What must not be lost and not be done twice: a queue that tries again, a queue of what failed, and a ledger of incidents. */
export class ResponseStore extends Construct {
  readonly queueArn: string;
  readonly failedName: string;
  readonly queueName: string;
  readonly tableArn: string;

  constructor(scope: Construct, id: string, props: ResponseStoreProps) {
    super(scope, id);
    const { account, organizationId, region, keyArn, timeoutSeconds } = props;
    const common = {
      region,
      kmsMasterKeyId: keyArn,
      kmsDataKeyReusePeriodSeconds: 300,
      messageRetentionSeconds: LIMITS.queueRetentionSeconds,
      tags: dataTags('operational'),
    };
    const receiver = iamRoleArn(account, SERVICE_ROLE_PATH, RESPONSE_FUNCTION_ROLE);
    const failed = new SqsQueue(this, 'failed', { ...common, name: FAILED });
    const queue = new SqsQueue(this, 'queue', {
      ...common,
      name: RESPONSE,
      // Six times the function's timeout, as AWS Lambda asks (AWS Lambda developer guide, "Using Lambda with Amazon SQS").
      visibilityTimeoutSeconds: 6 * timeoutSeconds,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: failed.arn, maxReceiveCount: ATTEMPTS }),
    });
    new SqsQueueRedriveAllowPolicy(this, 'redrive-allow', {
      region,
      queueUrl: failed.id,
      redriveAllowPolicy: JSON.stringify({ redrivePermission: 'byQueue', sourceQueueArns: [queue.arn] }),
    });
    const names = [
      `${SECURITY_EVENT_BUS}/platform-respond-*`,
      `${APPROVAL_BUS}/platform-respond-*`,
      'platform-respond-*',
      `${SECURITY_EVENT_BUS}/${alertRuleName(DECOY_GROUP)}*`,
    ];
    const rules = names.map((name) => `arn:aws:events:${region}:${account}:rule/${name}`);
    const arn = queueArn(region, account, RESPONSE);
    new SqsQueuePolicy(this, 'queue-policy', { region, queueUrl: queue.id, policy: minify(responseQueuePolicy({ arn, account, rules, receiver })) });
    const set = { arn: queueArn(region, account, FAILED), account, organizationId, senders: [], receivers: custodians(account) };
    new SqsQueuePolicy(this, 'failed-policy', { region, queueUrl: failed.id, policy: minify(queuePolicy(set)) });
    this.queueArn = queue.arn;
    this.queueName = queue.name;
    this.failedName = failed.name;
    this.tableArn = this.table(props, receiver);
  }

  private table({ account, organizationId, region, keyArn }: ResponseStoreProps, role: string): string {
    const table = new DynamodbTable(this, 'table', {
      region,
      name: RESPONSE,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: 'id',
      attribute: [{ name: 'id', type: 'S' }],
      ttl: { enabled: true, attributeName: 'expires' },
      serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
      deletionProtectionEnabled: true,
      tags: dataTags('operational'),
    });
    const policy = tablePolicy({ arn: tableArn(region, account, RESPONSE), account, organizationId, readers: [role], writers: [role] });
    new DynamodbResourcePolicy(this, 'table-policy', { region, resourceArn: table.arn, policy: minify(policy) });
    return table.arn;
  }
}

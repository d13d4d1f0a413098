import type { PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

/** AWS services that hand on what happens in this account (alarms, events, notifications, logs) write to encrypted topics, queues and buckets. */
export const allowServicesOfAccount = ({ account }: KeyContext): PolicyStatement[] => [
  {
    Sid: 'AllowServicesOfAccount',
    Effect: 'Allow',
    Principal: { Service: ['cloudwatch', 'delivery.logs', 's3', 'sns'].map((service) => `${service}.amazonaws.com`) },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': account } },
  },
  // EventBridge does not tell AWS KMS for whom it encrypts what it sends to a topic or queue ("Adding the aws:SourceAccount and aws:SourceArn to a AWS
  // KMS policy is not supported for EventBridge-to-encrypted topics", Amazon SNS developer guide, "Key management"): the topic's or queue's policy does it.
  {
    Sid: 'AllowRulesOfAccount',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: { StringEqualsIfExists: { 'aws:SourceAccount': account } },
  },
];

/**
 * CloudWatch alarms publish to encrypted topics of this account.
 * @param others ids of accounts whose alarms do, too; the topic says which
 */
export const allowCloudWatchAlarms = ({ account }: KeyContext, ...others: readonly string[]): PolicyStatement => ({
  Sid: 'AllowCloudWatchAlarms',
  Effect: 'Allow',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceAccount': others.length > 0 ? [account, ...others] : account } },
});

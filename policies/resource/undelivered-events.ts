import { type PolicyDocument, type PolicyStatement, policyDocument } from '../policy-document';
import { custodians } from './custodians';
import { denyOthers, denyPlainHttp } from './perimeter';
import { denyQueueSettingsByOthers } from './queue';

export interface UndeliveredEventsPolicy {
  readonly arn: string;
  readonly account: string;
  readonly organizationId: string;
  /** ARN patterns of rules and topics of ours that leave here what they could not deliver. */
  readonly sources: readonly string[];
}

/** Two services set aside what they could not deliver, for rules and topics of our accounts; nobody else writes, or empties the queue unseen. */
export const undeliveredEventsPolicy = ({ arn, account, organizationId, sources }: UndeliveredEventsPolicy): PolicyDocument =>
  policyDocument(
    {
      Sid: 'AllowUndelivered',
      Effect: 'Allow',
      Principal: { Service: ['events.amazonaws.com', 'sns.amazonaws.com'] },
      Action: 'sqs:SendMessage',
      Resource: arn,
      // The account is another one for each rule: the organization says whose it may be (confused deputy).
      Condition: { StringEquals: { 'aws:SourceOrgID': organizationId }, ArnLike: { 'aws:SourceArn': sources } },
    },
    denyPlainHttp({ arn, actions: 'sqs:*' }),
    denyOthers('DenySendingByOthers', { arn, actions: 'sqs:SendMessage' }, custodians(account)),
    denyQueueSettingsByOthers(arn, account),
  );

/** EventBridge and SNS encrypt what they set aside, for rules of any of our accounts. EventBridge does not tell AWS KMS whose they are (policies/key/services-of-account.ts): the queue's policy does. */
export const allowUndeliveredEvents = (organizationId: string): PolicyStatement => ({
  Sid: 'AllowUndeliveredEvents',
  Effect: 'Allow',
  Principal: { Service: ['events.amazonaws.com', 'sns.amazonaws.com'] },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEqualsIfExists: { 'aws:SourceOrgID': organizationId } },
});

import { type PolicyDocument, policyDocument } from '../policy-document';
import { custodians } from './custodians';
import { denyOthers, denyPlainHttp } from './perimeter';
import { denyQueueSettingsByOthers } from './queue';

export interface ResponseQueuePolicy {
  readonly arn: string;
  readonly account: string;
  /** ARN patterns of the rules that feed it. */
  readonly rules: readonly string[];
  /** ARN of the function's role. */
  readonly receiver: string;
}

/** Whoever puts a message in makes responses act: rules of our own alone do, and the function alone takes messages out. */
export const responseQueuePolicy = ({ arn, account, rules, receiver }: ResponseQueuePolicy): PolicyDocument =>
  policyDocument(
    {
      Sid: 'AllowRules',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: arn,
      Condition: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': rules } },
    },
    denyPlainHttp({ arn, actions: 'sqs:*' }),
    denyOthers('DenySendingByOthers', { arn, actions: 'sqs:SendMessage' }, custodians(account)),
    denyOthers('DenyReceivingByOthers', { arn, actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'] }, [receiver]),
    denyQueueSettingsByOthers(arn, account),
  );

import { type PolicyDocument, type PolicyStatement, policyDocument } from '../policy-document';
import { custodians } from './custodians';
import { denyOthers, denyOutsideOrganization, denyPlainHttp } from './perimeter';

export interface QueuePolicy {
  readonly arn: string;
  readonly account: string;
  readonly organizationId: string;
  /** ARNs of roles that send; none for a queue that only Amazon SQS moves messages into. */
  readonly senders: readonly string[];
  readonly receivers: readonly string[];
}

/** Queues of events change by the pipeline alone, and nobody empties one unseen. */
export const denyQueueSettingsByOthers = (arn: string, account: string): PolicyStatement =>
  denyOthers(
    'DenySettingsByOthers',
    { arn, actions: ['sqs:SetQueueAttributes', 'sqs:AddPermission', 'sqs:DeleteQueue', 'sqs:PurgeQueue'] },
    custodians(account),
  );

/** Only named roles put messages in or take them out: forged messages make workers do what an attacker wants. */
export const queuePolicy = ({ arn, account, organizationId, senders, receivers }: QueuePolicy): PolicyDocument =>
  policyDocument(
    denyPlainHttp({ arn, actions: 'sqs:*' }),
    denyOutsideOrganization({ arn, actions: 'sqs:*' }, organizationId),
    denyOthers('DenySendingByOthers', { arn, actions: 'sqs:SendMessage' }, senders.length > 0 ? senders : custodians(account)),
    // A statement of a queue policy takes seven actions at most (Amazon SQS developer guide).
    denyOthers(
      'DenyReceivingByOthers',
      { arn, actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:PurgeQueue'] },
      receivers,
    ),
    denyOthers('DenySettingsByOthers', { arn, actions: ['sqs:SetQueueAttributes', 'sqs:AddPermission', 'sqs:DeleteQueue'] }, custodians(account)),
  );

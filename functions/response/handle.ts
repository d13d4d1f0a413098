import { type BusEvent, needed } from './event';
import { APPROVAL, DECOY, OWN_SOURCE, WATCH } from './own-events';
import { recognize } from './recognize';
import type { Log, Responder } from './respond';

/** What Lambda hands over from Amazon SQS. */
export interface QueueBatch {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}
/** Messages that stay in the queue. */
export interface Failures {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Handles each message by itself: one that fails does not hold up the others, and is tried again. */
export async function handle(batch: QueueBatch, responder: Responder, log: Log): Promise<Failures> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of batch.Records) {
    try {
      await handleEvent(JSON.parse(body) as BusEvent, responder);
    } catch (error) {
      log({ message: messageId, failed: String(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

async function handleEvent(event: BusEvent, responder: Responder): Promise<void> {
  if (event.source !== OWN_SOURCE) {
    for (const incident of recognize(event)) await responder.take(incident);
    return;
  }
  if (event['detail-type'] === WATCH) return responder.watch();
  if (event['detail-type'] === DECOY) return responder.report(event);
  if (event['detail-type'] !== APPROVAL) throw new Error(`approval: detail-type must be ${APPROVAL}, got ${JSON.stringify(event['detail-type'])}`);
  const { id, decision, by } = event.detail ?? {};
  if (decision !== 'approve' && decision !== 'reject') throw new Error(`approval: decision must be approve or reject, got ${JSON.stringify(decision)}`);
  await responder.decide(needed(id, 'detail.id'), decision, needed(by, 'detail.by'));
}

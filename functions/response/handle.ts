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
    return every(recognize(event), (incident) => responder.take(incident));
  }
  if (event['detail-type'] === WATCH) return responder.watch();
  if (event['detail-type'] === DECOY) return responder.report(event);
  if (event['detail-type'] !== APPROVAL) throw new Error(`approval: detail-type must be ${APPROVAL}, got ${JSON.stringify(event['detail-type'])}`);
  const { id, decision, by } = event.detail ?? {};
  if (decision !== 'approve' && decision !== 'reject') throw new Error(`approval: decision must be approve or reject, got ${JSON.stringify(decision)}`);
  await responder.decide(needed(id, 'detail.id'), decision, needed(by, 'detail.by'));
}

/** One that cannot be answered does not keep the others of the same event: an intruder would see to it that the first one fails. */
async function every<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const errors: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new Error(errors.map(String).join('; '));
}

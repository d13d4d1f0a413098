import { createHash } from 'node:crypto';
import type { Incident } from './incident';

/** An event of EventBridge; `detail` is what its source wrote, of any shape. */
export interface BusEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly account: string;
  readonly region: string;
  readonly time: string;
  // biome-ignore lint/suspicious/noExplicitAny: read with optional chaining only; what is needed is asked for by `needed`
  readonly detail: any;
}

/** An event that matches a rule but lacks what its source documents: retried, then set aside for people. */
export class UnreadableEvent extends Error {}

/** @throws UnreadableEvent when a value is missing or no text */
export function needed(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '')
    throw new UnreadableEvent(`event: has no ${name}, got ${JSON.stringify(value) ?? 'nothing'}; read the source's documentation`);
  return value;
}

/** An incident whose id says what it is and which event told of it: a second delivery has the same. */
export function incident(event: string, of: Omit<Incident, 'id'>): Incident {
  const digest = createHash('sha256')
    .update(JSON.stringify([event, of.family, of.account, of.target]))
    .digest('hex')
    .slice(0, 12);
  return { id: `${of.family}-${of.account}-${digest}`, ...of };
}

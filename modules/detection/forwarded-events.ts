import { ACCOUNT_EVENTS } from './forwarded-account-events';
import { DETECTION_EVENTS } from './forwarded-detection-events';
import type { ForwardedEvent } from './forwarded-event';
import { RESPONSE_EVENTS } from './forwarded-response-events';

/**
 * What is forwarded, by the name of its rule. With `alert`, it also becomes a message to people: an entry is all that a new alert takes.
 * A sample that matches and one that does not stand in test/corpora/events for each.
 */
export const FORWARDED_EVENTS: Readonly<Record<string, ForwardedEvent>> = {
  ...ACCOUNT_EVENTS,
  ...DETECTION_EVENTS,
  ...RESPONSE_EVENTS,
};

import { ALERT_SAMPLES } from './alerts';
import { CREDENTIAL_SEARCH_SAMPLES } from './credential-search';
import { DECOY_SAMPLES } from './decoys';
import { FORWARDED_SAMPLES } from './forwarded';
import { RESPONSE_SAMPLES } from './responses';
import type { EventSamples } from './sample-events';

/** Samples of every EventBridge rule. A rule without both kinds fails test/modules/detection/event-patterns.test.ts. */
export const EVENT_SAMPLES: EventSamples = { ...FORWARDED_SAMPLES, ...DECOY_SAMPLES, ...ALERT_SAMPLES, ...RESPONSE_SAMPLES, ...CREDENTIAL_SEARCH_SAMPLES };

import { alertRuleName, forwardingRuleName } from '../../../lib/naming';
import { FORWARDED_EVENTS } from '../../../modules/detection/forwarded-events';
import { DECOY_SAMPLES } from './decoys';
import { FORWARDED_SAMPLES } from './forwarded';
import { asff, type EventSamples, guardDuty } from './sample-events';

/** A check of a setting that failed: Security Hub's own findings say so. */
const check = (label: string) => asff(label, { ProductName: 'Security Hub', Compliance: { Status: 'FAILED' } });

/** Samples of the rules that make alerts: of forwarded events, those of forwarding; of findings, their own. */
export const ALERT_SAMPLES: EventSamples = {
  ...Object.fromEntries(
    Object.entries(FORWARDED_EVENTS)
      .filter(([, { alert }]) => alert)
      .map(([group]) => [alertRuleName(group), FORWARDED_SAMPLES[forwardingRuleName(group)] ?? { matching: [], other: [] }]),
  ),
  ...Object.fromEntries(Object.entries(DECOY_SAMPLES).map(([name, samples]) => [name.replace('platform-forward-', 'platform-alert-'), samples])),
  'platform-alert-findings-critical': {
    matching: [asff('CRITICAL'), check('CRITICAL')],
    other: [asff('HIGH'), asff('CRITICAL', { RecordState: 'ARCHIVED' }), asff('CRITICAL', { Workflow: { Status: 'SUPPRESSED' } }), guardDuty('x', 9)],
  },
  'platform-alert-findings-high': {
    matching: [asff('HIGH')],
    other: [asff('CRITICAL'), asff('MEDIUM'), check('HIGH'), asff('HIGH', { Workflow: { Status: 'NOTIFIED' } })],
  },
  'platform-alert-findings-medium': { matching: [asff('MEDIUM')], other: [asff('LOW'), check('MEDIUM'), asff('MEDIUM', { RecordState: 'ARCHIVED' })] },
};

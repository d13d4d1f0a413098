import type { BusEvent } from './event';
import type { Incident } from './incident';
import { fromCloudTrail } from './recognize/cloudtrail';
import { fromGuardDuty } from './recognize/guardduty';
import { fromHealth } from './recognize/health';
import { fromSecurityHub } from './recognize/security-hub';

const RECOGNIZERS: Readonly<Record<string, (event: BusEvent) => Incident[]>> = {
  'GuardDuty Finding': fromGuardDuty,
  'AWS Health Event': fromHealth,
  'AWS API Call via CloudTrail': fromCloudTrail,
  'AWS Console Sign In via CloudTrail': fromCloudTrail,
  'Security Hub Findings - Imported': fromSecurityHub,
};

/**
 * What an event means for responses; nothing for one that has none.
 * @throws UnreadableEvent
 */
export function recognize(event: BusEvent): Incident[] {
  const recognizer = event.source?.startsWith('aws.') ? RECOGNIZERS[event['detail-type']] : undefined;
  return recognizer ? recognizer(event) : [];
}

import type { AlertSeverity } from '../../config/alerts-schema';
import { DECOY_GENERATOR } from '../../functions/response/decoy-finding';

/** Findings of Security Hub that become an alert. */
export interface FindingAlert {
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly description: string;
  readonly severity: AlertSeverity;
  readonly firstStep: string;
}

/** New ones only: whoever sets a finding to NOTIFIED, SUPPRESSED or RESOLVED hears no more of it. */
const findings = (label: string, more: Readonly<Record<string, unknown>> = {}) => ({
  source: ['aws.securityhub'],
  'detail-type': ['Security Hub Findings - Imported'],
  detail: { findings: { Severity: { Label: [label] }, RecordState: ['ACTIVE'], Workflow: { Status: ['NEW'] }, ...more } },
});
/** Checks of settings are looked at in Security Hub, day by day; only what threatens everything is an alert. */
const NO_CHECK = { Compliance: { Status: [{ exists: false }] } };

/** Security Hub is where the findings of all services and third parties meet, in one format: who finds something is not who alerts. */
export const FINDING_ALERTS: Readonly<Record<string, FindingAlert>> = {
  'findings-critical': {
    // A touch of a decoy has a message of its own, by a rule that needs neither the function nor Security Hub.
    pattern: findings('CRITICAL', { GeneratorId: [{ 'anything-but': [DECOY_GENERATOR] }] }),
    description: 'A critical finding: somebody is in, or the door is open',
    severity: 'critical',
    firstStep: 'Open the finding in Security Hub and set it to NOTIFIED, so that others know; then contain: docs/detection.md',
  },
  'findings-high': {
    pattern: findings('HIGH', NO_CHECK),
    description: 'A high finding: an attack is going on, or was',
    severity: 'high',
    firstStep: 'Open the finding in Security Hub today and set it to NOTIFIED',
  },
  'findings-medium': {
    pattern: findings('MEDIUM', NO_CHECK),
    description: 'A medium finding: unusual, perhaps harmless',
    severity: 'medium',
    firstStep: 'Look at it this week; suppress it with a reason if it is normal here',
  },
};

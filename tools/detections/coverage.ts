import type { Blueprint } from '../../config/blueprint';
import { DETECTION_STEPS, type DetectionStep } from '../../config/detection-steps';
import { alertRuleName } from '../../lib/naming';
import type { Synthesis, TerraformJson } from '../synthesis/synthesize';
import { Alerting } from './alerting';

/** What is asked: test/corpora/technique.ts says what the members mean. */
export interface Asked {
  readonly what: string;
  readonly tactic: string;
  readonly source: string;
  readonly deniedBy: readonly string[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly events?: readonly Readonly<Record<string, unknown>>[];
  readonly findings?: readonly string[];
}

/** One technique on every step of the ladder. */
export interface Coverage {
  readonly asked: Asked;
  /** Alarm or rule -> first step that has it; only those that one event is enough for. */
  readonly alerts: ReadonlyMap<string, DetectionStep>;
  /** The same, for alarms that count events in a period. */
  readonly counted: ReadonlyMap<string, DetectionStep>;
  /** First step with the service that has findings of this kind. */
  readonly findings?: DetectionStep;
}

export interface LadderStep {
  readonly step: DetectionStep;
  readonly alerting: Alerting;
  /** GuardDuty watches the accounts of the organization. */
  readonly guardDuty: boolean;
  /** Access Analyzer looks for what others can reach, and Security Hub tells people. */
  readonly accessAnalyzer: boolean;
}

/** What Access Analyzer finds; other findings are GuardDuty's. */
export const EXTERNAL_ACCESS = 'Access Analyzer, external access';

/** The organization on every step of the ladder. @param synthesize of the blueprint with another step */
export function ladder(blueprint: Blueprint, synthesize: (changed: Blueprint) => Pick<Synthesis, 'documents' | 'resources'>): LadderStep[] {
  return DETECTION_STEPS.map((step) => {
    const synthesis = synthesize({ ...blueprint, detection: step });
    const has = (type: string, matches: (attributes: TerraformJson) => boolean) =>
      synthesis.resources.some((one) => one.type === type && matches(one.attributes));
    return {
      step,
      alerting: new Alerting(synthesis),
      guardDuty: has('aws_guardduty_organization_configuration', ({ auto_enable_organization_members: members }) => members === 'ALL'),
      accessAnalyzer:
        has('aws_accessanalyzer_analyzer', ({ type }) => type === 'ORGANIZATION') &&
        has('aws_cloudwatch_event_rule', ({ name }) => name === alertRuleName('findings-high')),
    };
  });
}

/** What tells of a technique, and from which step on. */
export function coverageOf(asked: Asked, steps: readonly LadderStep[]): Coverage {
  const alerts = new Map<string, DetectionStep>();
  const counted = new Map<string, DetectionStep>();
  const happening = [...asked.records.map(eventOf), ...(asked.events ?? [])];
  for (const { step, alerting } of steps)
    for (const event of happening)
      for (const { name, threshold } of alerting.on(event)) {
        const where = threshold > 1 ? counted : alerts;
        if (!where.has(name)) where.set(name, step);
      }
  const finds = steps.find((step) => (asked.findings ?? []).some((finding) => (finding === EXTERNAL_ACCESS ? step.accessAnalyzer : step.guardDuty)))?.step;
  return { asked, alerts, counted, ...(finds ? { findings: finds } : {}) };
}

/** What is said of a technique on one step: the strongest that holds. */
export type Answer = 'denied' | 'alerted' | 'finding' | 'counted' | 'silent';
export function answerOn({ asked, alerts, counted, findings }: Coverage, step: DetectionStep): Answer {
  const reached = (other: DetectionStep) => DETECTION_STEPS.indexOf(other) <= DETECTION_STEPS.indexOf(step);
  if (asked.deniedBy.length > 0) return 'denied';
  if ([...alerts.values()].some(reached)) return 'alerted';
  if (findings && reached(findings)) return 'finding';
  return [...counted.values()].some(reached) ? 'counted' : 'silent';
}

const DETAIL_TYPES: Readonly<Record<string, string>> = {
  AwsConsoleSignIn: 'AWS Console Sign In via CloudTrail',
  AwsServiceEvent: 'AWS Service Event via CloudTrail',
};
/** A record of CloudTrail as EventBridge delivers it (EventBridge user guide, "AWS service events delivered via AWS CloudTrail"). */
export const eventOf = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  version: '0',
  'detail-type': DETAIL_TYPES[String(record.eventType)] ?? 'AWS API Call via CloudTrail',
  source: `aws.${String(record.eventSource).replace('.amazonaws.com', '')}`,
  account: record.recipientAccountId,
  region: record.awsRegion,
  resources: [],
  detail: record,
});

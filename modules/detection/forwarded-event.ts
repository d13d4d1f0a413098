import type { AlertSeverity } from '../../config/alerts-schema';
import type { DetectionStep } from '../../config/detection-steps';

/** A group of events that every account forwards to the bus of the security account. */
export interface ForwardedEvent {
  /** EventBridge pattern; fewer than 2,048 characters (EventBridge quota). */
  readonly pattern: Readonly<Record<string, unknown>>;
  /** Which attack or mistake it shows. */
  readonly description: string;
  /** Forwarded from this step of the ladder on. */
  readonly step: DetectionStep;
  /** Whom it wakes and what to do first; left out where only a response listens. */
  readonly alert?: {
    readonly severity: AlertSeverity;
    readonly firstStep: string;
    /** What people read first. @default the description, which everybody in the account that forwards can read, too */
    readonly title?: string;
  };
  /** IAM, Organizations, CloudFront and sign-in of root: these reach EventBridge in us-east-1 only. */
  readonly global?: true;
  /** Findings of all accounts appear in the administrator's account; each member's own copy would be a second one. */
  readonly onlySecurity?: true;
  /** Happens in the home region only: what it is about is nowhere else. */
  readonly onlyHome?: true;
  /** Holds Get*, List* or Describe*: such calls reach only rules that ask for all management events. */
  readonly reads?: true;
}

/** A call, as CloudTrail tells EventBridge. */
export const CALL = 'AWS API Call via CloudTrail';
/** For patterns of many services: without a source, what anybody puts on the bus of his own account passes for a call (AWS alone writes `aws.`). */
export const FROM_AWS = [{ prefix: 'aws.' }];
export const prefixes = (...all: readonly string[]) => all.map((prefix) => ({ prefix }));

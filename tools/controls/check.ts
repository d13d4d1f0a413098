import type { DetectionStep } from '../../config/detection-steps';
import type { Estate, Scope } from './estate';

/** One thing that keeps a control from being proven. */
export interface Violation {
  /** Name of the account that it is in. */
  readonly account: string;
  /** `STACK/TYPE.NAME`, or the account where something is missing. */
  readonly at: string;
  readonly what: string;
}

/** The proof of one control of a benchmark, over the synthesized JSON. */
export interface Check {
  /** Number in the benchmark. */
  readonly id: string;
  /** What must hold, in our words. */
  readonly what: string;
  /** Accounts that it judges. */
  readonly scope: Scope;
  /** Lowest step of the detection ladder that has what it looks for. @default native */
  readonly from?: DetectionStep;
  /** About what only the example modules make (docs/modules.md): proven over one of each; in an account without them there is nothing to judge. */
  readonly modules?: true;
  /** Holds when nothing of a kind exists: it finds nothing to judge, and says so. */
  readonly absence?: true;
  /** What the JSON cannot say, or what we decline, and what covers it. */
  readonly rest?: string;
  readonly violations: (estate: Estate) => Violation[] | Promise<Violation[]>;
}

/** Why a control has no check. */
export interface ControlException {
  readonly id: string;
  /** human: done by people. workload: about types that the blueprint never makes. declined: we do otherwise, and say why. */
  readonly kind: 'human' | 'workload' | 'declined';
  readonly reason: string;
  /** workload: the types; an exception whose type the blueprint makes after all is none. */
  readonly types?: readonly string[];
  /** Statement, rule, alarm or runbook. */
  readonly covered: string;
  /** Month in which it was decided. */
  readonly since: string;
}

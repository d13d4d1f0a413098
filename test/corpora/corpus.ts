import type { Call } from '../../tools/can/corpus';
import type { Layer } from '../../tools/can/decide';

/**
 * Rows of the project's own corpora. Names in braces stand for ids of the organization that is evaluated: {prod} and other
 * account names, {organization} for its id. Buckets of the blueprint are written with them: example-corp-prod-state-{prod}.
 */
interface Row {
  /** Unique; says what is done. */
  readonly what: string;
  /** Who: a permission set, a role (/platform/apply), root, admin, a service, or an ARN (arn:aws:iam::{prod}:role/app/web). */
  readonly as: string;
  /** Account of the principal; for services and strangers, of the resource. */
  readonly in: string;
}

export type Tactic = 'privilege escalation' | 'defence evasion' | 'persistence' | 'credential access' | 'exfiltration' | 'impact' | 'lateral movement' | 'cost';

/** What an intruder tries; denied when any of its calls is, by the guardrails alone. */
export interface Attack extends Row {
  readonly tactic: Tactic;
  /** Where the technique is described: a title, and a section where there is one. */
  readonly source: string;
  readonly calls: readonly Call[];
  /** Sids of guardrails that stop it: exactly these. */
  readonly stoppedBy: readonly string[];
}

/** What must go on working, or, as a control, must not. */
export interface Everyday extends Row {
  readonly call: Call;
  readonly expect: 'allow' | 'deny';
  /** Kinds of policies that have a say. Default: service control policies and the principal's own. */
  readonly layers?: readonly Layer[];
}

import type { CloudTrailRecord } from '../support/cloudtrail';

/** Ids of the accounts of an organization by name. */
export type Ids = Readonly<Record<string, string>>;

/** Something that an intruder does, as far as it can be detected. */
export interface Technique {
  readonly what: string;
  readonly tactic: string;
  /** Where it is described. */
  readonly source: string;
  /** Sids of guardrails that stop it (test/corpora/corpora.test.ts proves them for attacks); none where nothing can be denied without harm. */
  readonly deniedBy: readonly string[];
  /** Records of its decisive calls; one that alerts is enough. None: no call tells. */
  readonly records: readonly CloudTrailRecord[];
  /** Events of other kinds that show it. */
  readonly events?: readonly Readonly<Record<string, unknown>>[];
  /** GuardDuty finding types that AWS documents for it (GuardDuty user guide, "GuardDuty finding types"); the anomalous ones depend on what was seen before. */
  readonly findings?: readonly string[];
}

import type { PersonalData } from './personal-data';

/** Where a search goes on that did not come to its end in time. */
export interface Cursor {
  /** Number of the task: regions in order, in each the sources in order. */
  readonly task: number;
  readonly page?: string | undefined;
  /** Digests of what was found in this task so far. */
  readonly seen: readonly string[];
  /** Tasks that failed and are tried once more at the end. */
  readonly failed: readonly number[];
  readonly found: number;
  readonly unreadable: number;
  /** Runs so far. */
  readonly runs: number;
}

/** What the rule hands over, and the function to itself. */
export interface SearchEvent {
  readonly regions: readonly string[];
  readonly personalData: readonly PersonalData[];
  readonly cursor?: Cursor;
}

export const START: Cursor = { task: 0, seen: [], failed: [], found: 0, unreadable: 0, runs: 0 };

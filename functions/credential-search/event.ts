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

/** A record of CloudTrail, as far as it is read: shapes differ from service to service, so ids are looked for wherever they stand. */
export interface Call {
  readonly eventName: string;
  readonly awsRegion: string;
  readonly userIdentity?: { readonly invokedBy?: string } | null;
  readonly requestParameters?: Readonly<Record<string, unknown>> | null;
  readonly responseElements?: Readonly<Record<string, unknown>> | null;
}

/** What the rules hand over, and the function to itself. */
export interface SearchEvent {
  readonly regions: readonly string[];
  readonly personalData: readonly PersonalData[];
  readonly cursor?: Cursor;
  /** Something was made or changed: only that is looked into. */
  readonly call?: Call;
}

export const START: Cursor = { task: 0, seen: [], failed: [], found: 0, unreadable: 0, runs: 0 };

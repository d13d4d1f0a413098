import type { Clients } from './clients';
import type { SearchEvent } from './event';

/** What a search needs besides AWS's answers. */
export interface World {
  readonly account: string;
  readonly home: string;
  readonly clients: (region: string) => Clients;
  /** Milliseconds until AWS Lambda ends the run. */
  readonly remaining: () => number;
  /** Hands the rest to another run. */
  readonly goOn: (event: SearchEvent) => Promise<void>;
  readonly now: () => Date;
  /** Says what is done, never what was found. */
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}

import type { Texts } from './decode';

/** One thing that can hold a text: a variable, a parameter, user data. */
export interface Place {
  /** Type of Security Hub's finding format. */
  readonly type: string;
  /** ARN of the resource. */
  readonly id: string;
  /** What of it, in words. */
  readonly part: string;
  /** undefined: could not be read. */
  readonly texts: Texts | undefined;
}

/** Where to go on, and what was listed. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

/** Account and region that is looked into. */
export interface Where {
  readonly account: string;
  readonly region: string;
}

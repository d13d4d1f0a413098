import type { AccountClients, Clients } from './clients';
import type { Incident } from './incident';
import type { Settings } from './settings';

/** One change, in words and as a call. */
export interface Step {
  readonly words: string;
  readonly act: () => Promise<unknown>;
}

/** What there is to do, read from how things are now; what is done already is no step. */
export interface Plan {
  readonly steps: readonly Step[];
  /** What is left to people: protected, or beyond what a response may do. */
  readonly left: readonly string[];
}

/** How things stand in the account of an incident. */
export interface World {
  readonly incident: Incident;
  readonly settings: Settings;
  readonly clients: Clients;
  /** Clients in the incident's account and region; the role is assumed at the first use. */
  readonly here: () => Promise<AccountClients>;
}

export const nothing = (...left: string[]): Plan => ({ steps: [], left });
export const step = (words: string, act: Step['act']): Plan => ({ steps: [{ words, act }], left: [] });
export const joined = (...plans: readonly Plan[]): Plan => ({ steps: plans.flatMap(({ steps }) => steps), left: plans.flatMap(({ left }) => left) });

import type { Estate } from './estate';
import type { Verdict } from './evaluate';

/** How many controls of a benchmark are proven, and how. */
export interface Score {
  readonly proven: number;
  readonly excepted: number;
  readonly open: number;
  readonly violated: number;
}

export type Result = 'proven' | 'exception' | 'open' | 'violated';
export const resultOf = ({ open, exception, violations, configured = [] }: Verdict): Result => {
  if (violations.length > 0 || configured.length > 0) return open ? 'open' : 'violated';
  return exception ? 'exception' : 'proven';
};

export function scoreOf(verdicts: readonly Verdict[]): Score {
  const count = (wanted: Result) => verdicts.filter((verdict) => resultOf(verdict) === wanted).length;
  return { proven: count('proven'), excepted: count('exception'), open: count('open'), violated: count('violated') };
}

/** Of one account as configured: controls that judge it at its step of the ladder, and those that hold there. */
export function scoreIn(account: string, verdicts: readonly Verdict[], estate: Estate): { readonly proven: number; readonly judged: number } {
  const judged = verdicts.filter(({ check, configured }) => check && configured && estate.accounts(check.scope).some(({ name }) => name === account));
  return { judged: judged.length, proven: judged.filter(({ configured = [] }) => !configured.some((one) => one.account === account)).length };
}

/** Controls in the list of open ones that hold by now. */
export const closed = (verdicts: readonly Verdict[]): string[] =>
  verdicts.filter((verdict) => verdict.open && !verdict.sameAs && resultOf(verdict) !== 'open').map(({ id }) => id);

/** Lines of what is wrong: `ID PATH: what`. */
export const violationLines = (verdicts: readonly Verdict[]): string[] =>
  verdicts
    .filter((verdict) => resultOf(verdict) === 'violated' && !verdict.sameAs)
    .flatMap(({ id, violations, configured = [] }) => [...new Set([...violations, ...configured].map(({ at, what }) => `${id} ${at}: ${what}`))]);

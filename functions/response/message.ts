import type { Incident } from './incident';
import type { Status } from './ledger';

const HEADLINES: Readonly<Partial<Record<Status, string>>> = {
  planned: 'DRY RUN, nothing was changed',
  waiting: 'WAITS FOR APPROVAL',
  done: 'DONE',
  left: 'LEFT TO PEOPLE',
  rejected: 'REJECTED',
  failed: 'FAILED',
};

/** What people are told: what happened, what was or would be done, what is left to them, and how to go on. */
export function message(
  { id, family, account, region, reason, at }: Incident,
  status: Status,
  words: readonly string[],
  left: readonly string[],
): { Subject: string; Message: string } {
  const list = (title: string, lines: readonly string[]) => (lines.length > 0 ? [`${title}:`, ...lines.map((line) => `  - ${line}`)] : []);
  return {
    Subject: `${HEADLINES[status] ?? status}: ${family} in ${account}`.slice(0, 100), // Amazon SNS limit
    Message: [
      `${HEADLINES[status] ?? status}: response to ${family} in account ${account}, ${region}`,
      `Reported as ${reason} at ${at}`,
      ...list(status === 'done' ? 'Done' : 'To be done', words),
      ...list('Left to people', left),
      ...(status === 'waiting'
        ? [
            `Approve: npm run respond -- approve ${id}`,
            `Reject:  npm run respond -- reject ${id}`,
            'Either needs the permission set SecurityAdmin in the security account.',
          ]
        : []),
      `Incident ${id}; how to undo it: docs/runbooks/respond.md`,
    ].join('\n'),
  };
}

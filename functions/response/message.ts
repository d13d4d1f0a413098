import type { Incident } from './incident';
import type { Status } from './ledger';
import { plain } from './text';

/** A key of an object has 1,024 bytes, a group up to 1,000 rules; a message of Amazon SNS 256 KB. All of it stands in the ledger. */
const LONGEST_LINE = 16_000;
const MOST_LINES = 60;
const LONGEST_MESSAGE = 80_000;

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
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0
      ? [
          `${title}:`,
          ...lines.slice(0, MOST_LINES).map((line) => `  - ${plain(line, LONGEST_LINE)}`),
          ...(lines.length > MOST_LINES ? [`  - and ${lines.length - MOST_LINES} more, which stand in the table platform-response`] : []),
        ]
      : [];
  return {
    Subject: `${HEADLINES[status] ?? status}: ${family} in ${account}`.slice(0, 100), // Amazon SNS limit
    Message: [
      `${HEADLINES[status] ?? status}: response to ${family} in account ${account}, ${region}`,
      `Reported as ${plain(reason, 200)} at ${plain(at, 40)}`,
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
    ]
      .join('\n')
      .slice(0, LONGEST_MESSAGE),
  };
}

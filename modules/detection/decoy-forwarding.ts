import type { Account, Blueprint } from '../../config/blueprint';
import { decoyNames } from '../../lib/decoy-names';
import { decoyEvents } from './decoy-events';
import type { ForwardedEvent } from './forwarded-events';

const RUNBOOK = 'Nobody honest does this: follow docs/runbooks/decoy-touched.md at once';
/** What whoever lists the rules of an account may read. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  use: 'Use of what has few users',
  read: 'Reads of secrets that have few readers',
  object: 'Reads of buckets that have few readers',
  change: 'Changes of what changes by pipelines only',
  lookup: 'Look-ups of names that have few users',
};

/** Groups of events about the decoys of an account: the name of each ends in the account's, because their patterns differ. */
export function decoyForwarding(blueprint: Blueprint, account: Account): Readonly<Record<string, ForwardedEvent>> {
  const groups = decoyEvents(decoyNames(blueprint, account), account.id);
  return Object.fromEntries(
    Object.entries(groups).map(([group, pattern]): [string, ForwardedEvent] => [
      `sensitive-${group}-${account.name}`,
      {
        description: DESCRIPTIONS[group] as string,
        step: 'deception',
        pattern: { account: [account.id], ...pattern },
        ...(group === 'use' || group === 'change' ? {} : { onlyHome: true }),
        reads: true,
        alert: { severity: 'critical', firstStep: RUNBOOK },
      },
    ]),
  );
}

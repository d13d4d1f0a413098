import type { Account, Blueprint } from '../../config/blueprint';
import { type DecoyNames, decoyNames } from '../../lib/decoy-names';
import { decoyEvents } from './decoy-events';
import { decoysOf } from './decoy-filters';
import type { ForwardedEvent } from './forwarded-event';

/** How the names of groups of such events begin; they do not say what they are about. */
export const DECOY_GROUP = 'sensitive-';

const RUNBOOK = 'Nobody honest does this: follow docs/runbooks/decoy-touched.md at once';

/** What whoever lists the rules of an account may read. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  use: 'Use of what has few users',
  read: 'Reads of secrets that have few readers',
  object: 'Reads of buckets that have few readers',
  change: 'Changes of what changes by pipelines only',
  lookup: 'Look-ups of names that have few users',
};

/** What people of the security team read; nobody else does. */
const titles = (account: string, { role, parameter, workload }: DecoyNames): Readonly<Record<string, string>> => ({
  use: `A decoy of ${account} was used: its role ${role}, its parameter ${parameter}${workload ? ` or the key of its user ${workload.user}` : ''}`,
  read: `The decoy secret of ${account} was read: ${workload?.secret}`,
  object: `The decoy bucket of ${account} was listed or read: ${workload?.bucket}`,
  change: `A decoy of ${account} was changed: its role ${role}${workload ? `, user ${workload.user}, secret ${workload.secret} or bucket ${workload.bucket}` : ''}`,
  lookup: `The decoy host name of ${account} was looked up: ${workload?.domain}`,
});

/** Groups of events about the decoys of an account: the name of each ends in the account's, because their patterns differ. */
export function decoyForwarding(blueprint: Blueprint, account: Account): Readonly<Record<string, ForwardedEvent>> {
  const names = decoyNames(blueprint, account);
  const groups = decoyEvents(names, account.id);
  return Object.fromEntries(
    Object.entries(groups).map(([group, pattern]): [string, ForwardedEvent] => [
      `${DECOY_GROUP}${group}-${account.name}`,
      {
        description: DESCRIPTIONS[group] as string,
        step: 'deception',
        pattern: { account: [account.id], ...pattern },
        ...(group === 'use' || group === 'change' ? {} : { onlyHome: true }),
        reads: true,
        alert: { severity: 'critical', firstStep: RUNBOOK, title: titles(account.name, names)[group] as string },
      },
    ]),
  );
}

/** Those of all accounts, for whoever is told in the security account. */
export const decoysForwarded = (blueprint: Blueprint): Readonly<Record<string, ForwardedEvent>> =>
  Object.assign({}, ...decoysOf(blueprint).map(({ account }) => decoyForwarding(blueprint, account)));

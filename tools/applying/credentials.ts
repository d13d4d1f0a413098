import type { StateEntry } from '../../lib/apply-order';

/** Variable that names the AWS profile of an account: log-archive -> AWS_PROFILE_LOG_ARCHIVE. */
export const profileVariable = (account: string): string => `AWS_PROFILE_${account.toUpperCase().replaceAll('-', '_')}`;

/** Environment of terraform for an account: its own profile where one is named, else the credentials that are there. */
export function credentialsFor(account: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const profile = env[profileVariable(account)];
  if (!profile) return env;
  const { AWS_ACCESS_KEY_ID: _id, AWS_SECRET_ACCESS_KEY: _secret, AWS_SESSION_TOKEN: _token, ...rest } = env; // they would win over a profile
  return { ...rest, AWS_PROFILE: profile };
}

export interface Selection {
  readonly entries: readonly StateEntry[];
  /** Why others are left out, a line each. */
  readonly skipped: readonly string[];
  /** Where `--all` stops because the next account has no credentials of its own. */
  readonly stop?: string;
}

/** What `--all` works on, in apply order. */
export function selectAll(order: readonly StateEntry[], includeState: boolean, env: NodeJS.ProcessEnv): Selection {
  const skipped: string[] = [];
  const entries: StateEntry[] = [];
  for (const entry of order) {
    const { id, account, bootstrap } = entry;
    if (bootstrap && !includeState) continue;
    if (account.status === 'suspended' || account.status === 'retired') {
      skipped.push(`${id}: skipped, its account is ${account.status}`);
      continue;
    }
    const previous = entries.at(-1);
    if (previous && previous.account.name !== account.name && !env[profileVariable(account.name)]) {
      return {
        entries,
        skipped,
        stop: `${id}: belongs to account ${account.name}, the credentials at hand are those of ${previous.account.name}; set ${profileVariable(account.name)} to a profile of that account`,
      };
    }
    entries.push(entry);
  }
  return { entries, skipped };
}

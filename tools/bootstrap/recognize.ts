/** A Terraform state as far as bootstrap looks at it. */
export interface StateDigest {
  /** Addresses of managed resources, sorted. */
  readonly addresses: readonly string[];
}

/** What bootstrap finds when it starts: each combination is a place where it may have been killed. */
export interface Situation {
  /** State in the work folder. */
  readonly local?: StateDigest;
  /** State in the bucket. */
  readonly remote?: StateDigest;
  readonly bucketExists: boolean;
  /** Addresses that were about to migrate, written just before; without it no migration has begun. */
  readonly migrating?: readonly string[];
}

export type Step =
  /** First run, or killed while applying: apply with the local backend, then migrate. */
  | { readonly step: 'apply-locally' }
  /** Applied, and killed before or within the migration: migrate. */
  | { readonly step: 'migrate' }
  /** Migrated, and killed before the work folder was removed. */
  | { readonly step: 'clean-up' }
  /** Bootstrapped before: an ordinary plan and apply. */
  | { readonly step: 'apply-remotely' }
  | { readonly step: 'refuse'; readonly reason: string };

/** What to do next. Never overwrites a remote state that the local one does not precede. */
export function recognize({ local, remote, bucketExists, migrating }: Situation): Step {
  if (!local && !remote) {
    return bucketExists
      ? {
          step: 'refuse',
          reason:
            'the bucket exists, but no state knows it; restore the state from a version of the bucket, or import the resources by hand (docs/runbooks/bootstrap.md)',
        }
      : { step: 'apply-locally' };
  }
  if (!local) return { step: 'apply-remotely' };
  if (!remote) return migrating && same(migrating, local.addresses) ? { step: 'migrate' } : { step: 'apply-locally' };
  if (!migrating) {
    return {
      step: 'refuse',
      reason: 'a local and a remote state exist, and no migration had begun; the remote one counts: move the work folder away and run the command again',
    };
  }
  if (contains(remote.addresses, migrating)) return { step: 'clean-up' };
  if (remote.addresses.length === 0) return { step: 'migrate' };
  return {
    step: 'refuse',
    reason: `the remote state has ${remote.addresses.length} resources, ${migrating.length} were to migrate; somebody else wrote it: compare both before anything is overwritten`,
  };
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((entry, index) => entry === b[index]);
const contains = (all: readonly string[], some: readonly string[]) => some.every((entry) => all.includes(entry));

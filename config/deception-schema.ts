import { z } from 'zod';

/** An IAM name (IAM user guide, "IAM and AWS STS quotas"). */
const iamName = z.string().regex(/^[\w+=,.@-]{1,64}$/, 'must be 1 to 64 letters, digits or +=,.@_-');

/** Names of an account's decoys that take the place of derived ones. */
export const decoyNames = z.strictObject({
  role: iamName.optional(),
  user: iamName.optional(),
  secret: z
    .string()
    .regex(/^[\w/+=.@-]{1,128}$/, 'must be 1 to 128 letters, digits or /_+=.@-')
    .optional(),
  /** What stands between the environment's name and the account's id in the bucket's name. */
  bucket: z
    .string()
    .regex(/^[a-z][a-z0-9]{2,7}$/, 'must be 3 to 8 lower-case letters and digits, and begin with a letter')
    .optional(),
  parameter: z
    .string()
    .regex(/^(\/[\w.-]{1,32}){2,6}$/, 'must be a path of 2 to 6 parts such as /prod/ledger/password')
    .optional(),
  domain: z
    .string()
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain that nobody looks up, such as db.ledger.example.internal')
    .optional(),
});

/** Decoys of step `deception` (docs/deception.md). */
export const deception = z.strictObject({
  /**
   * What names are derived from. Whoever knows this text and this code knows the decoys: choose one that only readers of this
   * repository know. Changing it replaces every decoy. Default: the organization's name.
   */
  seed: z.string().min(8, 'must have at least 8 characters').max(64, 'must have at most 64 characters').optional(),
  /** Account -> names that fit better than derived ones. */
  names: z.record(z.string(), decoyNames).default({}),
});

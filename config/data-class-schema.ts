import { z } from 'zod';
import { permissionSet } from './access-schema';
import { region } from './fields';

const role = z
  .string()
  .regex(
    /^([\w+=,.@-]+\/)*([\w+=,.@-]{1,64}|\*)$/,
    'must be the path and name of a role, such as app/orders, or a path that ends in /*, such as app/*; without a leading slash',
  )
  // A wildcard alone would name every role of the account, the administrators' own among them.
  .refine((name) => name !== '*', 'must begin with a path; name the roles, such as app/*');

/** Permission sets and roles, by path and name, of the account that the key is in. */
const principals = z.strictObject({
  permissionSets: z.array(permissionSet).default([]),
  roles: z.array(role).default([]),
});

/** A role of applications by path and name. */
const applicationRole = z
  .string()
  .regex(/^([\w+=,.@-]+\/)+[\w+=,.@-]{1,64}$/, 'must be the path and name of one role, such as app/customers, without a wildcard');

/** A table whose columns the application encrypts itself, so that who reads the database reads nothing (docs/data-in-use.md). */
const encryptedTable = z.strictObject({
  /** Its name in the encryption context: letters, digits, - and _, at most 40. */
  table: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'must begin with a letter and have at most 40 lower-case letters, digits, - or _'),
  /** Roles that read and write its columns. */
  roles: z.array(applicationRole).min(1, 'must name at least one role'),
  /** Roles that write only. Default none. */
  writers: z.array(applicationRole).default([]),
});

export const dataClass = z.strictObject({
  /** Holds data about people: its keys open for named users only, and Macie must not find such data elsewhere. */
  pii: z.boolean(),
  /** Days that backups and logs of this class are kept, 1 to 3653. */
  retentionDays: z.number().int('must be a whole number').min(1, 'must be at least 1').max(3653, 'must be at most 3653 (ten years)'),
  /** Regions besides home that get a key of this class: 1 USD a month each and environment. Default none. To give one up: `{ region, status: 'retired' }`. */
  additionalRegions: z
    .array(z.union([region, z.strictObject({ region, status: z.enum(['active', 'retired']) })], 'must be a region, or { region, status }'))
    .default([]),
  /**
   * One multi-Region key with replicas in additionalRegions, so that what one region encrypted the other decrypts (global tables,
   * failover), instead of a key of its own in each. Choose before the first apply: AWS cannot change it. Default false.
   */
  multiRegion: z.boolean().default(false),
  /** Who administers the keys, besides the apply role and break-glass, which always do. They never use them. Default the permission set KeyAdmin. */
  administrators: principals.default({ permissionSets: ['KeyAdmin'], roles: [] }),
  /**
   * Who uses the keys, always through AWS services. `account`: whoever the account's own policies let use the service; not for
   * customer data and not for PII. Default: roles under guardrails.applicationPaths for customer data and PII, else `account`.
   */
  users: z.union([z.literal('account'), principals], "must be 'account', or { permissionSets, roles }").optional(),
  /** Tables with encrypted columns: their roles call AWS KMS themselves, bound by the encryption context. Default none; at most 10. */
  columnEncryption: z.array(encryptedTable).max(10, 'must list at most 10 tables (size of a key policy)').default([]),
});

export const dataClasses = z.strictObject({
  /** What customers entrusted to us. */
  customer: dataClass,
  /** What applications make and need themselves. */
  application: dataClass,
  /** Logs, metrics, deployment artefacts. */
  operational: dataClass,
  /** State, images, configuration of the platform. */
  infrastructure: dataClass,
});

/** Customer data and data about people: their keys open for named users only. */
export const isSensitive = (name: string, { pii }: { readonly pii: boolean }): boolean => pii || name === 'customer';

export type KeyPrincipals = z.output<typeof principals>;

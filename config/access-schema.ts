import { z } from 'zod';

/** The permission sets that modules/account/permission-sets.ts knows. */
export const PERMISSION_SETS = [
  'PlatformAdmin',
  'Developer',
  'DeveloperReadOnly',
  'SecurityAdmin',
  'SecurityAuditor',
  'NetworkAdmin',
  'KeyAdmin',
  'Billing',
] as const;
export type PermissionSetName = (typeof PERMISSION_SETS)[number];
const permissionSet = z.enum(PERMISSION_SETS);

export const access = z.strictObject({
  /** Identity Center groups: name -> what its members do. `managed`: made here; membership stays with your identity people. */
  groups: z.record(
    z.string().regex(/^[\w+=,.@ -]{1,128}$/, 'must be 1 to 128 letters, digits, spaces or +=,.@_-'),
    z.string().min(1, 'must not be empty').max(1024, 'must have at most 1024 characters'),
  ),
  /** Session length in hours, 1 to 12. Default: 1 for administrators, 4 for developers, 8 for readers. */
  sessionHours: z.partialRecord(permissionSet, z.number().int('must be a whole number').min(1, 'must be at least 1').max(12, 'must be at most 12')).default({}),
  /** Access Analyzer reports roles, users and permissions that nobody uses: 0.20 USD a month for each role and user of all accounts. */
  unusedAccess: z
    .strictObject({
      /** Default true. */
      enabled: z.boolean().default(true),
      /** Days without use until access is reported, 1 to 365. Default 90. */
      days: z.number().int('must be a whole number').min(1, 'must be at least 1').max(365, 'must be at most 365').default(90),
    })
    .default({ enabled: true, days: 90 }),
  /** Who gets which permission set in which accounts. */
  assignments: z
    .array(
      z.strictObject({
        group: z.string(),
        permissionSet,
        /** Account names: management, log-archive, security, or environments. */
        accounts: z.array(z.string()).min(1, 'must name at least one account'),
      }),
    )
    .min(1, 'must hold at least one assignment'),
});

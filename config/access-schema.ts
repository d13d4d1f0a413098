import { z } from 'zod';
import { groupName } from './fields';

/** The permission sets that modules/account/identity-center-permission-sets.ts makes, one for each job. */
export const PERMISSION_SETS = [
  'PlatformAdmin',
  'Developer',
  'DeveloperOperator',
  'DeveloperReadOnly',
  'SecurityAdmin',
  'SecurityAuditor',
  'NetworkAdmin',
  'KeyAdmin',
  'Billing',
  'OrganizationAdmin',
  'OrganizationAuditor',
] as const;
export type PermissionSetName = (typeof PERMISSION_SETS)[number];
export const permissionSet = z.enum(PERMISSION_SETS, `must be one of ${PERMISSION_SETS.join(', ')}`);

const groups = z.strictObject({
  /** managed: groups are made here, their members stay with your identity people. scim: your identity provider makes them, here they are looked up by name. */
  source: z.enum(['managed', 'scim']).default('managed'),
  /** Display name of each group -> what its members do. */
  names: z.record(groupName, z.string().min(1, 'must not be empty').max(1024, 'must have at most 1024 characters')),
  /** Groups that were made here and no longer are: they leave the state and stay in Identity Center. docs/runbooks/scim-groups.md */
  retired: z.array(groupName).default([]),
});

/** Narrows one permission set; a preset or "no limit" stands for what is left out. */
const limits = z.strictObject({
  /** Session length in hours, 1 to 12. Preset: 1 for administrators, 4 for developers and billing, 8 for readers. */
  sessionHours: z.number().int('must be a whole number').min(1, 'must be at least 1').max(12, 'must be at most 12').optional(),
  /** Regions in which the set works. Default: all that are enabled. Global services such as IAM answer in us-east-1 only. */
  regions: z.array(z.string()).min(1, 'must list at least one region').optional(),
  /** Services that the set may use, as IAM prefixes such as s3; narrows what the set allows, never widens it. Default: no limit. */
  services: z
    .array(z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be an IAM service prefix such as s3 or dynamodb, without a colon'))
    .min(1, 'must list at least one service')
    .optional(),
});

/** What Identity Center had before, for import: making it again fails with ConflictException. */
const existing = z.strictObject({
  /** Attributes for access control were switched on. */
  attributes: z.boolean().default(false),
  /** Display name of a group in `names` -> its id. */
  groups: z
    .record(groupName, z.string().regex(/^([0-9a-f]{10}-)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, 'must be a group id (a UUID)'))
    .default({}),
  /** Permission set of the same name -> its ARN. */
  permissionSets: z
    .partialRecord(permissionSet, z.string().regex(/^arn:aws:sso:::permissionSet\/(sso)?ins-[\w.-]{16}\/ps-[\w.-]{16}$/, 'must be the ARN of a permission set'))
    .default({}),
});

/** Who may sign in, as what, where and for how long. */
export const access = z.strictObject({
  groups,
  permissionSets: z.partialRecord(permissionSet, limits).default({}),
  /**
   * Session tags for attribute-based access control: key -> attribute of the person (aws:PrincipalTag/KEY in policies).
   * Take only attributes that people cannot change themselves. `{}` switches it off.
   */
  attributes: z
    .record(
      z.string().regex(/^[\p{L}\p{N} _.:/=+\-@]{1,128}$/u, 'must be 1 to 128 letters, digits, spaces or _.:/=+-@'),
      z.string().regex(/^\$\{(path|dir|user):[^{}]{1,240}\}$/, 'must name an attribute of the identity source, such as ${path:enterprise.department}'),
    )
    .default({ Team: '${path:enterprise.department}', CostCenter: '${path:enterprise.costCenter}' }),
  /** Production environments, or log-archive, in which people may hold PlatformAdmin (AdministratorAccess). Default none: break-glass is for emergencies. */
  acknowledgeAdministratorIn: z.array(z.string()).default([]),
  existing: existing.default({ attributes: false, groups: {}, permissionSets: {} }),
  /** Access Analyzer reports roles, users and permissions that nobody uses: 0.20 USD a month for each role and user of all accounts. */
  unusedAccess: z
    .strictObject({
      /** Default true. */
      enabled: z.boolean().default(true),
      /** Days without use until access is reported, 1 to 365. Default 45, as the CIS benchmark asks. */
      days: z.number().int('must be a whole number').min(1, 'must be at least 1').max(365, 'must be at most 365').default(45),
    })
    .default({ enabled: true, days: 45 }),
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

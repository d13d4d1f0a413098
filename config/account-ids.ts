import { z } from 'zod';
import { accountId } from './fields';

/** accounts.json beside the configuration: ids that came out of console step 0 and of applies. Format: docs/architecture.md. */
export const accountIds = z.strictObject({
  organization: z
    .strictObject({
      id: z.string().regex(/^o-[a-z0-9]{10,32}$/, 'must be an organization id such as o-exampleorgid'),
      rootId: z.string().regex(/^r-[0-9a-z]{4,32}$/, 'must be a root id such as r-exam'),
      managementAccountId: accountId.optional(),
    })
    .optional(),
  identityCenter: z
    .strictObject({
      instanceArn: z.string().regex(/^arn:aws:sso:::instance\/(sso)?ins-[a-zA-Z0-9.-]{16}$/, 'must be the ARN of an Identity Center instance'),
      identityStoreId: z.string().regex(/^d-[0-9a-f]{10}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be an identity store id such as d-1234567890'),
    })
    .optional(),
  /** Account name -> id. */
  accounts: z.record(z.string(), accountId).default({}),
  /** Path of an organizational unit, such as workloads/prod -> id. */
  organizationalUnits: z.record(z.string(), z.string().regex(/^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/, 'must be the id of an organizational unit')).default({}),
});
export type AccountIds = z.output<typeof accountIds>;
export const EMPTY_ACCOUNT_IDS: AccountIds = { accounts: {}, organizationalUnits: {} };

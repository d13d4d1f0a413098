import { z } from 'zod';

/** Backups that the account's own administrators cannot delete. */
export const backup = z.strictObject({
  lock: z
    .strictObject({
      /** GOVERNANCE: break-glass may take the lock away. COMPLIANCE: after the days of grace nobody can, AWS included, and every backup is paid to its end. */
      mode: z.enum(['GOVERNANCE', 'COMPLIANCE']).default('GOVERNANCE'),
      /** Days in which a COMPLIANCE lock may still be changed, 3 to 36500 (AWS Backup quota). */
      graceDays: z.number().int('must be a whole number').min(3, 'must be at least 3').max(36500, 'must be at most 36500').default(14),
      /** Must be true for COMPLIANCE. */
      acknowledgeIrreversible: z.boolean().default(false),
      /** No backup is kept shorter, 1 to 3653 days; no class may keep its data shorter. */
      minRetentionDays: z.number().int('must be a whole number').min(1, 'must be at least 1').max(3653, 'must be at most 3653 (ten years)').default(7),
    })
    .prefault({}),
  /**
   * Account that keeps a second copy of each backup: the log archive, or `backup`, an account of its own (accounts.backup). Default none;
   * a copy is billed as the first, about 0.05 USD a GB and month.
   */
  copyTo: z.enum(['log-archive', 'backup']).optional(),
});

import { z } from 'zod';
import { accountId } from './fields';

/** What the security account's services check and accept, from step `correlated` on. */
export const securityServices = z.strictObject({
  /** Version of the CIS AWS Foundations Benchmark that Security Hub checks; the newest that it has. Default 5.0.0. */
  cisBenchmark: z.enum(['5.0.0', '3.0.0', '1.4.0']).default('5.0.0'),
  /** Controls of Security Hub that stay off in all accounts, besides those of the blueprint. Default none. */
  disabledControls: z
    .array(
      z.strictObject({
        control: z.string().regex(/^[A-Za-z0-9]+\.\d{1,3}$/, 'must be the id of a control such as EC2.8'),
        reason: z.string().min(20, 'must say in 20 characters or more why nobody needs the control'),
      }),
    )
    .default([]),
  /**
   * Whether Amazon Inspector reads the code of functions, besides their packages, where AWS offers it: about 0.60 USD a function and month on
   * top of 0.30. AWS keeps what it finds with a few lines of the code. Default true.
   */
  functionCodeScanning: z.boolean().default(true),
  /** Packs of AWS Config rules in every account: names of files of rules/conformance without `.json`, [] for none. Default all. */
  conformancePacks: z.union([z.literal('all'), z.array(z.string())], "must be 'all', or a list of files of rules/conformance").default('all'),
  /** Products that send findings in the AWS Security Finding Format; some cost money at their vendor. Default none. */
  thirdPartyProducts: z
    .array(
      z.strictObject({
        /** The vendor's account in the product's ARN (Security Hub user guide, "Available third-party partner product integrations"). */
        account: accountId,
        product: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be the company and product of its ARN, such as crowdstrike/crowdstrike-falcon'),
      }),
    )
    .default([]),
});

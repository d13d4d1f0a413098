import { z } from 'zod';
import { cidrBlock } from './fields';

const whole = (min: number, max: number) => z.number().int('must be a whole number').min(min, `must be at least ${min}`).max(max, `must be at most ${max}`);

/** Indicators, saved queries and baselines (docs/hunting.md); all of it from step `hunting` on. */
export const hunting = z.strictObject({
  /** Gigabytes that one query may read before Athena stops it, 1 to 10,000; Athena bills 5 USD a terabyte. Default 100. */
  queryLimitGigabytes: whole(1, 10_000).default(100),
  /** Days until results of queries are deleted, 1 to 400. Default 30. */
  resultDays: whole(1, 400).default(30),
  /** Public IPv4 networks about which GuardDuty keeps silent, such as a contracted penetration test's. Default none. */
  trustedNetworks: z.array(cidrBlock).max(2000, 'must list at most 2000 networks (GuardDuty quota)').default([]),
  /** Must be true when trustedNetworks lists any: GuardDuty then makes no findings about them, for attackers there neither. */
  acknowledgeSilence: z.boolean().default(false),
});

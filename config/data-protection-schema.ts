import { z } from 'zod';

/** A kind of data of our own (a contract number): looked for by Macie in buckets and masked by CloudWatch Logs. */
export const dataIdentifier = z.strictObject({
  /** Letters, digits, - and _, at most 40. */
  name: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be 1 to 40 letters, digits, - or _'),
  /** At most 200 characters, what both services take: no groups, look-around or back references (Amazon Macie and CloudWatch Logs user guides). */
  regex: z.string().min(1, 'must not be empty').max(200, 'must have at most 200 characters'),
  /** Words near the match, which Macie wants to see: 3 to 90 characters each, at most 50. */
  keywords: z
    .array(z.string().min(3, 'must have at least 3 characters').max(90, 'must have at most 90 characters'))
    .max(50, 'must hold at most 50 words')
    .default([]),
});

/** Where personal data must not be, it is looked for and masked. */
export const dataProtection = z.strictObject({
  /** At most 10 (CloudWatch Logs quota for each policy). */
  identifiers: z.array(dataIdentifier).max(10, 'must hold at most 10 identifiers').default([]),
  /** Masks credentials and personal data in all log groups of the environments: 0.12 USD a GB that is logged (us-east-1, from memory). */
  masking: z.enum(['off', 'on']).default('on'),
  /** How often Macie searches the classes without personal data, from step `correlated` on: 1 USD a GB that is read, 0.10 a month for each bucket (Macie pricing, us-east-1). */
  search: z.enum(['off', 'weekly', 'monthly']).default('monthly'),
  /** Percent of the objects that a search reads, 1 to 100. */
  samplingPercentage: z.number().int('must be a whole number').min(1, 'must be at least 1').max(100, 'must be at most 100').default(5),
});

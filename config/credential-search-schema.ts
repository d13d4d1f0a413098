import { z } from 'zod';
import { PERSONAL_DATA } from '../functions/credential-search/personal-data';

/** What is looked for in user data, variables and parameters of running workloads besides credentials, from step `correlated` on (docs/credential-search.md). */
export const credentialSearch = z.strictObject({
  /** Personal data that can be told from other numbers. Default: cards and bank accounts, which have check digits. */
  personalData: z.array(z.enum(PERSONAL_DATA)).default(['payment-card', 'iban']),
});

import { assign, type ManagementPolicy, SEALED } from '../management-policy';

/**
 * AI services of AWS may keep what they are given, in other regions too, to improve themselves: customers' data would leave
 * its class without anybody having sent it anywhere. Opted out for every service, those to come included; no unit opts in again.
 */
export const aiOptOut = (): ManagementPolicy => ({
  services: { ...SEALED, default: { ...SEALED, opt_out_policy: { ...SEALED, ...assign('optOut') } } },
});

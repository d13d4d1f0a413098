import { z } from 'zod';
import { usd } from './fields';

/** Policy -> in how many regions it stands: web ACLs and Shield also for CloudFront, which is us-east-1's. */
export const FIREWALL_MANAGER_POLICIES = { waf: 2, 'security-groups': 1, shield: 2, 'network-firewall': 1, 'dns-firewall': 1 } as const;
export type FirewallManagerPolicy = keyof typeof FIREWALL_MANAGER_POLICIES;

/** US dollars a month for each policy and region (AWS price list, AWSFMS, read 2026-11); AWS Config and what policies make come on top. */
export const FIREWALL_MANAGER_POLICY_USD = 100;
export const firewallManagerUsd = (policies: readonly FirewallManagerPolicy[]): number =>
  FIREWALL_MANAGER_POLICY_USD * policies.reduce((sum, policy) => sum + FIREWALL_MANAGER_POLICIES[policy], 0);

/** Firewall Manager in the security account: sees what stands in workload accounts without the protection that environments give themselves. */
export const firewallManager = z.strictObject({
  /** audit reports; enforce also gives web ACLs and DNS rules to what has none. Everything else is only ever reported. Default off. */
  mode: z.enum(['off', 'audit', 'enforce']).default('off'),
  /** Each costs 100 USD a month and region. Default web ACLs (load balancers and APIs at home, CloudFront) and security groups. */
  policies: z
    .array(z.enum(Object.keys(FIREWALL_MANAGER_POLICIES) as [FirewallManagerPolicy, ...FirewallManagerPolicy[]]))
    .min(1, 'must list at least one policy')
    .default(['waf', 'security-groups']),
  /** Must be the price of these policies a month: says that you have seen it. */
  acknowledgeMonthlyCostUsd: usd.optional(),
});

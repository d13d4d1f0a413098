/** How much of rules/ioc an account and region holds all in all, read 2026-11; AWS raises both on request. How much one list holds is among LIMITS. */
export const INDICATOR_LIMITS = {
  /** Route 53 Resolver DNS Firewall: domains in all lists together (developer guide, "Quotas on Route 53"; from memory). */
  domains: 100_000,
  /** AWS WAF: IP sets (developer guide, "AWS WAF quotas"). */
  ipSets: 100,
} as const;

/** Units that every organization gets; a workload environment adds `workloads/NAME`. Depth stays below 5 (quota). */
export const FIXED_UNITS = ['onboarding', 'security', 'infrastructure', 'workloads', 'sandbox', 'suspended', 'policy-staging'] as const;

/** Where an account sits when it is active. */
export function unitOf(accountName: string): string {
  if (accountName === 'management') return '';
  if (['log-archive', 'security', 'backup'].includes(accountName)) return 'security';
  if (accountName === 'network') return 'infrastructure';
  return `workloads/${accountName}`;
}

/** Where an account sits now: newcomers in onboarding, suspended and retired ones where everything is denied. */
export function currentUnitOf(account: { status: string; organizationalUnit: string }): string {
  if (account.status === 'onboarding') return 'onboarding';
  return account.status === 'active' ? account.organizationalUnit : 'suspended';
}

import { MANAGED_GROUPS } from '../../config/waf-managed-groups';

/** What a policy says to the service behind it, in the form of SecurityServicePolicyData (AWS Firewall Manager API reference, read 2026-11). */
export type ManagedServiceData = Readonly<Record<string, unknown>> & { readonly type: string };

/** A web ACL with AWS's groups for what has none. An association that an account made stays: its web ACL has rate limits, virtual patches and logs that ours lacks. */
export const webAcl: ManagedServiceData = {
  type: 'WAFV2',
  preProcessRuleGroups: MANAGED_GROUPS.map((name) => ({
    ruleGroupArn: null,
    overrideAction: { type: 'NONE' },
    managedRuleGroupIdentifier: { version: null, vendorName: 'AWS', managedRuleGroupName: name },
    ruleGroupType: 'ManagedRuleGroup',
    excludeRules: [],
    sampledRequestsEnabled: true,
  })),
  postProcessRuleGroups: [],
  defaultAction: { type: 'ALLOW' },
  overrideCustomerWebACLAssociation: false,
  loggingConfiguration: null,
  sampledRequestsEnabledForDefaultActions: true,
  // A web ACL costs 5 USD a month and 1 for each group: only where something stands behind it.
  optimizeUnassociatedWebACL: true,
};

/** Groups that nothing uses: the next instance is put into one because it is there, and whatever it lets in. Two that say the same are no finding. */
export const securityGroups: ManagedServiceData = {
  type: 'SECURITY_GROUPS_USAGE_AUDIT',
  deleteUnusedSecurityGroups: true,
  coalesceRedundantSecurityGroups: false,
};

/** Load balancers, addresses and distributions that nobody protects although the organization pays for it. */
export const shield: ManagedServiceData = { type: 'SHIELD_ADVANCED', optimizeUnassociatedWebACL: true };

/** VPCs through which traffic passes unseen. */
export const networkFirewall: ManagedServiceData = {
  type: 'NETWORK_FIREWALL',
  networkFirewallStatelessRuleGroupReferences: [],
  networkFirewallStatelessDefaultActions: ['aws:forward_to_sfe'],
  networkFirewallStatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
  networkFirewallStatelessCustomActions: [],
  networkFirewallStatefulRuleGroupReferences: [],
  networkFirewallOrchestrationConfig: { singleFirewallEndpointPerVPC: false, allowedIPV4CidrList: [] },
};

/** Look-ups of known bad names from VPCs that somebody made. Firewall Manager takes priorities below 100; the environments' own rules come at 1000. */
export const dnsFirewall = (ruleGroupId: string): ManagedServiceData => ({
  type: 'DNS_FIREWALL',
  preProcessRuleGroups: [{ ruleGroupId, priority: 10 }],
  postProcessRuleGroups: [],
});

/**
 * Quotas that the blueprint computes with. Read 2026-11 in the AWS documentation of each service; the pages are
 * "Quotas for AWS Organizations" (orgs_reference_limits), "IAM and AWS STS quotas" (reference_iam-quotas), "IAM Identity
 * Center quotas", "Quotas" of AWS KMS, Amazon S3 (bucket policies), AWS PrivateLink, AWS WAF, AWS Network Firewall, Amazon
 * EventBridge, CloudWatch Logs, Amazon SNS, Amazon SQS and AWS Secrets Manager.
 */
export const LIMITS = {
  /** AWS Organizations: characters of a service control policy since 2026-05-15 (5,120 before). White space counts. */
  serviceControlPolicyCharacters: 10_240,
  /** AWS Organizations: service control policies attached to a root, unit or account, FullAWSAccess among them, since 2026-05-15 (5 before). */
  serviceControlPoliciesPerTarget: 10,
  /** AWS Organizations: characters of a resource control policy. */
  resourceControlPolicyCharacters: 5120,
  /** AWS Organizations: resource control policies attached to a root, unit or account, RCPFullAWSAccess among them. */
  resourceControlPoliciesPerTarget: 5,
  /** AWS Organizations: characters of a resource-based delegation policy. */
  organizationResourcePolicyCharacters: 40_000,
  /** AWS Organizations: accounts of a new organization. AWS raises it on request. */
  accountsByDefault: 10,
  /** IAM Identity Center: bytes of an inline policy without white space. */
  permissionSetInlineBytes: 10_240,
  /** IAM Identity Center: permission sets provisioned to one account. */
  permissionSetsPerAccount: 500,
  /** IAM Identity Center: permission sets of an instance. */
  permissionSets: 3500,
  /** IAM: characters without white space of all inline policies of a role together. */
  roleInlineCharacters: 10_240,
  /** IAM: the same of a group. */
  groupInlineCharacters: 5120,
  /** IAM: the same of a user. */
  userInlineCharacters: 2048,
  /** IAM: characters without white space of a managed policy. */
  managedPolicyCharacters: 6144,
  /** IAM: managed policies attached to a role. AWS raises it to 20 on request. */
  managedPoliciesPerRole: 10,
  /** IAM: characters of a trust policy. AWS raises it to 4,096 on request. */
  trustPolicyCharacters: 2048,
  /** AWS KMS: bytes of a key policy. */
  keyPolicyBytes: 32_768,
  /** Amazon S3: bytes of a bucket policy. */
  bucketPolicyBytes: 20_480,
  /** AWS PrivateLink: characters of an endpoint policy, white space included. */
  endpointPolicyCharacters: 20_480,
  /** Amazon SNS: bytes of a topic policy. */
  topicPolicyBytes: 30_720,
  /** Amazon SQS: seconds that a message is kept at the longest, fourteen days. */
  queueRetentionSeconds: 1_209_600,
  /** Amazon SQS: bytes of a queue policy. */
  queuePolicyBytes: 8192,
  /** AWS Secrets Manager: characters of a resource policy. */
  secretPolicyCharacters: 20_480,
  /** Amazon DynamoDB: bytes of a resource policy. */
  tablePolicyBytes: 20_480,
  /** CloudWatch Logs: characters of a resource policy. */
  logResourcePolicyCharacters: 5120,
  /** CloudWatch Logs: characters of a metric filter's pattern. */
  metricFilterCharacters: 1024,
  /** CloudWatch Logs: metric filters of a log group. */
  metricFiltersPerLogGroup: 100,
  /** Amazon EventBridge: characters of an event pattern. */
  eventPatternCharacters: 2048,
  /** Amazon EventBridge: targets of a rule. */
  targetsPerRule: 5,
  /** AWS WAF: capacity units of a web ACL; above 1,500 each request costs more. */
  webAclCapacityUnits: 5000,
  /** AWS WAF: capacity units that the base price covers. */
  webAclCapacityUnitsInBasePrice: 1500,
  /** AWS Network Firewall: capacity of a stateful rule group, and of all stateful groups of a policy together. */
  firewallCapacity: 30_000,
  /** AWS Network Firewall: bytes of a rules string. */
  firewallRulesStringBytes: 2_000_000,
  /** AWS Network Firewall: characters of one Suricata rule. */
  firewallRuleCharacters: 8192,
  /** AWS Network Firewall: stateful rule groups of a policy. */
  firewallStatefulGroups: 20,
  /** Route 53 Resolver: domains of one UpdateFirewallDomains request (API reference). */
  domainsPerUpdate: 1000,
  /** AWS WAF: addresses and networks of an IP set (developer guide, "AWS WAF quotas"). */
  addressesPerIpSet: 10_000,
  /** Amazon GuardDuty: addresses and networks of a threat list (user guide, "Working with trusted IP lists and threat lists"). */
  addressesPerThreatList: 250_000,
  /** Amazon GuardDuty: the same of the one trusted list. */
  addressesPerTrustedList: 2000,
  /** Amazon Athena: bytes of a query (user guide, "Service Quotas"). */
  queryBytes: 262_144,
  /** Amazon VPC: inbound, and again outbound, rules of a security group (VPC user guide, "Amazon VPC quotas"). */
  securityGroupRules: 60,
  /** Amazon VPC: rules of a network ACL in each direction. */
  networkAclRules: 20,
  /** AWS Transit Gateway: route tables of a gateway; adjustable (Transit Gateway guide, "Quotas"). */
  transitGatewayTables: 20,
} as const;

export interface OrganizationPolicyLimit {
  readonly characters: number;
  readonly perTarget: number;
  readonly attachedByAws: number;
}

/** AWS Organizations: characters of a policy of each type, policies of it attached to one target, and how many AWS attaches itself. Read 2026-11. */
export const ORGANIZATION_POLICY_LIMITS = {
  // FullAWSAccess stays attached: at least one policy must.
  SERVICE_CONTROL_POLICY: { characters: LIMITS.serviceControlPolicyCharacters, perTarget: LIMITS.serviceControlPoliciesPerTarget, attachedByAws: 1 },
  // RCPFullAWSAccess cannot be detached.
  RESOURCE_CONTROL_POLICY: { characters: LIMITS.resourceControlPolicyCharacters, perTarget: LIMITS.resourceControlPoliciesPerTarget, attachedByAws: 1 },
  DECLARATIVE_POLICY_EC2: { characters: 10_000, perTarget: 10, attachedByAws: 0 },
  BACKUP_POLICY: { characters: 10_000, perTarget: 10, attachedByAws: 0 },
  TAG_POLICY: { characters: 10_000, perTarget: 10, attachedByAws: 0 },
  SECURITYHUB_POLICY: { characters: 10_000, perTarget: 10, attachedByAws: 0 },
  CHATBOT_POLICY: { characters: 10_000, perTarget: 5, attachedByAws: 0 },
  AISERVICES_OPT_OUT_POLICY: { characters: 2500, perTarget: 5, attachedByAws: 0 },
} as const satisfies Readonly<Record<string, OrganizationPolicyLimit>>;

/** The same for a type that is only known at run time; undefined for one that is not in the list. */
export const organizationPolicyLimit = (type: string): OrganizationPolicyLimit | undefined =>
  Object.entries(ORGANIZATION_POLICY_LIMITS).find(([known]) => known === type)?.[1];

/** Capacity units of AWS managed rule groups (AWS WAF developer guide, "AWS Managed Rules rule groups list"). */
export const MANAGED_RULE_GROUP_CAPACITY = {
  AWSManagedRulesAmazonIpReputationList: 25,
  AWSManagedRulesAnonymousIpList: 50,
  AWSManagedRulesKnownBadInputsRuleSet: 200,
  AWSManagedRulesCommonRuleSet: 700,
  AWSManagedRulesSQLiRuleSet: 200,
} as const;

/** The same of groups that no web ACL has by default. */
export const OPTIONAL_RULE_GROUP_CAPACITY: Readonly<Record<string, number>> = {
  AWSManagedRulesACFPRuleSet: 50,
  AWSManagedRulesATPRuleSet: 50,
  AWSManagedRulesAdminProtectionRuleSet: 100,
  AWSManagedRulesAntiDDoSRuleSet: 50,
  AWSManagedRulesBotControlRuleSet: 50,
  AWSManagedRulesLinuxRuleSet: 200,
  AWSManagedRulesPHPRuleSet: 100,
  AWSManagedRulesUnixRuleSet: 100,
  AWSManagedRulesWindowsRuleSet: 200,
  AWSManagedRulesWordPressRuleSet: 100,
};

/** A rate-based rule without a scope-down statement. */
export const RATE_RULE_CAPACITY = 2;

/** Share of a policy that packing fills: what is left takes a longer statement, or one more account, without moving others. */
export const PACKING_FILL = 0.92;

/** CloudWatch Logs: retention periods that exist, in days (API reference, PutRetentionPolicy). Read 2026-11. */
const LOG_RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653] as const;
/** The shortest period that is not shorter than asked for. */
export const logRetentionDays = (days: number): number => LOG_RETENTION_DAYS.find((known) => known >= days) ?? 3653;

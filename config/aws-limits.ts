/** Quotas that the blueprint computes with. Read 2026-11; sources: AWS documentation of each service. */
export const LIMITS = {
  /** AWS Organizations: characters of a service control policy since 2026-05-15. */
  serviceControlPolicyCharacters: 10_240,
  /** AWS Organizations: service control policies attached to a root, unit or account, FullAWSAccess among them. */
  serviceControlPoliciesPerTarget: 10,
  /** AWS Organizations: characters of a resource control policy. */
  resourceControlPolicyCharacters: 5120,
  /** AWS Organizations: resource control policies attached to a root, unit or account, RCPFullAWSAccess among them. */
  resourceControlPoliciesPerTarget: 5,
  /** IAM Identity Center: bytes of an inline policy without white space. */
  permissionSetInlineBytes: 10_240,
  /** AWS WAF: capacity units of a web ACL; above 1,500 each request costs more. */
  webAclCapacityUnits: 5000,
} as const;

/** Capacity units of AWS managed rule groups (AWS WAF developer guide, "AWS Managed Rules rule groups list"). */
export const MANAGED_RULE_GROUP_CAPACITY = {
  AWSManagedRulesAmazonIpReputationList: 25,
  AWSManagedRulesAnonymousIpList: 50,
  AWSManagedRulesKnownBadInputsRuleSet: 200,
  AWSManagedRulesCommonRuleSet: 700,
  AWSManagedRulesSQLiRuleSet: 200,
} as const;

/** A rate-based rule without a scope-down statement. */
export const RATE_RULE_CAPACITY = 2;

/** Organization policies that are no IAM language: characters of one, and how many a root, unit or account may have (AWS Organizations quotas). */
export const MANAGEMENT_POLICY_LIMITS = {
  DECLARATIVE_POLICY_EC2: { characters: 10_000, perTarget: 10 },
  TAG_POLICY: { characters: 10_000, perTarget: 10 },
  BACKUP_POLICY: { characters: 10_000, perTarget: 10 },
  AISERVICES_OPT_OUT_POLICY: { characters: 2_500, perTarget: 5 },
} as const;

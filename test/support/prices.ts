import type { FoundResource } from './synth';

/** US dollars a month in eu-west-1 for what costs while nobody uses it (AWS price lists, read 2026-11). Usage comes on top. */
const PRICES: Readonly<Record<string, (attributes: FoundResource['attributes']) => number>> = {
  aws_kms_key: () => 1,
  // Rules cost 1 each; Bot Control and the two groups against fraud 10 more.
  aws_wafv2_web_acl: ({ rule }) => 5 + rule.length + 10 * (JSON.stringify(rule).match(/AWSManagedRules(BotControl|ATP|ACFP)RuleSet","priority/g)?.length ?? 0),
  aws_nat_gateway: () => 0.048 * 730,
  aws_eip: () => 0.005 * 730,
  aws_vpc_endpoint: ({ vpc_endpoint_type, subnet_ids }) => (vpc_endpoint_type === 'Interface' ? 0.011 * 730 * subnet_ids.length : 0),
  aws_networkfirewall_firewall: ({ subnet_mapping }) => 0.395 * 730 * subnet_mapping.length,
  aws_shield_subscription: () => 3000,
  // 0.15 an hour for each VPC with something in it since 2026-03-01 (us-east-1; read 2026-11).
  aws_vpc_encryption_control: () => 0.15 * 730,
  // 0.0005 for each domain of our own; AWS's lists are free, queries 0.60 a million.
  aws_route53_resolver_firewall_domain_list: ({ domains }) => 0.0005 * domains.length,
  aws_cloudwatch_metric_alarm: () => 0.1,
  // 0.001 an evaluation; a VPC changes a few times a month.
  aws_config_config_rule: () => 0.005,
  // An idle account changes little: 100 configuration items a month and region at 0.003.
  aws_config_configuration_recorder: () => 0.3,
};

/** Types that cost nothing while idle. A type in neither list fails the test: somebody must look up its price. */
const FREE =
  /^aws_(iam_|backup_|s3_|ebs_|ec2_|ssm_service_setting|cloudwatch_log_account_policy$|config_(delivery|configuration_recorder_status)|kms_alias|vpc$|subnet|route|internet_gateway|default_|network_acl|flow_log|security_group|vpc_security_group|vpc_block_public_access|route53_resolver_(query_log_config|firewall_(config|rule))|wafv2_web_acl_(logging|association)|shield_(application|drt|proactive|protection)|networkfirewall_(rule_group|firewall_policy|logging))/;

export function monthlyBasePrice(found: readonly FoundResource[]): { readonly total: number; readonly unpriced: string[] } {
  const unpriced = [...new Set(found.map(({ type }) => type).filter((type) => !(type in PRICES) && !FREE.test(type)))];
  return { total: found.reduce((sum, { type, attributes }) => sum + (PRICES[type]?.(attributes) ?? 0), 0), unpriced };
}

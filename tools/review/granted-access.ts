import { type ChangeGroup, placesOf } from './grouped-changes';

/** What gives somebody access by its mere presence. */
const GRANTS =
  /^aws_(ssoadmin_account_assignment|identitystore_group_membership|ram_principal_association|iam_user|iam_access_key|organizations_delegated_administrator)$/;
/** What sees, tells or stops something: its loss is a loss of protection. */
const PROTECTS =
  /^aws_(cloudwatch_(metric_alarm|log_metric_filter|event_rule|event_target)|cloudtrail|config_|guardduty_|securityhub_|inspector2_|macie2_|detective_|accessanalyzer_|wafv2_|networkfirewall_|route53_resolver_|flow_log|shield_|fms_|s3_bucket_(public_access_block|policy|versioning|object_lock_configuration|logging)|s3_account_public_access_block|ebs_encryption_by_default|organizations_(policy|policy_attachment)|sns_topic_subscription|budgets_|ce_anomaly_|backup_)/;

/** Resources that are new and give access, a line each. */
export const grantedAccess = (groups: readonly ChangeGroup[]): string[] => told(groups, 'create', GRANTS);
/** Resources that are gone and protected, a line each. */
export const goneProtection = (groups: readonly ChangeGroup[]): string[] => told(groups, 'destroy', PROTECTS);

const told = (groups: readonly ChangeGroup[], action: ChangeGroup['action'], types: RegExp): string[] =>
  groups
    .filter((group) => group.action === action && types.test(group.type))
    .map((group) => `${placesOf(group)}: ${group.type} ${group.addresses.map((address) => address.replace(`${group.type}.`, '')).join(', ')}`);

/**
 * Services that say for which account they assume a role, with the place where AWS says so (read 2026-11). Of the others a condition that
 * must hold shuts the service itself out: CloudTrail's role for CloudWatch Logs "doesn't support the use of aws:SourceArn and
 * aws:SourceAccount" (CloudTrail user guide, "Role policy document for CloudTrail to use CloudWatch Logs for monitoring"), and nothing is
 * documented of the roles for replication in Amazon S3, of AWS Backup, of aggregators and of chat. There a condition with IfExists holds
 * as soon as the service says it; until then nobody outside can pass our role to the service (iam:PassRole is of this account).
 */
export const NAMING_THE_ACCOUNT: Readonly<Record<string, string>> = {
  'events.amazonaws.com': 'EventBridge user guide, "Cross-service confused deputy prevention in Amazon EventBridge"',
};

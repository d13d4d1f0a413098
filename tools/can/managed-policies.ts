import type { PolicyDocument } from '../../policies/policy-document';
import administratorAccess from './managed-policies/AdministratorAccess.json';
import backupOfBuckets from './managed-policies/AWSBackupServiceRolePolicyForS3Backup.json';
import restoreOfBuckets from './managed-policies/AWSBackupServiceRolePolicyForS3Restore.json';
import configForOrganizations from './managed-policies/AWSConfigRoleForOrganizations.json';
import billing from './managed-policies/Billing.json';
import networkAdministrator from './managed-policies/NetworkAdministrator.json';
import readOnlyAccess from './managed-policies/ReadOnlyAccess.json';
import securityAudit from './managed-policies/SecurityAudit.json';
import viewOnlyAccess from './managed-policies/ViewOnlyAccess.json';
import type { NamedPolicy } from './synthesized';

/** AWS-managed policies that the blueprint attaches, as AWS published them: each file says which version, and when. */
const POLICIES: readonly { readonly arn: string; readonly document: unknown }[] = [
  administratorAccess,
  backupOfBuckets,
  billing,
  configForOrganizations,
  networkAdministrator,
  readOnlyAccess,
  restoreOfBuckets,
  securityAudit,
  viewOnlyAccess,
];

/** @throws Error for a policy whose content is not known here: an evaluation without it would be a guess */
export function managedPolicy(arn: string): NamedPolicy {
  const found = POLICIES.find((policy) => policy.arn === arn);
  if (!found) throw new Error(`${arn}: its content is not known; add it to tools/can/managed-policies (aws iam get-policy-version)`);
  return { name: `AWS-managed ${arn.split('/').pop()}`, document: found.document as PolicyDocument };
}

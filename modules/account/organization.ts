import { IamOrganizationsFeatures } from '@cdktf/provider-aws/lib/iam-organizations-features';
import { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { Construct } from 'constructs';
import { importExisting } from '../../lib/import-existing';

export interface OrganizationProps {
  readonly organizationId: string;
  readonly existing: { readonly trustedAccess: readonly string[]; readonly policyTypes: readonly string[] };
}

/**
 * Trusted access that is never taken away. The list is authoritative: an entry that is missing is switched off, which
 * has ended sign-in for whole organizations (terraform-provider-aws, aws_organizations_organization).
 */
export const TRUSTED_ACCESS: readonly string[] = [
  'access-analyzer.amazonaws.com',
  'account.amazonaws.com',
  'agentless.inspector2.amazonaws.com', // Inspector's scans without an agent
  'backup.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'config-multiaccountsetup.amazonaws.com',
  'config.amazonaws.com',
  'controltower.amazonaws.com',
  'detective.amazonaws.com',
  'fms.amazonaws.com',
  'guardduty.amazonaws.com',
  'health.amazonaws.com',
  'iam.amazonaws.com',
  'inspector2.amazonaws.com',
  'macie.amazonaws.com',
  'malware-protection.guardduty.amazonaws.com', // GuardDuty's scans of volumes
  'member.org.stacksets.cloudformation.amazonaws.com',
  'observabilityadmin.amazonaws.com',
  'ram.amazonaws.com',
  'securityhub.amazonaws.com',
  'sso.amazonaws.com',
  'tagpolicies.tag.amazonaws.com',
];
export const POLICY_TYPES: readonly string[] = [
  'AISERVICES_OPT_OUT_POLICY',
  'BACKUP_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'RESOURCE_CONTROL_POLICY',
  'SERVICE_CONTROL_POLICY',
  'TAG_POLICY',
];
const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();

/** The organization itself, always imported, and root access to members held centrally instead of in each account. */
export class Organization extends Construct {
  /** Id of the root, the parent of every organizational unit. */
  readonly rootId: string;
  readonly resource: OrganizationsOrganization;

  constructor(scope: Construct, id: string, { organizationId, existing }: OrganizationProps) {
    super(scope, id);
    this.resource = new OrganizationsOrganization(this, 'organization', {
      featureSet: 'ALL',
      awsServiceAccessPrincipals: union(TRUSTED_ACCESS, existing.trustedAccess),
      enabledPolicyTypes: union(POLICY_TYPES, existing.policyTypes),
    });
    importExisting(this.resource, organizationId);
    this.rootId = this.resource.roots.get(0).id;
    new IamOrganizationsFeatures(this, 'central-root', { enabledFeatures: ['RootCredentialsManagement', 'RootSessions'], dependsOn: [this.resource] });
  }
}

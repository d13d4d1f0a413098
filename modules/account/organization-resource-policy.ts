import { OrganizationsResourcePolicy } from '@cdktf/provider-aws/lib/organizations-resource-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { importExisting } from '../../lib/import-existing';
import { readOrganization } from '../../policies/organization/read-organization';
import { minify } from '../../policies/policy-document';

export interface OrganizationResourcePolicyProps {
  /** Id of the security account, as a reference to its resource: AWS looks the principal up. */
  readonly securityAccount: string;
  /** Id of the policy that the organization had before. An organization has one; making it overwrites another without asking. @default none */
  readonly existingId?: string;
  readonly organization: ITerraformDependable;
}

/** Reading the tree and its guardrails from the security account, so that no investigation needs a session in the management account. */
export class OrganizationResourcePolicy extends Construct {
  constructor(scope: Construct, id: string, { securityAccount, existingId, organization }: OrganizationResourcePolicyProps) {
    super(scope, id);
    const policy = new OrganizationsResourcePolicy(this, 'read', { content: minify(readOrganization(securityAccount)), dependsOn: [organization] });
    if (existingId) importExisting(policy, existingId);
  }
}

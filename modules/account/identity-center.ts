import { SsoadminInstanceAccessControlAttributes } from '@cdktf/provider-aws/lib/ssoadmin-instance-access-control-attributes';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';
import type { PermissionSetContext } from '../../policies/permission-set/permission-set-context';
import { identityCenterAssignments } from './identity-center-assignments';
import { identityCenterGroups } from './identity-center-groups';
import { identityCenterPermissionSets } from './identity-center-permission-sets';

export interface IdentityCenterProps {
  readonly identityCenter: Blueprint['identityCenter'];
  readonly access: Blueprint['access'];
  readonly accounts: Blueprint['accounts'];
  /** What the sets' policies need to know of the organization. */
  readonly organization: Omit<PermissionSetContext, 'regions' | 'services'>;
}

/** People sign in here and nowhere else: temporary credentials, one set of permissions for each job. */
export class IdentityCenter extends Construct {
  constructor(scope: Construct, id: string, { identityCenter, access, accounts, organization }: IdentityCenterProps) {
    super(scope, id);
    identityCenterAssignments(this, {
      identityCenter,
      accounts,
      assignments: access.assignments,
      groupIds: identityCenterGroups(this, identityCenter, access),
      permissionSets: identityCenterPermissionSets(this, identityCenter, access, organization),
    });
    this.attributes(identityCenter, access);
  }

  /** Session tags come from the directory, so that nobody names the team whose things they want. */
  private attributes({ region, instanceArn }: Blueprint['identityCenter'], { attributes, existing }: Blueprint['access']): void {
    const attribute = Object.entries(attributes).map(([key, source]) => ({
      key,
      // ${path:...} is Identity Center's own syntax; the second dollar sign keeps Terraform from reading it.
      value: [{ source: [`$${source}`] }],
    }));
    if (attribute.length === 0) return;
    const mapping = new SsoadminInstanceAccessControlAttributes(this, 'attributes', { region, instanceArn, attribute });
    if (existing.attributes) importExisting(mapping, `${instanceArn}@${region}`);
  }
}

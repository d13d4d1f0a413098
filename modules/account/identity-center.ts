import { SsoadminInstanceAccessControlAttributes } from '@cdktf/provider-aws/lib/ssoadmin-instance-access-control-attributes';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';
import { identityCenterAssignments } from './identity-center-assignments';
import { identityCenterGroups } from './identity-center-groups';
import { identityCenterPermissionSets } from './identity-center-permission-sets';

export interface IdentityCenterProps {
  readonly identityCenter: Blueprint['identityCenter'];
  readonly access: Blueprint['access'];
  readonly accounts: Blueprint['accounts'];
  readonly organizationId: string;
  /** Names of the log archive's buckets. */
  readonly logBuckets: readonly string[];
}

/** People sign in here and nowhere else: temporary credentials, one set of permissions for each job. */
export class IdentityCenter extends Construct {
  constructor(scope: Construct, id: string, { identityCenter, access, accounts, organizationId, logBuckets }: IdentityCenterProps) {
    super(scope, id);
    identityCenterAssignments(this, {
      identityCenter,
      accounts,
      assignments: access.assignments,
      groupIds: identityCenterGroups(this, identityCenter, access),
      permissionSets: identityCenterPermissionSets(this, identityCenter, access, { organizationId, logBuckets }),
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

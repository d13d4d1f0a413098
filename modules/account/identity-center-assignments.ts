import { SsoadminAccountAssignment } from '@cdktf/provider-aws/lib/ssoadmin-account-assignment';
import type { Construct } from 'constructs';
import type { PermissionSetName } from '../../config/access-schema';
import type { Blueprint } from '../../config/blueprint';
import { identifierOf } from '../../lib/addressing';
import type { PermissionSet } from './identity-center-permission-sets';

export interface IdentityCenterAssignmentsProps {
  readonly identityCenter: Blueprint['identityCenter'];
  readonly assignments: Blueprint['access']['assignments'];
  readonly accounts: Blueprint['accounts'];
  /** Display name of a group -> its id. */
  readonly groupIds: ReadonlyMap<string, string>;
  readonly permissionSets: Readonly<Record<PermissionSetName, PermissionSet>>;
}

/** Groups, never single people, get a set in an account; nobody gets one where nobody works any more. */
export function identityCenterAssignments(scope: Construct, props: IdentityCenterAssignmentsProps): void {
  const { region, instanceArn } = props.identityCenter;
  for (const { group, permissionSet, accounts } of props.assignments) {
    const set = props.permissionSets[permissionSet];
    for (const name of accounts) {
      const account = props.accounts[name];
      if (!account || account.status === 'retired' || account.status === 'suspended') continue;
      new SsoadminAccountAssignment(scope, `${identifierOf(group)}-${permissionSet}-${name}`, {
        region,
        instanceArn,
        permissionSetArn: set.arn,
        principalType: 'GROUP',
        principalId: props.groupIds.get(group) as string,
        targetType: 'AWS_ACCOUNT',
        targetId: account.id,
        dependsOn: [...set.policies],
      });
    }
  }
}

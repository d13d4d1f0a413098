import { IdentitystoreGroup } from '@cdktf/provider-aws/lib/identitystore-group';
import { SsoadminAccountAssignment } from '@cdktf/provider-aws/lib/ssoadmin-account-assignment';
import { SsoadminManagedPolicyAttachment } from '@cdktf/provider-aws/lib/ssoadmin-managed-policy-attachment';
import { SsoadminPermissionSet } from '@cdktf/provider-aws/lib/ssoadmin-permission-set';
import { SsoadminPermissionSetInlinePolicy } from '@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy';
import { Construct } from 'constructs';
import { PERMISSION_SETS, type PermissionSetName } from '../../config/access-schema';
import type { Blueprint } from '../../config/blueprint';
import { inlinePolicy, MANAGED_POLICIES } from '../../policies/permission-set/inline-policies';
import { minify } from '../../policies/policy-document';

export interface IdentityCenterProps {
  readonly identityCenter: Blueprint['identityCenter'];
  readonly access: Blueprint['access'];
  readonly accounts: Blueprint['accounts'];
  readonly enabledRegions: readonly string[];
}

/** People sign in here and nowhere else: temporary credentials, one set of permissions for each job. */
export class IdentityCenter extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: IdentityCenterProps,
  ) {
    super(scope, id);
    const { access, identityCenter, accounts } = props;
    const sets = new Map(PERMISSION_SETS.map((name) => [name as string, this.permissionSet(name)]));
    const groups = new Map(Object.entries(access.groups).map(([name, description]) => [name, this.group(name, description)]));
    for (const { group, permissionSet, accounts: names } of access.assignments) {
      for (const name of names) {
        const account = accounts[name];
        if (!account || account.status === 'retired' || account.status === 'suspended') continue; // nobody works there any more
        new SsoadminAccountAssignment(this, `${group}-${permissionSet}-${name}`, {
          region: identityCenter.region,
          instanceArn: identityCenter.instanceArn,
          permissionSetArn: (sets.get(permissionSet) as SsoadminPermissionSet).arn,
          principalType: 'GROUP',
          principalId: (groups.get(group) as IdentitystoreGroup).groupId,
          targetType: 'AWS_ACCOUNT',
          targetId: account.id,
        });
      }
    }
  }

  private group(name: string, description: string): IdentitystoreGroup {
    const { region, identityStoreId } = this.props.identityCenter;
    return new IdentitystoreGroup(this, `group-${name}`, { region, identityStoreId, displayName: name, description });
  }

  private permissionSet(name: PermissionSetName): SsoadminPermissionSet {
    const { identityCenter, access, enabledRegions } = this.props;
    const { region, instanceArn } = identityCenter;
    const set = new SsoadminPermissionSet(this, name, { region, instanceArn, name, sessionDuration: `PT${access.sessionHours[name]}H` });
    for (const policy of MANAGED_POLICIES[name]) {
      new SsoadminManagedPolicyAttachment(this, `${name}-${policy.split('/').pop()}`, {
        region,
        instanceArn,
        permissionSetArn: set.arn,
        managedPolicyArn: `arn:aws:iam::aws:policy/${policy}`,
      });
    }
    const inline = inlinePolicy(name, enabledRegions);
    if (inline) new SsoadminPermissionSetInlinePolicy(this, `${name}-inline`, { region, instanceArn, permissionSetArn: set.arn, inlinePolicy: minify(inline) });
    return set;
  }
}

import { IamGroup } from '@cdktf/provider-aws/lib/iam-group';
import { IamGroupPolicy } from '@cdktf/provider-aws/lib/iam-group-policy';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { IamUserGroupMembership } from '@cdktf/provider-aws/lib/iam-user-group-membership';
import { Construct } from 'constructs';
import { PLATFORM_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { breakGlassUsersPolicy } from '../../policies/role/break-glass-users';

/**
 * The single exception to "no IAM users": two people who can open break-glass without Identity Center.
 * Passwords and hardware MFA devices are set by hand (docs/runbooks/break-glass.md), so that no secret is in a state.
 */
export class BreakGlassUsers extends Construct {
  constructor(scope: Construct, id: string, { users }: { readonly users: readonly string[] }) {
    super(scope, id);
    const group = new IamGroup(this, 'group', { name: 'break-glass', path: PLATFORM_PATH });
    new IamGroupPolicy(this, 'policy', { name: 'break-glass', group: group.name, policy: minify(breakGlassUsersPolicy()) });
    for (const name of users) {
      const user = new IamUser(this, name, { name, path: PLATFORM_PATH });
      new IamUserGroupMembership(this, `${name}-membership`, { user: user.name, groups: [group.name] });
    }
  }
}

import { IamGroup } from '@cdktf/provider-aws/lib/iam-group';
import { IamGroupPolicy } from '@cdktf/provider-aws/lib/iam-group-policy';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { IamUserGroupMembership } from '@cdktf/provider-aws/lib/iam-user-group-membership';
import { Construct } from 'constructs';
import { minify } from '../../policies/policy-document';
import { denyAll } from '../../policies/role/deny-all';

export interface DecoyUserProps {
  readonly name: string;
  readonly group: string;
}

/**
 * A user that can do nothing, for an access key to be found: whoever tries the key rings the bell. It is made with the ground of the account,
 * because apply roles make no users; the key by `npm run decoys` under break-glass, because a key in a state is a key that leaks.
 */
export class DecoyUser extends Construct {
  constructor(scope: Construct, id: string, { name, group: groupName }: DecoyUserProps) {
    super(scope, id);
    const group = new IamGroup(this, 'group', { name: groupName, path: '/' });
    new IamGroupPolicy(this, 'limits', { name: 'limits', group: group.name, policy: minify(denyAll()) });
    const user = new IamUser(this, 'user', { name, path: '/' });
    new IamUserGroupMembership(this, 'membership', { user: user.name, groups: [group.name] });
  }
}

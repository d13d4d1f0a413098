import type { Construct } from 'constructs';
import type { Blueprint } from '../config/blueprint';
import { includesStep } from '../config/detection-steps';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { decoyNames } from '../lib/decoy-names';
import { AccountFoundation } from '../modules/account/account-foundation';
import { BreakGlassUsers } from '../modules/account/break-glass-users';
import { DecoyUser } from '../modules/detection/decoy-user';

/** What an account needs before a pipeline can enter it. Applied by a person: `npm run bootstrap -- ACCOUNT`. */
export class AccountStateStack extends BlueprintStack {
  constructor(scope: Construct, { id, account, kind }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    new AccountFoundation(this, 'foundation', { blueprint, account });
    if (kind === 'organization-state') new BreakGlassUsers(this, 'break-glass-users', { users: blueprint.breakGlass.users });
    const { workload: decoys } = decoyNames(blueprint, account);
    if (decoys && includesStep(blueprint.detection, 'deception')) new DecoyUser(this, 'decoys', { name: decoys.user, group: decoys.group });
  }
}

import type { Construct } from 'constructs';
import type { Blueprint } from '../config/blueprint';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { importExistingAccess } from '../modules/account/existing-access';
import { IdentityCenter } from '../modules/account/identity-center';

/** Who may sign in where, as what. */
export class IdentityCenterStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    const { identityCenter, access, accounts, regions } = blueprint;
    new IdentityCenter(this, 'access', { identityCenter, access, accounts, enabledRegions: regions.enabled });
    importExistingAccess(this, blueprint);
  }
}

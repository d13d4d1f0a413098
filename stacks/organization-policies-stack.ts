import type { Construct } from 'constructs';
import { accountNamed, type Blueprint } from '../config/blueprint';
import type { StateEntry } from '../lib/apply-order';
import { vaultArn } from '../lib/arn';
import { BlueprintStack } from '../lib/blueprint-stack';
import { BACKUP_COPIES_VAULT } from '../lib/naming';
import { Guardrails } from '../modules/account/guardrails';
import { OrganizationPolicies } from '../modules/account/organization-policies';
import { guardedEnvironments, guardrailContext } from '../policies/context-of';

/** Guardrails and settings of every unit; last, when every role that they exempt exists. */
export class OrganizationPoliciesStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    new Guardrails(this, 'guardrail', {
      rootId: blueprint.organization.rootId,
      units: blueprint.organizationalUnits,
      environments: guardedEnvironments(blueprint),
      context: guardrailContext(blueprint),
    });
    new OrganizationPolicies(this, 'policy', {
      rootId: blueprint.organization.rootId,
      units: blueprint.organizationalUnits,
      accounts: blueprint.accounts,
      dataClasses: blueprint.dataClasses,
      homeRegion: blueprint.regions.home,
      ...(blueprint.backup.copyTo
        ? { copyVaultArn: vaultArn(blueprint.regions.home, accountNamed(blueprint, blueprint.backup.copyTo).id, BACKUP_COPIES_VAULT) }
        : {}),
      backedUp: blueprint.organization.backupPolicy.environments,
    });
  }
}

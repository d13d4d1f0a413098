import type { Construct } from 'constructs';
import type { Blueprint } from '../config/blueprint';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { Guardrails } from '../modules/account/guardrails';
import { guardedEnvironments, guardrailContext } from '../policies/context-of';

/** Guardrails of every unit; last, when every role that they exempt exists. */
export class OrganizationPoliciesStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    new Guardrails(this, 'guardrail', {
      rootId: blueprint.organization.rootId,
      units: blueprint.organizationalUnits,
      environments: guardedEnvironments(blueprint),
      context: guardrailContext(blueprint),
    });
  }
}

import type { Construct } from 'constructs';
import type { Blueprint } from '../config/blueprint';
import { includesStep } from '../config/detection-steps';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { Baselines } from '../modules/account/baselines';
import { Macie } from '../modules/detection/macie';
import { OrganizationView } from '../modules/detection/organization-view';
import { ThreatLists } from '../modules/detection/threat-lists';

/** The account from which security services are run for all accounts. */
export class SecurityStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    const { home, enabled } = blueprint.regions;
    new Baselines(this, 'baseline', { blueprint, account });
    new OrganizationView(this, 'organization', {
      account: account.id,
      home,
      enabledRegions: enabled,
      unusedAccess: blueprint.access.unusedAccess,
      existingAnalyzers: account.existing.accessAnalyzers,
    });
    if (includesStep(blueprint.detection, 'correlated')) {
      const { dataClasses, dataProtection } = blueprint;
      new Macie(this, 'macie', { account: account.id, enabledRegions: enabled, dataClasses, dataProtection });
    }
    if (includesStep(blueprint.detection, 'hunting')) {
      const { organization, hunting } = blueprint;
      new ThreatLists(this, 'threat-lists', {
        organization: organization.name,
        organizationId: organization.id,
        account: account.id,
        enabledRegions: enabled,
        trustedNetworks: hunting.trustedNetworks,
      });
    }
  }
}

import type { Construct } from 'constructs';
import { accountNamed, type Blueprint } from '../config/blueprint';
import { includesStep } from '../config/detection-steps';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { findingsBucketName } from '../lib/naming';
import { Baselines } from '../modules/account/baselines';
import { AlertChain } from '../modules/detection/alert-chain';
import { Decoys } from '../modules/detection/decoys';
import { Detective } from '../modules/detection/detective';
import { GuardDuty } from '../modules/detection/guard-duty';
import { Inspector } from '../modules/detection/inspector';
import { Macie } from '../modules/detection/macie';
import { OrganizationView } from '../modules/detection/organization-view';
import { Response } from '../modules/detection/response';
import { SecurityHub } from '../modules/detection/security-hub';
import { ThreatLists } from '../modules/detection/threat-lists';
import { FirewallManager } from '../modules/network/firewall-manager';

/** The account from which security services are run for all accounts. */
export class SecurityStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    const { home, enabled } = blueprint.regions;
    const correlated = includesStep(blueprint.detection, 'correlated');
    const alerts = correlated ? new AlertChain(this, 'alerts', { account: account.id, blueprint }) : undefined;
    new Baselines(this, 'baseline', { blueprint, account, ...(alerts ? { forwardingDependsOn: alerts.open } : {}) });
    new OrganizationView(this, 'organization', {
      account: account.id,
      home,
      enabledRegions: enabled,
      unusedAccess: blueprint.access.unusedAccess,
      existingAnalyzers: account.existing.accessAnalyzers,
    });
    if (alerts) {
      const { dataClasses, dataProtection } = blueprint;
      const archive = accountNamed(blueprint, 'log-archive').id;
      new SecurityHub(this, 'security-hub', { blueprint, account });
      new GuardDuty(this, 'guardduty', {
        regions: blueprint.regions,
        security: account.id,
        archive,
        findingsBucket: findingsBucketName(blueprint.organization.name, archive),
      });
      const watched = { administrator: account.id, accounts: Object.values(blueprint.accounts) };
      new Inspector(this, 'inspector', { ...watched, enabledRegions: enabled, functionCode: blueprint.securityServices.functionCodeScanning });
      new Detective(this, 'detective', { ...watched, graphs: account.existing.detectiveGraphs });
      const { organization } = blueprint;
      new Macie(this, 'macie', { organization, account: account.id, accounts: watched.accounts, home, enabledRegions: enabled, dataClasses, dataProtection });
      if (includesStep(blueprint.detection, 'respond')) new Response(this, 'response', { blueprint, account: account.id, chain: alerts });
    }
    const { mode, policies } = blueprint.firewallManager;
    if (mode !== 'off') {
      const units = [blueprint.organizationalUnits.workloads as string];
      new FirewallManager(this, 'firewall-manager', { home, mode, policies, units });
    }
    new Decoys(this, 'decoys', { blueprint, account });
    if (includesStep(blueprint.detection, 'hunting')) {
      const { organization, hunting } = blueprint;
      new ThreatLists(this, 'threat-lists', {
        organization: organization.name,
        organizationId: organization.id,
        account: account.id,
        home,
        enabledRegions: enabled,
        accessLogDays: blueprint.logging.archive.keepDays,
        trustedNetworks: hunting.trustedNetworks,
      });
    }
  }
}

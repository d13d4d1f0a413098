import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import { GLOBAL_REGION } from '../config/aws-regions';
import { accountNamed, type Blueprint } from '../config/blueprint';
import { includesStep } from '../config/detection-steps';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { DelegatedAdministrators, LOG_CENTRALIZATION } from '../modules/account/delegated-administrators';
import { MemberAccounts } from '../modules/account/member-accounts';
import { Organization } from '../modules/account/organization';
import { OrganizationResourcePolicy } from '../modules/account/organization-resource-policy';
import { OrganizationalUnits } from '../modules/account/organizational-units';

/** The organization: its units, its accounts, and who administers which service. */
export class OrganizationStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    const { organization, regions, accounts } = blueprint;
    const { rootId, resource } = new Organization(this, 'organization', { organizationId: organization.id, existing: organization.existing });
    const units = new OrganizationalUnits(this, 'unit', { rootId, units: blueprint.organizationalUnits, existing: organization.existing.organizationalUnits });
    const members = new MemberAccounts(this, 'account', {
      accounts: Object.values(accounts).filter(({ name }) => name !== 'management'),
      unitIds: units.ids,
      contacts: organization.contacts,
      enabledRegions: regions.enabled,
      organization: resource,
    });
    new DelegatedAdministrators(this, 'delegation', {
      administrator: members.ids.security as string,
      logArchive: members.ids['log-archive'] as string,
      existing: organization.existing.delegatedAdministrators.map((service) => {
        const administrator = accountNamed(blueprint, service.startsWith(`${LOG_CENTRALIZATION}.`) ? 'log-archive' : 'security');
        return `${administrator.id}/${service}`;
      }),
      existingRegional: { accountId: accountNamed(blueprint, 'security').id, regions: organization.existing.regionalAdministrators },
      enabledRegions: regions.enabled,
      correlated: includesStep(blueprint.detection, 'correlated'),
      ...(blueprint.firewallManager.mode === 'off' ? {} : { firewallManager: this.providerOf(GLOBAL_REGION) }),
      organization: resource,
      optInRegions: members.optInRegions,
    });
    new OrganizationResourcePolicy(this, 'resource-policy', {
      securityAccount: members.ids.security as string,
      organization: resource,
      ...(organization.existing.resourcePolicyId ? { existingId: organization.existing.resourcePolicyId } : {}),
    });
    // Read by `npm run accounts -- pull`.
    new TerraformOutput(this, 'accounts', { value: members.ids });
    const { '': _root, ...unitIds } = units.ids;
    new TerraformOutput(this, 'organizational_units', { value: unitIds });
  }
}

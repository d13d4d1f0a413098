import { DetectiveOrganizationAdminAccount } from '@cdktf/provider-aws/lib/detective-organization-admin-account';
import { FmsAdminAccount } from '@cdktf/provider-aws/lib/fms-admin-account';
import { GuarddutyOrganizationAdminAccount } from '@cdktf/provider-aws/lib/guardduty-organization-admin-account';
import { Inspector2DelegatedAdminAccount } from '@cdktf/provider-aws/lib/inspector2-delegated-admin-account';
import { Macie2OrganizationAdminAccount } from '@cdktf/provider-aws/lib/macie2-organization-admin-account';
import { OrganizationsDelegatedAdministrator } from '@cdktf/provider-aws/lib/organizations-delegated-administrator';
import { SecurityhubOrganizationAdminAccount } from '@cdktf/provider-aws/lib/securityhub-organization-admin-account';
import type { ITerraformDependable, TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { REGIONAL_SERVICES } from '../../config/existing-schema';
import { importExisting } from '../../lib/import-existing';

export interface DelegatedAdministratorsProps {
  /** Id of the security account. */
  readonly administrator: string;
  /** Id of the log archive. */
  readonly logArchive: string;
  /** Services that it administers already: import ids (`ACCOUNT/SERVICE`), literal because an import id must be known at plan. */
  readonly existing: readonly string[];
  /** Services that it administers already in some regions; its literal id is the import id. */
  readonly existingRegional: { readonly accountId: string; readonly regions: Blueprint['organization']['existing']['regionalAdministrators'] };
  readonly enabledRegions: readonly string[];
  /** Detection findings are correlated from step `correlated` on; below it, these services stay off and cost nothing. */
  readonly correlated: boolean;
  /**
   * Provider of us-east-1, where Firewall Manager takes its administrator (the resource has no region of its own).
   * @default Firewall Manager is off
   */
  readonly firewallManager?: TerraformProvider;
  readonly organization: ITerraformDependable;
  /** Regions that are being enabled: a delegation there waits for them. */
  readonly optInRegions: readonly ITerraformDependable[];
}

/** Who receives the copies of log groups makes the rule, too: it names the archive's key, and no sender can end it (docs/adr/0009). */
export const LOG_CENTRALIZATION = 'observabilityadmin';

/**
 * Services that register their administrator once for the organization, free of charge. Each needs its trusted access.
 *
 * Left with the management account on purpose: CloudTrail, whose administrator may stop and delete the organization trail, so
 * whoever takes the security account could switch off the record of it; Identity Center, whose administrator hands out access;
 * Firewall Manager unless it is asked for, because it costs. Left with nobody: Backup and Systems Manager, which no module runs
 * centrally. Cannot be delegated: Service Quotas, tag policies, RAM.
 */
const BY_ORGANIZATIONS: readonly string[] = [
  'access-analyzer', // organization analyzers
  'account', // contacts and regions of members
  'config', // the organization aggregator
  'config-multiaccountsetup', // organization rules and conformance packs
  'health', // events of all accounts, exposed access keys among them
  'iam', // central root: credentials reports and root sessions
  LOG_CENTRALIZATION,
];

/** Security services are run from the security account, so that nobody works in the management account. */
export class DelegatedAdministrators extends Construct {
  constructor(scope: Construct, id: string, props: DelegatedAdministratorsProps) {
    super(scope, id);
    const { administrator, organization } = props;
    const unknown = props.existing.find((id) => !BY_ORGANIZATIONS.some((service) => id.endsWith(`/${service}.amazonaws.com`)));
    if (unknown)
      throw new Error(`organization.existing.delegatedAdministrators: must be among ${BY_ORGANIZATIONS.join(', ')}, got ${unknown.split('/')[1]}; remove it`);
    for (const service of BY_ORGANIZATIONS) {
      const delegation = new OrganizationsDelegatedAdministrator(this, service, {
        accountId: service === LOG_CENTRALIZATION ? props.logArchive : administrator,
        servicePrincipal: `${service}.amazonaws.com`,
        dependsOn: [organization],
      });
      const known = props.existing.find((id) => id.endsWith(`/${service}.amazonaws.com`));
      if (known) importExisting(delegation, known);
    }
    if (props.firewallManager)
      new FmsAdminAccount(this, 'firewall-manager', { accountId: administrator, provider: props.firewallManager, dependsOn: [organization] });
    if (props.correlated) for (const region of props.enabledRegions) this.regional(region, props);
  }

  /** Services whose delegation is made in every region. */
  private regional(region: string, { administrator, organization, optInRegions, existingRegional }: DelegatedAdministratorsProps): void {
    const common = { region, dependsOn: [organization, ...optInRegions] };
    const made: Readonly<Record<(typeof REGIONAL_SERVICES)[number], TerraformResource>> = {
      guardduty: new GuarddutyOrganizationAdminAccount(this, `guardduty-${region}`, { ...common, adminAccountId: administrator }),
      securityhub: new SecurityhubOrganizationAdminAccount(this, `securityhub-${region}`, { ...common, adminAccountId: administrator }),
      macie: new Macie2OrganizationAdminAccount(this, `macie-${region}`, { ...common, adminAccountId: administrator }),
      detective: new DetectiveOrganizationAdminAccount(this, `detective-${region}`, { ...common, accountId: administrator }),
      inspector: new Inspector2DelegatedAdminAccount(this, `inspector-${region}`, { ...common, accountId: administrator }),
    };
    for (const service of REGIONAL_SERVICES)
      if (existingRegional.regions[service]?.includes(region)) importExisting(made[service], `${existingRegional.accountId}@${region}`);
  }
}

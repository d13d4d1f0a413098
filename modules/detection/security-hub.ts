import { SecurityhubAccount } from '@cdktf/provider-aws/lib/securityhub-account';
import { SecurityhubAutomationRule } from '@cdktf/provider-aws/lib/securityhub-automation-rule';
import { SecurityhubFindingAggregator } from '@cdktf/provider-aws/lib/securityhub-finding-aggregator';
import { SecurityhubInsight } from '@cdktf/provider-aws/lib/securityhub-insight';
import { SecurityhubOrganizationConfiguration } from '@cdktf/provider-aws/lib/securityhub-organization-configuration';
import { SecurityhubProductSubscription } from '@cdktf/provider-aws/lib/securityhub-product-subscription';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Account, Blueprint } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';
import { AUTOMATION_RULES } from './security-hub-automation';
import { INSIGHTS } from './security-hub-insights';
import { SecurityHubStandards } from './security-hub-standards';

export interface SecurityHubProps {
  readonly blueprint: Blueprint;
  /** The security account. */
  readonly account: Account;
}

/** Findings of all services, accounts, regions and third parties in one place and one format, and what is checked where. */
export class SecurityHub extends Construct {
  constructor(scope: Construct, id: string, { blueprint, account }: SecurityHubProps) {
    super(scope, id);
    const { home, enabled } = blueprint.regions;
    const hubs = enabled.map((region) => this.hub(region, account.id));
    const elsewhere = enabled.filter((region) => region !== home);
    const aggregator = new SecurityhubFindingAggregator(this, 'aggregator', {
      region: home,
      // Regions where nobody works are closed by a guardrail; linking all would have the policies reach there.
      ...(elsewhere.length > 0 ? { linkingMode: 'SPECIFIED_REGIONS', specifiedRegions: elsewhere } : { linkingMode: 'NO_REGIONS' }),
      dependsOn: hubs,
    });
    if (account.existing.findingAggregator) importExisting(aggregator, account.existing.findingAggregator);
    const organization = new SecurityhubOrganizationConfiguration(this, 'organization', {
      region: home,
      autoEnable: false,
      autoEnableStandards: 'NONE',
      organizationConfiguration: { configurationType: 'CENTRAL' }, // the policies enable; the two settings above must be off
      dependsOn: [aggregator],
    });
    new SecurityHubStandards(this, 'standards', { blueprint, dependsOn: [organization] });
    this.automation(home, hubs);
    for (const region of enabled)
      for (const { account: vendor, product } of blueprint.securityServices.thirdPartyProducts) {
        const name = `product-${product.replace('/', '-')}-${region}`;
        new SecurityhubProductSubscription(this, name, { region, productArn: `arn:aws:securityhub:${region}:${vendor}:product/${product}`, dependsOn: hubs });
      }
  }

  /** The delegation in `org` has enabled it: adopted, never made a second time. */
  private hub(region: string, account: string): SecurityhubAccount {
    const hub = new SecurityhubAccount(this, `hub-${region}`, {
      region,
      controlFindingGenerator: 'SECURITY_CONTROL', // one finding for a check, however many standards ask for it
      lifecycle: { ignoreChanges: ['enable_default_standards'] }, // cannot be read back, and another value would make the hub anew
    });
    importExisting(hub, `${account}@${region}`);
    return hub;
  }

  private automation(region: string, dependsOn: ITerraformDependable[]): void {
    for (const [index, [name, { description, criteria, severity, workflow, note }]] of Object.entries(AUTOMATION_RULES).entries())
      new SecurityhubAutomationRule(this, `rule-${name}`, {
        region,
        ruleName: `platform-${name}`,
        description,
        ruleOrder: index + 1,
        ruleStatus: 'ENABLED',
        criteria: [Object.fromEntries(Object.entries(criteria).map(([field, values]) => [field, [...values]]))],
        actions: [
          {
            type: 'FINDING_FIELDS_UPDATE',
            findingFieldsUpdate: [
              {
                ...(severity ? { severity: [{ label: severity }] } : {}),
                ...(workflow ? { workflow: [{ status: workflow }] } : {}),
                note: [{ text: note, updatedBy: 'platform' }],
              },
            ],
          },
        ],
        dependsOn,
      });
    for (const [id, { name, groupBy, filters }] of Object.entries(INSIGHTS))
      new SecurityhubInsight(this, `insight-${id}`, {
        region,
        name,
        groupByAttribute: groupBy,
        filters: Object.fromEntries(Object.entries(filters).map(([field, values]) => [field, [...values]])),
        dependsOn,
      });
  }
}

import { AccessanalyzerAnalyzer } from '@cdktf/provider-aws/lib/accessanalyzer-analyzer';
import { AccessanalyzerArchiveRule } from '@cdktf/provider-aws/lib/accessanalyzer-archive-rule';
import { ConfigConfigurationAggregator } from '@cdktf/provider-aws/lib/config-configuration-aggregator';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import type { Account, Blueprint } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';
import { SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { serviceTrust } from '../../policies/role/trust';

export interface OrganizationViewProps {
  readonly account: string;
  readonly home: string;
  readonly enabledRegions: readonly string[];
  /** Region -> type -> name of an analyzer that it had before; a second one would report, and bill, everything twice. */
  readonly existingAnalyzers: Account['existing']['accessAnalyzers'];
  readonly unusedAccess: Blueprint['access']['unusedAccess'];
}

/** The security account sees who outside can reach in, which access nobody uses (Access Analyzer), and every configuration (AWS Config). */
export class OrganizationView extends Construct {
  constructor(scope: Construct, id: string, { account, home, enabledRegions, existingAnalyzers, unusedAccess }: OrganizationViewProps) {
    super(scope, id);
    for (const region of enabledRegions) {
      const name = existingAnalyzers[region]?.ORGANIZATION;
      const analyzer = new AccessanalyzerAnalyzer(this, `external-access-${region}`, {
        region,
        analyzerName: name ?? 'platform-external-access', // another name would replace it
        type: 'ORGANIZATION',
      });
      if (name) importExisting(analyzer, `${name}@${region}`);
    }
    if (unusedAccess.enabled) this.unusedAccess(home, unusedAccess.days, existingAnalyzers[home]?.ORGANIZATION_UNUSED_ACCESS);
    const role = new IamRole(this, 'aggregator-role', {
      name: 'config-aggregator',
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(serviceTrust('config.amazonaws.com', account)),
    });
    const read = new IamRolePolicyAttachment(this, 'aggregator-read', {
      role: role.name,
      policyArn: 'arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations',
    });
    new ConfigConfigurationAggregator(this, 'aggregator', {
      region: home,
      name: 'platform-organization',
      organizationAggregationSource: { allRegions: true, roleArn: role.arn },
      dependsOn: [read],
    });
  }

  /** Access that nobody has used for long is only of use to an intruder. IAM is global: a second region would find, and bill, the same again. */
  private unusedAccess(region: string, days: number, existing?: string): void {
    const analyzer = new AccessanalyzerAnalyzer(this, 'unused-access', {
      region,
      analyzerName: existing ?? 'platform-unused-access',
      type: 'ORGANIZATION_UNUSED_ACCESS',
      configuration: { unusedAccess: { unusedAccessAge: days } },
    });
    if (existing) importExisting(analyzer, `${existing}@${region}`);
    // Unused is what it should be; a finding for every account and for ever would teach people to look away.
    new AccessanalyzerArchiveRule(this, 'unused-break-glass', {
      region,
      analyzerName: analyzer.analyzerName,
      ruleName: 'break-glass',
      filter: [{ criteria: 'resource', contains: ['role/platform/break-glass'] }],
    });
  }
}

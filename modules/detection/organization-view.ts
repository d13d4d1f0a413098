import { AccessanalyzerAnalyzer } from '@cdktf/provider-aws/lib/accessanalyzer-analyzer';
import { ConfigConfigurationAggregator } from '@cdktf/provider-aws/lib/config-configuration-aggregator';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import type { Account } from '../../config/blueprint';
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
}

/** The security account sees who outside can reach in (Access Analyzer) and every configuration (AWS Config), free of charge. */
export class OrganizationView extends Construct {
  constructor(scope: Construct, id: string, { account, home, enabledRegions, existingAnalyzers }: OrganizationViewProps) {
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
}

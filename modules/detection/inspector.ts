import { Inspector2Enabler } from '@cdktf/provider-aws/lib/inspector2-enabler';
import { Inspector2MemberAssociation } from '@cdktf/provider-aws/lib/inspector2-member-association';
import { Inspector2OrganizationConfiguration } from '@cdktf/provider-aws/lib/inspector2-organization-configuration';
import { Construct } from 'constructs';
import { FUNCTION_CODE_SCAN_REGIONS } from '../../config/aws-regions';
import type { Account } from '../../config/blueprint';
import { membersAmong } from './members-among';

export interface InspectorProps {
  /** Id of the security account. */
  readonly administrator: string;
  /** Accounts that there are already; new ones come by themselves. */
  readonly accounts: readonly Account[];
  readonly enabledRegions: readonly string[];
  /** Whether the code of functions is read, too, in regions where AWS offers it. */
  readonly functionCode: boolean;
}

/** Known vulnerabilities in instances, images and functions of every account, and mistakes in the code of functions, before somebody else looks for them. */
export class Inspector extends Construct {
  constructor(scope: Construct, id: string, { administrator, accounts, enabledRegions, functionCode }: InspectorProps) {
    super(scope, id);
    const members = membersAmong(accounts, administrator);
    for (const region of enabledRegions) {
      const lambdaCode = functionCode && FUNCTION_CODE_SCAN_REGIONS.includes(region);
      const resourceTypes = ['EC2', 'ECR', 'LAMBDA', ...(lambdaCode ? ['LAMBDA_CODE'] : [])];
      const own = new Inspector2Enabler(this, `own-${region}`, { region, accountIds: [administrator], resourceTypes });
      const organization = new Inspector2OrganizationConfiguration(this, `members-${region}`, {
        region,
        autoEnable: { ec2: true, ecr: true, lambda: true, lambdaCode },
        dependsOn: [own],
      });
      const associations = members.map(
        (account) => new Inspector2MemberAssociation(this, `member-${account.name}-${region}`, { region, accountId: account.id, dependsOn: [organization] }),
      );
      if (members.length > 0)
        new Inspector2Enabler(this, `scans-${region}`, {
          region,
          accountIds: members.map((account) => account.id),
          resourceTypes,
          dependsOn: associations,
        });
    }
  }
}

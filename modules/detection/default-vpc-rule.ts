import { ConfigConfigRule } from '@cdktf/provider-aws/lib/config-config-rule';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { DEFAULT_VPC_RULE } from '../../lib/naming';
import { ruleFile } from '../../lib/rule-files';

export interface DefaultVpcRuleProps {
  readonly region: string;
  /** AWS Config takes no rule before it records. */
  readonly recording: ITerraformDependable;
}

/**
 * Finds a default VPC however it came about: the trail's alarm sees who makes one, but AWS itself makes one in a region that
 * is switched on, and no call tells. There is no managed rule for it. A rule in each account, none of the organization: that one would
 * fail in every account that does not record yet, and with it the apply of `security`.
 */
export class DefaultVpcRule extends Construct {
  constructor(scope: Construct, id: string, { region, recording }: DefaultVpcRuleProps) {
    super(scope, id);
    new ConfigConfigRule(this, 'rule', {
      region,
      name: DEFAULT_VPC_RULE,
      description: 'Default VPCs are removed: npm run default-vpcs',
      scope: { complianceResourceTypes: ['AWS::EC2::VPC'] },
      source: {
        owner: 'CUSTOM_POLICY',
        sourceDetail: [{ messageType: 'ConfigurationItemChangeNotification' }],
        customPolicyDetails: { policyRuntime: 'guard-2.x.x', policyText: ruleFile('config/no-default-vpc.guard') },
      },
      dependsOn: [recording],
    });
  }
}

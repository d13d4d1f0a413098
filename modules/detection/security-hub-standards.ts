import { SecurityhubConfigurationPolicy } from '@cdktf/provider-aws/lib/securityhub-configuration-policy';
import { SecurityhubConfigurationPolicyAssociation } from '@cdktf/provider-aws/lib/securityhub-configuration-policy-association';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { unitOf } from '../../config/organizational-units';
import { DISABLED_CONTROLS, DISABLED_IN_ECONOMY } from './security-hub-policies';

export interface SecurityHubStandardsProps {
  readonly blueprint: Blueprint;
  /** Policies can be made when the configuration is central. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** What is checked, by unit: an account has it from the day it joins, and cannot switch it off. */
export class SecurityHubStandards extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: SecurityHubStandardsProps,
  ) {
    super(scope, id);
    const { organization, organizationalUnits, environments, securityServices } = props.blueprint;
    const everywhere = [...DISABLED_CONTROLS, ...securityServices.disabledControls].map(({ control }) => control);
    const foundation = this.policy('foundation', 'What every account is checked for', everywhere);
    this.associate('root', foundation, organization.rootId);
    const economy = environments.filter(({ profile }) => profile === 'economy');
    if (economy.length === 0) return;
    const policy = this.policy('economy', 'The same, without what costs twice to be always there', [
      ...everywhere,
      ...DISABLED_IN_ECONOMY.map(({ control }) => control),
    ]);
    for (const { name } of economy) this.associate(name, policy, organizationalUnits[unitOf(name)] as string);
  }

  private policy(name: string, description: string, disabled: readonly string[]): SecurityhubConfigurationPolicy {
    const { regions, securityServices } = this.props.blueprint;
    const standard = (path: string) => `arn:aws:securityhub:${regions.home}::standards/${path}`;
    return new SecurityhubConfigurationPolicy(this, name, {
      region: regions.home,
      name: `platform-${name}`,
      description,
      configurationPolicy: {
        serviceEnabled: true,
        enabledStandardArns: [
          standard('aws-foundational-security-best-practices/v/1.0.0'),
          standard(`cis-aws-foundations-benchmark/v/${securityServices.cisBenchmark}`),
        ],
        // Not a list of what is on: controls that AWS adds are on from their first day.
        securityControlsConfiguration: { disabledControlIdentifiers: [...new Set(disabled)].sort() },
      },
      dependsOn: [...this.props.dependsOn],
    });
  }

  private associate(name: string, policy: SecurityhubConfigurationPolicy, targetId: string): void {
    new SecurityhubConfigurationPolicyAssociation(this, `${name}-association`, { region: this.props.blueprint.regions.home, policyId: policy.id, targetId });
  }
}

import { ShieldApplicationLayerAutomaticResponse } from '@cdktf/provider-aws/lib/shield-application-layer-automatic-response';
import { ShieldProtection } from '@cdktf/provider-aws/lib/shield-protection';
import { ShieldProtectionGroup } from '@cdktf/provider-aws/lib/shield-protection-group';
import { ShieldProtectionHealthCheckAssociation } from '@cdktf/provider-aws/lib/shield-protection-health-check-association';
import type { ShieldSubscription } from '@cdktf/provider-aws/lib/shield-subscription';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { Construct } from 'constructs';
import type { Environment } from '../../config/blueprint';

type Shield = Environment['shieldAdvanced'];

export interface ShieldResourcesProps {
  readonly shield: Shield;
  readonly region: string;
  /** Web ACL of the environment for load balancers. */
  readonly webAclArn: string;
  readonly subscription: ShieldSubscription;
}

/** Floods of well-formed requests against named load balancers and distributions: seen by their health, answered with rules that Shield writes. */
export class ShieldResources extends Construct {
  readonly protections: readonly ShieldProtection[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ShieldResourcesProps,
  ) {
    super(scope, id);
    const { shield, subscription } = props;
    this.protections = shield.resources.map((resource) => this.protection(resource));
    for (const { name, aggregation, members } of shield.groups) {
      new ShieldProtectionGroup(this, `group-${name}`, {
        protectionGroupId: name,
        aggregation: aggregation.toUpperCase(),
        pattern: 'ARBITRARY',
        members: shield.resources.filter((resource) => members.includes(resource.name)).map(({ arn }) => arn),
        dependsOn: [subscription, ...this.protections],
      });
    }
  }

  private protection({ name, arn, automaticResponse, healthCheckId }: Shield['resources'][number]): ShieldProtection {
    const { region, webAclArn, subscription } = this.props;
    const scope = new Construct(this, name);
    const protection = new ShieldProtection(scope, 'protection', { name, resourceArn: arn, dependsOn: [subscription] });
    if (healthCheckId) {
      new ShieldProtectionHealthCheckAssociation(scope, 'health-check', {
        healthCheckArn: `arn:aws:route53:::healthcheck/${healthCheckId}`,
        shieldProtectionId: protection.id,
      });
    }
    if (automaticResponse !== 'off') {
      // AWS refuses automatic response for a resource without web ACL; a distribution names its own, which Terraform cannot do from here.
      const association = arn.includes(':elasticloadbalancing:') ? [new Wafv2WebAclAssociation(scope, 'web-acl', { region, resourceArn: arn, webAclArn })] : [];
      new ShieldApplicationLayerAutomaticResponse(scope, 'automatic-response', {
        resourceArn: arn,
        action: automaticResponse.toUpperCase(),
        dependsOn: [protection, ...association],
      });
    }
    return protection;
  }
}

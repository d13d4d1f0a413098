import { ShieldProactiveEngagement } from '@cdktf/provider-aws/lib/shield-proactive-engagement';
import { ShieldProtection } from '@cdktf/provider-aws/lib/shield-protection';
import { ShieldProtectionGroup } from '@cdktf/provider-aws/lib/shield-protection-group';
import { ShieldSubscription } from '@cdktf/provider-aws/lib/shield-subscription';
import { Construct } from 'constructs';
import type { Blueprint, Environment } from '../../config/blueprint';
import { ShieldResources } from './shield-resources';
import { ShieldResponseTeam } from './shield-response-team';

export interface ShieldAdvancedProps {
  readonly account: string;
  readonly region: string;
  readonly shield: Environment['shieldAdvanced'];
  /** Allocation ids of the Elastic IP addresses that are protected. */
  readonly allocationIds: readonly string[];
  /** Web ACL of the environment for load balancers. */
  readonly webAclArn: string;
  readonly contact: Blueprint['organization']['contacts']['security'];
}

/** Help against large floods, and credits for what they cost. 3,000 USD a month: only made when the configuration says so. */
export class ShieldAdvanced extends Construct {
  constructor(scope: Construct, id: string, { account, region, shield, allocationIds, webAclArn, contact }: ShieldAdvancedProps) {
    super(scope, id);
    const subscription = new ShieldSubscription(this, 'subscription', { autoRenew: 'ENABLED' });
    const protections = allocationIds.map(
      (allocationId, index) =>
        new ShieldProtection(this, `address-${index}`, {
          name: `address-${index}`,
          resourceArn: `arn:aws:ec2:${region}:${account}:eip-allocation/${allocationId}`,
          dependsOn: [subscription],
        }),
    );
    const resources = new ShieldResources(this, 'resource', { shield, region, webAclArn, subscription });
    new ShieldProtectionGroup(this, 'all', {
      protectionGroupId: 'all',
      aggregation: 'MAX',
      pattern: 'ALL',
      dependsOn: [subscription, ...protections, ...resources.protections],
    });
    new ShieldProactiveEngagement(this, 'proactive-engagement', {
      enabled: shield.proactiveEngagement,
      emergencyContact: [{ emailAddress: contact.email, phoneNumber: contact.phone.replaceAll(/[^+\d]/g, ''), contactNotes: contact.name }],
      dependsOn: [subscription],
    });
    if (shield.responseTeamAccess) new ShieldResponseTeam(this, 'response-team', { account, dependsOn: [subscription] });
  }
}

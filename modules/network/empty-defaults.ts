import { DefaultNetworkAcl } from '@cdktf/provider-aws/lib/default-network-acl';
import { DefaultRouteTable } from '@cdktf/provider-aws/lib/default-route-table';
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { Construct } from 'constructs';
import type { NetworkPartProps } from './network-part';

/** What AWS forces to exist in a VPC holds no rules: what is forgotten to be placed can neither reach nor be reached. */
export class EmptyDefaults extends Construct {
  constructor(scope: Construct, id: string, { region, vpc, tags }: NetworkPartProps) {
    super(scope, id);
    const group = new DefaultSecurityGroup(this, 'security-group', { region, vpcId: vpc.id, tags: tags('default-deny') });
    const table = new DefaultRouteTable(this, 'route-table', { region, defaultRouteTableId: vpc.defaultRouteTableId, tags: tags('default-no-routes') });
    // Left out, these would mean "whatever is there" once adopted: a rule that somebody adds would be no change in any later plan.
    for (const rules of ['ingress', 'egress']) group.addOverride(rules, []);
    table.addOverride('route', []);
    new DefaultNetworkAcl(this, 'network-acl', {
      region,
      defaultNetworkAclId: vpc.defaultNetworkAclId,
      tags: tags('default-deny'),
      lifecycle: { ignoreChanges: ['subnet_ids'] }, // AWS lists here what has no other list; every subnet of ours has
    });
  }
}

import type { OrdinaryWork } from './ordinary-work';
import { all, BY_HAND, byStrangers, except, from, named, SUCCEEDED, type TrailAlarms } from './pattern';

/** Ways in and out that were opened by hand. */
export const networkAlarms = (work: OrdinaryWork): TrailAlarms => ({
  'security-group-change': {
    pattern: all(
      from('ec2'),
      named('AuthorizeSecurityGroup*', 'CreateSecurityGroup', 'DeleteSecurityGroup', 'ModifySecurityGroupRules', 'RevokeSecurityGroup*'),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'A security group was changed by hand where nobody works by hand',
  },
  // By what calls are about, not by their names: a kind of gateway that AWS adds is seen, too.
  'network-change': {
    pattern: all(
      from('ec2'),
      named('*Gateway*', '*NetworkAcl*', '*Route*', '*TrafficMirror*', '*Vpc*', '*Vpn*', 'EnableAddressTransfer'),
      ...except('Describe*', 'Get*', 'Search*'),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'A route, gateway, network ACL, VPC, peering or the block of public access was changed by hand: traffic may bypass inspection',
  },
  // A region that is switched on comes with a default VPC, and no further call tells.
  'default-network': {
    pattern:
      '{ ($.errorCode NOT EXISTS) && (($.eventName = "CreateDefaultVpc") || ($.eventName = "CreateDefaultSubnet") || (($.eventSource = "account.amazonaws.com") && ($.eventName = "EnableRegion"))) }',
    description: 'A default VPC or subnet was made, or a region with one switched on: run `npm run default-vpcs`',
  },
});

import type { OrdinaryWork } from './ordinary-work';
import { all, BY_HAND, byStrangers, from, named, SUCCEEDED, type TrailAlarms } from './pattern';

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
  'network-acl-change': {
    pattern: all(
      from('ec2'),
      named('CreateNetworkAcl', 'CreateNetworkAclEntry', 'DeleteNetworkAcl', 'DeleteNetworkAclEntry', 'ReplaceNetworkAclAssociation', 'ReplaceNetworkAclEntry'),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'A network ACL was changed by hand',
  },
  'gateway-change': {
    pattern: all(
      from('ec2'),
      named(
        'AttachInternetGateway',
        'AttachVpnGateway',
        'CreateClientVpnEndpoint',
        'CreateCustomerGateway',
        'CreateEgressOnlyInternetGateway',
        'CreateInternetGateway',
        'CreateNatGateway',
        'CreateTrafficMirrorSession',
        'CreateVpnConnection',
        'DeleteCustomerGateway',
        'DeleteInternetGateway',
        'DetachInternetGateway',
        'EnableAddressTransfer',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'A gateway to the internet or to another network was changed by hand',
  },
  'route-change': {
    pattern: all(
      from('ec2'),
      named(
        'AssociateRouteTable',
        'CreateRoute',
        'CreateRouteTable',
        'DeleteRoute',
        'DeleteRouteTable',
        'DisassociateRouteTable',
        'ReplaceRoute',
        'ReplaceRouteTableAssociation',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'A route was changed by hand: traffic may bypass inspection',
  },
  'vpc-change': {
    pattern: all(
      from('ec2'),
      named(
        '*VpcPeeringConnection',
        'AttachClassicLinkVpc',
        'CreateVpc',
        'DeleteVpc',
        'DetachClassicLinkVpc',
        'DisableVpcClassicLink',
        'EnableVpcClassicLink',
        'ModifyVpcAttribute',
        'ModifyVpcBlockPublicAccess*',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'A VPC, a peering or the block of public access was changed by hand',
  },
  // A region that is switched on comes with a default VPC, and no further call tells.
  'default-network': {
    pattern:
      '{ ($.errorCode NOT EXISTS) && (($.eventName = "CreateDefaultVpc") || ($.eventName = "CreateDefaultSubnet") || (($.eventSource = "account.amazonaws.com") && ($.eventName = "EnableRegion"))) }',
    description: 'A default VPC or subnet was made, or a region with one switched on: run `npm run default-vpcs`',
  },
});

import { APPLY, DEPLOY, INTRUDER, intrusions, ordinarily, person, record, type Samples, service, serviceLinked, UNAUTHORIZED } from './record';

const OPEN = { groupId: 'sg-1', ipPermissions: { items: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] } }] } };
const ELB = serviceLinked('elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing');
const other = (name: string) => record(INTRUDER, 'prod', ['lightsail', name]);

export const NETWORK_SAMPLES: Samples = {
  'security-group-change': {
    raises: [
      ...intrusions('ec2', {
        AuthorizeSecurityGroupIngress: OPEN,
        AuthorizeSecurityGroupEgress: OPEN,
        CreateSecurityGroup: { groupName: 'x' },
        DeleteSecurityGroup: { groupId: 'sg-1' },
        ModifySecurityGroupRules: { groupId: 'sg-1' },
        RevokeSecurityGroupIngress: OPEN,
        RevokeSecurityGroupEgress: OPEN,
      }),
      record(person('NetworkAdmin'), 'prod', ['ec2', 'AuthorizeSecurityGroupIngress'], OPEN),
    ],
    quiet: [
      ...ordinarily('prod', ['ec2', 'AuthorizeSecurityGroupIngress'], OPEN, APPLY, DEPLOY, ELB),
      record(INTRUDER, 'prod', ['ec2', 'AuthorizeSecurityGroupIngress'], OPEN, UNAUTHORIZED),
      record(person('Developer'), 'dev', ['ec2', 'CreateSecurityGroup'], { groupName: 'try' }),
      record(service('eks'), 'prod', ['ec2', 'CreateSecurityGroup']),
      record(INTRUDER, 'prod', ['ec2', 'DescribeSecurityGroups']),
      other('CreateSecurityGroup'),
    ],
  },
  'network-change': {
    raises: [
      ...[
        ...intrusions('ec2', {
          CreateNetworkAcl: { vpcId: 'vpc-1' },
          CreateNetworkAclEntry: { networkAclId: 'acl-1', cidrBlock: '0.0.0.0/0', ruleAction: 'allow' },
          DeleteNetworkAcl: { networkAclId: 'acl-1' },
          DeleteNetworkAclEntry: { networkAclId: 'acl-1' },
          ReplaceNetworkAclAssociation: { networkAclId: 'acl-1' },
          ReplaceNetworkAclEntry: { networkAclId: 'acl-1' },
        }),
      ],
      ...[
        ...intrusions('ec2', {
          AttachInternetGateway: { vpcId: 'vpc-1' },
          AttachVpnGateway: { vpcId: 'vpc-1' },
          CreateCustomerGateway: null,
          CreateEgressOnlyInternetGateway: { vpcId: 'vpc-1' },
          CreateClientVpnEndpoint: null,
          CreateInternetGateway: null,
          CreateTrafficMirrorSession: null,
          EnableAddressTransfer: null,
          CreateNatGateway: { subnetId: 'subnet-1' },
          CreateVpnConnection: null,
          DeleteCustomerGateway: null,
          DeleteInternetGateway: null,
          DetachInternetGateway: null,
        }),
      ],
      ...[
        ...intrusions('ec2', {
          AssociateRouteTable: null,
          CreateRoute: { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
          CreateRouteTable: null,
          DeleteRoute: null,
          DeleteRouteTable: null,
          DisassociateRouteTable: null,
          ReplaceRoute: null,
          ReplaceRouteTableAssociation: null,
        }),
      ],
      ...[
        ...intrusions('ec2', {
          AcceptVpcPeeringConnection: null,
          AttachClassicLinkVpc: null,
          CreateVpc: { cidrBlock: '10.99.0.0/16' },
          CreateVpcPeeringConnection: { peerOwnerId: '999999999999' },
          DeleteVpc: null,
          DeleteVpcPeeringConnection: null,
          DetachClassicLinkVpc: null,
          DisableVpcClassicLink: null,
          EnableVpcClassicLink: null,
          ModifyVpcAttribute: null,
          ModifyVpcBlockPublicAccessOptions: { internetGatewayBlockMode: 'off' },
          RejectVpcPeeringConnection: null,
        }),
      ],
      ...intrusions('ec2', { CreateTransitGateway: null, CreateCarrierGateway: null, ModifyVpcEndpoint: null }),
    ],
    quiet: [
      ...ordinarily('prod', ['ec2', 'CreateNetworkAclEntry'], { networkAclId: 'acl-1' }, APPLY),
      record(service('fms'), 'prod', ['ec2', 'ReplaceNetworkAclAssociation']),
      record(INTRUDER, 'prod', ['ec2', 'DescribeNetworkAcls']),
      other('CreateNetworkAcl'),
      ...ordinarily('prod', ['ec2', 'CreateNatGateway'], { subnetId: 'subnet-1' }, APPLY),
      record(service('networkmanager'), 'prod', ['ec2', 'CreateVpnConnection']),
      record(INTRUDER, 'prod', ['ec2', 'DescribeInternetGateways']),
      other('CreateInternetGateway'),
      ...ordinarily('prod', ['ec2', 'CreateRoute'], { routeTableId: 'rtb-1' }, APPLY),
      record(service('network-firewall'), 'prod', ['ec2', 'ReplaceRoute']),
      record(INTRUDER, 'prod', ['ec2', 'DescribeRouteTables']),
      record(INTRUDER, 'dev', ['appmesh', 'CreateRoute']),
      ...ordinarily('prod', ['ec2', 'CreateVpc'], { cidrBlock: '10.16.0.0/16' }, APPLY),
      record(service('workspaces'), 'prod', ['ec2', 'ModifyVpcAttribute']),
      record(INTRUDER, 'prod', ['ec2', 'DescribeVpcs']),
      record(INTRUDER, 'prod', ['gamelift', 'DeleteVpcPeeringConnection']),
      record(person('NetworkAdmin'), 'prod', ['ec2', 'GetVpnConnectionDeviceTypes']),
      record(person('NetworkAdmin'), 'prod', ['ec2', 'SearchTransitGatewayRoutes']),
      record(INTRUDER, 'prod', ['ec2', 'RunInstances']),
    ],
  },
  'default-network': {
    raises: [
      record(INTRUDER, 'prod', ['ec2', 'CreateDefaultVpc'], null, { responseElements: { vpc: { vpcId: 'vpc-1', isDefault: true } } }),
      record(APPLY, 'prod', ['ec2', 'CreateDefaultSubnet'], { availabilityZone: 'eu-west-1a' }),
      record(APPLY, 'management', ['account', 'EnableRegion'], { regionName: 'eu-south-1' }),
    ],
    quiet: [
      record(INTRUDER, 'prod', ['ec2', 'CreateDefaultVpc'], null, UNAUTHORIZED),
      record(APPLY, 'management', ['account', 'DisableRegion'], { regionName: 'eu-south-1' }),
      record(APPLY, 'prod', ['ec2', 'DeleteVpc'], { vpcId: 'vpc-1' }),
      record(APPLY, 'prod', ['dms', 'EnableRegion']),
    ],
  },
};

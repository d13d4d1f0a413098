import { APPLY, BREAK_GLASS, but, guardrail, NETWORK_ROLES } from '../guardrail-context';

export const protectNetwork = guardrail(
  'ProtectNetwork',
  'A gate in the network that was closed is opened, or its tag taken off. What carries the tag BlueprintNetwork is changed by the network role, the apply role and break-glass only.',
  () => ({
    Action: [
      'ec2:AssociateNatGatewayAddress',
      'ec2:AssociateSecurityGroupVpc',
      'ec2:AuthorizeSecurityGroup*',
      'ec2:CreateTags',
      'ec2:DeleteInternetGateway',
      'ec2:DeleteManagedPrefixList',
      'ec2:DeleteNetworkAcl',
      'ec2:DeleteRouteTable',
      'ec2:DeleteSecurityGroup',
      'ec2:DeleteSubnet',
      'ec2:DeleteTags',
      'ec2:DeleteVpc',
      'ec2:DetachInternetGateway',
      'ec2:DisassociateRouteTable',
      'ec2:DisassociateSubnetCidrBlock',
      'ec2:DisassociateVpcCidrBlock',
      'ec2:ModifyManagedPrefixList',
      'ec2:ModifySecurityGroupRules',
      'ec2:RestoreManagedPrefixListVersion',
      'ec2:RevokeSecurityGroup*',
      'network-firewall:TagResource',
      'network-firewall:UntagResource',
    ],
    Condition: but([APPLY, BREAK_GLASS, ...NETWORK_ROLES], { Null: { 'aws:ResourceTag/BlueprintNetwork': 'false' } }),
  }),
);

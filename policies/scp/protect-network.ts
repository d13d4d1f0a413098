import { APPLY, BREAK_GLASS, denyBut, type Guardrail, NETWORK_ROLES } from '../guardrail-context';

/** A route past the firewall is exfiltration prepared. What carries the tag BlueprintNetwork is changed by the network role, the apply role and break-glass only. */
export const protectNetwork: Guardrail = () =>
  denyBut([APPLY, BREAK_GLASS, ...NETWORK_ROLES], {
    Sid: 'ProtectNetwork',
    Action: [
      'ec2:AcceptVpcPeeringConnection',
      'ec2:AssociateRouteTable',
      'ec2:AttachInternetGateway',
      'ec2:CreateRoute',
      'ec2:CreateNetworkAclEntry',
      'ec2:DeleteInternetGateway',
      'ec2:DeleteNatGateway',
      'ec2:DeleteNetworkAcl*',
      'ec2:DeleteRoute*',
      'ec2:DeleteSubnet',
      'ec2:DeleteVpc',
      'ec2:DeleteVpcEndpoints',
      'ec2:DetachInternetGateway',
      'ec2:DisassociateRouteTable',
      'ec2:ModifySubnetAttribute',
      'ec2:ModifyVpcAttribute',
      'ec2:ModifyVpcEndpoint',
      'ec2:ReplaceNetworkAcl*',
      'ec2:ReplaceRoute*',
      'ec2:AuthorizeSecurityGroup*',
      'ec2:RevokeSecurityGroup*',
      'ec2:ModifySecurityGroupRules',
      'ec2:DeleteSecurityGroup',
      'ec2:CreateTags',
      'ec2:DeleteTags',
      'network-firewall:Associate*',
      'network-firewall:Delete*',
      'network-firewall:Disassociate*',
      'network-firewall:Update*',
    ],
    Condition: { Null: { 'aws:ResourceTag/BlueprintNetwork': 'false' } },
  });

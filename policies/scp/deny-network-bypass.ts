import { APPLY, BREAK_GLASS, but, guardrail, NETWORK_ROLES } from '../guardrail-context';

export const denyNetworkBypass = guardrail(
  'DenyNetworkBypass',
  'New ways out of the VPC need no existing resource: peerings, gateways, VPNs; a web ACL is weakened in one call. Exempt: the network role, the apply role and break-glass.',
  () => ({
    Action: [
      'ec2:AcceptTransitGateway*',
      'ec2:AcceptVpcPeeringConnection',
      'ec2:AssociateTransitGateway*',
      'ec2:AttachInternetGateway',
      'ec2:AttachVpnGateway',
      'ec2:CreateCarrierGateway',
      'ec2:CreateClientVpn*',
      'ec2:CreateCustomerGateway',
      'ec2:CreateEgressOnlyInternetGateway',
      'ec2:CreateInternetGateway',
      'ec2:CreateNatGateway',
      'ec2:CreateSubnet',
      'ec2:CreateTransitGateway*',
      'ec2:CreateVpc',
      'ec2:CreateVpcBlockPublicAccessExclusion',
      'ec2:CreateVpcPeeringConnection',
      'ec2:CreateVpn*',
      'ec2:ModifyVpcBlockPublicAccess*',
      'wafv2:DeleteLoggingConfiguration',
      'wafv2:DeleteWebACL',
      'wafv2:DisassociateWebACL',
      'wafv2:UpdateWebACL',
    ],
    Condition: but([APPLY, BREAK_GLASS, ...NETWORK_ROLES]),
  }),
);

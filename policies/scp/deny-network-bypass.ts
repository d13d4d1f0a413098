import { APPLY, BREAK_GLASS, denyBut, type Guardrail, NETWORK_ROLES } from '../guardrail-context';

/** New ways out of the VPC need no existing resource: peerings, gateways, VPNs. Only the network role, the apply role and break-glass make them. */
export const denyNetworkBypass: Guardrail = () =>
  denyBut([APPLY, BREAK_GLASS, ...NETWORK_ROLES], {
    Sid: 'DenyNetworkBypass',
    Action: [
      'ec2:AcceptTransitGateway*',
      'ec2:AcceptVpcPeeringConnection',
      'ec2:AssociateTransitGateway*',
      'ec2:CreateCarrierGateway',
      'ec2:CreateClientVpn*',
      'ec2:CreateCustomerGateway',
      'ec2:CreateEgressOnlyInternetGateway',
      'ec2:CreateInternetGateway',
      'ec2:AttachInternetGateway',
      'ec2:CreateNatGateway',
      'ec2:CreateSubnet',
      'ec2:CreateTransitGateway*',
      'ec2:CreateVpc',
      'ec2:CreateVpcPeeringConnection',
      'ec2:CreateVpn*',
      'ec2:AttachVpnGateway',
      'ec2:ModifyVpcBlockPublicAccessOptions',
      'ec2:CreateVpcBlockPublicAccessExclusion',
      'wafv2:DeleteLoggingConfiguration',
      'wafv2:DeleteWebACL',
      'wafv2:DisassociateWebACL',
      'wafv2:UpdateWebACL',
    ],
  });

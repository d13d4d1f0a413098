/**
 * EC2 actions that change what carries packets. Verbs are written out: a pattern such as *InternetGateway* would forbid
 * looking, too, and consoles show nothing but errors then.
 */
export const NETWORK_CHANGES: readonly string[] = [
  'ec2:Accept*',
  'ec2:Associate*CidrBlock',
  'ec2:Associate*RouteTable',
  'ec2:AssociateDhcpOptions',
  'ec2:Attach*Gateway',
  'ec2:Create*Gateway*',
  'ec2:Create*Route*',
  'ec2:Create*Subnet',
  'ec2:Create*Vpc*',
  'ec2:Create*Vpn*',
  'ec2:CreateNetworkAcl*',
  'ec2:Delete*Gateway*',
  'ec2:Delete*Route*',
  'ec2:Delete*Vpc*',
  'ec2:Delete*Vpn*',
  'ec2:DeleteFlowLogs',
  'ec2:DeleteNetworkAcl*',
  'ec2:DeleteSubnet',
  'ec2:Detach*Gateway',
  'ec2:Disassociate*RouteTable',
  'ec2:Modify*Gateway*',
  'ec2:Modify*Vpc*',
  'ec2:Modify*Vpn*',
  'ec2:ModifySubnetAttribute',
  'ec2:ReplaceNetworkAcl*',
  'ec2:ReplaceRoute*',
];

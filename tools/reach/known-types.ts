/** Types that the model reads. */
const READ = [
  'aws_vpc',
  'aws_subnet',
  'aws_internet_gateway',
  'aws_nat_gateway',
  'aws_route_table',
  'aws_route_table_association',
  'aws_route',
  'aws_default_route_table',
  'aws_default_security_group',
  'aws_default_network_acl',
  'aws_network_acl',
  'aws_security_group',
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
  'aws_vpc_endpoint',
  'aws_networkfirewall_firewall',
  'aws_ec2_transit_gateway',
  'aws_ec2_transit_gateway_vpc_attachment',
  'aws_ec2_transit_gateway_route_table',
  'aws_ec2_transit_gateway_route',
  'aws_ec2_transit_gateway_route_table_association',
  'aws_ec2_transit_gateway_route_table_propagation',
];

/**
 * Types of the network that carry no packet, or can only take away what the model grants. A load balancer ends a connection and
 * opens another: both within its subnets and security group, which are read.
 */
const CARRY_NOTHING =
  /^aws_(networkfirewall_(firewall_policy|rule_group|logging_configuration|tls_inspection_configuration|resource_policy)|vpc_(block_public_access_(options|exclusion)|encryption_control|endpoint_policy)|route53_resolver_(firewall_\w+|query_log_config\w*|config|dnssec_config)|vpc_ipam\w*|lb)$/;

/** Types that could carry packets. One that is neither read nor known to carry nothing may be a way around everything. */
const NETWORK =
  /^aws_(vpc|subnet|route(?!53_(?!resolver_))|internet_gateway|nat_gateway|egress_only|default_(vpc|subnet|route|network|security|dhcp)|network_acl|network_interface|security_group|networkfirewall|ec2_(transit|carrier|local_gateway|instance_connect_endpoint|managed_prefix)|vpn|customer_gateway|dx_|networkmanager|vpclattice|main_route|ec2_client_vpn|lb$|alb$|elb$|globalaccelerator|eip_association|instance$)/;

export type Knowledge = 'read' | 'carries nothing' | 'unknown' | 'no network';
export function knowledgeOf(type: string): Knowledge {
  if (READ.includes(type)) return 'read';
  if (CARRY_NOTHING.test(type)) return 'carries nothing';
  return NETWORK.test(type) ? 'unknown' : 'no network';
}

import { readNetwork } from '../../../tools/reach/read-network';
import { renderReachability } from '../../../tools/reach/render-reachability';
import type { TerraformJson } from '../../../tools/synthesis/synthesize';
import { exampleInput } from '../../fixtures/example';
import { synth } from '../../support/synth';

const { documents } = synth(exampleInput());
/** The example with a change in prod. */
const changed = (change: (resource: TerraformJson) => void) => {
  const prod = structuredClone(documents.get('prod'));
  change(prod.resource);
  return new Map([...documents].map(([stack, document]) => [stack, stack === 'prod' ? prod : document]));
};
const route = (target: TerraformJson) => (resource: TerraformJson) => {
  resource.aws_route.new = { route_table_id: '${aws_route_table.network_routing_data-a.id}', destination_cidr_block: '0.0.0.0/0', ...target };
};

describe('what the model does not know is an error, never "unreachable"', () => {
  it.each<[string, (resource: TerraformJson) => void, string]>([
    [
      'a peering connection',
      (resource) => (resource.aws_vpc_peering_connection = { p: {} }),
      'prod/aws_vpc_peering_connection.p: is of a type that could carry packets, got aws_vpc_peering_connection; teach tools/reach what it does (known-types.ts)',
    ],
    ['a VPN gateway', (resource) => (resource.aws_vpn_gateway = { v: {} }), 'prod/aws_vpn_gateway.v: is of a type'],
    ['VPC Lattice', (resource) => (resource.aws_vpclattice_service_network_vpc_association = { v: {} }), 'is of a type that could carry packets'],
    ['an old security group rule', (resource) => (resource.aws_security_group_rule = { r: {} }), 'is of a type that could carry packets'],
    ['an old network ACL rule', (resource) => (resource.aws_network_acl_rule = { r: {} }), 'is of a type that could carry packets'],
    ['a second range of a VPC', (resource) => (resource.aws_vpc_ipv4_cidr_block_association = { r: {} }), 'is of a type that could carry packets'],
    ['an egress-only gateway', (resource) => (resource.aws_egress_only_internet_gateway = { e: {} }), 'is of a type that could carry packets'],
    [
      'a route to an instance',
      route({ network_interface_id: 'eni-1' }),
      'prod/aws_route.new.network_interface_id: is no reference that the reachability model can follow, got "eni-1"; teach tools/reach what it is',
    ],
    [
      'a route to a peering connection',
      route({ vpc_peering_connection_id: '${aws_vpc_peering_connection.p.id}' }),
      'prod/aws_route.new.vpc_peering_connection_id: names a resource that is not in its stack',
    ],
    ['a route to a key', route({ gateway_id: '${aws_vpc.network_vpc.id}' }), 'is a target that the model does not know, got prod/aws_vpc.network_vpc'],
    ['a route with two targets', route({ gateway_id: 'local', nat_gateway_id: 'nat-1' }), 'must have an IPv4 destination and one target'],
    ['a route without a target', route({}), 'prod/aws_route.new.gateway_id: is no reference'],
    [
      'a route for IPv6',
      route({ destination_cidr_block: undefined, destination_ipv6_cidr_block: '::/0', gateway_id: 'local' }),
      'must have an IPv4 destination',
    ],
    [
      'a route by prefix list',
      route({ destination_cidr_block: undefined, destination_prefix_list_id: 'pl-1', gateway_id: 'local' }),
      'must have an IPv4 destination',
    ],
    [
      'an endpoint that is none of the firewall',
      route({ vpc_endpoint_id: 'vpce-1' }),
      'prod/aws_route.new.vpc_endpoint_id: is no endpoint of a firewall in that subnet, got vpce-1; correct the route',
    ],
    [
      'routes inside of a table',
      (resource) => (resource.aws_route_table['network_routing_data-a'].route = [{ cidr_block: '0.0.0.0/0' }]),
      'has rules inside, got 1; write one resource each',
    ],
    [
      'rules inside of a group',
      (resource) => (resource.aws_security_group['network_security-groups_data'].ingress = [{}]),
      'has rules inside, got 1; write one resource each',
    ],
    ['rules in the default group', (resource) => (resource.aws_default_security_group['network_defaults_security-group'].ingress = [{}]), 'has rules inside'],
    [
      'an IPv6 rule of a list',
      (resource) => resource.aws_network_acl['network_network-acls_data'].ingress.push({ ipv6_cidr_block: '::/0' }),
      'has a rule without an IPv4 range',
    ],
    [
      'an IPv6 rule of a group',
      (resource) => {
        resource.aws_vpc_security_group_ingress_rule.new = {
          security_group_id: '${aws_security_group.network_security-groups_data.id}',
          ip_protocol: '-1',
          cidr_ipv6: '::/0',
        };
      },
      'names a peer that the model does not know',
    ],
    [
      'a gateway load balancer endpoint',
      (resource) => (resource.aws_vpc_endpoint.network_endpoints_s3.vpc_endpoint_type = 'GatewayLoadBalancer'),
      'is a kind that the model does not know, got GatewayLoadBalancer',
    ],
  ])('%s', (_name, change, message) => {
    expect(() => readNetwork(changed(change))).toThrow(message);
  });
});

it('sections of stacks that are not rendered stand as they are', () => {
  const kept = new Map([['dev', '\n## dev\n\nas it was\n']]);
  const text = renderReachability(documents, (stack) => stack !== 'dev', kept);
  expect(text).toContain('## dev\n\nas it was\n');
  expect(text).toContain('| prod/data | internet | no: no route, network ACL, security group | - | - |');
});

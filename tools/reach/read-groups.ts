import type { ResourceBlock } from '../synthesis/resources-in';
import { addressesOf } from './addresses';
import type { GroupRule, Network, SecurityGroup, ServiceEndpoint } from './network';
import { type Key, type Of, portsOf, protocolOf } from './read-network';
import { type Documents, keyOf } from './resolve-references';

/** Security groups with their rules, and the VPC endpoints. */
export function readGroups(of: Of, key: Key, documents: Documents): Pick<Network, 'groups' | 'endpoints'> {
  const endpoints = of('aws_vpc_endpoint').map((endpoint) => readEndpoint(endpoint, key, documents));
  const rules = (type: string) => of(type).map((rule) => ({ group: key(rule, 'security_group_id'), rule: readRule(rule, key, endpoints) }));
  const [ingress, egress] = [rules('aws_vpc_security_group_ingress_rule'), rules('aws_vpc_security_group_egress_rule')];
  const balanced = new Set(
    of('aws_lb').flatMap(({ stack, path, attributes }) =>
      ((attributes.security_groups ?? []) as string[]).map((id) => keyOf(documents, stack, id, `${path}.security_groups`)),
    ),
  );
  const groups = of('aws_security_group').map((group): [string, SecurityGroup] => [
    group.path,
    {
      key: group.path,
      stack: group.stack,
      vpc: key(group, 'vpc_id'),
      ofLoadBalancer: group.path.endsWith('_load-balancer') || balanced.has(group.path),
      ingress: ingress.filter((one) => one.group === group.path).map(({ rule }) => rule),
      egress: egress.filter((one) => one.group === group.path).map(({ rule }) => rule),
    },
  ]);
  return { groups: new Map(groups), endpoints };
}

function readEndpoint(endpoint: ResourceBlock, key: Key, documents: Documents): ServiceEndpoint {
  const { path, stack, attributes } = endpoint;
  const kind = attributes.vpc_endpoint_type;
  if (kind !== 'Gateway' && kind !== 'Interface')
    throw new Error(`${path}.vpc_endpoint_type: is a kind that the model does not know, got ${kind}; teach tools/reach what it does`);
  const keys = (attribute: string) => ((attributes[attribute] ?? []) as string[]).map((id) => keyOf(documents, stack, id, `${path}.${attribute}`));
  const service = String(attributes.service_name).replace(/^com\.amazonaws\.[a-z0-9-]+\./, '');
  return {
    key: path,
    vpc: key(endpoint, 'vpc_id'),
    service,
    kind,
    tables: keys('route_table_ids'),
    subnets: keys('subnet_ids'),
    groups: keys('security_group_ids'),
  };
}

function readRule(rule: ResourceBlock, key: Key, endpoints: readonly ServiceEndpoint[]): GroupRule {
  const { path, attributes } = rule;
  const protocol = protocolOf(attributes.ip_protocol);
  const common = { path, protocol, ports: portsOf(protocol, attributes) };
  if (attributes.cidr_ipv4) return { ...common, addresses: addressesOf(attributes.cidr_ipv4) };
  if (attributes.referenced_security_group_id) return { ...common, group: key(rule, 'referenced_security_group_id') };
  const endpoint = attributes.prefix_list_id && endpoints.find((one) => one.key === key(rule, 'prefix_list_id'));
  if (!endpoint) throw new Error(`${path}: names a peer that the model does not know, got ${Object.keys(attributes).join(', ')}; teach tools/reach what it is`);
  return { ...common, service: endpoint.service };
}

import { LIMITS } from '../../config/aws-limits';
import type { ResourceBlock } from '../synthesis/resources-in';
import type { QuotaUse } from './quota';

/** Rules of security groups and network ACLs in each direction, and tables of transit gateways: named routes between environments add to them. */
export function networkRules(resources: readonly ResourceBlock[]): QuotaUse[] {
  const of = (type: string) => resources.filter((resource) => resource.type === type);
  const groups = new Map<string, number>();
  for (const direction of ['ingress', 'egress'])
    for (const { stack, attributes } of of(`aws_vpc_security_group_${direction}_rule`)) {
      const group = /\$\{(aws_security_group\.[\w-]+)\./.exec(String(attributes.security_group_id))?.[1] ?? String(attributes.security_group_id);
      const path = `${stack}/${group} ${direction}`;
      groups.set(path, (groups.get(path) ?? 0) + 1);
    }
  const lists = of('aws_network_acl').flatMap(({ path, attributes }) =>
    ['ingress', 'egress'].map((direction): [string, number] => [`${path} ${direction}`, (attributes[direction] ?? []).length]),
  );
  const tables = new Map<string, number>();
  for (const { stack } of of('aws_ec2_transit_gateway_route_table')) tables.set(stack, (tables.get(stack) ?? 0) + 1);
  const remedy = 'use port ranges, or name fewer flows and routes';
  return [
    ...[...groups].map(([path, used]): QuotaUse => ({ quota: 'security group', path, used, limit: LIMITS.securityGroupRules, unit: 'rules', remedy })),
    ...lists.map(([path, used]): QuotaUse => ({ quota: 'network ACL', path, used, limit: LIMITS.networkAclRules, unit: 'rules', remedy })),
    ...[...tables].map(
      ([path, used]): QuotaUse => ({
        quota: 'transit gateway',
        path,
        used,
        limit: LIMITS.transitGatewayTables,
        unit: 'route tables',
        remedy: 'ask AWS for more in Service Quotas',
        advisory: true,
      }),
    ),
  ];
}

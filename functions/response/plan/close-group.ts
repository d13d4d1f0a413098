import {
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroupRule,
} from '@aws-sdk/client-ec2';
import { missing } from '../missing';
import { protection } from '../protection';
import { nothing, type Plan, step, type World } from '../step';

/** Takes away the rules that let the world in, but for ports that the configuration leaves open; every other rule stays. */
export async function closeGroup({ here, settings, incident }: World, { groupId }: { readonly groupId: string }): Promise<Plan> {
  const { ec2 } = await here();
  const groups = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [groupId] })).catch(missing('InvalidGroup.NotFound'));
  const group = groups?.SecurityGroups?.[0];
  if (!group) return nothing(); // gone
  const kept = protection(settings, `arn:aws:ec2:${incident.region}:${incident.account}:security-group/${groupId}`, group.Tags);
  if (kept) return nothing(kept);
  const { SecurityGroupRules = [] } = await ec2.send(new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: 'group-id', Values: [groupId] }] }));
  const open = SecurityGroupRules.filter((rule) => !rule.IsEgress && isWorld(rule) && !isPublic(rule, settings.publicPorts));
  if (open.length === 0) return nothing();
  const ids = open.flatMap(({ SecurityGroupRuleId }) => SecurityGroupRuleId ?? []);
  return step(`revokes ${open.map(words).join(', ')} of security group ${groupId}`, () =>
    ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId: groupId, SecurityGroupRuleIds: ids })),
  );
}

const isWorld = ({ CidrIpv4, CidrIpv6 }: SecurityGroupRule): boolean => /\/0$/.test(CidrIpv4 ?? CidrIpv6 ?? '');
const isPublic = ({ IpProtocol, FromPort, ToPort }: SecurityGroupRule, ports: readonly number[]): boolean =>
  IpProtocol === 'tcp' && FromPort !== undefined && FromPort === ToPort && ports.includes(FromPort);
/** Enough to make the rule again. */
const words = ({ SecurityGroupRuleId, IpProtocol, FromPort, ToPort, CidrIpv4, CidrIpv6 }: SecurityGroupRule): string =>
  `${SecurityGroupRuleId} (${IpProtocol === '-1' ? 'everything' : `${IpProtocol} ${FromPort}-${ToPort}`} from ${CidrIpv4 ?? CidrIpv6})`;

import {
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  type EC2Client,
  GetManagedPrefixListEntriesCommand,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroupRule,
} from '@aws-sdk/client-ec2';
import { tooWide } from '../addresses';
import { missing } from '../missing';
import { protection } from '../protection';
import { joined, nothing, type Plan, step, type World } from '../step';

/** Takes away the rules that let the world in, whole or in parts, but for ports that the configuration leaves open; every other rule stays. */
export async function closeGroup({ here, settings, incident }: World, { groupId }: { readonly groupId: string }): Promise<Plan> {
  const { ec2 } = await here();
  const groups = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [groupId] })).catch(missing('InvalidGroup.NotFound'));
  const group = groups?.SecurityGroups?.[0];
  if (!group) return nothing(); // gone
  const kept = protection(settings, `arn:aws:ec2:${incident.region}:${incident.account}:security-group/${groupId}`, group.Tags);
  if (kept) return nothing(kept);
  const { SecurityGroupRules = [] } = await ec2.send(new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: 'group-id', Values: [groupId] }] }));
  const judged = await Promise.all(
    SecurityGroupRules.filter((rule) => !rule.IsEgress && !isPublic(rule, settings.publicPorts)).map(async (rule) => ({
      rule,
      cidrs: await networksOf(ec2, rule),
    })),
  );
  const world = new Set(tooWide(judged.flatMap(({ cidrs }) => cidrs)));
  const open = judged.filter(({ cidrs }) => cidrs.some((cidr) => world.has(cidr))).map(({ rule }) => rule);
  if (open.length === 0) return nothing();
  const ids = open.flatMap(({ SecurityGroupRuleId }) => SecurityGroupRuleId ?? []);
  return step(`revokes ${open.map(words).join(', ')} of security group ${groupId}`, () =>
    ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId: groupId, SecurityGroupRuleIds: ids })),
  );
}

/** The groups that let a prefix list in: whoever changes the list changes their rules, and no call names them. */
export async function closeGroupsOfList(world: World, { prefixListId }: { readonly prefixListId: string }): Promise<Plan> {
  const { ec2 } = await world.here();
  const filter = { Name: 'ip-permission.prefix-list-id', Values: [prefixListId] };
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters: [filter] }));
  return joined(...(await Promise.all(SecurityGroups.flatMap(({ GroupId }) => (GroupId ? [closeGroup(world, { groupId: GroupId })] : [])))));
}

async function networksOf(ec2: EC2Client, { CidrIpv4, CidrIpv6, PrefixListId }: SecurityGroupRule): Promise<string[]> {
  if (!PrefixListId) return [CidrIpv4 ?? CidrIpv6 ?? []].flat();
  const networks: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await ec2
      .send(new GetManagedPrefixListEntriesCommand({ PrefixListId, ...(NextToken ? { NextToken } : {}) }))
      .catch(missing('InvalidPrefixListID.NotFound'));
    networks.push(...(page?.Entries ?? []).flatMap(({ Cidr }) => Cidr ?? []));
    NextToken = page?.NextToken;
  } while (NextToken);
  return networks;
}

const isPublic = ({ IpProtocol, FromPort, ToPort }: SecurityGroupRule, ports: readonly number[]): boolean =>
  IpProtocol === 'tcp' && FromPort !== undefined && FromPort === ToPort && ports.includes(FromPort);
/** Enough to make the rule again. */
const words = ({ SecurityGroupRuleId, IpProtocol, FromPort, ToPort, CidrIpv4, CidrIpv6, PrefixListId }: SecurityGroupRule): string =>
  `${SecurityGroupRuleId} (${IpProtocol === '-1' ? 'everything' : `${IpProtocol} ${FromPort}-${ToPort}`} from ${CidrIpv4 ?? CidrIpv6 ?? PrefixListId})`;

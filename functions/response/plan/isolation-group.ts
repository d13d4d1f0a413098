import {
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  type EC2Client,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroup,
} from '@aws-sdk/client-ec2';
import type { Tag } from '../protection';
import { nothing, type Plan, step } from '../step';
import { QUARANTINE_TAG } from './quarantine-tag';

export const ISOLATION_GROUP = 'platform-isolation';

/** A security group without rules, in the VPC where it is needed: in any VPC, also one that a developer made. */
export async function isolationGroup(
  ec2: EC2Client,
  vpc: string,
  tags: Tag[],
): Promise<{ readonly id?: string; readonly plan: Plan; readonly ready: () => Promise<string> }> {
  const group = await find(ec2, vpc);
  const id = group?.GroupId;
  const clean = id !== undefined && isMarked(group) && (await rules(ec2, id)).length === 0;
  return {
    ...(id === undefined ? {} : { id }),
    plan: clean ? nothing() : step(`makes security group ${ISOLATION_GROUP} without rules in ${vpc}`, () => make(ec2, vpc, tags)),
    ready: async () => {
      const ready = id ?? (await find(ec2, vpc))?.GroupId;
      if (!ready) throw new Error(`${vpc}: has no security group ${ISOLATION_GROUP}`);
      return ready;
    },
  };
}

async function find(ec2: EC2Client, vpc: string): Promise<SecurityGroup | undefined> {
  const filters = [
    { Name: 'vpc-id', Values: [vpc] },
    { Name: 'group-name', Values: [ISOLATION_GROUP] },
  ];
  return (await ec2.send(new DescribeSecurityGroupsCommand({ Filters: filters }))).SecurityGroups?.[0];
}

const isMarked = (group: SecurityGroup | undefined): boolean => (group?.Tags ?? []).some(({ Key }) => Key === QUARANTINE_TAG);
const rules = async (ec2: EC2Client, id: string) =>
  (await ec2.send(new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: 'group-id', Values: [id] }] }))).SecurityGroupRules ?? [];

/** A new group lets everything out (AWS's default rule), and one that an intruder made beforehand may let him in: whatever is there goes, and the mark keeps him from new rules. */
async function make(ec2: EC2Client, vpc: string, tags: Tag[]): Promise<void> {
  const found = await find(ec2, vpc);
  const id =
    found?.GroupId ??
    (
      await ec2.send(
        new CreateSecurityGroupCommand({
          VpcId: vpc,
          GroupName: ISOLATION_GROUP,
          Description: 'Cut off by a response',
          TagSpecifications: [{ ResourceType: 'security-group', Tags: tags }],
        }),
      )
    ).GroupId;
  if (!id) throw new Error(`${vpc}: made no security group`);
  if (found && !isMarked(found)) await ec2.send(new CreateTagsCommand({ Resources: [id], Tags: tags }));
  const present = await rules(ec2, id);
  const ids = (egress: boolean) => present.filter(({ IsEgress }) => IsEgress === egress).flatMap(({ SecurityGroupRuleId }) => SecurityGroupRuleId ?? []);
  if (ids(true).length > 0) await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId: id, SecurityGroupRuleIds: ids(true) }));
  if (ids(false).length > 0) await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId: id, SecurityGroupRuleIds: ids(false) }));
}

import { DescribeInstanceAttributeCommand, DescribeInstancesCommand, type Instance, type Reservation } from '@aws-sdk/client-ec2';
import { textsOfUserData } from '../decode';
import { gone } from '../gone';
import { mentioned } from '../mentioned';
import type { Source } from '../source';

interface Item {
  readonly instanceId: string;
  /** Instances of a group come and go with the same user data: one of them on a page is looked at, and the group is what is named. */
  readonly group?: string | undefined;
}

const itemOf = ({ InstanceId = '', Tags = [] }: Instance): Item => ({
  instanceId: InstanceId,
  group: Tags.find(({ Key }) => Key === 'aws:autoscaling:groupName')?.Value,
});
const itemsOf = (reservations: readonly Reservation[]): Item[] => {
  const all = reservations.flatMap(({ Instances = [] }) => Instances).map(itemOf);
  return [...new Map(all.map((item) => [item.group ?? item.instanceId, item])).values()];
};

/** User data of EC2 instances: every process on the instance, and whoever may describe it, reads it. */
export const instances: Source<Item> = {
  list: async ({ ec2 }, page) => {
    const { Reservations = [], NextToken } = await ec2.send(
      new DescribeInstancesCommand({
        MaxResults: 200,
        NextToken: page,
        Filters: [{ Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] }],
      }),
    );
    return { items: itemsOf(Reservations), next: NextToken };
  },
  changed: async ({ ec2 }, call) => {
    // A group starts what its launch template says, which was looked into when it was made.
    if (call.userIdentity?.invokedBy === 'autoscaling.amazonaws.com') return [];
    const InstanceIds = mentioned(call, /\bi-[0-9a-f]{8,17}\b/);
    if (InstanceIds.length === 0) return [];
    const answer = await gone(ec2.send(new DescribeInstancesCommand({ InstanceIds })), 'InvalidInstanceID.NotFound');
    return itemsOf(answer?.Reservations ?? []);
  },
  read: async ({ ec2 }, { instanceId, group }, { account, region }) => {
    const data = await gone(
      ec2.send(new DescribeInstanceAttributeCommand({ InstanceId: instanceId, Attribute: 'userData' })),
      'InvalidInstanceID.NotFound',
      'InvalidInstanceID.Malformed',
    );
    if (!data?.UserData?.Value) return [];
    const texts = textsOfUserData(data.UserData.Value);
    return group === undefined
      ? [{ type: 'AwsEc2Instance', id: `arn:aws:ec2:${region}:${account}:instance/${instanceId}`, part: 'user data', texts }]
      : [
          {
            type: 'AwsAutoScalingAutoScalingGroup',
            id: `arn:aws:autoscaling:${region}:${account}:autoScalingGroup:*:autoScalingGroupName/${group}`,
            part: 'user data of its instances',
            texts,
          },
        ];
  },
};

import { DescribeInstanceAttributeCommand, DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { textsOfUserData } from '../decode';
import { gone } from '../gone';
import type { Source } from '../source';

interface Item {
  readonly instanceId: string;
  /** Instances of a group come and go with the same user data: one of them on a page is looked at, and the group is what is named. */
  readonly group?: string | undefined;
}

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
    const all = Reservations.flatMap(({ Instances = [] }) => Instances).map(
      ({ InstanceId, Tags = [] }): Item => ({ instanceId: InstanceId ?? '', group: Tags.find(({ Key }) => Key === 'aws:autoscaling:groupName')?.Value }),
    );
    const first = new Map(all.map((item) => [item.group ?? item.instanceId, item]));
    return { items: [...first.values()], next: NextToken };
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

import { CreateSnapshotsCommand, DescribeSnapshotsCommand, type EC2Client, type Instance } from '@aws-sdk/client-ec2';
import type { Tag } from '../protection';
import { nothing, type Plan, step } from '../step';
import { QUARANTINE_TAG } from './quarantine-tag';

/**
 * Snapshots of an instance's volumes, once for each time that it is cut off: GuardDuty reports hourly what goes on, and the evidence is that of
 * the first hour. `isolation` is what its tag says, the incident that cut it off; volumes are compared, too, because a tag may be copied. What
 * failed is no evidence, and of a volume that was attached since there is none.
 */
export async function snapshots(
  ec2: EC2Client,
  { InstanceId, BlockDeviceMappings, RootDeviceName }: Instance,
  isolation: string,
  incident: string,
): Promise<Plan> {
  const devices = (BlockDeviceMappings ?? []).flatMap(({ DeviceName, Ebs }) => (Ebs?.VolumeId ? [{ name: DeviceName, volume: Ebs.VolumeId }] : []));
  if (devices.length === 0) return nothing(); // its disks are those of the host: nothing keeps them
  const tagged = { Name: `tag:${QUARANTINE_TAG}`, Values: [...new Set([isolation, incident])] };
  const { Snapshots = [] } = await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'], Filters: [tagged] }));
  const kept = new Set(Snapshots.flatMap(({ VolumeId, State }) => (State === 'error' ? [] : (VolumeId ?? []))));
  const missing = devices.filter(({ volume }) => !kept.has(volume));
  if (missing.length === 0) return nothing();
  const done = devices.filter(({ volume }) => kept.has(volume));
  const data = done.filter(({ name }) => name !== RootDeviceName).map(({ volume }) => volume);
  const tags: Tag[] = [{ Key: QUARANTINE_TAG, Value: isolation }];
  return step(`takes snapshots of the volumes ${missing.map(({ volume }) => volume).join(', ')} of instance ${InstanceId}`, () =>
    ec2.send(
      new CreateSnapshotsCommand({
        InstanceSpecification: {
          InstanceId,
          ...(data.length < done.length ? { ExcludeBootVolume: true } : {}),
          ...(data.length > 0 ? { ExcludeDataVolumeIds: data } : {}),
        },
        Description: `Evidence: ${incident}`,
        CopyTagsFromSource: 'volume',
        TagSpecifications: [{ ResourceType: 'snapshot', Tags: tags }],
      }),
    ),
  );
}

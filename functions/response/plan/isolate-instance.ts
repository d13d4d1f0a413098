import {
  CreateTagsCommand,
  DescribeInstancesCommand,
  type Instance,
  ModifyInstanceMetadataOptionsCommand,
  ModifyNetworkInterfaceAttributeCommand,
} from '@aws-sdk/client-ec2';
import { missing } from '../missing';
import { protection, tagsOfPeople } from '../protection';
import { joined, nothing, type Plan, step, type World } from '../step';
import { isolationGroup } from './isolation-group';
import { QUARANTINE_TAG } from './quarantine-tag';
import { snapshots } from './snapshots';

/**
 * Cuts an instance off and keeps the evidence: a security group without rules on every interface, snapshots of its volumes, then its metadata service.
 * It goes on running: its memory is evidence, too. Connections that are open may last until they idle (EC2 user guide,
 * "Security group connection tracking").
 */
export async function isolateInstance({ here, settings, incident }: World, { instanceId }: { readonly instanceId: string }): Promise<Plan> {
  const { ec2 } = await here();
  const found = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] })).catch(missing('InvalidInstanceID.NotFound'));
  const instance = found?.Reservations?.[0]?.Instances?.[0];
  if (!instance?.VpcId || instance.State?.Name === 'terminated') return nothing(`instance ${instanceId} is gone`);
  const kept = protection(settings, `arn:aws:ec2:${incident.region}:${incident.account}:instance/${instanceId}`, tagsOfPeople(instance.Tags));
  if (kept) return nothing(kept);
  const tags = [{ Key: QUARANTINE_TAG, Value: incident.id }];
  const group = await isolationGroup(ec2, instance.VpcId, tags);
  const open = (instance.NetworkInterfaces ?? []).filter(({ Groups }) => Groups?.length !== 1 || Groups[0]?.GroupId !== group.id);
  return joined(
    group.plan,
    ...open.map(({ NetworkInterfaceId, Groups }) =>
      step(
        `isolates ${NetworkInterfaceId} of instance ${instanceId} (was in ${(Groups ?? []).map(({ GroupId }) => GroupId).join(', ') || 'no group'})`,
        async () => ec2.send(new ModifyNetworkInterfaceAttributeCommand({ NetworkInterfaceId, Groups: [await group.ready()] })),
      ),
    ),
    marked(instance) !== undefined
      ? nothing()
      : step(`tags instance ${instanceId}`, () =>
          ec2.send(new CreateTagsCommand({ Resources: [instanceId, ...open.flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? [])], Tags: tags })),
        ),
    await snapshots(ec2, instance, marked(instance) ?? incident.id, incident.id),
    // Security groups do not filter it: whoever is inside would go on taking the role's credentials from it, and carry them out in look-ups of names.
    instance.MetadataOptions?.HttpEndpoint === 'disabled'
      ? nothing()
      : step(`closes the metadata service of instance ${instanceId}, where its role's credentials are`, () =>
          ec2.send(new ModifyInstanceMetadataOptionsCommand({ InstanceId: instanceId, HttpEndpoint: 'disabled' })),
        ),
  );
}

/** The incident that cut it off. */
const marked = ({ Tags = [] }: Instance): string | undefined => Tags.find(({ Key }) => Key === QUARANTINE_TAG)?.Value;

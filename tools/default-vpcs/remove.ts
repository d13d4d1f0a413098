import {
  CreateTagsCommand,
  DeleteInternetGatewayCommand,
  DeleteNetworkAclCommand,
  DeleteRouteTableCommand,
  DeleteSecurityGroupCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DetachInternetGatewayCommand,
  DisassociateRouteTableCommand,
  type EC2Client,
  type IpPermission,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroup,
} from '@aws-sdk/client-ec2';
import { DETACHED_TAG, type DefaultVpc } from './default-vpc';

/** All that a removal sends; a session through the bootstrap role may do no more. */
export const REMOVALS: readonly string[] = [
  'DeleteInternetGateway',
  'DeleteNetworkAcl',
  'DeleteRouteTable',
  'DeleteSecurityGroup',
  'DeleteSubnet',
  'DeleteVpc',
  'DetachInternetGateway',
  'DisassociateRouteTable',
  'RevokeSecurityGroupEgress',
  'RevokeSecurityGroupIngress',
];

/** A change; with DryRun EC2 only says whether it would be permitted. */
type Step = (DryRun?: boolean) => Promise<unknown>;

/**
 * Asks EC2 whether every step of a removal is permitted, before the first is taken: a guardrail that stops one in the
 * middle (security groups are only the network role's in production) would leave half a network.
 * @throws the error of the first step that is not
 */
export async function rehearse(ec2: EC2Client, vpc: DefaultVpc): Promise<void> {
  for (const step of stepsOf(ec2, vpc)) {
    try {
      await unlessGone(step(true));
    } catch (error) {
      if ((error as Error).name !== 'DryRunOperation') throw error;
    }
  }
}

/**
 * Deletes a default VPC that nothing uses. May be killed at any point and run again: a default VPC says that it is one to
 * the end, and a gateway is marked before it is detached.
 * @throws Error when the VPC is used; the error of AWS when it refuses a step
 */
export async function removeDefaultVpc(ec2: EC2Client, vpc: DefaultVpc): Promise<void> {
  if (vpc.uses.length > 0) throw new Error(`${vpc.id}: must not be removed, got ${vpc.uses.length} uses; look again`);
  for (const step of stepsOf(ec2, vpc)) await unlessGone(step());
}

export const removeGateway = (ec2: EC2Client, InternetGatewayId: string): Promise<unknown> =>
  unlessGone(ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId })));

/** Subnets go first: AWS refuses one that somebody began to use after we looked, and then nothing else has changed. */
function stepsOf(ec2: EC2Client, { id: VpcId, subnets, securityGroups, networkAcls, routeTables, internetGateways }: DefaultVpc): Step[] {
  return [
    ...subnets.map(
      ({ SubnetId }): Step =>
        (DryRun) =>
          ec2.send(new DeleteSubnetCommand({ SubnetId, DryRun })),
    ),
    ...securityGroups.flatMap((group) => unlinking(ec2, group)),
    // AWS deletes the default group with the VPC, and refuses to delete it before.
    ...securityGroups
      .filter(({ GroupName }) => GroupName !== 'default')
      .map(
        ({ GroupId }): Step =>
          (DryRun) =>
            ec2.send(new DeleteSecurityGroupCommand({ GroupId, DryRun })),
      ),
    ...networkAcls.map(
      ({ NetworkAclId }): Step =>
        (DryRun) =>
          ec2.send(new DeleteNetworkAclCommand({ NetworkAclId, DryRun })),
    ),
    ...routeTables.flatMap(({ RouteTableId, Associations = [] }): Step[] => [
      // Those of subnets went with them; one with a gateway has to be taken off.
      ...Associations.filter(({ GatewayId }) => GatewayId).map(
        ({ RouteTableAssociationId: AssociationId }): Step =>
          (DryRun) =>
            ec2.send(new DisassociateRouteTableCommand({ AssociationId, DryRun })),
      ),
      (DryRun) => ec2.send(new DeleteRouteTableCommand({ RouteTableId, DryRun })),
    ]),
    ...internetGateways.flatMap(({ InternetGatewayId }): Step[] => [
      (DryRun) => ec2.send(new CreateTagsCommand({ Resources: [InternetGatewayId as string], Tags: [{ Key: DETACHED_TAG, Value: VpcId }], DryRun })),
      (DryRun) => ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId, DryRun })),
      (DryRun) => ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId, DryRun })),
    ]),
    (DryRun) => ec2.send(new DeleteVpcCommand({ VpcId, DryRun })),
  ];
}

/** Groups whose rules name each other hold each other: such rules go first, those of the default group as well. */
function unlinking(ec2: EC2Client, { GroupId, IpPermissions, IpPermissionsEgress }: SecurityGroup): Step[] {
  const ingress = namingOthers(GroupId, IpPermissions);
  const egress = namingOthers(GroupId, IpPermissionsEgress);
  const steps: Step[] = [];
  if (ingress.length > 0) steps.push((DryRun) => ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: ingress, DryRun })));
  if (egress.length > 0) steps.push((DryRun) => ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: egress, DryRun })));
  return steps;
}

const namingOthers = (own: string | undefined, permissions: readonly IpPermission[] = []): IpPermission[] =>
  permissions.flatMap(({ IpProtocol, FromPort, ToPort, UserIdGroupPairs = [] }) => {
    const others = UserIdGroupPairs.filter(({ GroupId }) => GroupId !== own).map(({ GroupId, UserId }) => ({ GroupId, UserId }));
    return others.length > 0 ? [{ IpProtocol, FromPort, ToPort, UserIdGroupPairs: others }] : [];
  });

/** What somebody else deleted meanwhile is deleted. */
async function unlessGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!/\.NotFound$|^Gateway\.NotAttached$/.test((error as Error).name)) throw error;
  }
}

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

/**
 * Deletes a default VPC that nothing uses. May be killed at any point and run again: a default VPC says that it is one to
 * the end, and a gateway is marked before it is detached. Subnets go first: AWS refuses one that somebody began to use
 * after we looked, and then nothing else has changed.
 * @throws Error when the VPC is used; the error of AWS when it refuses a step
 */
export async function removeDefaultVpc(ec2: EC2Client, vpc: DefaultVpc): Promise<void> {
  if (vpc.uses.length > 0) throw new Error(`${vpc.id}: must not be removed, got ${vpc.uses.length} uses; look again`);
  for (const { SubnetId } of vpc.subnets) await unlessGone(ec2.send(new DeleteSubnetCommand({ SubnetId })));
  await removeSecurityGroups(ec2, vpc.securityGroups);
  for (const { NetworkAclId } of vpc.networkAcls) await unlessGone(ec2.send(new DeleteNetworkAclCommand({ NetworkAclId })));
  for (const { RouteTableId, Associations = [] } of vpc.routeTables) {
    // Those of subnets went with them; one with a gateway has to be taken off.
    for (const { RouteTableAssociationId: AssociationId, GatewayId } of Associations)
      if (GatewayId) await unlessGone(ec2.send(new DisassociateRouteTableCommand({ AssociationId })));
    await unlessGone(ec2.send(new DeleteRouteTableCommand({ RouteTableId })));
  }
  for (const { InternetGatewayId } of vpc.internetGateways) {
    await ec2.send(new CreateTagsCommand({ Resources: [InternetGatewayId as string], Tags: [{ Key: DETACHED_TAG, Value: vpc.id }] }));
    await unlessGone(ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId: vpc.id })));
    await removeGateway(ec2, InternetGatewayId as string);
  }
  await unlessGone(ec2.send(new DeleteVpcCommand({ VpcId: vpc.id })));
}

export const removeGateway = (ec2: EC2Client, InternetGatewayId: string): Promise<unknown> =>
  unlessGone(ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId })));

/** Groups whose rules name each other hold each other: such rules go first, those of the default group as well. */
async function removeSecurityGroups(ec2: EC2Client, groups: readonly SecurityGroup[]): Promise<void> {
  for (const { GroupId, IpPermissions, IpPermissionsEgress } of groups) {
    const ingress = namingOthers(GroupId, IpPermissions);
    const egress = namingOthers(GroupId, IpPermissionsEgress);
    if (ingress.length > 0) await unlessGone(ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: ingress })));
    if (egress.length > 0) await unlessGone(ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: egress })));
  }
  // AWS deletes the default group with the VPC, and refuses to delete it before.
  for (const { GroupId, GroupName } of groups) if (GroupName !== 'default') await unlessGone(ec2.send(new DeleteSecurityGroupCommand({ GroupId })));
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

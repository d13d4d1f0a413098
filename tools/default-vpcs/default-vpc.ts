import {
  DescribeInternetGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  type EC2Client,
  type InternetGateway,
  type NetworkAcl,
  type RouteTable,
  type SecurityGroup,
  type Subnet,
} from '@aws-sdk/client-ec2';
import { list } from './list';
import { usesOf } from './uses';

/** A default VPC, what goes with it, and why it may not go. */
export interface DefaultVpc {
  readonly id: string;
  readonly cidr: string;
  readonly subnets: readonly Subnet[];
  /** All of them: rules of the default group, too, may point at another. */
  readonly securityGroups: readonly SecurityGroup[];
  /** Without the default one, which AWS deletes with the VPC. */
  readonly networkAcls: readonly NetworkAcl[];
  /** Without the main one, which AWS deletes with the VPC. */
  readonly routeTables: readonly RouteTable[];
  readonly internetGateways: readonly InternetGateway[];
  /** What it is used for, a line each; with one line it is left wholly alone. */
  readonly uses: readonly string[];
}

/** Marks a gateway before it is detached: afterwards nothing would tell whose it was when the removal is killed right there. */
export const DETACHED_TAG = 'DetachedFromDefaultVpc';

/** What there is to remove in a region. */
export interface Found {
  readonly vpc?: DefaultVpc;
  /** Internet gateways of an interrupted removal, attached to nothing. */
  readonly strayGateways: readonly string[];
}

const by = (name: string, ...values: string[]) => ({ Filters: [{ Name: name, Values: values }] });

/** Reads everything about the default VPC of a region. @throws the error of the first question that AWS does not answer: half a picture is none */
export async function findDefaultVpc(ec2: EC2Client): Promise<Found> {
  const vpcs = await list(
    (page) => ec2.send(new DescribeVpcsCommand({ ...by('is-default', 'true'), ...page })),
    ({ Vpcs }) => Vpcs,
  );
  const gateways = (name: string, value: string) =>
    list(
      (page) => ec2.send(new DescribeInternetGatewaysCommand({ ...by(name, value), ...page })),
      ({ InternetGateways }) => InternetGateways,
    );
  const marked = await gateways('tag-key', DETACHED_TAG);
  const strayGateways = marked.filter(({ Attachments = [] }) => Attachments.length === 0).map(({ InternetGatewayId }) => InternetGatewayId as string);
  // The filter is AWS's, the promise ours: what does not say that it is a default VPC is none.
  const [vpc] = vpcs.filter(({ IsDefault }) => IsDefault === true);
  if (!vpc?.VpcId) return { strayGateways };
  const inside = by('vpc-id', vpc.VpcId);
  const subnets = await list(
    (page) => ec2.send(new DescribeSubnetsCommand({ ...inside, ...page })),
    ({ Subnets }) => Subnets,
  );
  const securityGroups = await list(
    (page) => ec2.send(new DescribeSecurityGroupsCommand({ ...inside, ...page })),
    ({ SecurityGroups }) => SecurityGroups,
  );
  const networkAcls = await list(
    (page) => ec2.send(new DescribeNetworkAclsCommand({ ...inside, ...page })),
    ({ NetworkAcls }) => NetworkAcls,
  );
  const routeTables = await list(
    (page) => ec2.send(new DescribeRouteTablesCommand({ ...inside, ...page })),
    ({ RouteTables }) => RouteTables,
  );
  return {
    strayGateways,
    vpc: {
      id: vpc.VpcId,
      cidr: vpc.CidrBlock as string,
      subnets,
      securityGroups,
      networkAcls: networkAcls.filter(({ IsDefault }) => !IsDefault),
      routeTables: routeTables.filter(({ Associations = [] }) => !Associations.some(({ Main }) => Main)),
      internetGateways: await gateways('attachment.vpc-id', vpc.VpcId),
      uses: await usesOf(ec2, {
        vpc: vpc.VpcId,
        subnets: subnets.map(({ SubnetId }) => SubnetId as string),
        securityGroups: securityGroups.map(({ GroupId }) => GroupId as string),
      }),
    },
  };
}

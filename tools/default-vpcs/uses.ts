import {
  DescribeCarrierGatewaysCommand,
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeFlowLogsCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkInterfacesCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpnGatewaysCommand,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import { list } from './list';

/** The ids that a question is about. */
export interface Place {
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
}

/** What is gone, or never came to be, uses nothing; what is still going does: its interface stands until it has gone. */
const GONE = /^(deleted|detached|expired|failed|rejected)$/i;
const alive = (state: string | undefined) => !GONE.test(state ?? '');
/** EC2 takes at most 200 values of a filter (API reference, Filter). */
const FILTER_VALUES = 200;
const chunks = (values: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(values.length / FILTER_VALUES) }, (_, index) => values.slice(index * FILTER_VALUES, (index + 1) * FILTER_VALUES));
const words = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');

type Question = (ec2: EC2Client, place: Place) => Promise<readonly string[]>;

/** Interfaces in the VPC, and interfaces in other VPCs that its security groups are associated with. */
const interfaces: Question = async (ec2, { vpc, securityGroups }) => {
  const filters: [string, string[]][] = [['vpc-id', [vpc]], ...chunks(securityGroups).map((ids): [string, string[]] => ['group-id', ids])];
  const found = await Promise.all(
    filters.map(([Name, Values]) =>
      list(
        (page) => ec2.send(new DescribeNetworkInterfacesCommand({ Filters: [{ Name, Values }], ...page })),
        ({ NetworkInterfaces }) => NetworkInterfaces,
      ),
    ),
  );
  return found.flat().map(({ NetworkInterfaceId, InterfaceType, Attachment, Description, Status }) => {
    const of = Attachment?.InstanceId ? `of instance ${Attachment.InstanceId}` : Description ? `"${Description}"` : Status;
    return `network interface ${NetworkInterfaceId} (${words(InterfaceType === 'interface' ? undefined : InterfaceType, of) || 'unattached'})`;
  });
};

const peerings: Question = async (ec2, { vpc }) => {
  const ends = ['requester-vpc-info.vpc-id', 'accepter-vpc-info.vpc-id'].map((Name) =>
    list(
      (page) => ec2.send(new DescribeVpcPeeringConnectionsCommand({ Filters: [{ Name, Values: [vpc] }], ...page })),
      ({ VpcPeeringConnections }) => VpcPeeringConnections,
    ),
  );
  return (await Promise.all(ends))
    .flat()
    .filter(({ Status }) => alive(Status?.Code))
    .map(({ VpcPeeringConnectionId, Status }) => `peering connection ${VpcPeeringConnectionId} (${Status?.Code})`);
};

const vpnGateways: Question = async (ec2, { vpc }) => {
  const { VpnGateways = [] } = await ec2.send(new DescribeVpnGatewaysCommand({ Filters: [{ Name: 'attachment.vpc-id', Values: [vpc] }] }));
  return VpnGateways.filter(({ VpcAttachments = [] }) => VpcAttachments.some(({ VpcId, State }) => VpcId === vpc && alive(State))).map(
    ({ VpnGatewayId }) => `VPN gateway ${VpnGatewayId}`,
  );
};

const transitGateways: Question = async (ec2, { vpc }) =>
  (
    await list(
      (page) => ec2.send(new DescribeTransitGatewayVpcAttachmentsCommand({ Filters: [{ Name: 'vpc-id', Values: [vpc] }], ...page })),
      ({ TransitGatewayVpcAttachments }) => TransitGatewayVpcAttachments,
    )
  )
    .filter(({ State }) => alive(State))
    .map(({ TransitGatewayAttachmentId, State }) => `transit gateway attachment ${TransitGatewayAttachmentId} (${State})`);

/** Gateway endpoints have no interface; they would go without a word. */
const endpoints: Question = async (ec2, { vpc }) =>
  (
    await list(
      (page) => ec2.send(new DescribeVpcEndpointsCommand({ Filters: [{ Name: 'vpc-id', Values: [vpc] }], ...page })),
      ({ VpcEndpoints }) => VpcEndpoints,
    )
  )
    .filter(({ State }) => State?.toLowerCase() !== 'deleted') // a rejected one is still there
    .map(({ VpcEndpointId, ServiceName }) => `endpoint ${VpcEndpointId} (${ServiceName})`);

const natGateways: Question = async (ec2, { vpc }) =>
  (
    await list(
      (page) => ec2.send(new DescribeNatGatewaysCommand({ Filter: [{ Name: 'vpc-id', Values: [vpc] }], ...page })),
      ({ NatGateways }) => NatGateways,
    )
  )
    .filter(({ State }) => alive(State))
    .map(({ NatGatewayId, State }) => `NAT gateway ${NatGatewayId} (${State})`);

const otherGateways: Question = async (ec2, { vpc }) => {
  const egressOnly = await list(
    (page) => ec2.send(new DescribeEgressOnlyInternetGatewaysCommand(page)), // has no filter for the VPC
    ({ EgressOnlyInternetGateways }) => EgressOnlyInternetGateways,
  );
  const carriers = await list(
    (page) => ec2.send(new DescribeCarrierGatewaysCommand({ Filters: [{ Name: 'vpc-id', Values: [vpc] }], ...page })),
    ({ CarrierGateways }) => CarrierGateways,
  );
  return [
    ...egressOnly
      .filter(({ Attachments = [] }) => Attachments.some(({ VpcId }) => VpcId === vpc))
      .map(({ EgressOnlyInternetGatewayId }) => `egress-only internet gateway ${EgressOnlyInternetGatewayId}`),
    ...carriers.filter(({ State }) => alive(State)).map(({ CarrierGatewayId }) => `carrier gateway ${CarrierGatewayId}`),
  ];
};

/** Somebody looks at its traffic, or an auditor asked for it. */
const flowLogs: Question = async (ec2, { vpc, subnets }) => {
  const found = await Promise.all(
    chunks([vpc, ...subnets]).map((Values) =>
      list(
        (page) => ec2.send(new DescribeFlowLogsCommand({ Filter: [{ Name: 'resource-id', Values }], ...page })),
        ({ FlowLogs }) => FlowLogs,
      ),
    ),
  );
  return found.flat().map(({ FlowLogId, ResourceId }) => `flow log ${FlowLogId} of ${ResourceId}`);
};

const QUESTIONS: readonly Question[] = [interfaces, peerings, vpnGateways, transitGateways, endpoints, natGateways, otherGateways, flowLogs];

/** What a VPC is used for, a line each. AWS itself refuses to delete some of it, but only half-way. */
export async function usesOf(ec2: EC2Client, place: Place): Promise<string[]> {
  const lines: string[] = [];
  for (const question of QUESTIONS) lines.push(...(await question(ec2, place)));
  return [...new Set(lines)];
}

import type { EC2Client } from '@aws-sdk/client-ec2';
import { awsError } from './fake-aws';

type Item = Record<string, unknown>;
/** What a region holds, by EC2's names of its lists. */
export type Network = Record<string, Item[]>;

/** A default VPC as AWS makes it, with what people add to it, beside a VPC of their own. */
export function defaultNetwork(region = 'eu-west-1'): Network {
  const pair = (GroupId: string) => [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId }], IpRanges: [{ CidrIp: '10.0.0.0/8' }] }];
  const inside = { VpcId: 'vpc-default' };
  return {
    Vpcs: [
      { VpcId: 'vpc-own', IsDefault: false, CidrBlock: '10.0.0.0/16' },
      { ...inside, IsDefault: true, CidrBlock: '172.31.0.0/16' },
    ],
    Subnets: [
      ...['a', 'b', 'c'].map((zone) => ({ ...inside, SubnetId: `subnet-${zone}`, AvailabilityZone: `${region}${zone}` })),
      { VpcId: 'vpc-own', SubnetId: 'subnet-own' },
    ],
    SecurityGroups: [
      { ...inside, GroupId: 'sg-default', GroupName: 'default', IpPermissions: [...pair('sg-default'), ...pair('sg-one')], IpPermissionsEgress: [] },
      { ...inside, GroupId: 'sg-one', GroupName: 'one', IpPermissions: pair('sg-two'), IpPermissionsEgress: pair('sg-two') },
      { ...inside, GroupId: 'sg-two', GroupName: 'two', IpPermissions: pair('sg-one'), IpPermissionsEgress: [] },
    ],
    NetworkAcls: [
      { ...inside, NetworkAclId: 'acl-default', IsDefault: true },
      { ...inside, NetworkAclId: 'acl-more', IsDefault: false, Associations: [{ SubnetId: 'subnet-a' }] },
    ],
    RouteTables: [
      { ...inside, RouteTableId: 'rtb-main', Associations: [{ Main: true, RouteTableAssociationId: 'assoc-main' }] },
      { ...inside, RouteTableId: 'rtb-more', Associations: [{ RouteTableAssociationId: 'assoc-b', SubnetId: 'subnet-b' }] },
      { ...inside, RouteTableId: 'rtb-edge', Associations: [{ RouteTableAssociationId: 'assoc-edge', GatewayId: 'igw-default' }] },
    ],
    InternetGateways: [
      { InternetGatewayId: 'igw-default', Attachments: [inside] },
      { InternetGatewayId: 'igw-own', Attachments: [{ VpcId: 'vpc-own' }] },
      { InternetGatewayId: 'igw-spare', Attachments: [] },
    ],
  };
}

const MATCHES: Record<string, (item: Item, values: string[]) => boolean> = {
  'is-default': ({ IsDefault }, values) => values.includes(String(IsDefault)),
  'vpc-id': ({ VpcId }, values) => values.includes(VpcId as string),
  'group-id': ({ Groups = [] }, values) => (Groups as Item[]).some(({ GroupId }) => values.includes(GroupId as string)),
  'resource-id': ({ ResourceId }, values) => values.includes(ResourceId as string),
  'tag-key': ({ Tags = [] }, values) => (Tags as Item[]).some(({ Key }) => values.includes(Key as string)),
  'attachment.vpc-id': ({ Attachments = [], VpcAttachments = Attachments }, values) =>
    (VpcAttachments as Item[]).some(({ VpcId }) => values.includes(VpcId as string)),
  'requester-vpc-info.vpc-id': ({ RequesterVpcInfo }, values) => values.includes((RequesterVpcInfo as Item)?.VpcId as string),
  'accepter-vpc-info.vpc-id': ({ AccepterVpcInfo }, values) => values.includes((AccepterVpcInfo as Item)?.VpcId as string),
};

/**
 * EC2 in one region, as far as the removal of default VPCs goes: pages of one entry, and refusals where AWS refuses
 * (moto does not refuse all of them).
 * @param before called ahead of each operation: throws what AWS would answer, or changes the network under our hands
 * @param after called behind each operation: an error here is an answer that got lost
 */
export class FakeEc2 {
  readonly sent: string[] = [];
  /** Operations that changed, or would have changed, something; without dry runs. */
  readonly changes: string[] = [];
  readonly client = { send: (command: { input: Item }) => this.send(command) } as unknown as EC2Client;

  constructor(
    readonly network: Network,
    private readonly before: (operation: string, network: Network, dryRun: boolean) => void = () => {},
    private readonly after: (operation: string) => void = () => {},
  ) {}

  private async send(command: { input: Item }): Promise<unknown> {
    const operation = command.constructor.name.replace(/Command$/, '');
    this.sent.push(operation);
    this.before(operation, this.network, command.input.DryRun === true);
    if (command.input.DryRun) throw awsError('DryRunOperation', 412);
    if (!operation.startsWith('Describe')) this.changes.push(operation);
    const answer = operation.startsWith('Describe') ? this.describe(operation.slice('Describe'.length), command.input) : this.change(operation, command.input);
    this.after(operation);
    return answer;
  }

  private describe(list: string, { Filters, Filter, NextToken }: Item): unknown {
    const filters = ((Filters ?? Filter ?? []) as { Name: string; Values: string[] }[]).map(({ Name, Values }) => {
      const matches = MATCHES[Name];
      if (!matches) throw new Error(`test/support/fake-ec2.ts: does not know the filter ${Name}`);
      return (item: Item) => matches(item, Values);
    });
    const items = this.of(list).filter((item) => filters.every((filter) => filter(item)));
    const at = Number(NextToken ?? 0);
    return structuredClone({ [list]: items.slice(at, at + 1), ...(at + 1 < items.length ? { NextToken: String(at + 1) } : {}) });
  }

  private of(list: string): Item[] {
    this.network[list] ??= [];
    return this.network[list];
  }

  private change(operation: string, input: Item): unknown {
    const refuse = (when: boolean) => {
      if (when) throw awsError('DependencyViolation', 400, `${operation} ${JSON.stringify(input)}: has dependencies and cannot be deleted.`);
    };
    const vpcOf = (item: Item) => item.VpcId === input.VpcId;
    switch (operation) {
      case 'CreateTags':
        for (const gateway of this.of('InternetGateways'))
          if ((input.Resources as string[]).includes(gateway.InternetGatewayId as string))
            gateway.Tags = [...((gateway.Tags ?? []) as Item[]), ...(input.Tags as Item[])];
        return {};
      case 'DeleteSubnet': {
        refuse(this.of('NetworkInterfaces').some(({ SubnetId }) => SubnetId === input.SubnetId));
        this.drop('Subnets', 'SubnetId', input);
        for (const list of ['NetworkAcls', 'RouteTables'])
          for (const item of this.of(list)) item.Associations = ((item.Associations ?? []) as Item[]).filter(({ SubnetId }) => SubnetId !== input.SubnetId);
        return {};
      }
      case 'RevokeSecurityGroupIngress':
      case 'RevokeSecurityGroupEgress': {
        const member = operation.endsWith('Ingress') ? 'IpPermissions' : 'IpPermissionsEgress';
        const group = this.of('SecurityGroups').find(({ GroupId }) => GroupId === input.GroupId) as Item;
        const revoked = JSON.stringify(input.IpPermissions);
        for (const permission of group[member] as Item[])
          permission.UserIdGroupPairs = (permission.UserIdGroupPairs as Item[]).filter(({ GroupId }) => !revoked.includes(GroupId as string));
        return {};
      }
      case 'DeleteSecurityGroup': {
        const named = JSON.stringify(
          this.of('SecurityGroups')
            .filter(({ GroupId }) => GroupId !== input.GroupId)
            .map(({ IpPermissions, IpPermissionsEgress }) => [IpPermissions, IpPermissionsEgress]),
        );
        refuse(input.GroupId === 'sg-default' || named.includes(input.GroupId as string));
        return this.drop('SecurityGroups', 'GroupId', input);
      }
      case 'DeleteNetworkAcl':
        refuse(
          this.of('NetworkAcls').some(
            ({ NetworkAclId, IsDefault, Associations = [] }) => NetworkAclId === input.NetworkAclId && (IsDefault || (Associations as Item[]).length > 0),
          ),
        );
        return this.drop('NetworkAcls', 'NetworkAclId', input);
      case 'DisassociateRouteTable':
        for (const table of this.of('RouteTables'))
          table.Associations = (table.Associations as Item[]).filter(({ RouteTableAssociationId }) => RouteTableAssociationId !== input.AssociationId);
        return {};
      case 'DeleteRouteTable':
        refuse(this.of('RouteTables').some(({ RouteTableId, Associations }) => RouteTableId === input.RouteTableId && (Associations as Item[]).length > 0));
        return this.drop('RouteTables', 'RouteTableId', input);
      case 'DetachInternetGateway':
        for (const gateway of this.of('InternetGateways')) if (gateway.InternetGatewayId === input.InternetGatewayId) gateway.Attachments = [];
        return {};
      case 'DeleteInternetGateway':
        refuse(
          this.of('InternetGateways').some(
            ({ InternetGatewayId, Attachments }) => InternetGatewayId === input.InternetGatewayId && (Attachments as Item[]).length > 0,
          ),
        );
        return this.drop('InternetGateways', 'InternetGatewayId', input);
      case 'DeleteVpc': {
        const left = [
          ...this.of('Subnets').filter(vpcOf),
          ...this.of('SecurityGroups').filter((group) => vpcOf(group) && group.GroupName !== 'default'),
          ...this.of('NetworkAcls').filter((acl) => vpcOf(acl) && !acl.IsDefault),
          ...this.of('RouteTables').filter((table) => vpcOf(table) && !(table.Associations as Item[]).some(({ Main }) => Main)),
          ...this.of('InternetGateways').filter(({ Attachments }) => (Attachments as Item[]).some(vpcOf)),
        ];
        refuse(left.length > 0);
        for (const list of ['SecurityGroups', 'NetworkAcls', 'RouteTables']) this.network[list] = this.of(list).filter((item) => !vpcOf(item));
        return this.drop('Vpcs', 'VpcId', input);
      }
      default:
        throw new Error(`test/support/fake-ec2.ts: does not know ${operation}`);
    }
  }

  private drop(list: string, id: string, input: Item): unknown {
    const rest = this.of(list).filter((item) => item[id] !== input[id]);
    if (rest.length === this.of(list).length) throw awsError(`Invalid${id.replace(/Id$/, 'ID')}.NotFound`);
    this.network[list] = rest;
    return {};
  }
}

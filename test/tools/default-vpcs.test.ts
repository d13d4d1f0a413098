import { readFileSync } from 'node:fs';
import { DeleteVpcCommand } from '@aws-sdk/client-ec2';
import type { Account } from '../../config/blueprint';
import { afterBootstrap } from '../../tools/default-vpcs/after-bootstrap';
import { ec2Clients, removalSession } from '../../tools/default-vpcs/clients';
import { findDefaultVpc } from '../../tools/default-vpcs/default-vpc';
import { lookInRegions, type RegionReport, regionsOf, removeFromRegions } from '../../tools/default-vpcs/regions';
import { removeDefaultVpc } from '../../tools/default-vpcs/remove';
import { exitCode, report, summary } from '../../tools/default-vpcs/report';
import { awsError } from '../support/fake-aws';
import { defaultNetwork, FakeEc2, type Network } from '../support/fake-ec2';

const account = { name: 'prod', id: '444444444444' } as Account;
const run = async (fakes: Readonly<Record<string, FakeEc2>>): Promise<RegionReport[]> => {
  const clients = (region: string) => (fakes[region] as FakeEc2).client;
  return removeFromRegions(await lookInRegions(Object.keys(fakes), clients), clients);
};
/** What must be left, in a region that had a default VPC: everything else. */
const own = {
  Vpcs: [{ VpcId: 'vpc-own', IsDefault: false, CidrBlock: '10.0.0.0/16' }],
  Subnets: [{ VpcId: 'vpc-own', SubnetId: 'subnet-own' }],
  SecurityGroups: [],
  NetworkAcls: [],
  RouteTables: [],
  InternetGateways: [
    { InternetGatewayId: 'igw-own', Attachments: [{ VpcId: 'vpc-own' }] },
    { InternetGatewayId: 'igw-spare', Attachments: [] },
  ],
};

it('a default VPC goes with all that belongs to it; other VPCs, and gateways that belong to nobody, stay', async () => {
  const ec2 = new FakeEc2(defaultNetwork());
  const reports = await run({ 'eu-west-1': ec2 });
  expect(reports.map(({ outcome }) => outcome)).toEqual(['removed']);
  expect(exitCode(reports)).toBe(0);
  expect(ec2.network).toMatchObject(own);
  const again = await run({ 'eu-west-1': ec2 });
  expect([again.map(({ outcome }) => outcome), exitCode(again)]).toEqual([['nothing'], 0]);
});

it('killed after any change, with its answer lost, the next run goes on until nothing is left', async () => {
  const whole = new FakeEc2(defaultNetwork());
  await run({ r: whole });
  expect(whole.changes.length).toBeGreaterThan(15);
  for (let limit = 1; limit <= whole.changes.length; limit += 1) {
    let count = 0;
    const killed = new FakeEc2(defaultNetwork(), undefined, (operation) => {
      if (!operation.startsWith('Describe')) count += 1;
      if (count >= limit) throw new Error('killed');
    });
    expect((await run({ r: killed })).map(({ outcome }) => outcome)).toEqual(['failed']);
    const next = new FakeEc2(killed.network);
    expect([limit, ['removed', 'nothing']]).toEqual([limit, expect.arrayContaining((await run({ r: next })).map(({ outcome }) => outcome))]);
    expect([limit, next.network]).toEqual([limit, expect.objectContaining(own)]);
  }
});

it('without gateway and subnets, as an older script may have left it, it still goes', async () => {
  const ec2 = new FakeEc2({ ...defaultNetwork(), Subnets: [], InternetGateways: [], RouteTables: [], NetworkAcls: [] });
  expect((await run({ r: ec2 })).map(({ outcome }) => outcome)).toEqual(['removed']);
});

const VPC = 'vpc-default';
const USES: readonly (readonly [string, Network, string])[] = [
  [
    'an instance',
    { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', VpcId: VPC, InterfaceType: 'interface', Attachment: { InstanceId: 'i-1' } }] },
    'network interface eni-1 (of instance i-1)',
  ],
  [
    'a load balancer',
    { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', VpcId: VPC, InterfaceType: 'interface', Description: 'ELB app/shop' }] },
    'network interface eni-1 ("ELB app/shop")',
  ],
  [
    'an interface that nothing is attached to',
    { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', VpcId: VPC, Status: 'available' }] },
    'network interface eni-1 (available)',
  ],
  [
    'an interface in another VPC with a security group of this one',
    { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', VpcId: 'vpc-own', Groups: [{ GroupId: 'sg-two' }], InterfaceType: 'lambda' }] },
    'network interface eni-1 (lambda)',
  ],
  [
    'a peering that it asked for',
    { VpcPeeringConnections: [{ VpcPeeringConnectionId: 'pcx-1', RequesterVpcInfo: { VpcId: VPC }, Status: { Code: 'active' } }] },
    'peering connection pcx-1 (active)',
  ],
  [
    'a peering that it was asked for',
    { VpcPeeringConnections: [{ VpcPeeringConnectionId: 'pcx-1', AccepterVpcInfo: { VpcId: VPC }, Status: { Code: 'pending-acceptance' } }] },
    'peering connection pcx-1 (pending-acceptance)',
  ],
  ['a VPN gateway', { VpnGateways: [{ VpnGatewayId: 'vgw-1', VpcAttachments: [{ VpcId: VPC, State: 'attached' }] }] }, 'VPN gateway vgw-1'],
  [
    'a transit gateway',
    { TransitGatewayVpcAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-1', VpcId: VPC, State: 'pendingAcceptance' }] },
    'transit gateway attachment tgw-attach-1 (pendingAcceptance)',
  ],
  [
    'a gateway endpoint, which has no interface',
    { VpcEndpoints: [{ VpcEndpointId: 'vpce-1', VpcId: VPC, ServiceName: 'com.amazonaws.eu-west-1.s3', State: 'available' }] },
    'endpoint vpce-1 (com.amazonaws.eu-west-1.s3)',
  ],
  ['a NAT gateway that is still going', { NatGateways: [{ NatGatewayId: 'nat-1', VpcId: VPC, State: 'deleting' }] }, 'NAT gateway nat-1 (deleting)'],
  [
    'an egress-only internet gateway',
    { EgressOnlyInternetGateways: [{ EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ VpcId: VPC, State: 'attached' }] }] },
    'egress-only internet gateway eigw-1',
  ],
  ['a carrier gateway', { CarrierGateways: [{ CarrierGatewayId: 'cagw-1', VpcId: VPC, State: 'available' }] }, 'carrier gateway cagw-1'],
  ['a flow log of the VPC', { FlowLogs: [{ FlowLogId: 'fl-1', ResourceId: VPC }] }, `flow log fl-1 of ${VPC}`],
  ['a flow log of a subnet', { FlowLogs: [{ FlowLogId: 'fl-1', ResourceId: 'subnet-b' }] }, 'flow log fl-1 of subnet-b'],
];

describe('in use, it is left wholly alone, and the report says by what', () => {
  it.each(USES)('%s', async (_what, used, line) => {
    const ec2 = new FakeEc2({ ...defaultNetwork(), ...used });
    const before = structuredClone(ec2.network);
    const reports = await run({ 'eu-west-1': ec2 });
    expect(ec2.changes).toEqual([]);
    expect(ec2.network).toMatchObject(before);
    expect(reports.map(({ outcome, vpc }) => [outcome, vpc?.uses])).toEqual([['left-alone', [line]]]);
    expect(exitCode(reports)).toBe(3);
    expect(report(account, reports)).toContain(`left alone, because it is in use:\n      ${line}\n`);
  });

  it('what is gone, or belongs to another VPC, holds nothing', async () => {
    const ec2 = new FakeEc2({
      ...defaultNetwork(),
      NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', VpcId: 'vpc-own', SubnetId: 'subnet-own' }],
      VpcPeeringConnections: ['deleted', 'rejected', 'failed', 'expired'].map((Code) => ({ RequesterVpcInfo: { VpcId: VPC }, Status: { Code } })),
      VpnGateways: [{ VpcAttachments: [{ VpcId: VPC, State: 'detached' }] }],
      VpcEndpoints: [{ VpcId: VPC, State: 'Deleted' }],
      NatGateways: [{ VpcId: VPC, State: 'deleted' }],
      TransitGatewayVpcAttachments: [{ VpcId: VPC, State: 'deleted' }],
      EgressOnlyInternetGateways: [{ Attachments: [{ VpcId: 'vpc-own' }] }],
      FlowLogs: [{ ResourceId: 'vpc-own' }],
    });
    expect((await run({ r: ec2 })).map(({ outcome }) => outcome)).toEqual(['removed']);
  });

  it('the removal itself refuses it, whoever calls', async () => {
    const ec2 = new FakeEc2({ ...defaultNetwork(), FlowLogs: [{ FlowLogId: 'fl-1', ResourceId: VPC }] });
    const { vpc } = await findDefaultVpc(ec2.client);
    await expect(removeDefaultVpc(ec2.client, vpc as never)).rejects.toThrow('vpc-default: must not be removed, got 1 uses; look again');
    expect(ec2.changes).toEqual([]);
  });

  it('used while a person was being asked: seen by the second look', async () => {
    const ec2 = new FakeEc2(defaultNetwork());
    const clients = () => ec2.client;
    const looked = await lookInRegions(['r'], clients);
    ec2.network.NetworkInterfaces = [{ NetworkInterfaceId: 'eni-1', VpcId: VPC, SubnetId: 'subnet-c' }];
    expect((await removeFromRegions(looked, clients)).map(({ outcome }) => outcome)).toEqual(['left-alone']);
    expect(ec2.changes).toEqual([]);
  });

  it('used in the very last moment: AWS refuses its subnet, and its way to the internet still stands', async () => {
    const ec2 = new FakeEc2(defaultNetwork(), (operation, network) => {
      if (operation === 'DeleteSubnet') network.NetworkInterfaces = [{ NetworkInterfaceId: 'eni-1', VpcId: VPC, SubnetId: 'subnet-a' }];
    });
    const reports = await run({ r: ec2 });
    expect(reports.map(({ outcome, error }) => [outcome, error])).toEqual([['failed', expect.stringContaining('DependencyViolation')]]);
    expect(exitCode(reports)).toBe(1);
    expect(ec2.network.InternetGateways).toEqual(defaultNetwork().InternetGateways);
    expect(ec2.network.SecurityGroups).toEqual(defaultNetwork().SecurityGroups);
  });
});

it('a VPC that does not say it is a default one is never touched, even if AWS lists it as one', async () => {
  const ec2 = new FakeEc2(defaultNetwork());
  const deceived = {
    send: (command: { constructor: { name: string }; input: object }) =>
      command.constructor.name === 'DescribeVpcsCommand'
        ? { Vpcs: [{ VpcId: 'vpc-own' }, { VpcId: 'vpc-own', IsDefault: false }] }
        : ec2.client.send(command as never),
  };
  const clients = () => deceived as never;
  expect((await removeFromRegions(await lookInRegions(['r'], clients), clients)).map(({ outcome }) => outcome)).toEqual(['nothing']);
  expect(ec2.changes).toEqual([]);
});

describe('what AWS does not tell', () => {
  it('each question denied alone: that region is not touched, the others are done, exit code 2', async () => {
    const asked = new FakeEc2(defaultNetwork());
    await lookInRegions(['r'], () => asked.client);
    expect(new Set(asked.sent).size).toBeGreaterThan(12);
    for (const denied of new Set(asked.sent)) {
      const closed = new FakeEc2(defaultNetwork(), (operation) => {
        if (operation === denied) throw awsError('UnauthorizedOperation', 403, 'You are not authorized to perform this operation.');
      });
      const reports = await run({ 'ap-east-1': closed, 'eu-west-1': new FakeEc2(defaultNetwork()) });
      expect([denied, closed.changes, reports.map(({ outcome }) => outcome), exitCode(reports)]).toEqual([denied, [], ['could-not-look', 'removed'], 2]);
      expect(report(account, reports)).toContain('ap-east-1  could not look: UnauthorizedOperation: You are not authorized');
      expect(report(account, reports)).not.toContain('No default VPC is left');
    }
  });

  it('each step forbidden alone: found out before the first one, nothing is touched, exit code 1', async () => {
    const whole = new FakeEc2(defaultNetwork());
    await run({ r: whole });
    for (const forbidden of new Set(whole.changes)) {
      const ec2 = new FakeEc2(defaultNetwork(), (operation) => {
        if (operation === forbidden) throw awsError('UnauthorizedOperation', 403, 'with an explicit deny in a service control policy');
      });
      const reports = await run({ 'eu-west-1': ec2 });
      expect([forbidden, ec2.changes, reports[0]?.outcome, exitCode(reports)]).toEqual([forbidden, [], 'not-permitted', 1]);
      expect(report(account, reports)).toContain(
        'not touched, because these credentials may not remove all of it: UnauthorizedOperation: with an explicit deny',
      );
    }
  });

  it('a removal that AWS refuses is an error, and is gone on with', async () => {
    const refusing = new FakeEc2(defaultNetwork(), (operation, _network, dryRun) => {
      if (operation === 'DeleteVpc' && !dryRun) throw awsError('DependencyViolation', 400, 'The vpc has dependencies');
    });
    const reports = await run({ r: refusing });
    expect([exitCode(reports), reports[0]?.outcome]).toEqual([1, 'failed']);
    expect((await run({ r: new FakeEc2(refusing.network) })).map(({ outcome }) => outcome)).toEqual(['removed']);
  });

  it('what somebody else deletes meanwhile is deleted', async () => {
    const ec2 = new FakeEc2(defaultNetwork(), (operation, network, dryRun) => {
      if (operation === 'DeleteNetworkAcl') network.NetworkAcls = [];
      if (operation === 'DetachInternetGateway' && !dryRun) throw awsError('Gateway.NotAttached');
      if (operation === 'DeleteInternetGateway') network.InternetGateways = [];
    });
    expect((await run({ r: ec2 })).map(({ outcome, error }) => [outcome, error])).toEqual([['removed', undefined]]);
    expect(ec2.network.Vpcs).toEqual(own.Vpcs);
  });
});

it('prints every region, and what to do', async () => {
  const used = new FakeEc2({ ...defaultNetwork(), FlowLogs: [{ FlowLogId: 'fl-1', ResourceId: VPC }] });
  const stray = new FakeEc2({ InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [], Tags: [{ Key: 'DetachedFromDefaultVpc', Value: VPC }] }] });
  const reports = await run({ 'eu-west-1': new FakeEc2(defaultNetwork()), 'eu-central-1': used, 'us-east-1': stray, 'us-east-2': new FakeEc2({}) });
  expect(report(account, reports)).toBe(
    [
      'prod (444444444444)',
      '  eu-west-1     vpc-default (172.31.0.0/16, 3 subnets, 1 internet gateway, 2 security groups, 1 network ACL, 2 route tables): removed',
      '  eu-central-1  vpc-default (172.31.0.0/16, 3 subnets, 1 internet gateway, 2 security groups, 1 network ACL, 2 route tables): left alone, because it is in use:',
      '      flow log fl-1 of vpc-default',
      '  us-east-1     igw-1, left by an interrupted removal: removed',
      '  us-east-2     no default VPC',
      'Move what is named above into a VPC of the blueprint, or delete it, and run this again (docs/runbooks/default-vpcs.md).',
    ].join('\n'),
  );
  expect(reports.map(summary)[1]).toEqual({
    region: 'eu-central-1',
    outcome: 'left-alone',
    strayGateways: [],
    vpc: { id: VPC, cidr: '172.31.0.0/16', subnets: ['subnet-a', 'subnet-b', 'subnet-c'], uses: ['flow log fl-1 of vpc-default'] },
  });
});

it('--dry-run: looking sends nothing that changes anything, and its clients refuse to', async () => {
  const ec2 = new FakeEc2(defaultNetwork());
  const reports = await lookInRegions(['eu-west-1'], () => ec2.client);
  expect([ec2.changes, exitCode(reports)]).toEqual([[], 3]);
  const env = { AWS_ACCESS_KEY_ID: 'proof', AWS_SECRET_ACCESS_KEY: 'proof' };
  await expect(ec2Clients(env, true)('eu-west-1').send(new DeleteVpcCommand({ VpcId: VPC }))).rejects.toThrow('must only read, got DeleteVpcCommand');
});

it('a session through the bootstrap role may do what a removal does, and nothing else', async () => {
  const ec2 = new FakeEc2(defaultNetwork());
  await run({ r: ec2 });
  const [, removal, marking] = removalSession(account.id).Statement;
  expect([...(removal?.Action ?? []), marking?.Action].sort()).toEqual([...new Set(ec2.changes)].map((operation) => `ec2:${operation}`).sort());
  expect(marking?.Resource).toBe('arn:aws:ec2:*:444444444444:internet-gateway/*');
});

it('--all-regions means those that are switched on', async () => {
  const ec2 = new FakeEc2({
    Regions: [
      { RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' },
      { RegionName: 'ap-east-1', OptInStatus: 'not-opted-in' },
      { RegionName: 'eu-south-1', OptInStatus: 'opted-in' },
    ],
  });
  const whole = { send: async () => ({ Regions: ec2.network.Regions }) } as never;
  expect(await regionsOf(whole)).toEqual(['eu-south-1', 'us-east-1']);
});

it('the runbook lists every exit code', () => {
  const runbook = readFileSync('docs/runbooks/default-vpcs.md', 'utf8');
  for (const code of [0, 1, 2, 3]) expect(runbook).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
});

describe('the last step of bootstrap', () => {
  const stepAfter = async (ec2: FakeEc2, of: Partial<Account> = {}, autoApprove = true) => {
    const told = jest.spyOn(console, 'error').mockImplementation();
    const code = await afterBootstrap({ account: { ...account, ...of }, regions: ['eu-west-1', 'us-east-1'], clients: () => ec2.client, autoApprove });
    const text = told.mock.calls.flat().join('\n');
    told.mockRestore();
    return { code, text, changes: ec2.changes };
  };

  it('a new account: its default VPCs go', async () => {
    const ec2 = new FakeEc2(defaultNetwork());
    expect(await stepAfter(ec2)).toMatchObject({ code: 0, text: expect.stringContaining(': removed') });
    expect(ec2.network).toMatchObject(own);
  });

  it('nothing there: nothing is said', async () => {
    expect(await stepAfter(new FakeEc2({}))).toEqual({ code: 0, text: '', changes: [] });
  });

  it.each<[string, Partial<Account>]>([
    ['management', { name: 'management' }],
    ['an imported account', { importId: '444444444444' }],
  ])('%s had a life before: it is only looked at, even with --auto-approve', async (_what, of) => {
    const { code, text, changes } = await stepAfter(new FakeEc2(defaultNetwork()), of);
    expect([code, changes]).toEqual([0, []]);
    expect(text).toContain(`run \`npm run default-vpcs -- ${of.name ?? 'prod'}\``);
  });

  it('in use: left alone, and said', async () => {
    const { code, text, changes } = await stepAfter(new FakeEc2({ ...defaultNetwork(), FlowLogs: [{ FlowLogId: 'fl-1', ResourceId: VPC }] }));
    expect([code, changes]).toEqual([3, []]);
    expect(text).toContain('flow log fl-1');
    expect(text).toContain('The account is bootstrapped');
  });

  it('denied, or nobody there to confirm: bootstrap is done all the same', async () => {
    const denied = new FakeEc2({}, () => {
      throw awsError('UnauthorizedOperation', 403);
    });
    expect(await stepAfter(denied)).toMatchObject({ code: 2, text: expect.stringContaining('The account is bootstrapped') });
    const { code, text, changes } = await stepAfter(new FakeEc2(defaultNetwork()), {}, false);
    expect([code, changes]).toEqual([2, []]);
    expect(text).toContain('prod: nobody is there to confirm; pass --auto-approve in a pipeline\nThe account is bootstrapped');
  });
});

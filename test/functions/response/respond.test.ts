import { UnreadableEvent } from '../../../functions/response/event';
import { handle } from '../../../functions/response/handle';
import { FAMILIES } from '../../../functions/response/incident';
import { endSessions } from '../../../functions/response/plan/revoke-sessions';
import { recognize } from '../../../functions/response/recognize';
import { settingsFrom } from '../../../functions/response/settings';
import { call, guardDuty, health, ROOT } from '../../corpora/events/sample-events';
import { awsError } from '../../support/fake-aws';
import { type FakeWorld, fakeWorld } from '../../support/fake-response-world';

const at = { eventTime: '2026-11-20T10:00:00Z', eventID: 'e1', recipientAccountId: '444444444444' };
const STOPPED = call('cloudtrail', 'StopLogging', { ...at, requestParameters: { name: 'organization' } });
const TRAIL = { GetTrailStatus: { IsLogging: false }, StartLogging: {} };
const deliver = (world: FakeWorld, ...events: object[]) =>
  handle({ Records: events.map((event, index) => ({ messageId: `m${index}`, body: JSON.stringify(event) })) }, world.responder, () => {});
const idOf = (event: object) => recognize(event as never)[0]?.id as string;

describe('an event of the wrong shape is tried again, and set aside: it is not lost', () => {
  it.each([
    ['a finding without its account', guardDuty('Backdoor:EC2/Spambot', 8, { updatedAt: 'x', accountId: '', resource: {} }), 'detail.accountId'],
    ['a finding without its time', guardDuty('Backdoor:EC2/Spambot', 8, { resource: { instanceDetails: { instanceId: 'i-1' } } }), 'detail.updatedAt'],
    ['a finding without a type', { ...guardDuty('x', 8), detail: {} }, 'detail.type'],
    ['credentials of no kind', guardDuty('PenTest:IAMUser/KaliLinux', 5, { updatedAt: 'x', resource: { accessKeyDetails: {} } }), 'userType'],
    [
      'malware in an object without a key',
      guardDuty('Object:S3/MaliciousFile', 8, { updatedAt: 'x', resource: { s3BucketDetails: [{ name: 'b', s3ObjectDetails: [{}] }] } }),
      's3ObjectDetails.key',
    ],
    ['a call without a name', call('cloudtrail', '', at), 'detail.eventName'],
    ['a stopped trail without its name', call('cloudtrail', 'StopLogging', { ...at, requestParameters: {} }), 'detail.requestParameters.name'],
    ['a stopped recorder without its name', call('config', 'StopConfigurationRecorder', at), 'configurationRecorderName'],
    ['a bucket without its name', call('s3', 'PutBucketPublicAccessBlock', at), 'bucketName'],
    ['a call of nobody knows when', call('s3', 'DeleteAccountPublicAccessBlock', { eventID: 'e1' }), 'detail.eventTime'],
    ['a root user without an event id', call('s3', 'ListBuckets', { eventTime: 'x', userIdentity: ROOT }), 'detail.eventID'],
    [
      'an exposed key that is empty',
      { ...health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED'), detail: { ...health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED').detail, affectedEntities: [{}] } },
      'entityValue',
    ],
  ])('%s', async (_what, event, missing) => {
    expect(() => recognize(event as never)).toThrow(UnreadableEvent);
    expect(() => recognize(event as never)).toThrow(missing);
    expect(await deliver(fakeWorld(), event)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });

  it('text that is no JSON', async () => {
    const { batchItemFailures } = await handle({ Records: [{ messageId: 'm', body: '{' }] }, fakeWorld().responder, () => {});
    expect(batchItemFailures).toHaveLength(1);
  });
});

describe('left to people', () => {
  it.each([
    ['a deleted trail', call('cloudtrail', 'DeleteTrail', at), {}, 'apply its stack'],
    [
      'a temporary key in public',
      {
        ...health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED'),
        detail: { ...health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED').detail, affectedEntities: [{ entityValue: `ASIA${'X'.repeat(16)}` }] },
      },
      {},
      'is temporary',
    ],
    [
      'a person of Identity Center',
      guardDuty('Discovery:IAMUser/AnomalousBehavior', 5, {
        updatedAt: '2026-11-20T10:00:00Z',
        resource: { accessKeyDetails: { userType: 'AssumedRole', userName: 'AWSReservedSSO_Developer_1' } },
      }),
      { GetRole: { Role: { Arn: 'arn:aws:iam::444444444444:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_1' } } },
      'end the session in Identity Center',
    ],
    [
      'the apply role',
      guardDuty('Discovery:IAMUser/AnomalousBehavior', 5, {
        updatedAt: '2026-11-20T10:00:00Z',
        resource: { accessKeyDetails: { userType: 'AssumedRole', userName: 'apply' } },
      }),
      { GetRole: { Role: { Arn: 'arn:aws:iam::444444444444:role/platform/apply' } } },
      'belongs to the platform',
    ],
    ['root of the security account', call('s3', 'ListBuckets', { ...at, userIdentity: ROOT, recipientAccountId: '333333333333' }), {}, 'is never cut off'],
    [
      'a security group of the network',
      call('ec2', 'AuthorizeSecurityGroupIngress', {
        ...at,
        responseElements: { securityGroupRuleSet: { items: [{ groupId: 'sg-1', cidrIpv4: '0.0.0.0/0' }] } },
      }),
      { DescribeSecurityGroups: { SecurityGroups: [{ GroupId: 'sg-1', Tags: [{ Key: 'BlueprintNetwork', Value: 'prod' }] }] } },
      'protected by its tag BlueprintNetwork',
    ],
    [
      'an instance that is exempt',
      guardDuty('Backdoor:EC2/Spambot', 8, { updatedAt: '2026-11-20T10:00:00Z', resource: { instanceDetails: { instanceId: 'i-1' } } }),
      {
        DescribeInstances: {
          Reservations: [{ Instances: [{ InstanceId: 'i-1', VpcId: 'vpc-1', State: { Name: 'running' }, Tags: [{ Key: 'ResponseExempt', Value: 'true' }] }] }],
        },
      },
      'protected by its tag ResponseExempt',
    ],
  ] as const)('%s', async (_what, event, answers, says) => {
    const world = fakeWorld({ answers });
    expect(await deliver(world, event)).toEqual({ batchItemFailures: [] });
    expect(world.changes()).toEqual([]);
    expect(world.messages()).toEqual([expect.stringMatching(new RegExp(`^LEFT TO PEOPLE[\\s\\S]*${says}`))]);
  });
});

describe('what was deleted meanwhile is no failure that rings for ever', () => {
  const malware = guardDuty('Object:S3/MaliciousFile', 8, {
    updatedAt: '2026-11-20T10:00:00Z',
    resource: { s3BucketDetails: [{ name: 'b', s3ObjectDetails: [{ key: 'k', versionId: 'v' }] }] },
  });
  it.each([
    ['a bucket', call('s3', 'DeleteBucketPublicAccessBlock', { ...at, requestParameters: { bucketName: 'b' } }), { GetPublicAccessBlock: 'NoSuchBucket' }],
    ['the bucket of an object', malware, { GetObjectTagging: 'NoSuchBucket' }],
    ['a version that became a delete marker', malware, { GetObjectTagging: 'MethodNotAllowed' }],
  ])('%s', async (_what, event, answers) => {
    const world = fakeWorld({ answers: Object.fromEntries(Object.entries(answers).map(([operation, name]) => [operation, awsError(name, 404)])) });
    expect(await deliver(world, event)).toEqual({ batchItemFailures: [] });
    expect(world.changes()).toEqual([]);
    expect(await world.responder.ledger.open()).toEqual([]);
  });
});

it('a central root session is no use of root', () => {
  const session = { ...ROOT, sessionContext: { assumedRoot: 'true' } };
  expect(recognize(call('s3', 'DeleteBucketPolicy', { ...at, userIdentity: session }) as never)).toEqual([]);
});

it.each([
  ['ConsoleLogin', 1],
  ['PasswordRecoveryCompleted', 1],
  ['PasswordUpdated', 1],
  ['PasswordRecoveryRequested', 0],
  ['CheckMfa', 0],
])('root at the sign-in page, %s: only who was let in is a reason to cut the account off', (eventName, incidents) => {
  const event = call('signin', eventName, { ...at, eventType: 'AwsConsoleSignIn', userIdentity: ROOT, responseElements: { [eventName]: 'Success' } });
  expect(recognize(event as never)).toHaveLength(incidents);
});

describe('a sample finding, made to test alerts, is no incident', () => {
  const finding = (value?: string) =>
    guardDuty('Policy:S3/BucketAnonymousAccessGranted', 8, {
      updatedAt: '2026-11-20T10:00:00Z',
      service: { archived: false, additionalInfo: { value, type: 'default' } },
      resource: { s3BucketDetails: [{ name: 'b' }] },
    });
  it.each([
    ['a sample', '{"sample":true}', 0],
    ['one with more to it', '{"threatName":"x","sample":true}', 0],
    ['a finding that quotes what an intruder sent', '{"userAgent":"\\"sample\\":true,"}', 1],
    ['a finding with other words', 'sample', 1],
    ['a finding without any', undefined, 1],
    ['null', 'null', 1],
  ])('%s', (_what, value, incidents) => {
    expect(recognize(finding(value) as never)).toHaveLength(incidents);
  });
});

it.each([
  ['a content network', { cidrIpv4: '104.16.0.0/13' }],
  ['a company with a network of its own', { cidrIpv4: '17.0.0.0/8' }],
  ['a prefix list of AWS', { prefixListId: 'pl-1' }],
])('a group that lets in %s is looked at and left alone: nobody is told', async (_what, rule) => {
  const { cidrIpv4: CidrIpv4, prefixListId: PrefixListId } = rule as { cidrIpv4?: string; prefixListId?: string };
  const world = fakeWorld({
    answers: {
      DescribeSecurityGroups: { SecurityGroups: [{ GroupId: 'sg-1' }] },
      DescribeSecurityGroupRules: { SecurityGroupRules: [{ SecurityGroupRuleId: 'sgr-1', IsEgress: false, CidrIpv4, PrefixListId }] },
      GetManagedPrefixListEntries: { Entries: [{ Cidr: '13.32.0.0/15' }, { Cidr: '52.84.0.0/15' }] },
    },
  });
  await deliver(
    world,
    call('ec2', 'AuthorizeSecurityGroupIngress', { ...at, responseElements: { securityGroupRuleSet: { items: [{ groupId: 'sg-1', ...rule }] } } }),
  );
  expect([world.changes(), world.messages()]).toEqual([[], []]);
  expect(await world.responder.ledger.open()).toEqual([]);
});

it.each([
  ['an office', { responseElements: { securityGroupRuleSet: { items: [{ groupId: 'sg-1', cidrIpv4: '203.0.113.0/24' }] } } }],
  ['a private network', { responseElements: { securityGroupRuleSet: { items: [{ groupId: 'sg-1', cidrIpv4: '10.0.0.0/8' }] } } }],
  ['another group', { responseElements: { securityGroupRuleSet: { items: [{ groupId: 'sg-1', referencedGroupId: 'sg-2' }] } } }],
  [
    'an office, where CloudTrail left the answer out',
    { requestParameters: { groupId: 'sg-1', ipPermissions: { items: [{ ipRanges: { items: [{ cidrIp: '203.0.113.0/24' }] } }] } } },
  ],
])('%s that is let in is not even looked at', (_what, more) => {
  expect(recognize(call('ec2', 'AuthorizeSecurityGroupIngress', { ...at, ...more }) as never)).toEqual([]);
});

it.each([
  ['in the answer alone, which is one rule and no list', { responseElements: { securityGroupRuleSet: { items: { groupId: 'sg-1', cidrIpv6: '::/0' } } } }],
  ['in the request alone', { requestParameters: { groupId: 'sg-1', ipPermissions: { items: [{ ipv6Ranges: { items: [{ cidrIpv6: '::/0' }] } }] } } }],
  ['as a single parameter', { requestParameters: { groupId: 'sg-1', cidrIp: '0.0.0.0/0' } }],
  ['nowhere: CloudTrail left both out, because they were too long', { requestParameters: { groupId: 'sg-1' } }],
])('the world stands %s: the group is looked at', (_what, more) => {
  expect(recognize(call('ec2', 'AuthorizeSecurityGroupIngress', { ...at, ...more }) as never)).toMatchObject([
    { target: { kind: 'security-group', groupId: 'sg-1' } },
  ]);
});

it.each([
  ['one rule', { SecurityGroupRuleId: 'sgr-1', SecurityGroupRule: { CidrIpv4: '0.0.0.0/0' } }, 1],
  ['a list of rules', [{ SecurityGroupRule: { CidrIpv4: '203.0.113.0/24' } }, { SecurityGroupRule: { CidrIpv6: '::/0' } }], 1],
  ['a prefix list', { SecurityGroupRule: { PrefixListId: 'pl-1' } }, 1],
  ['an office', { SecurityGroupRule: { CidrIpv4: '203.0.113.0/24' } }, 0],
  ['a description', { SecurityGroupRule: { Description: 'x', ReferencedGroupId: 'sg-2' } }, 0],
])('a rule that is changed to %s', (_what, SecurityGroupRule, incidents) => {
  const requestParameters = { ModifySecurityGroupRulesRequest: { GroupId: 'sg-1', SecurityGroupRule } };
  expect(recognize(call('ec2', 'ModifySecurityGroupRules', { ...at, requestParameters }) as never)).toHaveLength(incidents);
});

it('an attacked instance is not a compromised one', () => {
  const attacked = guardDuty('UnauthorizedAccess:EC2/SSHBruteForce', 5, {
    updatedAt: 'x',
    service: { archived: false, resourceRole: 'TARGET' },
    resource: { instanceDetails: { instanceId: 'i-1' } },
  });
  expect(recognize(attacked as never)).toEqual([]);
});

it('nobody but AWS and the approval bus is listened to', async () => {
  const world = fakeWorld({ answers: TRAIL });
  expect(await deliver(world, { ...STOPPED, source: 'evil.cloudtrail' })).toEqual({ batchItemFailures: [] });
  expect(world.sent).toEqual([]);
});

it('nothing but an approval approves: an event that only looks like one is set aside', async () => {
  const world = fakeWorld({ mode: 'approve', answers: TRAIL });
  await deliver(world, STOPPED);
  const forged = { ...call('s3', 'ListBuckets', { userIdentity: ROOT, id: idOf(STOPPED), decision: 'approve', by: 'intruder' }), source: 'platform.response' };
  expect((await deliver(world, forged)).batchItemFailures).toHaveLength(1);
  expect(world.changes()).toEqual([]);
  expect(world.statusOf(idOf(STOPPED))).toBe('waiting');
});

it('a call that AWS throttles fails, is measured, is tried again, and then done', async () => {
  let throttled = true;
  const StartLogging = () => {
    if (throttled) return awsError('ThrottlingException', 429);
    return {};
  };
  const world = fakeWorld({ answers: { ...TRAIL, StartLogging } });
  expect((await deliver(world, STOPPED)).batchItemFailures).toHaveLength(1);
  expect(world.statusOf(idOf(STOPPED))).toBe('failed');
  expect(world.metrics()).toContainEqual({ name: 'Incidents', value: 1, dimensions: 'disabled-recording failed' });
  throttled = false;
  world.clock += 60_000;
  expect((await deliver(world, STOPPED)).batchItemFailures).toEqual([]);
  expect(world.statusOf(idOf(STOPPED))).toBe('done');
});

it('a function that died in the middle: its lease runs out, and the next delivery goes on', async () => {
  const world = fakeWorld({ answers: TRAIL });
  const [incident] = recognize(STOPPED as never);
  if (!incident) throw new Error('no incident');
  await world.responder.ledger.claim(incident);
  await world.responder.take(incident);
  expect(world.changes()).toEqual([]); // somebody has it
  world.clock += 181_000;
  await world.responder.take(incident);
  expect(world.changes()).toHaveLength(1);
});

it('nobody is told that it is done before it is', async () => {
  const world = fakeWorld({ answers: { ...TRAIL, Publish: awsError('InternalErrorException', 500) } });
  expect((await deliver(world, STOPPED)).batchItemFailures).toHaveLength(1);
  expect(world.statusOf(idOf(STOPPED))).toBe('failed');
});

describe('approval', () => {
  const approval = (more: object) => ({ source: 'platform.response', 'detail-type': 'Response Approval', detail: { id: idOf(STOPPED), by: 'alice', ...more } });

  it('a rejection ends it; a late approval does nothing', async () => {
    const world = fakeWorld({ mode: 'approve', answers: TRAIL });
    await deliver(world, STOPPED, approval({ decision: 'reject' }), approval({ decision: 'approve' }));
    expect(world.statusOf(idOf(STOPPED))).toBe('rejected');
    expect(world.changes()).toEqual([]);
  });

  it('a rejection closes what failed for good, so that the alarm on the time to respond can ring again', async () => {
    const world = fakeWorld({ answers: { ...TRAIL, StartLogging: awsError('AccessDenied', 403) } });
    expect((await deliver(world, STOPPED)).batchItemFailures).toHaveLength(1);
    await deliver(world, approval({ decision: 'reject' }));
    expect(world.statusOf(idOf(STOPPED))).toBe('rejected');
    expect(await world.responder.ledger.open()).toEqual([]);
  });

  it('a rejection does not stop what is at work', async () => {
    const world = fakeWorld({ answers: TRAIL });
    const [incident] = recognize(STOPPED as never);
    if (!incident) throw new Error('no incident');
    await world.responder.ledger.claim(incident);
    await deliver(world, approval({ decision: 'reject' }));
    expect(world.statusOf(incident.id)).toBe('running');
  });

  it.each([
    ['an unknown incident', { id: 'malware-444444444444-000000000000', decision: 'approve' }],
    ['no decision', {}],
    ['another decision', { decision: 'maybe' }],
    ['nobody', { decision: 'approve', by: '' }],
  ])('%s is an error', async (_what, more) => {
    const world = fakeWorld({ mode: 'approve', answers: TRAIL });
    await deliver(world, STOPPED);
    expect((await deliver(world, approval(more))).batchItemFailures).toHaveLength(1);
    expect(world.changes()).toEqual([]);
  });

  it('of what a dry run planned is not possible', async () => {
    const world = fakeWorld({ mode: 'dry-run', answers: TRAIL });
    await deliver(world, STOPPED, approval({ decision: 'approve' }));
    expect(world.changes()).toEqual([]);
  });

  it('what waits ages with every look', async () => {
    const world = fakeWorld({ mode: 'approve', answers: TRAIL });
    await deliver(world, STOPPED);
    world.clock += 3_600_000;
    await deliver(world, { source: 'platform.response', 'detail-type': 'Response Watch' });
    expect(world.metrics()).toContainEqual({ name: 'TimeToRespond', value: 3900, dimensions: 'disabled-recording' });
  });
});

describe('snapshots of an instance, once for each time that it is cut off', () => {
  const device = (DeviceName: string, VolumeId: string) => ({ DeviceName, Ebs: { VolumeId } });
  const hourly = (updatedAt: string) => guardDuty('Backdoor:EC2/Spambot', 8, { id: 'f1', updatedAt, resource: { instanceDetails: { instanceId: 'i-1' } } });
  /** An instance with two volumes that remembers what was done to it, as EC2 does. */
  const world = (more: { tags?: object[]; snapshots?: object[]; devices?: object[] } = {}) => {
    const tags: { Key?: string; Value?: string }[] = [...(more.tags ?? [])];
    const taken: { VolumeId?: string; State?: string; Tags?: unknown }[] = [...(more.snapshots ?? [])];
    const devices = more.devices ?? [device('/dev/xvda', 'vol-1'), device('/dev/sdb', 'vol-2')];
    const answers = {
      DescribeInstances: () => ({
        Reservations: [
          {
            Instances: [
              {
                InstanceId: 'i-1',
                VpcId: 'vpc-1',
                State: { Name: 'running' },
                RootDeviceName: '/dev/xvda',
                BlockDeviceMappings: devices,
                MetadataOptions: { HttpEndpoint: 'disabled' },
                NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', Groups: [{ GroupId: 'sg-iso' }] }],
                Tags: tags,
              },
            ],
          },
        ],
      }),
      DescribeSecurityGroups: { SecurityGroups: [{ GroupId: 'sg-iso', Tags: [{ Key: 'Quarantine', Value: 'x' }] }] },
      DescribeSecurityGroupRules: { SecurityGroupRules: [] },
      // biome-ignore lint/suspicious/noExplicitAny: input of the call
      DescribeSnapshots: ({ Filters }: any) => ({
        Snapshots: taken.filter(({ Tags = [] }) => (Tags as { Value: string }[]).some(({ Value }) => Filters[0].Values.includes(Value))),
      }),
      // biome-ignore lint/suspicious/noExplicitAny: input of the call
      CreateTags: ({ Tags }: any) => {
        tags.push(...Tags);
        return {};
      },
      // biome-ignore lint/suspicious/noExplicitAny: input of the call
      CreateSnapshots: ({ InstanceSpecification: { ExcludeBootVolume, ExcludeDataVolumeIds = [] }, TagSpecifications }: any) => {
        for (const { DeviceName, Ebs } of devices as ReturnType<typeof device>[])
          if (!(DeviceName === '/dev/xvda' ? ExcludeBootVolume : ExcludeDataVolumeIds.includes(Ebs.VolumeId)))
            taken.push({ VolumeId: Ebs.VolumeId, State: 'completed', Tags: TagSpecifications[0].Tags });
        return {};
      },
    };
    return { fake: fakeWorld({ answers: answers as never }), taken, tags, devices };
  };
  const volumes = (taken: readonly { VolumeId?: string }[]) => taken.map(({ VolumeId }) => VolumeId).sort();

  it('GuardDuty reports hourly what goes on: other events, other incidents, the same evidence', async () => {
    const { fake, taken } = world();
    const events = ['2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z', '2026-11-20T12:00:00Z'].map(hourly);
    expect(new Set(events.map(idOf)).size).toBe(3);
    for (const event of events) expect(await deliver(fake, event)).toEqual({ batchItemFailures: [] });
    expect(volumes(taken)).toEqual(['vol-1', 'vol-2']);
    expect(fake.messages()).toHaveLength(1);
  });

  it('another finding about the same instance, too', async () => {
    const { fake, taken } = world();
    await deliver(fake, hourly('2026-11-20T10:00:00Z'));
    await deliver(
      fake,
      guardDuty('CryptoCurrency:EC2/BitcoinTool.B', 8, { id: 'f2', updatedAt: '2026-11-20T10:07:00Z', resource: { instanceDetails: { instanceId: 'i-1' } } }),
    );
    expect(volumes(taken)).toEqual(['vol-1', 'vol-2']);
  });

  it('cut off again after people let it go: its disks are other evidence', async () => {
    const { fake, taken, tags } = world();
    await deliver(fake, hourly('2026-11-20T10:00:00Z'));
    tags.length = 0; // the runbook: tag taken off
    await deliver(fake, hourly('2026-11-21T10:00:00Z'));
    expect(volumes(taken)).toEqual(['vol-1', 'vol-1', 'vol-2', 'vol-2']);
  });

  it('of a volume that was attached since, and of one whose snapshot failed', async () => {
    const { fake, taken, devices } = world();
    await deliver(fake, hourly('2026-11-20T10:00:00Z'));
    devices.push(device('/dev/sdc', 'vol-3'));
    (taken[0] as { State?: string }).State = 'error';
    await deliver(fake, hourly('2026-11-20T11:00:00Z'));
    expect(volumes(taken)).toEqual(['vol-1', 'vol-1', 'vol-2', 'vol-3']);
  });

  it('a mark that was copied from another instance hides nothing', async () => {
    const mark = [{ Key: 'Quarantine', Value: 'compromised-instance-444444444444-0a1b2c3d4e5f' }];
    const { fake, taken } = world({ tags: mark, snapshots: [{ VolumeId: 'vol-9', State: 'completed', Tags: mark }] });
    await deliver(fake, hourly('2026-11-20T10:00:00Z'));
    expect(volumes(taken)).toEqual(['vol-1', 'vol-2', 'vol-9']);
  });

  it('an instance without volumes is cut off all the same', async () => {
    const { fake, taken } = world({ devices: [] });
    expect(await deliver(fake, hourly('2026-11-20T10:00:00Z'))).toEqual({ batchItemFailures: [] });
    expect(taken).toEqual([]);
  });
});

describe('tags that an intruder has EC2 set by a template do not keep the response away', () => {
  const instance = (...Tags: object[]) => ({
    Reservations: [
      {
        Instances: [
          {
            InstanceId: 'i-1',
            VpcId: 'vpc-1',
            State: { Name: 'running' },
            NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', Groups: [{ GroupId: 'sg-1' }] }],
            Tags,
          },
        ],
      },
    ],
  });
  const answers = (...tags: object[]) => ({
    DescribeInstances: instance(...tags),
    DescribeSecurityGroups: { SecurityGroups: [{ GroupId: 'sg-iso', Tags: [{ Key: 'Quarantine', Value: 'x' }] }] },
    DescribeSecurityGroupRules: { SecurityGroupRules: [] },
    ModifyNetworkInterfaceAttribute: {},
    ModifyInstanceMetadataOptions: {},
    CreateTags: {},
  });
  const event = guardDuty('Backdoor:EC2/Spambot', 8, { updatedAt: '2026-11-20T10:00:00Z', resource: { instanceDetails: { instanceId: 'i-1' } } });
  const EXEMPT = ['ResponseExempt', 'BlueprintNetwork'].map((Key) => ({ Key, Value: 'true' }));
  const STARTED = ['aws:ec2launchtemplate:id', 'aws:autoscaling:groupName', 'aws:ec2:fleet-id', 'aws:ec2spot:fleet-request-id'].map((Key) => ({
    Key,
    Value: 'x',
  }));

  it.each(STARTED.flatMap((by) => EXEMPT.map((tag) => [tag.Key, by.Key, tag, by] as const)))('%s beside %s', async (_tag, _by, tag, by) => {
    const world = fakeWorld({ answers: answers(tag, by) });
    await deliver(world, event);
    expect(world.changes().map(({ operation }) => operation)).toContain('ModifyNetworkInterfaceAttribute');
  });

  it.each(EXEMPT)('$Key alone does', async (tag) => {
    const world = fakeWorld({ answers: answers(tag, { Key: 'awsome:ec2:fleet-id', Value: 'x' }) });
    await deliver(world, event);
    expect(world.changes()).toEqual([]);
  });
});

it('a role whose path only looks like one of AWS is no role of AWS', async () => {
  const role = (Arn: string) =>
    fakeWorld({
      answers: { GetRole: { Role: { Arn } }, GetRolePolicy: awsError('NoSuchEntityException', 404), ListAttachedRolePolicies: {}, PutRolePolicy: {} },
    });
  const event = guardDuty('Discovery:IAMUser/AnomalousBehavior', 5, {
    updatedAt: '2026-11-20T10:00:00Z',
    resource: { accessKeyDetails: { userType: 'AssumedRole', userName: 'web' } },
  });
  for (const path of ['app/x:role/aws-reserved', 'app/x:role/aws-service-role', 'app/x:role/platform']) {
    const world = role(`arn:aws:iam::444444444444:role/${path}/web`);
    await deliver(world, event);
    expect([path, world.changes().map(({ operation }) => operation)]).toEqual([path, ['PutRolePolicy']]);
  }
});

it('one target that cannot be answered does not keep the others of the same finding: an intruder would see to it that the first one fails', async () => {
  const GetObjectTagging = ({ Key }: Record<string, string>) => (Key === 'first' ? awsError('AccessDenied', 403) : { TagSet: [] });
  const world = fakeWorld({ answers: { GetObjectTagging, PutObjectTagging: {} } });
  const event = guardDuty('Object:S3/MaliciousFile', 8, {
    updatedAt: '2026-11-20T10:00:00Z',
    resource: { s3BucketDetails: [{ name: 'b', s3ObjectDetails: [{ key: 'first' }, { key: 'second' }] }] },
  });
  expect((await deliver(world, event)).batchItemFailures).toHaveLength(1); // tried again, set aside, told
  expect(world.changes().map(({ input }) => input.Key)).toEqual(['second']);
});

it('a name that holds lines of its own cannot speak for us', async () => {
  const key = 'a.pdf\nApprove: npm run respond -- approve malware-444444444444-000000000000\u2028x';
  const world = fakeWorld({ mode: 'approve', answers: { GetObjectTagging: { TagSet: [] } } });
  await deliver(
    world,
    guardDuty('Object:S3/MaliciousFile', 8, { updatedAt: '2026-11-20T10:00:00Z', resource: { s3BucketDetails: [{ name: 'b', s3ObjectDetails: [{ key }] }] } }),
  );
  const [text = ''] = world.messages();
  expect(text.split(/[\n\u2028]/).filter((line) => /^Approve: /.test(line))).toHaveLength(1);
  expect(text).not.toMatch(/^Approve: .*000000000000/m);
});

it('a message fits into one of Amazon SNS, however much there is to say', async () => {
  const rules = Array.from({ length: 1000 }, (_, index) => ({
    SecurityGroupRuleId: `sgr-${index}`,
    IsEgress: false,
    IpProtocol: 'tcp',
    FromPort: index,
    ToPort: index,
    CidrIpv4: '0.0.0.0/0',
  }));
  const world = fakeWorld({
    answers: {
      DescribeSecurityGroups: { SecurityGroups: [{ GroupId: 'sg-1' }] },
      DescribeSecurityGroupRules: { SecurityGroupRules: rules },
      RevokeSecurityGroupIngress: {},
    },
  });
  await deliver(world, call('ec2', 'AuthorizeSecurityGroupIngress', { ...at, requestParameters: { groupId: 'sg-1', cidrIp: '0.0.0.0/0' } }));
  expect(Buffer.byteLength(world.messages()[0] ?? '')).toBeLessThan(256 * 1024);
  expect(world.changes()[0]?.input.SecurityGroupRuleIds).toHaveLength(998);
});

it('an isolation group that an intruder made is marked, so that he gives it no new rules, and emptied before it is used', async () => {
  const rule = (id: string, IsEgress: boolean) => ({ SecurityGroupRuleId: id, IsEgress, CidrIpv4: '0.0.0.0/0' });
  const world = fakeWorld({
    answers: {
      DescribeInstances: {
        Reservations: [
          {
            Instances: [
              {
                InstanceId: 'i-1',
                VpcId: 'vpc-1',
                State: { Name: 'running' },
                MetadataOptions: { HttpEndpoint: 'disabled' },
                NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', Groups: [{ GroupId: 'sg-iso' }] }],
                Tags: [{ Key: 'Quarantine', Value: 'x' }],
              },
            ],
          },
        ],
      },
      DescribeSecurityGroups: { SecurityGroups: [{ GroupId: 'sg-iso' }] },
      DescribeSecurityGroupRules: { SecurityGroupRules: [rule('sgr-in', false), rule('sgr-out', true)] },
      DescribeSnapshots: { Snapshots: [{}] },
      CreateTags: {},
      RevokeSecurityGroupEgress: {},
      RevokeSecurityGroupIngress: {},
    },
  });
  await deliver(world, guardDuty('Backdoor:EC2/Spambot', 8, { updatedAt: '2026-11-20T10:00:00Z', resource: { instanceDetails: { instanceId: 'i-1' } } }));
  expect(world.changes().map(({ operation, input }) => `${operation} ${input.SecurityGroupRuleIds ?? input.Resources}`)).toEqual([
    'CreateTags sg-iso',
    'RevokeSecurityGroupEgress sgr-out',
    'RevokeSecurityGroupIngress sgr-in',
  ]);
});

describe('a policy of that name that an intruder put there beforehand does not pass for ended sessions', () => {
  const future = '2099-01-01T00:00:00Z';
  it.each([
    ['ends nothing', endSessions(future).replace('"Action":"*"', '"Action":"none:None"')],
    ['allows', endSessions(future).replace('"Deny"', '"Allow"')],
    ['ends those of another resource', endSessions(future).replace('"Resource":"*"', '"Resource":"arn:aws:s3:::x"')],
    ['is no policy', '{}'],
  ])('%s', async (_what, policy) => {
    const world = fakeWorld({
      answers: {
        GetRole: { Role: { Arn: 'arn:aws:iam::444444444444:role/app/web' } },
        GetRolePolicy: { PolicyDocument: encodeURIComponent(policy) },
        ListAttachedRolePolicies: {},
        PutRolePolicy: {},
      },
    });
    const event = guardDuty('Discovery:IAMUser/AnomalousBehavior', 5, {
      updatedAt: '2026-11-20T10:00:00Z',
      resource: { accessKeyDetails: { userType: 'AssumedRole', userName: 'web' } },
    });
    await deliver(world, event);
    expect(world.changes().map(({ operation }) => operation)).toEqual(['PutRolePolicy']);
  });
});

it('settings that lack a family are refused at the start', () => {
  expect(() => settingsFrom({ RESPONSE_SETTINGS: '{"modes":{"malware":"automatic"}}' })).toThrow(
    'RESPONSE_SETTINGS: has no mode for exposed-key; apply the stack security',
  );
  expect(settingsFrom({ RESPONSE_SETTINGS: JSON.stringify({ modes: Object.fromEntries(FAMILIES.map((family) => [family, 'off'])) }) }).modes.malware).toBe(
    'off',
  );
});

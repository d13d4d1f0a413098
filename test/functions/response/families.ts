import type { BusEvent } from '../../../functions/response/event';
import type { Family } from '../../../functions/response/incident';
import { endSessions } from '../../../functions/response/plan/revoke-sessions';
import { asff, call, guardDuty, health, ROOT, signIn } from '../../corpora/events/sample-events';
import { type Answer, awsError } from '../../support/fake-aws';

type Answers = Readonly<Record<string, Answer>>;

/** One way into a family: the event, how things stand, and what is done about it. */
export interface FamilyCase {
  readonly name: string;
  readonly family: Family;
  readonly event: BusEvent;
  /** How AWS answers while it is as the event says. */
  readonly before: Answers | (() => Answers);
  /** And when it has been put right. */
  readonly after: Readonly<Record<string, Answer>>;
  /** Operations that change something, with the part of their input that matters. */
  readonly changes: readonly (readonly [operation: string, input: object])[];
  /** ARN pattern that protects the target; left out where nothing can. */
  readonly protectedBy?: string;
}

const event = (sample: object): BusEvent => sample as BusEvent;
const at = { eventTime: '2026-11-20T10:00:00Z', eventID: 'e1', recipientAccountId: '444444444444' };
const KEY = `AKIA${'X'.repeat(16)}`;
const gone = (name: string) => awsError(name, 404);
const finding = (type: string, resource: object, service: object = {}) =>
  event(guardDuty(type, 8, { updatedAt: '2026-11-20T10:00:00.000Z', service: { archived: false, resourceRole: 'TARGET', ...service }, resource }));
const role = { accessKeyDetails: { userType: 'AssumedRole', userName: 'web', accessKeyId: `ASIA${'X'.repeat(16)}` } };
const user = { accessKeyDetails: { userType: 'IAMUser', userName: 'svc', accessKeyId: KEY } };
const REVOKED = encodeURIComponent(endSessions('2026-11-20T10:05:00Z'));
const OWNER = { GetAccessKeyLastUsed: { UserName: 'svc' }, GetUser: { User: { Arn: 'arn:aws:iam::444444444444:user/svc' } } };
const KEY_BEFORE = {
  ...OWNER,
  ListAccessKeys: { AccessKeyMetadata: [{ AccessKeyId: KEY, Status: 'Active' }] },
  GetUserPolicy: gone('NoSuchEntityException'),
  UpdateAccessKey: {},
  PutUserPolicy: {},
  ListAttachedUserPolicies: {},
};
const KEY_AFTER = { ...OWNER, ListAccessKeys: { AccessKeyMetadata: [{ AccessKeyId: KEY, Status: 'Inactive' }] }, GetUserPolicy: { PolicyDocument: REVOKED } };
const KEY_CHANGES = [
  ['UpdateAccessKey', { UserName: 'svc', AccessKeyId: KEY, Status: 'Inactive' }],
  ['PutUserPolicy', { UserName: 'svc', PolicyName: 'platform-revoked-sessions' }],
] as const;
const ROLE_BEFORE = {
  GetRole: { Role: { Arn: 'arn:aws:iam::444444444444:role/app/web' } },
  GetRolePolicy: gone('NoSuchEntityException'),
  ListAttachedRolePolicies: {},
  PutRolePolicy: {},
};
const ROLE_AFTER = { ...ROLE_BEFORE, GetRolePolicy: { PolicyDocument: REVOKED } };

const instance = (groups: string[], tags: object[] = [], HttpEndpoint = 'enabled') => ({
  Reservations: [
    {
      Instances: [
        {
          InstanceId: 'i-1',
          VpcId: 'vpc-1',
          State: { Name: 'running' },
          RootDeviceName: '/dev/xvda',
          BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeId: 'vol-1' } }],
          Tags: tags,
          MetadataOptions: { HttpEndpoint },
          NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', Groups: groups.map((GroupId) => ({ GroupId })) }],
        },
      ],
    },
  ],
});
const ISOLATION = { GroupId: 'sg-iso', Tags: [{ Key: 'Quarantine', Value: 'x' }] };
/** The group appears once it is made, with AWS's default rule. */
const instanceBefore = () => {
  let made = false;
  return {
    DescribeInstances: instance(['sg-1', 'sg-2']),
    DescribeSnapshots: { Snapshots: [] },
    DescribeSecurityGroups: () => ({ SecurityGroups: made ? [ISOLATION] : [] }),
    DescribeSecurityGroupRules: { SecurityGroupRules: [{ SecurityGroupRuleId: 'sgr-0', IsEgress: true, CidrIpv4: '0.0.0.0/0', IpProtocol: '-1' }] },
    CreateSecurityGroup: () => {
      made = true;
      return { GroupId: 'sg-iso' };
    },
    RevokeSecurityGroupEgress: {},
    ModifyNetworkInterfaceAttribute: {},
    ModifyInstanceMetadataOptions: {},
    CreateTags: {},
    CreateSnapshots: {},
  };
};
const INSTANCE_AFTER = {
  DescribeInstances: instance(['sg-iso'], [{ Key: 'Quarantine', Value: 'x' }], 'disabled'),
  DescribeSnapshots: { Snapshots: [{ SnapshotId: 'snap-1', VolumeId: 'vol-1', State: 'completed' }] },
  DescribeSecurityGroups: { SecurityGroups: [ISOLATION] },
  DescribeSecurityGroupRules: { SecurityGroupRules: [] },
};
const INSTANCE_CHANGES = [
  ['CreateSecurityGroup', { VpcId: 'vpc-1', GroupName: 'platform-isolation' }],
  ['RevokeSecurityGroupEgress', { GroupId: 'sg-iso', SecurityGroupRuleIds: ['sgr-0'] }],
  ['ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: 'eni-1', Groups: ['sg-iso'] }],
  ['CreateTags', { Resources: ['i-1', 'eni-1'] }],
  ['CreateSnapshots', { InstanceSpecification: { InstanceId: 'i-1' }, CopyTagsFromSource: 'volume' }],
  ['ModifyInstanceMetadataOptions', { InstanceId: 'i-1', HttpEndpoint: 'disabled' }],
] as const;
const INSTANCE = { protectedBy: 'arn:aws:ec2:*:444444444444:instance/i-1' };

const BLOCKED = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
const OPEN_BLOCK = { GetPublicAccessBlock: { PublicAccessBlockConfiguration: { ...BLOCKED, BlockPublicPolicy: false } }, PutPublicAccessBlock: {} };
const CLOSED_BLOCK = { GetPublicAccessBlock: { PublicAccessBlockConfiguration: BLOCKED } };
const BUCKET_CHANGE = [
  ['PutPublicAccessBlock', { Bucket: 'pay-uploads', ExpectedBucketOwner: '444444444444', PublicAccessBlockConfiguration: BLOCKED }],
] as const;
const ACCOUNT_CHANGE = [['PutPublicAccessBlock', { AccountId: '444444444444', PublicAccessBlockConfiguration: BLOCKED }]] as const;
const BUCKET = { protectedBy: 'arn:aws:s3:::pay-*' };

const sgRule = (SecurityGroupRuleId: string, CidrIpv4: string, port: number) => ({
  SecurityGroupRuleId,
  IsEgress: false,
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  CidrIpv4,
});
const HTTPS = sgRule('sgr-https', '0.0.0.0/0', 443);
const OFFICE = sgRule('sgr-office', '203.0.113.0/24', 22);
const groupWith = (...rules: object[]) => ({
  DescribeSecurityGroups: { SecurityGroups: [{ GroupId: 'sg-1' }] },
  DescribeSecurityGroupRules: { SecurityGroupRules: rules },
  RevokeSecurityGroupIngress: {},
});
const GROUP = {
  before: groupWith(HTTPS, OFFICE, sgRule('sgr-ssh', '0.0.0.0/0', 22)),
  after: groupWith(HTTPS, OFFICE),
  changes: [['RevokeSecurityGroupIngress', { GroupId: 'sg-1', SecurityGroupRuleIds: ['sgr-ssh'] }]],
  protectedBy: 'arn:aws:ec2:eu-west-1:444444444444:security-group/sg-1',
} as const;
const halves = (...ids: string[]) => ({
  ...GROUP,
  before: groupWith(HTTPS, OFFICE, sgRule(ids[0] as string, '0.0.0.0/1', 22), sgRule(ids[1] as string, '128.0.0.0/1', 22)),
  changes: [['RevokeSecurityGroupIngress', { GroupId: 'sg-1', SecurityGroupRuleIds: ids }]] as const,
});
const opened = (network: object) =>
  event(call('ec2', 'AuthorizeSecurityGroupIngress', { ...at, responseElements: { securityGroupRuleSet: { items: [{ groupId: 'sg-1', ...network }] } } }));
const posture = (id: string, resource: object) =>
  event(
    asff('HIGH', {
      ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
      Compliance: { Status: 'FAILED', SecurityControlId: id },
      UpdatedAt: '2026-11-20T10:00:00.000Z',
      Resources: [resource],
    }),
  );
const ATTACHED = [{ Id: 'p-q', Name: 'platform-quarantine-1' }];
const quarantine = (attached: object[]) => ({
  ListPolicies: { Policies: [{ Id: 'p-a', Name: 'platform-root-1' }, ...ATTACHED] },
  ListPoliciesForTarget: { Policies: [{ Id: 'p-FullAWSAccess', Name: 'FullAWSAccess' }, ...attached] },
  AttachPolicy: {},
});
const ATTACH = [['AttachPolicy', { PolicyId: 'p-q', TargetId: '444444444444' }]] as const;

export const FAMILY_CASES: readonly FamilyCase[] = [
  {
    name: 'AWS found a key in public',
    family: 'exposed-key',
    event: event({
      ...health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED'),
      detail: { ...health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED').detail, affectedEntities: [{ entityValue: KEY }] },
    }),
    before: KEY_BEFORE,
    after: KEY_AFTER,
    changes: KEY_CHANGES,
    protectedBy: 'arn:aws:iam::444444444444:user/svc',
  },
  {
    name: 'GuardDuty saw a user’s key at an attacker’s address',
    family: 'exposed-key',
    event: finding('UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom', user),
    before: KEY_BEFORE,
    after: KEY_AFTER,
    changes: KEY_CHANGES,
    protectedBy: 'arn:aws:iam::*:user/svc',
  },
  {
    name: 'GuardDuty saw an instance’s credentials elsewhere',
    family: 'exposed-key',
    event: finding('UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS', role),
    before: ROLE_BEFORE,
    after: ROLE_AFTER,
    changes: [['PutRolePolicy', { RoleName: 'web', PolicyName: 'platform-revoked-sessions' }]],
    protectedBy: 'arn:aws:iam::444444444444:role/app/web',
  },
  {
    name: 'a role behaves as never before',
    family: 'anomalous-identity',
    event: finding('Persistence:IAMUser/AnomalousBehavior', role),
    before: ROLE_BEFORE,
    after: ROLE_AFTER,
    changes: [['PutRolePolicy', { RoleName: 'web', PolicyName: 'platform-revoked-sessions' }]],
    protectedBy: 'arn:aws:iam::*:role/app/*',
  },
  {
    name: 'an instance talks to a command server',
    family: 'compromised-instance',
    event: finding('Backdoor:EC2/C&CActivity.B!DNS', { instanceDetails: { instanceId: 'i-1' } }),
    before: instanceBefore,
    after: INSTANCE_AFTER,
    changes: INSTANCE_CHANGES,
    ...INSTANCE,
  },
  {
    name: 'an instance attacks others',
    family: 'compromised-instance',
    event: finding('UnauthorizedAccess:EC2/SSHBruteForce', { instanceDetails: { instanceId: 'i-1' } }, { resourceRole: 'ACTOR' }),
    before: instanceBefore,
    after: INSTANCE_AFTER,
    changes: INSTANCE_CHANGES,
    ...INSTANCE,
  },
  {
    name: 'malware on a volume',
    family: 'malware',
    event: finding('Execution:EC2/MaliciousFile', { instanceDetails: { instanceId: 'i-1' } }),
    before: instanceBefore,
    after: INSTANCE_AFTER,
    changes: INSTANCE_CHANGES,
    ...INSTANCE,
  },
  {
    name: 'malware in an object',
    family: 'malware',
    event: finding('Object:S3/MaliciousFile', { s3BucketDetails: [{ name: 'pay-uploads', s3ObjectDetails: [{ key: 'a.pdf', versionId: 'v1' }] }] }),
    before: { GetObjectTagging: { TagSet: [{ Key: 'DataClass', Value: 'customer' }] }, PutObjectTagging: {} },
    after: { GetObjectTagging: { TagSet: [{ Key: 'Quarantine', Value: 'x' }] } },
    changes: [
      [
        'PutObjectTagging',
        {
          Bucket: 'pay-uploads',
          Key: 'a.pdf',
          VersionId: 'v1',
          Tagging: {
            TagSet: [
              { Key: 'DataClass', Value: 'customer' },
              { Key: 'Quarantine', Value: expect.stringMatching(/^malware-444444444444-/) },
            ],
          },
        },
      ],
    ],
    ...BUCKET,
  },
  {
    name: 'a bucket that everybody reads',
    family: 'public-bucket',
    event: finding('Policy:S3/BucketAnonymousAccessGranted', { s3BucketDetails: [{ name: 'pay-uploads' }] }),
    before: OPEN_BLOCK,
    after: CLOSED_BLOCK,
    changes: BUCKET_CHANGE,
    ...BUCKET,
  },
  {
    name: 'somebody takes the block of a bucket away',
    family: 'public-bucket',
    event: event(call('s3', 'DeleteBucketPublicAccessBlock', { ...at, requestParameters: { bucketName: 'pay-uploads' } })),
    before: { ...OPEN_BLOCK, GetPublicAccessBlock: gone('NoSuchPublicAccessBlockConfiguration') },
    after: CLOSED_BLOCK,
    changes: BUCKET_CHANGE,
    ...BUCKET,
  },
  {
    name: 'the daily check finds a bucket open',
    family: 'public-bucket',
    event: posture('S3.8', { Type: 'AwsS3Bucket', Id: 'arn:aws:s3:::pay-uploads', Region: 'eu-west-1' }),
    before: OPEN_BLOCK,
    after: CLOSED_BLOCK,
    changes: BUCKET_CHANGE,
    ...BUCKET,
  },
  {
    name: 'somebody takes the block of the account away',
    family: 'public-access-block',
    event: event(call('s3', 'DeleteAccountPublicAccessBlock', at)),
    before: { ...OPEN_BLOCK, GetPublicAccessBlock: gone('NoSuchPublicAccessBlockConfiguration') },
    after: CLOSED_BLOCK,
    changes: ACCOUNT_CHANGE,
  },
  {
    name: 'GuardDuty saw the block of the account go',
    family: 'public-access-block',
    event: finding('Policy:S3/AccountBlockPublicAccessDisabled', user),
    before: OPEN_BLOCK,
    after: CLOSED_BLOCK,
    changes: ACCOUNT_CHANGE,
  },
  {
    name: 'somebody opens a port to the world',
    family: 'open-security-group',
    event: opened({ cidrIpv4: '0.0.0.0/0' }),
    ...GROUP,
  },
  {
    name: 'somebody opens a port to half of the world',
    family: 'open-security-group',
    event: opened({ cidrIpv4: '128.0.0.0/1' }),
    ...halves('sgr-1', 'sgr-2'),
  },
  {
    name: 'somebody opens a port to a part of the world, the last of many',
    family: 'open-security-group',
    event: opened({ cidrIpv4: '12.0.0.0/8' }),
    ...GROUP,
    before: groupWith(HTTPS, OFFICE, sgRule('sgr-1', '11.0.0.0/8', 22), sgRule('sgr-2', '12.0.0.0/8', 22)),
    changes: [['RevokeSecurityGroupIngress', { GroupId: 'sg-1', SecurityGroupRuleIds: ['sgr-1', 'sgr-2'] }]],
  },
  {
    name: 'somebody changes a rule until it lets the world in',
    family: 'open-security-group',
    event: event(
      call('ec2', 'ModifySecurityGroupRules', {
        ...at,
        requestParameters: { ModifySecurityGroupRulesRequest: { GroupId: 'sg-1', SecurityGroupRule: { SecurityGroupRule: { CidrIpv6: '::/1' } } } },
      }),
    ),
    ...GROUP,
    before: groupWith(
      { ...sgRule('sgr-1', '', 22), CidrIpv4: undefined, CidrIpv6: '::/1' },
      { ...sgRule('sgr-2', '', 22), CidrIpv4: undefined, CidrIpv6: '8000::/1' },
    ),
    changes: [['RevokeSecurityGroupIngress', { GroupId: 'sg-1', SecurityGroupRuleIds: ['sgr-1', 'sgr-2'] }]],
  },
  {
    name: 'somebody writes the world into a prefix list that rules name',
    family: 'open-security-group',
    event: event(call('ec2', 'ModifyManagedPrefixList', { ...at, requestParameters: { ModifyManagedPrefixListRequest: { PrefixListId: 'pl-1' } } })),
    ...GROUP,
    before: {
      ...groupWith(OFFICE, { ...sgRule('sgr-1', '', 22), CidrIpv4: undefined, PrefixListId: 'pl-1' }),
      GetManagedPrefixListEntries: { Entries: [{ Cidr: '0.0.0.0/1' }, { Cidr: '128.0.0.0/1' }] },
    },
    changes: [['RevokeSecurityGroupIngress', { GroupId: 'sg-1', SecurityGroupRuleIds: ['sgr-1'] }]],
  },
  {
    name: 'the daily check finds a port open',
    family: 'open-security-group',
    event: posture('EC2.19', { Type: 'AwsEc2SecurityGroup', Id: 'arn:aws:ec2:eu-west-1:444444444444:security-group/sg-1', Region: 'eu-west-1' }),
    ...GROUP,
  },
  {
    name: 'somebody stops a trail',
    family: 'disabled-recording',
    event: event(call('cloudtrail', 'StopLogging', { ...at, requestParameters: { name: 'organization' } })),
    before: { GetTrailStatus: { IsLogging: false }, StartLogging: {} },
    after: { GetTrailStatus: { IsLogging: true } },
    changes: [['StartLogging', { Name: 'organization' }]],
  },
  {
    name: 'somebody stops AWS Config',
    family: 'disabled-recording',
    event: event(call('config', 'StopConfigurationRecorder', { ...at, requestParameters: { configurationRecorderName: 'default' } })),
    before: { DescribeConfigurationRecorderStatus: { ConfigurationRecordersStatus: [{ name: 'default', recording: false }] }, StartConfigurationRecorder: {} },
    after: { DescribeConfigurationRecorderStatus: { ConfigurationRecordersStatus: [{ name: 'default', recording: true }] } },
    changes: [['StartConfigurationRecorder', { ConfigurationRecorderName: 'default' }]],
  },
  {
    name: 'somebody disables a detector',
    family: 'disabled-detection',
    event: event(call('guardduty', 'UpdateDetector', { ...at, requestParameters: { enable: false } })),
    before: { ListDetectors: { DetectorIds: ['d1'] }, GetDetector: { Status: 'DISABLED' }, UpdateDetector: {} },
    after: { ListDetectors: { DetectorIds: ['d1'] }, GetDetector: { Status: 'ENABLED' } },
    changes: [['UpdateDetector', { DetectorId: 'd1', Enable: true }]],
  },
  {
    name: 'somebody deletes a detector',
    family: 'disabled-detection',
    event: event(call('guardduty', 'DeleteDetector', at)),
    before: { ListDetectors: { DetectorIds: [] }, CreateDetector: {} },
    after: { ListDetectors: { DetectorIds: ['d1'] }, GetDetector: { Status: 'ENABLED' } },
    changes: [['CreateDetector', { Enable: true }]],
  },
  {
    name: 'somebody disables Security Hub',
    family: 'disabled-detection',
    event: event(call('securityhub', 'DisableSecurityHub', at)),
    before: { DescribeHub: gone('InvalidAccessException'), EnableSecurityHub: {} },
    after: { DescribeHub: { HubArn: 'arn' } },
    changes: [['EnableSecurityHub', { EnableDefaultStandards: false }]],
  },
  {
    name: 'root signs in',
    family: 'root-use',
    event: event({ ...signIn(ROOT, 'Success'), detail: { ...signIn(ROOT, 'Success').detail, ...at, awsRegion: 'us-east-1' } }),
    before: quarantine([]),
    after: quarantine(ATTACHED),
    changes: ATTACH,
  },
  {
    name: 'root makes a call',
    family: 'root-use',
    event: event(call('s3', 'ListBuckets', { ...at, userIdentity: ROOT })),
    before: quarantine([]),
    after: quarantine(ATTACHED),
    changes: ATTACH,
  },
];

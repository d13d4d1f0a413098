import { asff, call, type EventSamples, guardDuty, health, ROOT, signIn } from './sample-events';

const rule = (cidr: object) => ({ responseElements: { _return: true, securityGroupRuleSet: { items: [{ groupId: 'sg-1', ...cidr }] } } });
const DENIED = { errorCode: 'AccessDenied' };
const WORLD = call('ec2', 'AuthorizeSecurityGroupIngress', rule({ cidrIpv4: '0.0.0.0/0', fromPort: 22 }));
const WORLD_IPV6 = call('ec2', 'AuthorizeSecurityGroupIngress', {
  responseElements: {
    securityGroupRuleSet: {
      items: [
        { groupId: 'sg-1', cidrIpv4: '10.0.0.0/8' },
        { groupId: 'sg-1', cidrIpv6: '::/0' },
      ],
    },
  },
});
const OFFICE = call('ec2', 'AuthorizeSecurityGroupIngress', rule({ cidrIpv4: '203.0.113.0/24' }));
const MODIFIED = call('ec2', 'ModifySecurityGroupRules', {
  requestParameters: {
    ModifySecurityGroupRulesRequest: {
      GroupId: 'sg-1',
      SecurityGroupRule: { tag: 1, SecurityGroupRuleId: 'sgr-1', SecurityGroupRule: { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIpv4: '0.0.0.0/1' } },
    },
  },
});
const LISTS = ['ModifyManagedPrefixList', 'RestoreManagedPrefixListVersion'].map((name) =>
  call('ec2', name, { requestParameters: { [`${name}Request`]: { PrefixListId: 'pl-1' } } }),
);
/** An office is let through by the pattern, which cannot add up, and left alone by the function. */
const OPENERS = [WORLD, WORLD_IPV6, OFFICE, MODIFIED, ...LISTS];
const EGRESS = call('ec2', 'AuthorizeSecurityGroupEgress', rule({ cidrIpv4: '0.0.0.0/0' }));
const BLOCKS = ['DeleteAccountPublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'PutAccountPublicAccessBlock', 'PutBucketPublicAccessBlock'];
const RECORDING = [
  call('cloudtrail', 'StopLogging', { requestParameters: { name: 'organization' } }),
  call('cloudtrail', 'DeleteTrail'),
  call('cloudtrail', 'UpdateTrail'),
  call('cloudtrail', 'PutEventSelectors'),
  call('config', 'StopConfigurationRecorder', { requestParameters: { configurationRecorderName: 'default' } }),
  call('config', 'DeleteConfigurationRecorder'),
  call('ec2', 'DeleteFlowLogs'),
];
const posture = (more: object) =>
  asff('HIGH', {
    ProductArn: 'arn:aws:securityhub:eu-central-1::product/aws/securityhub',
    ProductName: 'Security Hub',
    Compliance: { Status: 'FAILED', SecurityControlId: 'S3.8' },
    UpdatedAt: '2026-11-20T10:00:00.000Z',
    Resources: [{ Type: 'AwsS3Bucket', Id: 'arn:aws:s3:::pay-uploads', Region: 'eu-central-1' }],
    ...more,
  });

/** Samples of what feeds the responses: modules/detection/response-patterns.ts. The function recognizes each that matches (test/functions). */
export const RESPONSE_SAMPLES: EventSamples = {
  'platform-forward-open-security-group': { matching: OPENERS, other: [EGRESS, call('ec2', 'AuthorizeSecurityGroupIngress', DENIED)] },
  'platform-forward-public-access': {
    matching: BLOCKS.map((name) => call('s3', name)),
    other: [call('s3', 'PutBucketPolicy'), call('s3', 'GetBucketPublicAccessBlock')],
  },
  'platform-respond-credentials': {
    matching: [health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED'), health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSURE_SUSPECTED')],
    other: [health('EC2', 'AWS_EC2_OPERATIONAL_ISSUE'), health('RISK', 'AWS_RISK_IAM_QUARANTINE')],
  },
  'platform-respond-guardduty': {
    matching: [
      guardDuty('Backdoor:EC2/C&CActivity.B!DNS', 8),
      guardDuty('CryptoCurrency:Runtime/BitcoinTool.B', 8),
      guardDuty('UnauthorizedAccess:EC2/TorClient', 8),
      guardDuty('Execution:EC2/MaliciousFile', 8),
      guardDuty('Object:S3/MaliciousFile', 8),
      guardDuty('UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS', 8),
      guardDuty('PenTest:IAMUser/KaliLinux', 5),
      guardDuty('Persistence:IAMUser/AnomalousBehavior', 5),
      guardDuty('Policy:S3/BucketAnonymousAccessGranted', 8),
    ],
    other: [
      guardDuty('Discovery:S3/TorIPCaller', 5),
      guardDuty('Policy:IAMUser/RootCredentialUsage', 2),
      guardDuty('Backdoor:EC2/Spambot', 5, { service: { archived: true } }),
    ],
  },
  'platform-respond-security-group': { matching: OPENERS, other: [EGRESS, { ...WORLD, detail: { ...WORLD.detail, ...DENIED } }] },
  'platform-respond-public-access': {
    matching: BLOCKS.map((name) => call('s3', name)),
    other: [call('s3', 'DeleteBucketPublicAccessBlock', DENIED), call('s3', 'PutBucketPolicy')],
  },
  'platform-respond-recording': {
    matching: RECORDING,
    other: [call('cloudtrail', 'StopLogging', DENIED), call('cloudtrail', 'StartLogging'), call('ec2', 'CreateFlowLogs')],
  },
  'platform-respond-detection': {
    matching: [
      call('guardduty', 'DeleteDetector'),
      call('guardduty', 'UpdateDetector', { requestParameters: { enable: false } }),
      call('securityhub', 'DisableSecurityHub'),
    ],
    other: [call('guardduty', 'UpdateDetector', DENIED), call('guardduty', 'ListDetectors')],
  },
  'platform-respond-root': {
    matching: [signIn(ROOT, 'Success'), signIn(ROOT, 'Failure'), call('s3', 'ListBuckets', { userIdentity: ROOT })],
    other: [
      call('s3', 'ListBuckets'),
      call('s3', 'ListBuckets', { userIdentity: ROOT, ...DENIED }),
      call('kms', 'RotateKey', { userIdentity: ROOT, eventType: 'AwsServiceEvent' }),
      call('s3', 'GetBucketAcl', { userIdentity: { ...ROOT, invokedBy: 'cloudtrail.amazonaws.com' } }),
    ],
  },
  'platform-respond-posture': {
    matching: [
      posture({}),
      posture({
        Compliance: { Status: 'FAILED', SecurityControlId: 'EC2.19' },
        Resources: [{ Type: 'AwsEc2SecurityGroup', Id: 'arn:aws:ec2:eu-west-1:444444444444:security-group/sg-1' }],
      }),
    ],
    other: [
      posture({ Compliance: { Status: 'PASSED', SecurityControlId: 'S3.8' } }),
      posture({ Compliance: { Status: 'FAILED', SecurityControlId: 'S3.9' } }),
      posture({ RecordState: 'ARCHIVED' }),
      posture({ Workflow: { Status: 'SUPPRESSED' } }),
      // Whoever imports findings says what he likes, but not under this product.
      posture({ ProductArn: 'arn:aws:securityhub:eu-west-1:444444444444:product/444444444444/default' }),
    ],
  },
  'platform-respond-approval': {
    matching: [
      {
        ...call('x', 'y'),
        source: 'platform.response',
        'detail-type': 'Response Approval',
        detail: { id: 'malware-444444444444-0a1b2c3d4e5f', decision: 'approve', by: 'alice' },
      },
    ],
    other: [call('events', 'PutEvents')],
  },
};

/** An event as EventBridge delivers it. */
export type SampleEvent = Readonly<Record<string, unknown>> & { readonly detail: Readonly<Record<string, unknown>> };

/** Of each rule, by its name: events that it must match, and similar ones that it must not. */
export type EventSamples = Readonly<Record<string, { readonly matching: readonly SampleEvent[]; readonly other: readonly SampleEvent[] }>>;

export const envelope = (
  source: string,
  detailType: string,
  detail: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): SampleEvent => ({
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': detailType,
  source,
  account: '444444444444',
  time: '2026-11-20T10:00:00Z',
  region: 'eu-west-1',
  resources: [],
  ...more,
  detail,
});

const ROLE = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:session',
  arn: 'arn:aws:sts::444444444444:assumed-role/Developer/session',
  accountId: '444444444444',
  sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::444444444444:role/Developer', userName: 'Developer' } },
};
export const ROOT = { type: 'Root', principalId: '444444444444', arn: 'arn:aws:iam::444444444444:root', accountId: '444444444444' };

/** A call by a role, as CloudTrail records it (CloudTrail user guide, "CloudTrail record contents"). */
export const call = (service: string, eventName: string, more: Readonly<Record<string, unknown>> = {}): SampleEvent =>
  envelope(`aws.${service}`, 'AWS API Call via CloudTrail', {
    eventVersion: '1.11',
    eventSource: `${service}.amazonaws.com`,
    eventName,
    eventType: 'AwsApiCall',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '198.51.100.7',
    userAgent: 'aws-cli/2.31',
    userIdentity: ROLE,
    requestParameters: null,
    ...more,
  });

export const signIn = (userIdentity: Readonly<Record<string, unknown>>, result: 'Success' | 'Failure'): SampleEvent =>
  envelope('aws.signin', 'AWS Console Sign In via CloudTrail', {
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    eventType: 'AwsConsoleSignIn',
    sourceIPAddress: '198.51.100.7',
    userIdentity,
    responseElements: { ConsoleLogin: result },
  });

/** AWS Config developer guide, "Monitoring AWS Config with Amazon EventBridge". */
export const compliance = (configRuleName: string, complianceType: string): SampleEvent =>
  envelope('aws.config', 'Config Rules Compliance Change', {
    resourceId: 'vpc-0a1b2c3d4e5f67890',
    resourceType: 'AWS::EC2::VPC',
    awsRegion: 'eu-west-1',
    awsAccountId: '444444444444',
    configRuleName,
    messageType: 'ComplianceChangeNotification',
    newEvaluationResult: { complianceType, resultRecordedTime: '2026-11-20T10:00:00Z' },
  });

/** AWS Health user guide, "AWS Health events Amazon EventBridge schema". */
export const health = (service: string, eventTypeCode: string, detailType = 'AWS Health Event'): SampleEvent =>
  envelope('aws.health', detailType, {
    eventArn: `arn:aws:health:us-east-1::event/${service}/${eventTypeCode}/1`,
    service,
    eventTypeCode,
    eventTypeCategory: 'issue',
    eventScopeCode: 'ACCOUNT_SPECIFIC',
    eventDescription: [{ language: 'en_US', latestDescription: 'A description' }],
    affectedEntities: [{ entityValue: 'the-key-id' }],
  });

/** GuardDuty user guide, "Processing GuardDuty findings with Amazon EventBridge". */
export const guardDuty = (type: string, severity: number, more: Readonly<Record<string, unknown>> = {}): SampleEvent =>
  envelope('aws.guardduty', 'GuardDuty Finding', {
    schemaVersion: '2.0',
    accountId: '444444444444',
    region: 'eu-west-1',
    id: 'f1',
    arn: 'arn:aws:guardduty:eu-west-1:444444444444:detector/d1/finding/f1',
    type,
    severity,
    title: `${type} happened`,
    description: 'What GuardDuty saw',
    service: { archived: false, count: 1 },
    ...more,
  });

/** A finding in the security finding format (Security Hub user guide, "Security Hub findings - Imported"). */
export const asff = (label: string, more: Readonly<Record<string, unknown>> = {}): SampleEvent =>
  envelope('aws.securityhub', 'Security Hub Findings - Imported', {
    findings: [
      {
        SchemaVersion: '2018-10-08',
        Id: 'arn:aws:securityhub:eu-west-1:444444444444:finding/1',
        GeneratorId: 'arn:aws:guardduty:eu-west-1:444444444444:detector/d1',
        ProductName: 'GuardDuty',
        CompanyName: 'AWS',
        AwsAccountId: '444444444444',
        Region: 'eu-west-1',
        Title: 'A title',
        Description: 'What was found',
        Types: ['TTPs/Initial Access'],
        Severity: { Label: label },
        RecordState: 'ACTIVE',
        Workflow: { Status: 'NEW' },
        Resources: [{ Type: 'AwsEc2Instance', Id: 'arn:aws:ec2:eu-west-1:444444444444:instance/i-1' }],
        ...more,
      },
    ],
  });

/** IAM user guide, "Monitoring IAM Access Analyzer with Amazon EventBridge". */
export const accessAnalyzer = (status: string): SampleEvent =>
  envelope('aws.access-analyzer', 'Access Analyzer Finding', {
    id: 'f1',
    status,
    resourceType: 'AWS::S3::Bucket',
    resource: 'arn:aws:s3:::pay-customer-data',
    isPublic: true,
    accountId: '444444444444',
  });

/** CloudWatch user guide, "Alarm events and EventBridge". */
export const alarm = (alarmName: string, value: string, region = 'us-east-1'): SampleEvent =>
  envelope(
    'aws.cloudwatch',
    'CloudWatch Alarm State Change',
    { alarmName, state: { value, reason: 'Threshold crossed' }, previousState: { value: 'OK' }, configuration: { description: 'What to do' } },
    { account: '333333333333', region },
  );

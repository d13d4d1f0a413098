// Drives .ci/prove/respond.sh: makes the queue, rules, table and topic as they were synthesized, a world that is attacked, and
// hands the function what arrives in the queue, as AWS Lambda does.
'use strict';
const assert = require('node:assert');
const { randomBytes } = require('node:crypto');
const { readFileSync } = require('node:fs');
const sdk = (name) => require(`@aws-sdk/client-${name}`);

const [code, stack] = process.argv.slice(2);
const { resource } = JSON.parse(readFileSync(stack, 'utf8'));
const REGION = 'eu-west-1';
const MEMBER = '444444444444';
const HOME = { region: REGION };
const client = (service, name, options = HOME) => new (sdk(service)[`${name}Client`])(options);
const call = (target, service, operation, input = {}) => target.send(new (sdk(service)[`${operation}Command`])(input));
const found = (type, part) => Object.entries(resource[type]).find(([name]) => name.includes(part))[1];
let passed = 0;
const proven = (what) => console.log(`proven: ${what} (${++passed})`);

const sqs = client('sqs', 'SQS');
const events = client('eventbridge', 'EventBridge');
const dynamodb = client('dynamodb', 'DynamoDB');
const sns = client('sns', 'SNS');
const cloudwatch = client('cloudwatch', 'CloudWatch');
let queue;
let failed;
let inbox;

async function deploy() {
  const queueOf = async (name, Attributes = {}) => (await call(sqs, 'sqs', 'CreateQueue', { QueueName: name, Attributes })).QueueUrl;
  const arnOf = async (QueueUrl) => (await call(sqs, 'sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames: ['QueueArn'] })).Attributes.QueueArn;
  failed = await queueOf('platform-response-failed');
  const redrive = JSON.parse(found('aws_sqs_queue', 'store_queue').redrive_policy);
  // The visibility timeout is cut: nobody waits half an hour for a proof.
  queue = await queueOf('platform-response', {
    VisibilityTimeout: '0',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: await arnOf(failed), maxReceiveCount: redrive.maxReceiveCount }),
  });
  await call(events, 'eventbridge', 'CreateEventBus', { Name: 'platform-security' });
  await call(events, 'eventbridge', 'CreateEventBus', { Name: 'security-approvals' });
  for (const { name, event_pattern: EventPattern, event_bus_name: bus } of Object.values(resource.aws_cloudwatch_event_rule)) {
    if (!name.startsWith('platform-respond-') || !EventPattern) continue;
    const EventBusName = bus === undefined ? 'default' : name === 'platform-respond-approval' ? 'security-approvals' : 'platform-security';
    await call(events, 'eventbridge', 'PutRule', { Name: name, EventPattern, EventBusName });
    await call(events, 'eventbridge', 'PutTargets', { Rule: name, EventBusName, Targets: [{ Id: 'response', Arn: await arnOf(queue) }] });
  }
  const { name: TableName, hash_key, attribute } = found('aws_dynamodb_table', 'store_table');
  const keys = {
    KeySchema: [{ AttributeName: hash_key, KeyType: 'HASH' }],
    AttributeDefinitions: attribute.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
  };
  await call(dynamodb, 'dynamodb', 'CreateTable', { TableName, BillingMode: 'PAY_PER_REQUEST', ...keys });
  const { TopicArn } = await call(sns, 'sns', 'CreateTopic', { Name: 'platform-response' });
  inbox = await queueOf('inbox');
  await call(sns, 'sns', 'Subscribe', { TopicArn, Protocol: 'sqs', Endpoint: await arnOf(inbox) });
  return TopicArn;
}

/** The function with other modes; its module reads the environment once. */
function functionWith(topic, modes, more = {}) {
  const settings = JSON.parse(found('aws_lambda_function', 'function').environment.variables.RESPONSE_SETTINGS);
  const quarantineRole = 'arn:aws:iam::123456789012:role/platform/service/security-quarantine';
  process.env.RESPONSE_SETTINGS = JSON.stringify({
    ...settings,
    topic,
    quarantineRole,
    quarantinable: [MEMBER],
    modes: Object.fromEntries(Object.keys(settings.modes).map((family) => [family, modes])),
    ...more,
  });
  delete require.cache[require.resolve(code)];
  return require(code).handler;
}

const put = async (bus, source, type, detail) => {
  const { FailedEntryCount } = await call(events, 'eventbridge', 'PutEvents', {
    Entries: [{ EventBusName: bus, Source: source, DetailType: type, Detail: JSON.stringify(detail) }],
  });
  assert.equal(FailedEntryCount, 0);
};
const send = (event) => call(sqs, 'sqs', 'SendMessage', { QueueUrl: queue, MessageBody: JSON.stringify(event) });
/** As AWS Lambda does: receive, invoke, delete what did not fail. @returns number of messages that were handled */
async function drain(handler, keep = false) {
  let handled = 0;
  for (;;) {
    const { Messages = [] } = await call(sqs, 'sqs', 'ReceiveMessage', { QueueUrl: queue, MaxNumberOfMessages: 1 });
    if (Messages.length === 0) return handled;
    const [{ MessageId, Body, ReceiptHandle }] = Messages;
    const { batchItemFailures } = await quietly(() => handler({ Records: [{ messageId: MessageId, body: Body }] }));
    if (batchItemFailures.length === 0 && !keep) await call(sqs, 'sqs', 'DeleteMessage', { QueueUrl: queue, ReceiptHandle });
    handled++;
    if (keep) return handled;
  }
}
const lines = [];
async function quietly(work) {
  const { log } = console;
  console.log = (line) => lines.push(line);
  try {
    return await work();
  } finally {
    console.log = log;
  }
}
async function messages() {
  const texts = [];
  for (;;) {
    const { Messages = [] } = await call(sqs, 'sqs', 'ReceiveMessage', { QueueUrl: inbox, MaxNumberOfMessages: 10 });
    if (Messages.length === 0) return texts;
    for (const { Body, ReceiptHandle } of Messages) {
      texts.push(`${JSON.parse(Body).Subject}\n${JSON.parse(Body).Message}`);
      await call(sqs, 'sqs', 'DeleteMessage', { QueueUrl: inbox, ReceiptHandle });
    }
  }
}
async function measured(Family) {
  const end = new Date(Date.now() + 60_000);
  const { Datapoints } = await call(cloudwatch, 'cloudwatch', 'GetMetricStatistics', {
    Namespace: 'Platform/Response',
    MetricName: 'TimeToRespond',
    Dimensions: [{ Name: 'Family', Value: Family }],
    StartTime: new Date(Date.now() - 3_600_000),
    EndTime: end,
    Period: 3600,
    Statistics: ['SampleCount', 'Maximum'],
  });
  return Datapoints[0] ?? { SampleCount: 0 };
}

/** Clients of the account that is attacked. */
async function member() {
  const { Credentials } = await call(client('sts', 'STS'), 'sts', 'AssumeRole', { RoleArn: `arn:aws:iam::${MEMBER}:role/attacker`, RoleSessionName: 'world' });
  const options = {
    region: REGION,
    credentials: { accessKeyId: Credentials.AccessKeyId, secretAccessKey: Credentials.SecretAccessKey, sessionToken: Credentials.SessionToken },
  };
  const of = (service, name) => ({ run: (operation, input) => call(client(service, name, options), service, operation, input) });
  return {
    ec2: of('ec2', 'EC2'),
    iam: of('iam', 'IAM'),
    s3: of('s3', 'S3'),
    cloudtrail: of('cloudtrail', 'CloudTrail'),
    config: of('config-service', 'ConfigService'),
    guardduty: of('guardduty', 'GuardDuty'),
  };
}

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const finding = (type, resource, id = randomBytes(8).toString('hex')) => ({
  accountId: MEMBER,
  region: REGION,
  id,
  type,
  updatedAt: ago(4),
  severity: 8,
  service: { archived: false, resourceRole: 'ACTOR' },
  resource,
});
const trail = (service, eventName, more) => ({
  eventSource: `${service}.amazonaws.com`,
  eventName,
  eventID: randomBytes(8).toString('hex'),
  eventTime: ago(4),
  awsRegion: REGION,
  recipientAccountId: MEMBER,
  userIdentity: { type: 'AssumedRole' },
  eventType: 'AwsApiCall',
  ...more,
});

async function main() {
  const topic = await deploy();
  const world = await member();
  const automatic = functionWith(topic, 'automatic');

  // Malware: an instance with two groups, one volume
  const { Vpc } = await world.ec2.run('CreateVpc', { CidrBlock: '10.9.0.0/16' });
  const { Subnet } = await world.ec2.run('CreateSubnet', { VpcId: Vpc.VpcId, CidrBlock: '10.9.1.0/24' });
  const { GroupId } = await world.ec2.run('CreateSecurityGroup', { GroupName: 'shop', Description: 'shop', VpcId: Vpc.VpcId });
  const launch = async () =>
    (await world.ec2.run('RunInstances', { ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1, SubnetId: Subnet.SubnetId, SecurityGroupIds: [GroupId] }))
      .Instances[0].InstanceId;
  const instance = await launch();
  // moto shows an interface's groups together with those that the instance began with; its filter goes by the interface's own.
  const groupsOf = async (id) => {
    const { SecurityGroups } = await world.ec2.run('DescribeSecurityGroups', { Filters: [{ Name: 'vpc-id', Values: [Vpc.VpcId] }] });
    const holds = ({ GroupId: group }) =>
      world.ec2.run('DescribeNetworkInterfaces', {
        Filters: [
          { Name: 'group-id', Values: [group] },
          { Name: 'attachment.instance-id', Values: [id] },
        ],
      });
    const held = await Promise.all(SecurityGroups.map(async (group) => ((await holds(group)).NetworkInterfaces.length > 0 ? [group.GroupName] : [])));
    return held.flat();
  };
  const snapshotsOf = async () => (await world.ec2.run('DescribeSnapshots', { OwnerIds: ['self'] })).Snapshots.length;

  const rehearsed = functionWith(topic, 'dry-run');
  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', finding('Backdoor:EC2/C&CActivity.B', { instanceDetails: { instanceId: instance } }));
  assert.equal(await drain(rehearsed), 1, 'the rule delivers the finding to the queue');
  assert.deepEqual(await groupsOf(instance), ['shop']);
  assert.match((await messages()).join(), /DRY RUN, nothing was changed[\s\S]*isolates eni-/);
  assert.equal((await measured('compromised-instance')).SampleCount, 0);
  proven('a dry run changes nothing and says what it would do');

  const backdoor = finding('Backdoor:EC2/C&CActivity.B', { instanceDetails: { instanceId: instance } });
  const before = await snapshotsOf();
  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', backdoor);
  await drain(automatic);
  assert.deepEqual(await groupsOf(instance), ['platform-isolation']);
  const [isolation] = (await world.ec2.run('DescribeSecurityGroups', { Filters: [{ Name: 'group-name', Values: ['platform-isolation'] }] })).SecurityGroups;
  assert.deepEqual([isolation.IpPermissions, isolation.IpPermissionsEgress], [[], []]);
  const state = (await world.ec2.run('DescribeInstances', { InstanceIds: [instance] })).Reservations[0].Instances[0];
  assert.equal(state.State.Name, 'running');
  assert.match(state.Tags.find(({ Key }) => Key === 'Quarantine').Value, /^compromised-instance-444444444444-/);
  assert.equal(await snapshotsOf(), before + 1);
  const { SampleCount, Maximum } = await measured('compromised-instance');
  assert.equal(SampleCount, 1);
  assert.ok(Maximum >= 240 && Maximum < 600, `${Maximum} seconds`);
  assert.match((await messages()).join(), /DONE: compromised-instance/);
  proven('a compromised instance: cut off by a group without rules, tagged, snapshots taken, still running; 4 minutes measured');

  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', backdoor);
  assert.equal(await drain(automatic), 1);
  assert.equal(await snapshotsOf(), before + 1);
  assert.equal((await measured('compromised-instance')).SampleCount, 1);
  assert.deepEqual(await messages(), []);
  proven('a second delivery is harmless: no snapshot, no metric, no message');

  const infected = await launch();
  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', finding('Execution:EC2/MaliciousFile', { instanceDetails: { instanceId: infected } }));
  await drain(functionWith(topic, 'approve'));
  const [request] = await messages();
  const id = /approve (malware-\S+)/.exec(request)[1];
  assert.deepEqual(await groupsOf(infected), ['shop']);
  proven('approval mode waits, and the message says how to approve');
  await send({ source: 'platform.response', 'detail-type': 'Response Watch', detail: {} });
  await drain(functionWith(topic, 'approve'));
  assert.equal((await measured('malware')).SampleCount, 1);
  proven('what waits ages: the alarm on the time to respond sees it');
  await put('security-approvals', 'platform.response', 'Response Approval', { id, decision: 'approve', by: 'alice' });
  assert.equal(await drain(functionWith(topic, 'approve')), 1);
  assert.deepEqual(await groupsOf(infected), ['platform-isolation']);
  proven('an approval on its bus lets it act');

  // A leaked key
  await world.iam.run('CreateUser', { UserName: 'svc-legacy' });
  const { AccessKey } = await world.iam.run('CreateAccessKey', { UserName: 'svc-legacy' });
  const leaked = {
    eventTypeCode: 'AWS_RISK_CREDENTIALS_EXPOSED',
    service: 'RISK',
    eventArn: 'arn:aws:health:us-east-1::event/RISK/x/1',
    affectedAccount: MEMBER,
    affectedEntities: [{ entityValue: AccessKey.AccessKeyId }],
  };
  await put('platform-security', 'aws.health', 'AWS Health Event', leaked);
  await drain(automatic);
  assert.equal((await world.iam.run('ListAccessKeys', { UserName: 'svc-legacy' })).AccessKeyMetadata[0].Status, 'Inactive');
  assert.match(
    decodeURIComponent((await world.iam.run('GetUserPolicy', { UserName: 'svc-legacy', PolicyName: 'platform-revoked-sessions' })).PolicyDocument),
    /aws:TokenIssueTime/,
  );
  proven('a leaked key (AWS Health): disabled, sessions of its user revoked');

  await world.iam.run('CreateRole', { RoleName: 'web', Path: '/app/', AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}' });
  await put(
    'platform-security',
    'aws.guardduty',
    'GuardDuty Finding',
    finding('Persistence:IAMUser/AnomalousBehavior', { accessKeyDetails: { userType: 'AssumedRole', userName: 'web' } }),
  );
  await drain(automatic);
  assert.match(
    decodeURIComponent((await world.iam.run('GetRolePolicy', { RoleName: 'web', PolicyName: 'platform-revoked-sessions' })).PolicyDocument),
    /DateLessThan/,
  );
  proven('a role that behaves as never before: its sessions revoked');

  await world.s3.run('CreateBucket', { Bucket: 'pay-uploads', CreateBucketConfiguration: { LocationConstraint: REGION } });
  await put(
    'platform-security',
    'aws.s3',
    'AWS API Call via CloudTrail',
    trail('s3', 'DeleteBucketPublicAccessBlock', { requestParameters: { bucketName: 'pay-uploads' } }),
  );
  await drain(automatic);
  assert.equal((await world.s3.run('GetPublicAccessBlock', { Bucket: 'pay-uploads' })).PublicAccessBlockConfiguration.BlockPublicPolicy, true);
  proven('a bucket without its block: blocked again');

  await world.s3.run('PutObject', { Bucket: 'pay-uploads', Key: 'invoice.pdf', Body: 'x' });
  await put(
    'platform-security',
    'aws.guardduty',
    'GuardDuty Finding',
    finding('Object:S3/MaliciousFile', { s3BucketDetails: [{ name: 'pay-uploads', s3ObjectDetails: [{ key: 'invoice.pdf' }] }] }),
  );
  await drain(automatic);
  assert.equal((await world.s3.run('GetObjectTagging', { Bucket: 'pay-uploads', Key: 'invoice.pdf' })).TagSet[0].Key, 'Quarantine');
  proven('malware in an object: marked');

  const open = (port) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] });
  await world.ec2.run('AuthorizeSecurityGroupIngress', {
    GroupId,
    IpPermissions: [open(22), open(443), { ...open(22), IpRanges: [{ CidrIp: '203.0.113.0/24' }] }],
  });
  // moto's rules do not look into lists of objects: this event goes to the queue directly; tests match it with the rule.
  await send({
    source: 'aws.ec2',
    'detail-type': 'AWS API Call via CloudTrail',
    detail: trail('ec2', 'AuthorizeSecurityGroupIngress', {
      responseElements: { securityGroupRuleSet: { items: [{ groupId: GroupId, cidrIpv4: '0.0.0.0/0' }] } },
    }),
  });
  await drain(automatic);
  const permissions = (await world.ec2.run('DescribeSecurityGroups', { GroupIds: [GroupId] })).SecurityGroups[0].IpPermissions;
  assert.deepEqual(permissions.map(({ FromPort, IpRanges }) => `${FromPort} ${IpRanges.map(({ CidrIp }) => CidrIp)}`).sort(), [
    '22 203.0.113.0/24',
    '443 0.0.0.0/0',
  ]);
  proven('a security group that let the world in: that rule alone is gone');

  await world.s3.run('CreateBucket', { Bucket: 'trail-logs', CreateBucketConfiguration: { LocationConstraint: REGION } });
  await world.cloudtrail.run('CreateTrail', { Name: 'local', S3BucketName: 'trail-logs' });
  await world.cloudtrail.run('StopLogging', { Name: 'local' });
  await put('platform-security', 'aws.cloudtrail', 'AWS API Call via CloudTrail', trail('cloudtrail', 'StopLogging', { requestParameters: { name: 'local' } }));
  await drain(automatic);
  assert.equal((await world.cloudtrail.run('GetTrailStatus', { Name: 'local' })).IsLogging, true);
  proven('a trail that was stopped: logging again');

  const { DetectorId } = await world.guardduty.run('CreateDetector', { Enable: true });
  await world.guardduty.run('UpdateDetector', { DetectorId, Enable: false });
  await put(
    'platform-security',
    'aws.guardduty',
    'AWS API Call via CloudTrail',
    trail('guardduty', 'UpdateDetector', { requestParameters: { enable: false } }),
  );
  await drain(automatic);
  assert.equal((await world.guardduty.run('GetDetector', { DetectorId })).Status, 'ENABLED');
  proven('a detector that was disabled: enabled again');

  // Root: the account is cut off
  const organizations = client('organizations', 'Organizations', { region: 'us-east-1' });
  await call(organizations, 'organizations', 'CreateOrganization', { FeatureSet: 'ALL' });
  const { CreateAccountStatus } = await call(organizations, 'organizations', 'CreateAccount', { AccountName: 'prod', Email: 'prod@example.com' });
  const account = CreateAccountStatus.AccountId;
  const { Policy } = await call(organizations, 'organizations', 'CreatePolicy', {
    Name: 'platform-quarantine-1',
    Description: 'x',
    Type: 'SERVICE_CONTROL_POLICY',
    Content: '{"Version":"2012-10-17","Statement":[]}',
  });
  await put(
    'platform-security',
    'aws.signin',
    'AWS Console Sign In via CloudTrail',
    trail('signin', 'ConsoleLogin', {
      recipientAccountId: account,
      userIdentity: { type: 'Root' },
      eventType: 'AwsConsoleSignIn',
      responseElements: { ConsoleLogin: 'Success' },
    }),
  );
  await drain(functionWith(topic, 'automatic', { quarantinable: [account] }));
  const { Policies } = await call(organizations, 'organizations', 'ListPoliciesForTarget', { TargetId: account, Filter: 'SERVICE_CONTROL_POLICY' });
  assert.ok(Policies.some(({ Id }) => Id === Policy.PolicySummary.Id));
  proven('root in a workload account: the account is quarantined');

  // Nothing is lost
  await messages();
  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', finding('Backdoor:EC2/Spambot', { instanceDetails: {} }));
  const broken = 'an event without its instance';
  let attempts = 0;
  while (attempts < 10 && (await drain(automatic, true)) > 0) attempts++;
  const { Messages: dead = [] } = await call(sqs, 'sqs', 'ReceiveMessage', { QueueUrl: failed });
  assert.equal(dead.length, 1);
  assert.match(dead[0].Body, /Backdoor:EC2\/Spambot/);
  proven(`a failure (${broken}): tried ${attempts} times, then in the dead-letter queue, whole`);
  assert.equal(await drain(automatic), 0);
  console.log(`${passed} passed, 0 failed`);
}

main().catch((error) => {
  console.error(lines.slice(-5).join('\n'));
  console.error('FAILED:', error);
  process.exit(1);
});

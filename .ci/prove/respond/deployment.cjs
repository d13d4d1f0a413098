// The queue, rules, table and topic of the responses in moto, as they were synthesized, and the function as AWS Lambda runs it.
'use strict';
require('./localhost.cjs');
const assert = require('node:assert');
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

module.exports = {
  MEMBER,
  REGION,
  call,
  client,
  counted: () => passed,
  deploy,
  drain,
  events,
  failedQueue: () => failed,
  functionWith,
  measured,
  messages,
  proven,
  put,
  queue: () => queue,
  resource,
  said: () => lines.slice(-5).join('\n'), // what the function said last
  send,
  sqs,
};

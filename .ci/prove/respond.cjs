// Drives .ci/prove/respond.sh: a world that is attacked, and the function that is handed what arrives in its queue.
'use strict';
const assert = require('node:assert');
const { call, client, counted, deploy, drain, failedQueue, functionWith, messages, proven, put, said, sqs } = require('./respond/deployment.cjs');
const { finding, member, trail } = require('./respond/world.cjs');
const respondToInstances = require('./respond/instances.cjs');
const reportDecoys = require('./respond/decoys.cjs');
const respondToOthers = require('./respond/others.cjs');
const restoreServices = require('./respond/services.cjs');

async function main() {
  const topic = await deploy();
  const world = await member();
  const automatic = functionWith(topic, 'automatic');
  const GroupId = await respondToInstances({ topic, world, automatic });
  await respondToOthers({ world, automatic, GroupId });
  await restoreServices({ world, automatic });

  await reportDecoys({ automatic });

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
  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', { ...finding('Backdoor:EC2/Spambot', {}), updatedAt: '' });
  const broken = 'an event without its time';
  let attempts = 0;
  while (attempts < 10 && (await drain(automatic, true)) > 0) attempts++;
  const { Messages: dead = [] } = await call(sqs, 'sqs', 'ReceiveMessage', { QueueUrl: failedQueue() });
  assert.equal(dead.length, 1);
  assert.match(dead[0].Body, /Backdoor:EC2\/Spambot/);
  proven(`a failure (${broken}): tried ${attempts} times, then in the dead-letter queue, whole`);
  assert.equal(await drain(automatic), 0);
  console.log(`${counted()} passed, 0 failed`);
}

main().catch((error) => {
  console.error(said());
  console.error('FAILED:', error);
  process.exit(1);
});

// A decoy is touched: the rule of its alert, with its transformer as it was synthesized, and the finding in Security Hub.
'use strict';
const assert = require('node:assert');
const { call, client, drain, events, proven, put, queue, resource, sqs } = require('./deployment.cjs');
const { trail } = require('./world.cjs');

/** A rule that alerts on touches, with its target that makes findings. Without what moto's rules do not know: accounts and wildcards (tests match those). */
async function deployed(rule) {
  const [id] = Object.entries(resource.aws_cloudwatch_event_rule).find(([, one]) => one === rule);
  const { input_transformer: transformer } = Object.values(resource.aws_cloudwatch_event_target).find(
    (one) => one.target_id === 'finding' && one.rule === `\${aws_cloudwatch_event_rule.${id}.name}`,
  );
  const { account, detail, ...pattern } = JSON.parse(rule.event_pattern);
  const { userIdentity, ...simple } = detail;
  const bus = { EventBusName: 'platform-security' };
  await call(events, 'eventbridge', 'PutRule', { ...bus, Name: rule.name, EventPattern: JSON.stringify({ ...pattern, detail: simple }) });
  const { Attributes } = await call(sqs, 'sqs', 'GetQueueAttributes', { QueueUrl: queue(), AttributeNames: ['QueueArn'] });
  const InputTransformer = { InputPathsMap: transformer.input_paths, InputTemplate: transformer.input_template };
  await call(events, 'eventbridge', 'PutTargets', { ...bus, Rule: rule.name, Targets: [{ Id: 'finding', Arn: Attributes.QueueArn, InputTransformer }] });
}

module.exports = async ({ automatic }) => {
  const hub = client('securityhub', 'SecurityHub');
  await call(hub, 'securityhub', 'EnableSecurityHub');
  const findings = async () => (await call(hub, 'securityhub', 'GetFindings')).Findings;
  const rule = Object.values(resource.aws_cloudwatch_event_rule).find(({ name }) => name === 'platform-alert-sensitive-object-prod');
  await deployed(rule);
  const { detail } = JSON.parse(rule.event_pattern);
  const touch = trail('s3', 'GetObject', {
    eventCategory: 'Data',
    requestParameters: { bucketName: detail.requestParameters.bucketName[0], key: 'old/credentials.ini' },
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::444444444444:assumed-role/web/i-1' },
    sourceIPAddress: '198.51.100.9',
  });
  await put('platform-security', 'aws.s3', 'AWS API Call via CloudTrail', touch);
  assert.equal(await drain(automatic), 1, 'the rule of the alert delivers the touch to the queue');
  const [found, ...more] = await findings();
  assert.equal(more.length, 0);
  assert.equal(found.Severity.Label, 'CRITICAL');
  assert.match(found.Title, /decoy bucket of prod/);
  assert.match(
    found.Description,
    /GetObject of s3\.amazonaws\.com by arn:aws:sts::444444444444:assumed-role\/web\/i-1 from 198\.51\.100\.9 in account 444444444444/,
  );
  proven('a decoy is touched: a critical finding in Security Hub, with who, where and what');

  await put('platform-security', 'aws.s3', 'AWS API Call via CloudTrail', touch);
  await drain(automatic);
  assert.equal((await findings()).length, 1);
  await put('platform-security', 'aws.s3', 'AWS API Call via CloudTrail', { ...touch, eventID: 'another' });
  await drain(automatic);
  assert.equal((await findings()).length, 2);
  proven('a second delivery is the same finding, a second touch another one');
};

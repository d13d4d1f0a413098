// Drives .ci/prove/credential-search.sh: an account that is clean, gets secrets in every place, and is tidied up.
'use strict';
const assert = require('node:assert');
const { readFileSync } = require('node:fs');
const { clean, plant, values } = require('./credential-search/planted.cjs');
const sdk = (name) => require(`@aws-sdk/client-${name}`);

const [code, stack] = process.argv.slice(2);
const { resource } = JSON.parse(readFileSync(stack, 'utf8'));
const ACCOUNT = '123456789012'; // moto's own
const HOME = 'eu-west-1';
const target = Object.values(resource.aws_cloudwatch_event_target).find(({ target_id, input }) => target_id === 'credential-search' && input);
const event = JSON.parse(target.input);
const { input_transformer: change } = Object.values(resource.aws_cloudwatch_event_target).find(
  ({ target_id, input_transformer }) => target_id === 'credential-search' && input_transformer,
);
const { handler } = require(code);
let passed = 0;
const proven = (what) => console.log(`proven: ${what} (${++passed})`);

const lines = [];
/** As AWS Lambda runs it. */
async function search(what = event) {
  const { log } = console;
  console.log = (line) => lines.push(line);
  try {
    await handler(what, {
      invokedFunctionArn: `arn:aws:lambda:${HOME}:${ACCOUNT}:function:platform-credential-search`,
      getRemainingTimeInMillis: () => 900_000,
    });
  } finally {
    console.log = log;
  }
}
const hub = (region) => new (sdk('securityhub').SecurityHubClient)({ region });
async function findings(region) {
  const all = [];
  let NextToken;
  do {
    const page = await hub(region).send(new (sdk('securityhub').GetFindingsCommand)({ MaxResults: 100, NextToken }));
    all.push(...page.Findings);
    NextToken = page.NextToken;
  } while (NextToken);
  return all;
}
const open = async (region) => (await findings(region)).filter(({ RecordState }) => RecordState === 'ACTIVE');
async function metric() {
  const cloudwatch = new (sdk('cloudwatch').CloudWatchClient)({ region: HOME });
  const { Datapoints } = await cloudwatch.send(
    new (sdk('cloudwatch').GetMetricStatisticsCommand)({
      Namespace: 'Platform/CredentialSearch',
      MetricName: 'Found',
      StartTime: new Date(Date.now() - 3_600_000),
      EndTime: new Date(Date.now() + 60_000),
      Period: 7200,
      Statistics: ['SampleCount', 'Maximum'],
    }),
  );
  return { searches: Datapoints.reduce((sum, { SampleCount }) => sum + SampleCount, 0), most: Math.max(0, ...Datapoints.map(({ Maximum }) => Maximum)) };
}

async function main() {
  const away = event.regions.find((region) => region !== HOME);
  for (const region of event.regions) await hub(region).send(new (sdk('securityhub').EnableSecurityHubCommand)({}));
  for (const region of [HOME, away]) await clean(region);
  await search();
  for (const region of event.regions) assert.deepEqual(await findings(region), []);
  assert.deepEqual(await metric(), { searches: 1, most: 0 });
  proven(`a clean account: ${event.regions.length} regions searched, nothing said, and the metric says that it ran`);

  const planted = { [HOME]: await plant(HOME), [away]: await plant(away) };
  await search();
  for (const region of [HOME, away]) {
    const found = await open(region);
    for (const { name, resource: part, kinds } of planted[region]) {
      const here = found.filter(({ Resources }) => Resources[0].Id.includes(part));
      assert.deepEqual(here.map(({ ProductFields }) => ProductFields['Platform/Kind']).sort(), kinds, name);
      for (const one of here) assert.equal(one.ProductArn, `arn:aws:securityhub:${region}:${ACCOUNT}:product/${ACCOUNT}/default`);
      if (region === HOME) proven(`${name}: ${kinds.join(', ')}`);
    }
    assert.equal(found.length, planted[region].flatMap(({ kinds }) => kinds).length, 'nothing else is found');
  }
  const expected = planted[HOME].flatMap(({ kinds }) => kinds).length * 2;
  assert.equal((await metric()).most, expected);
  proven(`the same in another region, nothing besides; the metric counts ${expected}`);

  // A call, as the rule's input transformer hands it over.
  const { SSMClient, PutParameterCommand, DeleteParameterCommand } = sdk('ssm');
  const ssm = new SSMClient({ region: HOME });
  await ssm.send(new PutParameterCommand({ Name: '/shop/deploy-key', Type: 'String', Value: values.slice(0, 2).join(' ') }));
  const detail = { eventName: 'PutParameter', awsRegion: HOME, requestParameters: { name: '/shop/deploy-key', type: 'String' }, responseElements: null };
  await search(JSON.parse(change.input_template.replace('<call>', JSON.stringify(detail))));
  const [made, ...more] = (await open(HOME)).filter(({ Resources }) => Resources[0].Id.endsWith('/shop/deploy-key'));
  assert.deepEqual([made.ProductFields['Platform/Kind'], more], ['access-key', []]);
  proven('a parameter that was just made: by the call, without waiting for the night');
  await ssm.send(new DeleteParameterCommand({ Name: '/shop/deploy-key' }));
  await search();
  assert.equal((await open(HOME)).length, expected / 2);

  const before = JSON.stringify(await Promise.all([HOME, away].map(findings)));
  await search();
  assert.equal(JSON.stringify(await Promise.all([HOME, away].map(findings))), before);
  proven('a second search adds and changes nothing');

  const told = [before, ...lines].join('\n');
  for (const value of values)
    assert.ok(!told.includes(value) && !told.includes(Buffer.from(value).toString('base64')), 'a value stands in a finding or in the log');
  proven(`none of ${values.length} values in ${JSON.parse(before).flat().length} findings and ${lines.length} lines of the log`);

  for (const { remove } of planted[HOME]) await remove();
  await search();
  assert.deepEqual(await open(HOME), []);
  assert.equal((await findings(HOME)).length, expected / 2 + 1);
  assert.equal((await open(away)).length, expected / 2);
  proven('what is gone is archived, what is elsewhere stays');
  console.log(`${passed} passed, 0 failed`);
}

main().catch((error) => {
  console.error(lines.slice(-10).join('\n'));
  console.error('FAILED:', error);
  process.exit(1);
});

import { loadBlueprint } from '../../../config/load';
import { decoyNames } from '../../../lib/decoy-names';
import { Alerting } from '../../../tools/detections/alerting';
import { eventOf } from '../../../tools/detections/coverage';
import type { SampleEvent } from '../../corpora/events/sample-events';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { type CloudTrailRecord, denied, iamUser, record, roleSession } from '../../support/cloudtrail';
import { transformed } from '../../support/input-transformer';
import { resources, synth } from '../../support/synth';

const input = { ...exampleInput(), detection: 'deception' as const };
const { blueprint } = loadBlueprint(input, exampleIds());
const synthesis = synth(input);
const alerting = new Alerting(synthesis);
const heardBy = (event: object) => alerting.on(event).map(({ name }) => name);
const accounts = Object.values(blueprint.accounts);
const intruder = (account: string) => roleSession(account, '/app/web', 'i-0123456789abcdef0');

/** A touch of each decoy of an account, in the region where it happens. */
const touches = ({ name, id }: (typeof accounts)[number]): [string, CloudTrailRecord][] => {
  const { role, parameter, workload } = decoyNames(blueprint, { name, id });
  const by = (call: string, more = {}) => record(id, intruder(id), call, more);
  return [
    ['use', by('sts:AssumeRole', denied(intruder(id), 'sts:AssumeRole', `arn:aws:iam::${id}:role/${role}`))],
    ['use', by('ssm:GetParameter', { requestParameters: { name: parameter } })],
    ['change', by('iam:DeleteRole', { region: 'us-east-1', requestParameters: { roleName: role } })],
    ...(workload
      ? ([
          ['use', record(id, iamUser(id, workload.user), 'iam:ListUsers', { region: 'us-east-1' })],
          ['use', record(id, iamUser(id, workload.user), 'ec2:DescribeInstances', { region: 'eu-central-1' })],
          ['read', by('secretsmanager:GetSecretValue', { requestParameters: { secretId: workload.secret } })],
          ['object', by('s3:GetObject', { eventCategory: 'Data', requestParameters: { bucketName: workload.bucket, key: workload.object } })],
        ] as [string, CloudTrailRecord][])
      : []),
  ];
};

it.each(
  accounts.flatMap((account) => touches(account).map(([group, touch]): [string, string, CloudTrailRecord] => [account.name, group, touch])),
)('a touch in %s (%s) is an alarm of the trail and a message of the security account', (account, group, touch) => {
  expect(heardBy(eventOf(touch))).toEqual(expect.arrayContaining(['platform-decoy-touched', `platform-alert-sensitive-${group}-${account}`]));
});

it('a look-up of the host name is a message, in the account whose decoy it is', () => {
  for (const { name, id } of accounts) {
    const { workload } = decoyNames(blueprint, { name, id });
    if (!workload) continue;
    const event = {
      account: id,
      region: 'eu-west-1',
      source: 'aws.route53resolver',
      'detail-type': 'DNS Firewall Alert',
      detail: { 'query-name': `${workload.domain}.` },
    };
    expect(heardBy(event)).toEqual([`platform-alert-sensitive-lookup-${name}`]);
  }
});

it('what happens where no rule is, the trail still hears', () => {
  const [, touch] = touches(blueprint.accounts.prod as (typeof accounts)[number])[0] as [string, CloudTrailRecord];
  const heard = heardBy(eventOf({ ...touch, awsRegion: 'ap-south-1' }));
  expect(heard).toContain('platform-decoy-touched');
  expect(heard.filter((name) => name.startsWith('platform-alert-'))).toEqual([]);
});

describe('the message', () => {
  const rules = resources(synthesis, 'aws_cloudwatch_event_rule').filter(({ attributes }) => /^platform-alert-sensitive-/.test(attributes.name));
  const targetOf = (rule: string) =>
    resources(synthesis, 'aws_cloudwatch_event_target').find(({ attributes }) => attributes.rule === `\${aws_cloudwatch_event_rule.${rule}.name}`);

  it('goes to whom critical alerts go', () => {
    expect(rules.length).toBeGreaterThan(20);
    for (const { name } of rules) expect(targetOf(name)?.attributes.arn).toBe('${aws_sns_topic.alerts_topics_critical.arn}');
  });

  it('says which decoy, who, where, what and what to do', () => {
    const { name, id } = blueprint.accounts.prod as (typeof accounts)[number];
    const { secret } = decoyNames(blueprint, { name, id }).workload as { secret: string };
    const touch = record(id, intruder(id), 'secretsmanager:GetSecretValue', { requestParameters: { secretId: secret } });
    const rule = rules.find(({ attributes }) => attributes.name === 'platform-alert-sensitive-read-prod');
    const text = transformed(eventOf(touch) as SampleEvent, targetOf(rule?.name as string)?.attributes.input_transformer);
    for (const part of [
      'CRITICAL',
      secret,
      id,
      'eu-west-1',
      'assumed-role/web/i-0123456789abcdef0',
      '203.0.113.20',
      'GetSecretValue',
      'docs/runbooks/decoy-touched.md',
    ])
      expect(text).toContain(part);
  });
});

it('rules of an account that people in it may read do not say what they are for', () => {
  const forwarding = resources(synthesis, 'aws_cloudwatch_event_rule').filter(({ attributes }) => /^platform-forward-sensitive-/.test(attributes.name));
  expect(new Set(forwarding.map(({ attributes }) => attributes.region))).toEqual(new Set(blueprint.regions.enabled));
  for (const { attributes } of forwarding)
    expect(`${attributes.name} ${attributes.description} ${attributes.event_pattern}`).not.toMatch(/decoy|honey|canary|trap|decept/i);
});

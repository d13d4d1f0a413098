import { loadBlueprint } from '../../../config/load';
import { FORWARDED_EVENTS } from '../../../modules/detection/forwarded-events';
import { administrator } from '../../../tools/can/corpus';
import { decide } from '../../../tools/can/decide';
import type { Principal } from '../../../tools/can/principals';
import { Synthesized } from '../../../tools/can/synthesized';
import { EVENT_SAMPLES } from '../../corpora/events/event-samples';
import { asff, call, ROOT } from '../../corpora/events/sample-events';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { transformed } from '../../support/input-transformer';
import { resources, synth } from '../../support/synth';

const SECURITY = '333333333333';
const input = everythingOn(exampleIds());
const synthesis = synth(input);
const organization = new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synthesis.documents);
const rules = resources(synthesis, 'aws_cloudwatch_event_rule').filter(({ attributes }) => attributes.name.startsWith('platform-alert-'));
const targets = resources(synthesis, 'aws_cloudwatch_event_target');
const targetsOf = (name: string) => {
  const rule = rules.find(({ attributes }) => attributes.name === name);
  return targets
    .filter(({ stack, attributes }) => stack === rule?.stack && attributes.rule.includes(`.${rule.name}.`) && attributes.target_id !== 'finding') // decoy-findings.test.ts
    .map(({ attributes }) => attributes)
    .sort((one, other) => other.target_id.localeCompare(one.target_id)); // email, then chat
};
const topic = (severity: string) => `\${aws_sns_topic.alerts_topics_${severity}.arn}`;

it('all stand in the security account, in the home region; every forwarded event with a severity has one', () => {
  expect(new Set(rules.map(({ stack, attributes }) => `${stack} ${attributes.region}`))).toEqual(new Set(['security eu-west-1']));
  for (const [group, { alert, step }] of Object.entries(FORWARDED_EVENTS))
    if (step === 'correlated')
      expect([group, rules.some(({ attributes }) => attributes.name === `platform-alert-${group}`)]).toEqual([group, alert !== undefined]);
});

it.each(rules.map(({ attributes }) => attributes.name as string))('%s says what, where and what to do, by mail and in the channel', (name) => {
  const [mail, chat, ...more] = targetsOf(name);
  expect(more).toEqual([]);
  expect(mail?.arn).toMatch(/^\$\{aws_sns_topic\.alerts_topics_(critical|high|medium)\.arn\}$/);
  expect(chat?.arn).toBe(topic('chat'));
  for (const target of [mail, chat]) expect(target?.dead_letter_config.arn).toBe('${aws_sqs_queue.alerts_undelivered-eu-west-1_queue.arn}');
  for (const event of EVENT_SAMPLES[name]?.matching ?? []) {
    const text = transformed(event, mail?.input_transformer);
    const lines = text.split('\n').map((line) => JSON.parse(line) as string); // each line is a JSON string of its own
    expect(lines[0]).toMatch(/^(CRITICAL|HIGH|MEDIUM): .{20}/);
    expect(lines[1]).toMatch(/^Where: account \d{12}, region [a-z]+-[a-z]+-\d, at /);
    expect(lines.at(-1)).toMatch(/^Do first: .{20}/);
    expect(text.length).toBeLessThan(8192);
    const message = JSON.parse(transformed(event, chat?.input_transformer));
    expect(message).toMatchObject({ version: '1.0', source: 'custom', content: { title: lines[0], nextSteps: [lines.at(-1)?.slice('Do first: '.length)] } });
  }
});

it('a call names who made it, from where, and whether it worked', () => {
  const [mail] = targetsOf('platform-alert-root-use');
  const text = transformed(call('s3', 'DeleteBucket', { userIdentity: ROOT, errorCode: 'AccessDenied' }), mail?.input_transformer);
  for (const part of ['444444444444', 'arn:aws:iam::444444444444:root', '198.51.100.7', 'DeleteBucket', 's3.amazonaws.com', 'AccessDenied'])
    expect(text).toContain(part);
});

it('a finding names the resource, the product and the finding, quotes in it break nothing', () => {
  const [mail] = targetsOf('platform-alert-findings-critical');
  const text = transformed(asff('CRITICAL', { Title: 'A "quoted" title' }), mail?.input_transformer);
  for (const part of ['arn:aws:ec2:eu-west-1:444444444444:instance/i-1', 'GuardDuty', 'finding/1', 'A \\"quoted\\" title']) expect(text).toContain(part);
});

it('goes to the topic of its severity', () => {
  expect(targetsOf('platform-alert-findings-critical')[0]?.arn).toBe(topic('critical'));
  expect(targetsOf('platform-alert-findings-high')[0]?.arn).toBe(topic('high'));
  expect(targetsOf('platform-alert-findings-medium')[0]?.arn).toBe(topic('medium'));
});

describe('people', () => {
  const subscribers = (of: typeof synthesis) =>
    resources(of, 'aws_sns_topic_subscription')
      .filter(({ stack, name }) => stack === 'security' && name.startsWith('alerts_'))
      .map(({ attributes }) => [attributes.topic_arn, attributes.protocol, attributes.endpoint]);

  it('are those of the configuration', () => {
    expect(subscribers(synthesis)).toEqual([
      [topic('critical'), 'email', 'security@example.com'],
      [topic('critical'), 'email', 'duty@example.com'],
      [topic('high'), 'email', input.organization.contacts.security.email],
    ]);
  });

  it('are the security contact without a word in it; no chat', () => {
    const plain = exampleInput();
    plain.detection = 'correlated';
    const of = synth(plain);
    const { email } = plain.organization.contacts.security;
    expect(subscribers(of)).toEqual(['critical', 'high', 'medium'].map((severity) => [topic(severity), 'email', email]));
    expect(resources(of).filter(({ type }) => type.startsWith('aws_chatbot'))).toEqual([]);
  });

  it('hear in the channel of what is as grave as they asked for', () => {
    const graver = everythingOn(exampleIds());
    if (graver.alerts?.chat) graver.alerts.chat.from = 'critical';
    const told = resources(synth(graver), 'aws_cloudwatch_event_target').filter(({ attributes }) => attributes.arn === topic('chat'));
    expect(told.length).toBeGreaterThan(2);
    for (const { attributes } of told) expect(attributes.input_transformer.input_template).toContain('CRITICAL: ');
  });

  it('cannot run commands from the channel', () => {
    const channels = resources(synthesis).filter(({ type }) => type.startsWith('aws_chatbot'));
    expect(channels.map(({ type }) => type)).toEqual(['aws_chatbot_slack_channel_configuration', 'aws_chatbot_teams_channel_configuration']);
    for (const { attributes } of channels) {
      expect(attributes.guardrail_policy_arns).toEqual(['arn:aws:iam::aws:policy/AWSDenyAll']);
      expect(attributes.sns_topic_arns).toEqual([topic('chat')]);
    }
    expect(resources(synthesis, 'aws_iam_role_policy').filter(({ attributes }) => attributes.role.includes('alerts_chat'))).toEqual([]);
  });
});

describe('the topic', () => {
  const arn = `arn:aws:sns:eu-west-1:${SECURITY}:platform-alerts-critical`;
  const publishes = async (principal: Principal, context = {}) =>
    (await decide(organization, { principal, action: 'sns:Publish', resource: arn, region: 'eu-west-1', context }, ['identity', 'resource'])).result ===
    'Allowed';
  const events: Principal = { arn: 'events.amazonaws.com', policies: [], at: SECURITY };
  const from = (account: string, source: string) => ({ 'aws:SourceAccount': account, 'aws:SourceArn': source });

  it('takes alerts of our rules, on the bus and on the default bus, and of alarms', async () => {
    expect(await publishes(events, from(SECURITY, `arn:aws:events:eu-west-1:${SECURITY}:rule/platform-security/platform-alert-root-use`))).toBe(true);
    expect(await publishes(events, from(SECURITY, `arn:aws:events:eu-west-1:${SECURITY}:rule/platform-alert-findings-high`))).toBe(true);
    const alarms: Principal = { ...events, arn: 'cloudwatch.amazonaws.com' };
    expect(await publishes(alarms, from(SECURITY, `arn:aws:cloudwatch:eu-west-1:${SECURITY}:alarm:platform-undelivered-events`))).toBe(true);
  });

  it('takes none of other rules, accounts and people: who cries wolf makes us deaf', async () => {
    expect(await publishes(events, from(SECURITY, `arn:aws:events:eu-west-1:${SECURITY}:rule/of-somebody`))).toBe(false);
    expect(await publishes(events, from('444444444444', 'arn:aws:events:eu-west-1:444444444444:rule/platform-alert-root-use'))).toBe(false);
    expect(await publishes(events, from('444444444444', `arn:aws:events:eu-west-1:${SECURITY}:rule/platform-alert-root-use`))).toBe(false);
    expect(await publishes(administrator(`arn:aws:iam::${SECURITY}:role/Admin`))).toBe(false);
    expect(await publishes(administrator('arn:aws:iam::444444444444:role/Admin'))).toBe(false);
  });

  it('is encrypted with the key of alerts, which EventBridge and CloudWatch of this account may use', async () => {
    for (const severity of ['critical', 'high', 'medium', 'chat'])
      expect(synthesis.documents.get('security').resource.aws_sns_topic[`alerts_topics_${severity}`].kms_master_key_id).toBe(
        '${aws_kms_key.alerts_key_key.arn}',
      );
    const uses = async (service: string, account?: string) =>
      (
        await decide(organization, {
          principal: { arn: service, policies: [], at: SECURITY },
          action: 'kms:GenerateDataKey',
          resource: `arn:aws:kms:eu-west-1:${SECURITY}:alias/data/operational`,
          region: 'eu-west-1',
          context: account === undefined ? {} : { 'aws:SourceAccount': account },
        })
      ).result === 'Allowed';
    expect(await uses('events.amazonaws.com', SECURITY)).toBe(true);
    expect(await uses('cloudwatch.amazonaws.com', SECURITY)).toBe(true);
    expect(await uses('events.amazonaws.com', '999900001111')).toBe(false);
    // What EventBridge says to AWS KMS when it sends to a topic: nothing (Amazon SNS developer guide, "Key management").
    expect(await uses('events.amazonaws.com')).toBe(true);
    expect(await uses('cloudwatch.amazonaws.com')).toBe(false);
  });
});

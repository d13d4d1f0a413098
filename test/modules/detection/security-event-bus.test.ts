import { loadBlueprint } from '../../../config/load';
import { administrator } from '../../../tools/can/corpus';
import { decide } from '../../../tools/can/decide';
import { type Principal, role } from '../../../tools/can/principals';
import { Synthesized } from '../../../tools/can/synthesized';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const input = everythingOn(exampleIds());
const synthesis = synth(input);
const organization = new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synthesis.documents);
const SECURITY = '333333333333';
const BUS = `arn:aws:events:eu-west-1:${SECURITY}:event-bus/platform-security`;
const ACCOUNTS = ['management', 'log-archive', 'security', 'prod', 'dev', 'test'];
const REGIONS = ['eu-west-1', 'eu-central-1', 'eu-south-1', 'us-east-1'];

const puts = async (principal: Principal): Promise<boolean> =>
  (await decide(organization, { principal, action: 'events:PutEvents', resource: BUS, region: 'eu-west-1' })).result === 'Allowed';
const forwarding = (account: string) => role(organization, '/platform/service/event-forwarding', account) as Principal;

it.each(ACCOUNTS)('the forwarding role of %s reaches the bus in spite of all guardrails', async (account) => {
  expect(await puts(forwarding(account))).toBe(true);
});

it.each([
  ['an administrator of an environment', 'arn:aws:iam::444444444444:role/Admin'],
  ['an administrator of the security account itself', `arn:aws:iam::${SECURITY}:role/Admin`],
  ['a role of the same name elsewhere', 'arn:aws:iam::444444444444:role/app/event-forwarding'],
  ['a look-alike', 'arn:aws:iam::444444444444:role/platform/service/event-forwarding-2'],
  ['the forwarding role of another organization', 'arn:aws:iam::999900001111:role/platform/service/event-forwarding'],
  ['an apply role', `arn:aws:iam::${SECURITY}:role/platform/apply`],
])('%s puts no event on it: a forged one would make responses act', async (_who, arn) => {
  expect(await puts(administrator(arn))).toBe(false);
});

it('the role forwards, and does nothing else', async () => {
  const principal = forwarding('prod');
  for (const [action, resource, result] of [
    ['events:PutEvents', 'arn:aws:events:eu-west-1:444444444444:event-bus/default', 'ImplicitlyDenied'],
    ['events:DescribeRule', 'arn:aws:events:eu-west-1:444444444444:rule/platform-forward-root-use', 'ImplicitlyDenied'],
    ['events:DeleteRule', 'arn:aws:events:eu-west-1:444444444444:rule/platform-forward-root-use', 'ExplicitlyDenied'],
    ['s3:GetObject', 'arn:aws:s3:::x/y', 'ImplicitlyDenied'],
  ] as const)
    expect([action, (await decide(organization, { principal, action, resource, region: 'eu-west-1' })).result]).toEqual([action, result]);
});

it('EventBridge takes the role for rules of its own account only', () => {
  const trusts = resources(synthesis, 'aws_iam_role').filter(({ attributes }) => attributes.name === 'event-forwarding');
  expect(trusts.map(({ stack }) => stack).sort()).toEqual(['dev', 'log-archive', 'org-management', 'prod', 'security', 'test']);
  for (const { stack, attributes } of trusts) {
    const account = synthesis.documents.get(stack).provider.aws[0].allowed_account_ids[0];
    expect(JSON.parse(attributes.assume_role_policy).Statement).toEqual([
      expect.objectContaining({ Principal: { Service: 'events.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': account } } }),
    ]);
  }
});

describe('rules', () => {
  const rules = resources(synthesis, 'aws_cloudwatch_event_rule').filter(({ attributes }) => attributes.name.startsWith('platform-forward-'));
  const targets = resources(synthesis, 'aws_cloudwatch_event_target').filter(({ attributes }) => attributes.arn === BUS);

  it('stand in every account and region, or in us-east-1 where AWS tells nothing elsewhere, or where findings of all accounts arrive', () => {
    const places = (name: string) => rules.filter(({ attributes }) => attributes.name === `platform-forward-${name}`);
    expect(places('root-use')).toHaveLength(ACCOUNTS.length * REGIONS.length);
    expect(places('long-lived-credentials').map(({ attributes }) => attributes.region)).toEqual(ACCOUNTS.map(() => 'us-east-1'));
    expect(places('guardduty-finding').map(({ stack, attributes }) => [stack, attributes.region])).toEqual(
      expect.arrayContaining(REGIONS.map((region) => ['security', region])),
    );
    expect(places('guardduty-finding')).toHaveLength(REGIONS.length);
  });

  it('each have one target, with the role of the account and the queue of the region', () => {
    expect(targets).toHaveLength(rules.length);
    for (const { stack, name, attributes } of rules) {
      const [target, ...more] = targets.filter(
        (one) => one.stack === stack && one.attributes.region === attributes.region && one.attributes.rule.includes(`.${name}.`),
      );
      expect([name, more.length, target?.attributes.dead_letter_config.arn]).toEqual([
        name,
        0,
        `arn:aws:sqs:${attributes.region}:${SECURITY}:platform-undelivered-events`,
      ]);
      expect(target?.attributes.role_arn).toBe('${aws_iam_role.baseline_forwarding_role.arn}');
      expect(attributes.state).toMatch(/^ENABLED/);
    }
  });

  it('stay out below the step, and cost nothing there', () => {
    expect(resources(synth(exampleInput())).filter(({ type }) => type.startsWith('aws_cloudwatch_event'))).toEqual([]);
  });
});

describe('the queue for what was not delivered', () => {
  const queue = (region: string) => `arn:aws:sqs:${region}:${SECURITY}:platform-undelivered-events`;
  /** By the queue's own policy: guardrails, which would stop strangers, too, are left out. */
  const sends = async (principal: Principal, region: string, context = {}) =>
    (await decide(organization, { principal, action: 'sqs:SendMessage', resource: queue(region), region, context }, ['identity', 'resource'])).result ===
    'Allowed';
  const events: Principal = { arn: 'events.amazonaws.com', policies: [], at: SECURITY };
  const rule = (region: string, account: string, name: string) => ({
    'aws:SourceOrgID': 'o-a1b2c3d4e5',
    'aws:SourceAccount': account,
    'aws:SourceArn': `arn:aws:events:${region}:${account}:rule/${name}`,
  });

  it.each(REGIONS)('takes what rules of any of our accounts could not deliver in %s', async (region) => {
    expect(await sends(events, region, rule(region, '444444444444', 'platform-forward-root-use'))).toBe(true);
    expect(await sends(events, region, rule(region, '444444444444', 'of-a-developer'))).toBe(false);
    expect(await sends(events, region, { ...rule(region, '999900001111', 'platform-forward-root-use'), 'aws:SourceOrgID': 'o-zzzzzzzzzz' })).toBe(false);
    expect(await sends(administrator(`arn:aws:iam::${SECURITY}:role/Admin`), region)).toBe(false);
  });

  it('is encrypted in the home region with the key of alerts, which EventBridge uses for rules of any of our accounts', async () => {
    const encrypts = async (context: Record<string, string>) =>
      (
        await decide(organization, {
          principal: events,
          action: 'kms:GenerateDataKey',
          resource: `arn:aws:kms:eu-west-1:${SECURITY}:alias/data/operational`,
          region: 'eu-west-1',
          context,
        })
      ).result;
    expect(await encrypts(rule('eu-west-1', '444444444444', 'platform-forward-root-use'))).toBe('Allowed');
    expect(await encrypts({ ...rule('eu-west-1', '999900001111', 'platform-forward-root-use'), 'aws:SourceOrgID': 'o-zzzzzzzzzz' })).not.toBe('Allowed');
  });

  it('rings when something lies in it', () => {
    const alarms = resources(synthesis, 'aws_cloudwatch_metric_alarm').filter(({ attributes }) => attributes.alarm_name === 'platform-undelivered-events');
    expect(alarms.map(({ attributes }) => attributes.region).sort()).toEqual([...REGIONS].sort());
  });
});

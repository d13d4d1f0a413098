import { loadBlueprint } from '../../../config/load';
import { handle } from '../../../functions/response/handle';
import { evaluateCall, principalNamed } from '../../../tools/can/corpus';
import { Synthesized } from '../../../tools/can/synthesized';
import { matchesEventPattern } from '../../../tools/detections/event-pattern';
import { DECOY_SAMPLES } from '../../corpora/events/decoys';
import { asff, type SampleEvent } from '../../corpora/events/sample-events';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds } from '../../fixtures/example';
import { fakeWorld } from '../../support/fake-response-world';
import { transformed } from '../../support/input-transformer';
import { bound } from '../../support/organization';
import { resources, synth } from '../../support/synth';

const input = { ...everythingOn(), detection: 'deception' as const };
const synthesis = synth(input, exampleIds());
const security = resources(synthesis).filter(({ stack }) => stack === 'security');
const settings = JSON.parse(
  security.find(({ attributes }) => attributes.function_name === 'platform-response')?.attributes.environment.variables.RESPONSE_SETTINGS,
);
const queue = security.find(({ type, attributes }) => type === 'aws_sqs_queue' && attributes.name === 'platform-response')?.name;

/** What the rule of a group's alert puts into the queue of the responses. */
function delivered(group: string, event: SampleEvent): string {
  const rule = security.find(({ attributes }) => attributes.name === group.replace('platform-forward-', 'platform-alert-'));
  if (!matchesEventPattern(JSON.parse(rule?.attributes.event_pattern), event)) throw new Error(`${group}: does not match`);
  const target = security.find(
    ({ type, attributes }) =>
      type === 'aws_cloudwatch_event_target' &&
      attributes.rule === `\${aws_cloudwatch_event_rule.${rule?.name}.name}` &&
      attributes.arn === `\${aws_sqs_queue.${queue}.arn}`,
  );
  return transformed(event, target?.attributes.input_transformer);
}

const SucceededCount = { BatchImportFindings: { FailedCount: 0, SuccessCount: 1 } };
async function findingsOf(body: string, times = 1) {
  const world = fakeWorld({ answers: SucceededCount, settings: { findings: settings.findings } });
  for (let time = 0; time < times; time++) {
    const { batchItemFailures } = await handle({ Records: [{ messageId: 'm', body }] }, world.responder, () => {});
    expect(batchItemFailures).toEqual([]);
  }
  expect(world.changes().map(({ operation }) => operation)).toEqual(Array(times).fill('BatchImportFindings'));
  return world.changes().flatMap(({ input: { Findings } }) => Findings);
}
const cases = Object.entries(DECOY_SAMPLES).flatMap(([group, { matching }]) => matching.map((event): [string, SampleEvent] => [group, event]));

it.each(cases)('%s: a touch is a critical finding that says who, where and what', async (group, event) => {
  const [finding] = await findingsOf(delivered(group, event));
  const account = event.account as string;
  const { userIdentity, eventName, sourceIPAddress } = event.detail as { userIdentity?: { arn: string }; eventName?: string; sourceIPAddress?: string };
  expect(finding).toMatchObject({
    ProductArn: 'arn:aws:securityhub:eu-west-1:333333333333:product/333333333333/default',
    AwsAccountId: '333333333333',
    Severity: { Label: 'CRITICAL' },
    Resources: [{ Type: 'AwsAccount', Id: `AWS::::Account:${account}` }],
  });
  expect(finding.Title).toMatch(/decoy/);
  for (const part of [account, eventName ?? 'look-up of ', userIdentity?.arn ?? '', sourceIPAddress ?? '']) expect(finding.Description).toContain(part);
});

it('there are touches of every kind of decoy', () => {
  expect(new Set(cases.map(([group]) => group.split('-')[3]))).toEqual(new Set(['use', 'read', 'object', 'change', 'lookup']));
});

it.each(cases.slice(0, 12))('%s: a second delivery is the same finding, another touch another one', async (group, event) => {
  const [first, second] = await findingsOf(delivered(group, event), 2);
  expect(second).toEqual(first); // Security Hub ignores an update of the same time (user guide, "BatchImportFindings")
  const [other] = await findingsOf(delivered(group, { ...event, time: '2026-11-20T10:00:01Z', detail: { ...event.detail, eventID: 'another' } }));
  expect(other.Id).not.toBe(first.Id);
});

it('what an intruder chose stays within the limits of the format, on one line', async () => {
  const [group, event] = cases[0] as [string, SampleEvent];
  const detail = { ...event.detail, userAgent: `x\n${'y'.repeat(5000)}`, errorCode: 'a\u2028b\u202ec', eventName: 'n'.repeat(3000) };
  const [finding] = await findingsOf(delivered(group, { ...event, detail }));
  expect(finding.Description.length).toBeLessThanOrEqual(1024);
  expect(finding.Title.length).toBeLessThanOrEqual(256);
  const other = finding.Resources[0].Details.Other as Record<string, string>;
  expect(other.Error).toBe('a b c');
  for (const value of Object.values(other)) expect([value.length <= 500, value.includes('\n')]).toEqual([true, false]);
});

it('what Security Hub does not take is tried again, and set aside: it answers 200 all the same', async () => {
  const [group, event] = cases[0] as [string, SampleEvent];
  const body = delivered(group, event);
  const refused = { BatchImportFindings: { FailedCount: 1, FailedFindings: [{ ErrorCode: 'InvalidInput' }] } };
  for (const world of [fakeWorld({ answers: refused, settings: { findings: settings.findings } }), fakeWorld({ answers: SucceededCount })])
    expect((await handle({ Records: [{ messageId: 'm', body }] }, world.responder, () => {})).batchItemFailures).toHaveLength(1);
});

it('the alert on critical findings leaves touches to their own message, and hides no finding of anybody else', () => {
  const pattern = JSON.parse(security.find(({ attributes }) => attributes.name === 'platform-alert-findings-critical')?.attributes.event_pattern);
  expect(matchesEventPattern(pattern, asff('CRITICAL', { GeneratorId: 'platform-decoys' }))).toBe(false);
  expect(matchesEventPattern(pattern, asff('CRITICAL', { GeneratorId: 'aws/guardduty' }))).toBe(true);
});

describe('who may report', () => {
  const organization = new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synthesis.documents);
  const FUNCTION = '/platform/service/response-function';
  const product = (account: string) => `arn:aws:securityhub:eu-west-1:{${account}}:product/{${account}}/default`;
  const can = async (as: string, action: string, resource: string) =>
    (
      await evaluateCall(organization, principalNamed(organization, as, 'security'), bound(organization, { action, resources: [resource] }), [
        'scp',
        'rcp',
        'identity',
        'resource',
      ])
    ).allowed;
  it('the function, under the product of its account', async () => {
    expect(await can(FUNCTION, 'securityhub:BatchImportFindings', product('security'))).toBe(true);
  });
  it.each([
    ['reports under the product of another account', 'securityhub:BatchImportFindings', product('prod')],
    ['reports as Security Hub', 'securityhub:BatchImportFindings', 'arn:aws:securityhub:eu-west-1:{security}:product/aws/securityhub'],
    ['closes findings', 'securityhub:BatchUpdateFindings', 'arn:aws:securityhub:eu-west-1:{security}:hub/default'],
    ['switches Security Hub off', 'securityhub:DisableSecurityHub', 'arn:aws:securityhub:eu-west-1:{security}:hub/default'],
  ])('the function never %s', async (_what, action, resource) => {
    expect(await can(FUNCTION, action, resource)).toBe(false);
  });
  it('below deception it reports nothing, and may not', () => {
    const lower = resources(synth({ ...everythingOn(), detection: 'hunting' }, exampleIds())).filter(({ stack }) => stack === 'security');
    expect(JSON.stringify(lower.filter(({ type }) => type === 'aws_iam_role_policy'))).not.toContain('BatchImportFindings');
    expect(lower.filter(({ type, attributes }) => type === 'aws_cloudwatch_event_target' && attributes.target_id === 'finding')).toEqual([]);
  });
});

import { Alerting } from '../../../tools/detections/alerting';
import { answerOn, coverageOf, EXTERNAL_ACCESS, eventOf, type LadderStep } from '../../../tools/detections/coverage';
import { gapLines, replaced, summaryLines } from '../../../tools/detections/page';
import { isRecorded } from '../../../tools/detections/trail-selection';
import { resourcesIn } from '../../../tools/synthesis/resources-in';
import type { TerraformJson } from '../../../tools/synthesis/synthesize';
import { type RecordOptions, record, roleSession } from '../../support/cloudtrail';

const SECURITY = '333333333333';
const PROD = '444444444444';
const BUS = `arn:aws:events:eu-west-1:${SECURITY}:event-bus/platform-security`;
const stack = (account: string, resource: TerraformJson) => ({ provider: { aws: [{ allowed_account_ids: [account] }] }, resource });
const rule = (name: string, eventName: string, more: TerraformJson = {}) => ({
  region: 'eu-west-1',
  name,
  event_pattern: JSON.stringify({ detail: { eventName: [eventName] } }),
  ...more,
});
const target = (of: string, arn: string) => ({ rule: `\${aws_cloudwatch_event_rule.${of}.name}`, arn });

/** An organization of two accounts, with one filter and one way over the bus. */
function alerting(change: (documents: Record<string, TerraformJson>) => void = () => {}): Alerting {
  const documents = {
    'org-management': stack('111111111111', {
      aws_cloudtrail: { trail: { is_organization_trail: true } },
      aws_cloudwatch_log_metric_filter: { f: { pattern: '{ $.eventName = "StopLogging" }', metric_transformation: { name: 'm', namespace: 'n' } } },
      aws_cloudwatch_metric_alarm: { a: { alarm_name: 'stopped', metric_name: 'm', namespace: 'n', alarm_actions: ['t'], threshold: 1, period: 60 } },
    }),
    prod: stack(PROD, {
      aws_cloudwatch_event_rule: { forward: rule('forward', 'StopLogging', { state: 'ENABLED' }) },
      aws_cloudwatch_event_target: { t: target('forward', BUS) },
    }),
    security: stack(SECURITY, {
      aws_cloudwatch_event_bus: { bus: { name: 'platform-security' } },
      aws_cloudwatch_event_rule: { alert: rule('alert', 'StopLogging', { event_bus_name: '${aws_cloudwatch_event_bus.bus.name}', state: 'ENABLED' }) },
      aws_cloudwatch_event_target: { t: target('alert', '${aws_sns_topic.critical.arn}') },
    }),
  };
  change(documents);
  return new Alerting({
    documents: new Map(Object.entries(documents)),
    resources: Object.entries(documents).flatMap(([name, document]) => resourcesIn(name, document)),
  });
}
const call = (name: string, more: RecordOptions = {}, account = PROD) => eventOf(record(account, roleSession(account, '/x'), name, more));
const heard = (one: Alerting, event: object) => one.on(event).map(({ kind, name }) => `${kind} ${name}`);

describe('what is heard of an event', () => {
  it('is the alarm on its filter, and the rule at the end of its way over the bus', () => {
    expect(heard(alerting(), call('cloudtrail:StopLogging'))).toEqual(['alarm stopped', 'rule alert']);
    expect(heard(alerting(), call('cloudtrail:StartLogging'))).toEqual([]);
  });

  it.each<[string, (documents: Record<string, TerraformJson>) => void, string[]]>([
    ['an alarm that tells nobody', ({ 'org-management': { resource } }) => (resource.aws_cloudwatch_metric_alarm.a.alarm_actions = []), ['rule alert']],
    ['a filter without an alarm', ({ 'org-management': { resource } }) => delete resource.aws_cloudwatch_metric_alarm, ['rule alert']],
    ['a rule without a target', ({ prod: { resource } }) => delete resource.aws_cloudwatch_event_target, ['alarm stopped']],
    ['a rule that is switched off', ({ prod: { resource } }) => (resource.aws_cloudwatch_event_rule.forward.state = 'DISABLED'), ['alarm stopped']],
    ['a bus on which nobody listens', ({ security: { resource } }) => delete resource.aws_cloudwatch_event_rule, ['alarm stopped']],
    ['a rule of another region', ({ prod: { resource } }) => (resource.aws_cloudwatch_event_rule.forward.region = 'us-east-1'), ['alarm stopped']],
    [
      'a trail that leaves it out',
      ({ 'org-management': { resource } }) =>
        (resource.aws_cloudtrail.trail.advanced_event_selector = [{ field_selector: [{ field: 'eventCategory', equals: ['Data'] }] }]),
      ['rule alert'],
    ],
  ])('not by %s', (_what, change, expected) => {
    expect(heard(alerting(change), call('cloudtrail:StopLogging'))).toEqual(expected);
  });

  it('a reading call reaches a rule that asks for all of them only', () => {
    const reads = (state: string) =>
      alerting(({ prod: { resource }, security: { resource: central } }) => {
        Object.assign(resource.aws_cloudwatch_event_rule.forward, { state, event_pattern: '{"detail":{"eventName":["GetParameter"]}}' });
        central.aws_cloudwatch_event_rule.alert.event_pattern = '{"detail":{"eventName":["GetParameter"]}}';
      });
    expect(heard(reads('ENABLED'), call('ssm:GetParameter'))).toEqual([]);
    expect(heard(reads('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'), call('ssm:GetParameter'))).toEqual(['rule alert']);
  });
});

describe('a trail records', () => {
  const data = (bucketName: string) =>
    record(PROD, roleSession(PROD, '/x'), 's3:GetObject', { eventCategory: 'Data', requestParameters: { bucketName, key: 'k' } });
  const trail = {
    advanced_event_selector: [
      {
        field_selector: [
          { field: 'eventCategory', equals: ['Data'] },
          { field: 'resources.type', equals: ['AWS::S3::Object'] },
          { field: 'resources.ARN', starts_with: ['arn:aws:s3:::mine/'] },
        ],
      },
    ],
  };

  it('management events and nothing else without selectors; with them, what one of them selects', () => {
    expect(isRecorded({}, data('mine'))).toBe(false);
    expect(isRecorded({}, record(PROD, roleSession(PROD, '/x'), 's3:ListBuckets'))).toBe(true);
    expect(isRecorded(trail, data('mine'))).toBe(true);
    expect(isRecorded(trail, data('mine-too'))).toBe(false);
    expect(isRecorded(trail, record(PROD, roleSession(PROD, '/x'), 's3:ListBuckets'))).toBe(false);
  });

  it('by fields and operators that are known; others are an error, not a guess', () => {
    expect(() => isRecorded({ advanced_event_selector: [{ field_selector: [{ field: 'moon', equals: ['x'] }] }] }, data('a'))).toThrow(
      'selectors of moon are not known',
    );
    expect(() => isRecorded({ advanced_event_selector: [{ field_selector: [{ field: 'eventName', like: ['x'] }] }] }, data('a'))).toThrow(
      'the operator like is not known',
    );
  });
});

describe('coverage', () => {
  const step = (name: LadderStep['step'], more: Partial<LadderStep> = {}): LadderStep => ({
    step: name,
    alerting: alerting(),
    guardDuty: false,
    accessAnalyzer: false,
    ...more,
  });
  const steps = [step('native'), step('correlated', { guardDuty: true, accessAnalyzer: true })];
  const asked = (calls: string[], more = {}) => ({
    what: 'does it',
    tactic: 'impact',
    source: 's',
    deniedBy: [],
    records: calls.map((name) => record(PROD, roleSession(PROD, '/x'), name)),
    ...more,
  });

  it.each<[string, ReturnType<typeof asked>, string, string]>([
    ['denied', asked(['cloudtrail:StopLogging'], { deniedBy: ['A'] }), 'denied', 'denied'],
    ['alerted by one of its calls', asked(['s3:ListBuckets', 'cloudtrail:StopLogging']), 'alerted', 'alerted'],
    ['found by GuardDuty where it is on', asked(['s3:ListBuckets'], { findings: ['Recon:EC2/Portscan'] }), 'silent', 'finding'],
    ['found by Access Analyzer', asked([], { findings: [EXTERNAL_ACCESS] }), 'silent', 'finding'],
    ['silent', asked(['s3:ListBuckets']), 'silent', 'silent'],
  ])('%s', (_what, one, native, correlated) => {
    const coverage = coverageOf(one, steps);
    expect([answerOn(coverage, 'native'), answerOn(coverage, 'correlated')]).toEqual([native, correlated]);
  });

  it('an alarm that counts is no alert on one event', () => {
    const counting = step('native', {
      alerting: alerting(({ 'org-management': { resource }, prod }) => {
        resource.aws_cloudwatch_metric_alarm.a.threshold = 5;
        delete prod.resource.aws_cloudwatch_event_rule;
      }),
    });
    expect(answerOn(coverageOf(asked(['cloudtrail:StopLogging']), [counting]), 'native')).toBe('counted');
  });

  it('the page says so, and what is open', () => {
    const all = [coverageOf(asked(['cloudtrail:StopLogging']), steps), coverageOf(asked(['s3:ListBuckets'], { what: 'looks | around' }), steps)];
    expect(summaryLines(all)[2]).toBe('| native | 0 | 1 | 0 | 0 | 1 |');
    expect(gapLines(all, 'deception').at(-1)).toBe('| impact | looks \\| around | silent | - |');
    expect(gapLines(all.slice(0, 1), 'deception')).toEqual(['None.']);
    const page = 'before\n<!-- t: written by npm run detections -->\nold\n<!-- /t -->\nafter';
    expect(replaced(page, 't', ['new'])).toBe('before\n<!-- t: written by npm run detections -->\n\nnew\n\n<!-- /t -->\nafter');
    expect(() => replaced(page, 'u', [])).toThrow('docs/detections.md: has no place for u');
  });
});

import { FAMILIES } from '../../../functions/response/incident';
import { INCIDENTS, NAMESPACE, TIME_TO_RESPOND } from '../../../functions/response/metric-names';
import { CONTROLS } from '../../../functions/response/recognize/security-hub';
import { settingsFrom } from '../../../functions/response/settings';
import { POSTURE_PATTERN } from '../../../modules/detection/response-patterns';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const input = exampleInput();
input.detection = 'respond';
input.response = { families: { malware: { mode: 'automatic', targetMinutes: 7 }, 'root-use': { mode: 'off' } }, publicPorts: [443] };
const synthesis = synth(input);
const security = resources(synthesis).filter(({ stack }) => stack === 'security');
const one = (type: string, name: RegExp) => security.find((found) => found.type === type && name.test(found.name))?.attributes;

it('the function gets what the configuration says; what it says nothing of is a dry run', () => {
  const settings = settingsFrom(one('aws_lambda_function', /^response/)?.environment.variables);
  expect(settings.modes).toEqual({ ...Object.fromEntries(FAMILIES.map((family) => [family, 'dry-run'])), malware: 'automatic', 'root-use': 'off' });
  expect(settings.publicPorts).toEqual([443]);
  expect(settings.quarantinable).toEqual(['444444444444', '555555555555', '666666666666']);
});

it('each family that is not off has an alarm at its target, on the metric that the function writes', () => {
  const alarms = security.filter(
    ({ type, attributes }) => type === 'aws_cloudwatch_metric_alarm' && attributes.alarm_name.startsWith('platform-response-slow-'),
  );
  expect(alarms.map(({ attributes }) => attributes.dimensions.Family).sort()).toEqual(FAMILIES.filter((family) => family !== 'root-use').sort());
  for (const { attributes } of alarms) expect([attributes.namespace, attributes.metric_name]).toEqual([NAMESPACE, TIME_TO_RESPOND]);
  expect(alarms.find(({ attributes }) => attributes.dimensions.Family === 'malware')?.attributes.threshold).toBe(420);
});

it('the dashboard shows the metrics that the function writes', () => {
  const { dashboard_body } = one('aws_cloudwatch_dashboard', /^response/) as { dashboard_body: string };
  for (const family of FAMILIES)
    expect(JSON.parse(dashboard_body).widgets[0].properties.metrics).toContainEqual([NAMESPACE, TIME_TO_RESPOND, 'Family', family]);
  expect(dashboard_body).toContain(INCIDENTS);
});

it('tries again, sets aside, and gives the function the time that it needs', () => {
  const queue = one('aws_sqs_queue', /store_queue$/);
  const { timeout, reserved_concurrent_executions } = one('aws_lambda_function', /^response/) ?? {};
  expect(queue?.visibility_timeout_seconds).toBeGreaterThanOrEqual(6 * timeout);
  expect(JSON.parse(queue?.redrive_policy).maxReceiveCount).toBe(5);
  expect(reserved_concurrent_executions).toBeUndefined(); // a new account has nothing to reserve: the apply would fail
  expect(one('aws_lambda_event_source_mapping', /^response/)?.scaling_config.maximum_concurrency).toBe(5);
});

it('the function reacts to the controls that its rule lets through, and to no others', () => {
  expect(Object.keys(CONTROLS).sort()).toEqual([...POSTURE_PATTERN.detail.findings.Compliance.SecurityControlId].sort());
});

it('every account has the response role, management alone the one that quarantines', () => {
  const stacks = (role: string) => resources(synthesis, 'aws_iam_role').flatMap(({ stack, attributes }) => (attributes.name === role ? [stack] : []));
  expect(stacks('security-response').sort()).toEqual(['dev', 'log-archive', 'org-management', 'prod', 'security', 'test']);
  expect(stacks('security-quarantine')).toEqual(['org-management']);
  expect(stacks('response-function')).toEqual(['security']);
});

it('carries the code of the function beside the JSON that names it', () => {
  const { filename } = one('aws_lambda_function', /^response/) as { filename: string };
  expect([...synthesis.assets.keys()]).toContain(`security/${filename}`);
});

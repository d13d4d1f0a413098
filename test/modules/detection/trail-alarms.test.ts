import { readFileSync } from 'node:fs';
import { LIMITS } from '../../../config/aws-limits';
import { loadBlueprint } from '../../../config/load';
import { decoyFilters } from '../../../modules/detection/decoy-filters';
import { trailAlarms } from '../../../modules/detection/trail-alarms';
import { ordinaryWork } from '../../../modules/detection/trail-alarms/ordinary-work';
import { BASELINES } from '../../../modules/detection/trail-baselines';
import { matchesMetricFilter } from '../../../tools/detections/metric-filter';
import { ORDINARY_DAY } from '../../corpora/trail-records/ordinary-day';
import type { TrailRecord } from '../../corpora/trail-records/record';
import { SAMPLES } from '../../corpora/trail-records/samples';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { manyEnvironments } from '../../support/many-environments';
import { resources, synth } from '../../support/synth';

const example = synth(exampleInput());
/** The patterns as they stand in the synthesized JSON. */
const PATTERNS = new Map<string, string>(
  resources(example, 'aws_cloudwatch_log_metric_filter')
    .filter(({ attributes }) => attributes.log_group_name.includes('trail'))
    .map(({ attributes }) => [attributes.name, attributes.pattern]),
);
const pattern = (alarm: string) => PATTERNS.get(alarm) as string;
const raisedBy = (record: TrailRecord): string[] => [...PATTERNS].filter(([, text]) => matchesMetricFilter(text, record)).map(([name]) => name);
const say = ({ eventName, errorCode, userIdentity, requestParameters }: TrailRecord) =>
  JSON.stringify({ eventName, errorCode, userIdentity, requestParameters });

it('every alarm has records that raise it and records that do not, and every record is for an alarm', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual([...PATTERNS.keys()].sort());
  for (const [name, { raises, quiet }] of Object.entries(SAMPLES)) expect([name, raises.length > 0, quiet.length > 1]).toEqual([name, true, true]);
});

describe.each(Object.keys(SAMPLES))('%s', (alarm) => {
  const { raises = [], quiet = [] } = SAMPLES[alarm] ?? {};

  it('is raised', () => {
    for (const record of raises) expect([say(record), raisedBy(record).includes(alarm)]).toEqual([say(record), true]);
  });

  it('is quiet', () => {
    for (const record of quiet) expect([say(record), raisedBy(record).includes(alarm)]).toEqual([say(record), false]);
  });

  it('every condition of it is needed: without one, a quiet record raises it or a raising one is missed', () => {
    const mutants = mutantsOf(pattern(alarm));
    expect(mutants.length).toBeGreaterThan(0);
    for (const mutant of mutants) {
      const noticed = raises.some((record) => !matchesMetricFilter(mutant, record)) || quiet.some((record) => matchesMetricFilter(mutant, record));
      expect([mutant, noticed]).toEqual([mutant, true]);
    }
  });
});

it('a day of ordinary work is quiet', () => {
  const counts = new Map<string, number>();
  for (const record of ORDINARY_DAY) for (const alarm of raisedBy(record)) counts.set(alarm, (counts.get(alarm) ?? 0) + 1);
  const alarms = trailAlarms(ordinaryWork(loadBlueprint(exampleInput(), exampleIds()).blueprint));
  expect(ORDINARY_DAY.length).toBeGreaterThan(90);
  expect([...counts].filter(([alarm, count]) => count >= (alarms[alarm]?.threshold ?? 1))).toEqual([]);
});

it('fits the quotas of CloudWatch Logs, with room for the alarms of higher steps', () => {
  const { input, ids } = manyEnvironments(12);
  const large = loadBlueprint({ ...input, detection: 'deception' }, ids).blueprint;
  const filters = { alarms: PATTERNS.size, baselines: Object.keys(BASELINES).length + 1, decoys: decoyFilters(large).length };
  expect(Object.values(filters).reduce((sum, count) => sum + count)).toBeLessThanOrEqual(LIMITS.metricFiltersPerLogGroup * 0.7);
  const text = readFileSync('docs/detection.md', 'utf8');
  expect(text).toContain(`| alarms | ${filters.alarms} |`);
  expect(text).toContain(`| baselines (step \`hunting\`) | ${filters.baselines} |`);
  expect(text).toContain(`| decoys (step \`deception\`), twelve environments | ${filters.decoys} |`);
  for (const [name, text] of PATTERNS) expect([name, text.length <= LIMITS.metricFilterCharacters]).toEqual([name, true]);
  // Wildcards in the middle of a text are not documented.
  for (const [name, text] of PATTERNS)
    for (const [, value = ''] of text.matchAll(/"([^"]*)"/g))
      expect([name, value.replace(/^\*|\*$/g, '').includes('*') ? value : '']).toEqual([name, expect.stringMatching(/^$|aws-service-role|:role\//)]);
});

it('costs what docs/costs.md says', () => {
  const [, usd, told] = /([\d.]+) for the (\d+) alarms on the organization trail/.exec(readFileSync('docs/costs.md', 'utf8')) ?? [];
  expect([told, usd]).toEqual([String(PATTERNS.size), (PATTERNS.size * 0.1).toFixed(2)]);
});

it('whose work is ordinary comes from the configuration', () => {
  const input = exampleInput();
  input.guardrails = { deployRoles: ['teams/deploy'], applicationPaths: ['/services/'] };
  delete input.environments.dev?.handsOn;
  input.access.assignments = input.access.assignments.filter(({ permissionSet }) => permissionSet !== 'Developer');
  const alarms = trailAlarms(ordinaryWork(loadBlueprint(input, exampleIds()).blueprint));
  const by = (role: string, eventSource: string, eventName: string, account: string) => ({
    eventSource,
    eventName,
    recipientAccountId: account,
    userIdentity: { type: 'AssumedRole', sessionContext: { sessionIssuer: { arn: `arn:aws:iam::${account}:role/${role}` } } },
  });
  const raises = (alarm: string, record: object) => matchesMetricFilter(alarms[alarm]?.pattern as string, record);
  expect(raises('iam-policy-change', by('teams/deploy', 'iam.amazonaws.com', 'PutRolePolicy', '444444444444'))).toBe(false);
  expect(raises('iam-policy-change', by('app-deploy', 'iam.amazonaws.com', 'PutRolePolicy', '444444444444'))).toBe(true);
  expect(raises('secret-read', by('services/pay', 'secretsmanager.amazonaws.com', 'GetSecretValue', '444444444444'))).toBe(false);
  expect(raises('secret-read', by('app/pay', 'secretsmanager.amazonaws.com', 'GetSecretValue', '444444444444'))).toBe(true);
  expect(raises('security-group-change', by('x', 'ec2.amazonaws.com', 'CreateSecurityGroup', '555555555555'))).toBe(true);
});

/** The pattern without one of its conditions, or one of the alternatives of a condition. */
function mutantsOf(text: string): string[] {
  const inner = text.replace(/^\{\s*|\s*\}$/g, '');
  return without(inner).map((one) => `{ ${one} }`);
}

function without(expression: string): string[] {
  const { operator, terms } = split(expression);
  if (terms.length === 1) {
    const only = terms[0] as string;
    return only.startsWith('(') && only.endsWith(')') ? without(only.slice(1, -1)).map((one) => `(${one})`) : [];
  }
  return terms.flatMap((term, index) => [
    terms.filter((_, other) => other !== index).join(operator),
    ...without(term).map((one) => terms.map((same, other) => (other === index ? one : same)).join(operator)),
  ]);
}

/** Terms at the top of an expression. */
function split(expression: string): { operator: string; terms: string[] } {
  const terms: string[] = [];
  let operator = ' && ';
  let depth = 0;
  let start = 0;
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] === '(') depth++;
    if (expression[at] === ')') depth--;
    const found = expression.slice(at, at + 4);
    if (depth === 0 && (found === ' && ' || found === ' || ')) {
      operator = found;
      terms.push(expression.slice(start, at));
      start = at + 4;
      at += 3;
    }
  }
  return { operator, terms: [...terms, expression.slice(start)] };
}

import { LIMITS } from '../../../config/aws-limits';
import { loadBlueprint } from '../../../config/load';
import { decoyFilters } from '../../../modules/detection/decoy-filters';
import { trailAlarms } from '../../../modules/detection/trail-alarms';
import { fitted } from '../../../modules/detection/trail-alarms/fitted';
import { ordinaryWork } from '../../../modules/detection/trail-alarms/ordinary-work';
import { matchesMetricFilter } from '../../../tools/detections/metric-filter';
import { ORDINARY_DAY } from '../../corpora/trail-records/ordinary-day';
import { SAMPLES } from '../../corpora/trail-records/samples';
import { manyEnvironments } from '../../support/many-environments';

const { input, ids } = manyEnvironments(10, { handsOn: true });
const { blueprint } = loadBlueprint({ ...input, detection: 'deception' }, ids);
const alarms = Object.entries(trailAlarms(ordinaryWork(blueprint)));
const recordsFor = (alarm: string) => [...ORDINARY_DAY, ...(SAMPLES[alarm]?.raises ?? []), ...(SAMPLES[alarm]?.quiet ?? [])];

it('eight hands-on environments fit: long patterns are parted, and see what the whole one sees', () => {
  const parted = alarms.map(([name, { pattern }]) => ({ name, pattern, parts: fitted(pattern) }));
  expect(parted.filter(({ parts }) => parts.length > 1).length).toBeGreaterThan(5);
  for (const { name, pattern, parts } of parted) {
    for (const part of parts) expect([name, part.length <= LIMITS.metricFilterCharacters]).toEqual([name, true]);
    for (const record of recordsFor(name))
      expect([name, parts.some((part) => matchesMetricFilter(part, record))]).toEqual([name, matchesMetricFilter(pattern, record)]);
  }
  const filters = parted.reduce((sum, { parts }) => sum + parts.length, 0) + decoyFilters(blueprint).length + 6;
  process.stdout.write(`${filters} filters with everything on and ten environments, eight of them hands-on\n`);
  expect(filters).toBeLessThanOrEqual(LIMITS.metricFiltersPerLogGroup);
});

it('more hands-on environments than a pattern can name: developers and applications are left out by name', () => {
  const many = manyEnvironments(30, { handsOn: true });
  const work = ordinaryWork(loadBlueprint({ ...many.input, detection: 'deception' }, many.ids).blueprint);
  const atOnce = Object.entries(trailAlarms(work)).filter(([, { threshold = 1 }]) => threshold === 1);
  const noisy = atOnce.flatMap(([name, { pattern }]) => {
    const parts = fitted(pattern);
    const raised = (record: (typeof ORDINARY_DAY)[number]) => parts.some((part) => matchesMetricFilter(part, record));
    for (const part of parts) expect([name, part.length <= LIMITS.metricFilterCharacters]).toEqual([name, true]);
    expect([name, (SAMPLES[name]?.raises ?? []).filter((record) => !raised(record))]).toEqual([name, []]);
    return [...ORDINARY_DAY, ...(SAMPLES[name]?.quiet ?? [])].filter(raised).map((record) => `${name}: ${JSON.stringify(record)}`);
  });
  expect(noisy).toEqual([]);
});

it('a pattern that fits stays one', () => {
  expect(fitted('{ ($.a = "1") && (($.b = "2") || ($.b = "3")) }')).toEqual(['{ ($.a = "1") && (($.b = "2") || ($.b = "3")) }']);
});

it.each([
  ['alternatives', '{ ($.a = "1") && (($.b = "2") || ($.b = "3")) }', 36, ['{ ($.a = "1") && ($.b = "2") }', '{ ($.a = "1") && ($.b = "3") }']],
  ['alternatives of several conditions', '{ (($.a = "1") && ($.b = "2")) || ($.c = "3") }', 36, ['{ ($.a = "1") && ($.b = "2") }', '{ ($.c = "3") }']],
])('parts %s', (_what, pattern, limit, parts) => {
  expect(fitted(pattern, limit)).toEqual(parts);
});

it('refuses what has no alternatives to part', () => {
  expect(() => fitted('{ ($.a = "1") && ($.b = "2") }', 20)).toThrow(/has 30 characters and no alternatives to part, 20 are allowed; shorten it/);
});

import { loadBlueprint } from '../../config/load';
import { type Alert, Alerting } from '../../tools/detections/alerting';
import { eventOf, ladder } from '../../tools/detections/coverage';
import everythingOn from '../fixtures/everything-on';
import { exampleIds, exampleInput } from '../fixtures/example';
import { synth } from '../support/synth';
import { ordinaryDay } from './ordinary-day';

const ids = exampleIds();
const accounts = { management: ids.organization.managementAccountId, ...ids.accounts };
const day = ordinaryDay(accounts);
const { blueprint } = loadBlueprint(exampleInput(), ids);

/** Alarm or rule -> how often somebody would be told that day: once an event, or once a period that reaches the threshold. */
function told(alertsOf: (event: object) => readonly Alert[]): Record<string, number> {
  const found = new Map<string, { alert: Alert; periods: Map<number, number> }>();
  for (const record of day)
    for (const alert of alertsOf(eventOf(record))) {
      const entry = found.get(alert.name) ?? { alert, periods: new Map() };
      const period = alert.period > 0 ? Math.floor(Date.parse(String(record.eventTime)) / 1000 / alert.period) : entry.periods.size;
      entry.periods.set(period, (entry.periods.get(period) ?? 0) + 1);
      found.set(alert.name, entry);
    }
  const counts = [...found].map(([name, { alert, periods }]): [string, number] => [
    name,
    [...periods.values()].filter((count) => count >= alert.threshold).length,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

it('is a day of more than 300 events, of people, pipelines, applications and services in every account', () => {
  expect(day.length).toBeGreaterThan(300);
  expect(new Set(day.map(({ recipientAccountId }) => recipientAccountId)).size).toBe(Object.keys(accounts).length);
  expect(new Set(day.map(({ eventSource }) => eventSource)).size).toBeGreaterThan(30);
  expect(new Set(day.map(({ userIdentity }) => (userIdentity as { type: string }).type))).toEqual(
    new Set(['AssumedRole', 'AWSService', 'WebIdentityUser', 'Unknown']),
  );
});

const steps = ladder(blueprint, ({ detection }) => synth({ ...exampleInput(), detection }, ids));
const everything = new Alerting(synth({ ...everythingOn(), detection: 'deception' }, ids));

it.each<[string, Alerting]>([
  ...steps.map(({ step, alerting }): [string, Alerting] => [step, alerting]),
  ['everything on, deception', everything],
])('%s: nobody is called', (step, alerting) => {
  const alerts = told((event) => alerting.on(event));
  process.stdout.write(`${step}: ${Object.values(alerts).reduce((sum, count) => sum + count, 0)} alerts on ${day.length} ordinary events\n`);
  expect(alerts).toEqual({});
});

it('would notice: one event that is not ordinary calls somebody', () => {
  const root = { ...day[0], userIdentity: { type: 'Root', arn: 'arn:aws:iam::111111111111:root' } };
  for (const { alerting } of steps) expect(alerting.on(eventOf(root)).map(({ name }) => name)).toContain('platform-root-use');
});

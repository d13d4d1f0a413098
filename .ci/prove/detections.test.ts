import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrailRecord } from '../../test/corpora/trail-records/record';
import { SAMPLES } from '../../test/corpora/trail-records/samples';
import { exampleInput } from '../../test/fixtures/example';
import { exampleOrganization } from '../../test/support/organization';
import { resources, synth } from '../../test/support/synth';
import { administrator, evaluateCall } from '../../tools/can/corpus';
import { matchesMetricFilter } from '../../tools/detections/metric-filter';

/** A rule of others, as ../shared/corpora/README.md describes it. */
interface Rule {
  readonly id: string;
  readonly level: 'high' | 'medium' | 'low';
  readonly event_sources: readonly string[];
  readonly event_names: readonly string[];
  readonly iam_actions: readonly string[];
}

const folder = [join(process.cwd(), '../shared/corpora')].find(existsSync) as string;
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const filters = resources(synth(exampleInput()), 'aws_cloudwatch_log_metric_filter')
  .filter(({ attributes }) => attributes.log_group_name.includes('trail'))
  .map(({ attributes }): [string, string] => [attributes.name, attributes.pattern]);
const alarmsOn = (record: unknown) => filters.filter(([, pattern]) => matchesMetricFilter(pattern, record)).map(([name]) => name);
const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);

/** Our own records of a call. The sources of some rules are missing or misspelt: then the name decides. */
const recordsOf = ({ event_sources: sources }: Rule, name: string): TrailRecord[] =>
  Object.values(SAMPLES)
    .flatMap(({ raises }) => raises)
    .filter(({ eventName, eventSource }) => eventName === name && (sources.length === 0 || sources.includes(eventSource as string)));

it('what public detection rules look for is alarmed or prevented', async () => {
  const organization = exampleOrganization();
  const account = organization.blueprint.accounts.prod?.id as string;
  const prevented = async (action: string) =>
    !(await evaluateCall(organization, administrator(`arn:aws:iam::${account}:role/Admin`), { action }, ['scp'], true)).allowed;
  const { rules } = read('detections.json') as { rules: readonly Rule[] };
  const open: string[] = [];
  let alarmed = 0;
  for (const rule of rules) {
    const names = await Promise.all(
      rule.event_names.map(async (name) => {
        const alarms = [...new Set(recordsOf(rule, name).flatMap(alarmsOn))];
        const actions = rule.iam_actions.filter((action) => action.endsWith(`:${name}`));
        const stopped = actions.length > 0 && (await Promise.all(actions.map(prevented))).every(Boolean);
        return { name, alarms, stopped };
      }),
    );
    const covered = names.length > 0 && names.every(({ alarms, stopped }) => alarms.length > 0 || stopped);
    if (names.length > 0 && names.every(({ alarms }) => alarms.length > 0)) alarmed++;
    print(
      `${covered ? 'covered' : 'OPEN   '} ${rule.level} ${rule.event_names.join(', ') || '(no event named)'}: ${names.map(({ name, alarms, stopped }) => `${name} ${alarms.join('+') || 'no alarm'}${stopped ? ', prevented' : ''}`).join('; ')}`,
    );
    if (!covered) open.push(rule.id);
  }
  print(`alarmed or prevented ${rules.length - open.length} of ${rules.length}, alarmed ${alarmed}`);
  expect(rules.length - open.length).toBeGreaterThanOrEqual(0.9 * rules.length);
});

it('real records of attack techniques', () => {
  const { events } = read('stratus_events.json') as { events: readonly { technique: string; detail: TrailRecord }[] };
  const techniques = new Map<string, Set<string>>();
  // Some ids of these records are made up by their publisher; the account is what a record of ours would say.
  for (const { technique, detail } of events) {
    const found = techniques.get(technique) ?? new Set();
    for (const alarm of alarmsOn({ ...detail, recipientAccountId: '444444444444' })) if (alarm !== 'unauthorized-calls') found.add(alarm);
    techniques.set(technique, found);
  }
  for (const [technique, alarms] of techniques) print(`${alarms.size > 0 ? 'alarm' : 'none '} ${technique}: ${[...alarms].join(', ')}`);
  const seen = [...techniques.values()].filter(({ size }) => size > 0).length;
  print(`alarmed at the first record ${seen} of ${techniques.size}`);
  expect(seen).toBeGreaterThan(0);
});

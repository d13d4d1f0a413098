import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../package.json';
import { exampleInput } from './fixtures/example';
import { resources, synth } from './support/synth';

const FOLDER = 'docs/runbooks';
const runbooks = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
const all = (pattern: RegExp) => runbooks.flatMap(({ name, text }) => [...text.matchAll(pattern)].map((match) => ({ name, found: match[1] as string })));

/** Read at three in the morning, by people who cannot try things out: what a runbook names must be there. */
it('alarms and rules of AWS Config that runbooks name exist', () => {
  const example = resources(synth({ ...exampleInput(), detection: 'deception' }));
  const alarms = example
    .filter(({ type }) => ['aws_cloudwatch_metric_alarm', 'aws_config_config_rule'].includes(type))
    .map(({ attributes }) => attributes.alarm_name ?? attributes.name);
  const named = all(/`(platform-[a-z-]+)`/g);
  expect(named.length).toBeGreaterThan(4);
  for (const { name, found } of named) expect([name, alarms]).toEqual([name, expect.arrayContaining([found])]);
});

it('commands that runbooks name exist', () => {
  const named = all(/npm run ([a-z-]+)/g);
  expect(named.length).toBeGreaterThan(10);
  for (const { name, found } of named) expect([name, Object.keys(scripts)]).toEqual([name, expect.arrayContaining([found])]);
});

it('links of runbooks lead somewhere', () => {
  const links = all(/\]\(([^)#:]+)\)/g);
  expect(links.length).toBeGreaterThan(4);
  for (const { name, found } of links) expect([name, found, existsSync(join(FOLDER, found))]).toEqual([name, found, true]);
});

import { DETECTION_STEPS } from '../../../config/detection-steps';
import { matchesEventPattern } from '../../../tools/detections/event-pattern';
import { EVENT_SAMPLES } from '../../corpora/events/event-samples';
import everythingOn from '../../fixtures/everything-on';
import { resources, synth } from '../../support/synth';

const highest = synth({ ...everythingOn(), detection: DETECTION_STEPS.at(-1) });
/** Name of a rule -> its pattern; the same rule stands in many accounts and regions. */
const patterns = new Map<string, string>();
for (const { attributes } of resources(highest, 'aws_cloudwatch_event_rule')) {
  if (!attributes.event_pattern) continue; // by schedule
  if (patterns.has(attributes.name)) expect([attributes.name, attributes.event_pattern]).toEqual([attributes.name, patterns.get(attributes.name)]);
  patterns.set(attributes.name, attributes.event_pattern);
}

it('finds rules, and samples of no rule that is gone', () => {
  expect(patterns.size).toBeGreaterThan(10);
  expect(Object.keys(EVENT_SAMPLES).filter((name) => !patterns.has(name))).toEqual([]);
});

describe.each([...patterns])('%s', (name, text) => {
  const pattern = JSON.parse(text);
  const { matching, other } = EVENT_SAMPLES[name] ?? { matching: [], other: [] };

  it('has samples that match and samples that do not, or nobody knows whether it works', () => {
    expect([matching.length > 0, other.length > 0]).toEqual([true, true]);
  });

  it('matches its samples', () => {
    for (const event of matching) expect([event, matchesEventPattern(pattern, event)]).toEqual([event, true]);
  });

  it('leaves similar events alone', () => {
    for (const event of other) expect([event, matchesEventPattern(pattern, event)]).toEqual([event, false]);
  });

  it('takes no event that somebody put on the bus of his own account: AWS keeps sources that begin with aws. to itself', () => {
    for (const event of matching.filter(({ source }) => `${source}`.startsWith('aws.')))
      for (const source of ['platform.response', 'evil.aws.s3']) expect([event, matchesEventPattern(pattern, { ...event, source })]).toEqual([event, false]);
  });

  it('is short enough, and every value that it names is matched by a sample', () => {
    expect(text.length).toBeLessThan(2048);
    const named: unknown[] = pattern.source.filter((source: unknown) => typeof source === 'string');
    for (const source of named) expect([source, matching.some((event) => event.source === source)]).toEqual([source, true]);
  });
});

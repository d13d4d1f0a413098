import { FAMILIES } from '../../../functions/response/incident';
import { recognize } from '../../../functions/response/recognize';
import { FORWARDED_PATTERNS, POSTURE_PATTERN } from '../../../modules/detection/response-patterns';
import { matchesEventPattern } from '../../../tools/detections/event-pattern';
import { RESPONSE_SAMPLES } from '../../corpora/events/responses';
import { fakeWorld } from '../../support/fake-response-world';
import { FAMILY_CASES } from './families';

const only = (all: ReturnType<typeof recognize>) => {
  expect(all).toHaveLength(1);
  return all[0] as (typeof all)[number];
};

it('every family has a case', () => {
  expect(FAMILIES.filter((family) => !FAMILY_CASES.some((one) => one.family === family))).toEqual([]);
});

describe.each(FAMILY_CASES)('$family: $name', ({ family, event, before, after, changes }) => {
  const incident = () => only(recognize(event));
  const answers = () => (typeof before === 'function' ? before() : before);

  it('is recognized, in its account', () => {
    expect(incident()).toMatchObject({ family, account: '444444444444' });
  });

  it('is put right, measured and told', async () => {
    const world = fakeWorld({ answers: answers() });
    await world.responder.take(incident());
    expect(world.changes().map(({ operation, input }) => [operation, input])).toEqual(
      changes.map(([operation, input]) => [operation, expect.objectContaining(input)]),
    );
    expect(world.metrics()).toContainEqual({ name: 'TimeToRespond', value: 300, dimensions: family });
    expect(world.metrics()).toContainEqual({ name: 'Incidents', value: 1, dimensions: `${family} done` });
    expect(world.messages()).toEqual([expect.stringContaining(`DONE: ${family} in 444444444444`)]);
    expect(world.statusOf(incident().id)).toBe('done');
  });

  it('a second delivery changes nothing and tells nothing', async () => {
    const world = fakeWorld({ answers: answers() });
    await world.responder.take(incident());
    const done = world.sent.length;
    await world.responder.take(incident());
    expect(world.sent.slice(done).map(({ operation }) => operation)).toEqual(['UpdateItem']); // the claim, refused
  });

  it('what is right already is left as it is', async () => {
    const world = fakeWorld({ answers: after });
    await world.responder.take(incident());
    expect(world.changes()).toEqual([]);
    expect(world.statusOf(incident().id)).toBe('done');
  });

  it('a dry run changes nothing and says what it would do', async () => {
    const world = fakeWorld({ mode: 'dry-run', answers: answers() });
    await world.responder.take(incident());
    expect(world.changes()).toEqual([]);
    expect(world.messages()).toEqual([expect.stringMatching(/^DRY RUN, nothing was changed[\s\S]*To be done:\n {2}- /)]);
    expect(world.statusOf(incident().id)).toBe('planned');
    expect(world.metrics().map(({ name }) => name)).toEqual(['Incidents']);
  });

  it('waits for approval, and acts once it is given', async () => {
    const world = fakeWorld({ mode: 'approve', answers: answers() });
    const { id } = incident();
    await world.responder.take(incident());
    expect(world.changes()).toEqual([]);
    expect(world.messages()).toEqual([expect.stringContaining(`npm run respond -- approve ${id}`)]);
    await world.responder.decide(id, 'approve', 'alice');
    expect(world.changes()).toHaveLength(changes.length);
    await world.responder.decide(id, 'approve', 'alice');
    expect(world.changes()).toHaveLength(changes.length);
    expect(world.statusOf(id)).toBe('done');
  });

  it('off: nothing is even looked at', async () => {
    const world = fakeWorld({ mode: 'off', answers: answers() });
    await world.responder.take(incident());
    expect(world.sent).toEqual([]);
  });
});

/** A trail, a detector, an account's public access block and a root user have no ARN that the configuration could protect. */
const PROTECTABLE = FAMILY_CASES.filter(({ protectedBy }) => protectedBy !== undefined);

it('families whose target can be protected have a case of it', () => {
  expect([...new Set(PROTECTABLE.map(({ family }) => family))].sort()).toEqual([
    'anomalous-identity',
    'compromised-instance',
    'exposed-key',
    'malware',
    'open-security-group',
    'public-bucket',
  ]);
});

it.each(PROTECTABLE)('$family: $name: what is protected is left to people', async ({ event, before, protectedBy }) => {
  const incident = only(recognize(event));
  const world = fakeWorld({ answers: typeof before === 'function' ? before() : before, settings: { protectedArns: [protectedBy as string] } });
  await world.responder.take(incident);
  expect(world.changes()).toEqual([]);
  expect(world.messages()).toEqual([expect.stringContaining('is protected by the configuration')]);
  expect(world.statusOf(incident.id)).toBe('left');
});

it.each(FAMILY_CASES)('$family: $name reaches the queue by a rule', ({ event }) => {
  const patterns = [...Object.values(FORWARDED_PATTERNS), POSTURE_PATTERN];
  expect(patterns.filter((pattern) => matchesEventPattern(pattern, event)).length).toBeGreaterThan(0);
});

it.each(Object.entries(RESPONSE_SAMPLES))('what %s leaves alone, the function leaves alone, too', (name, { other }) => {
  if (name.startsWith('platform-respond-'))
    for (const sample of other)
      expect(
        recognize({ ...sample, detail: { eventTime: 't', eventID: 'e', recipientAccountId: '444444444444', updatedAt: 't', ...sample.detail } } as never),
      ).toEqual([]);
});

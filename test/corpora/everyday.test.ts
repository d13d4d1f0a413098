import { loadBlueprint } from '../../config/load';
import { Synthesized } from '../../tools/can/synthesized';
import { exampleIds, exampleInput } from '../fixtures/example';
import { exampleOrganization } from '../support/organization';
import { synth } from '../support/synth';
import { everydayResult } from '../support/whole-organization';
import type { Everyday } from './corpus';
import { EVERYDAY } from './everyday';
import { ONBOARDING } from './everyday-services';

/** The same organization while test is being bootstrapped. */
function onboarding(): Synthesized {
  const input = exampleInput();
  Object.assign(input.environments.test ?? {}, { status: 'onboarding' });
  return new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synth(input).documents);
}

const score = new Map<string, { of: number; wrong: number }>();

async function verdict(row: Everyday, organization: Synthesized): Promise<string> {
  const { allowed, by } = await everydayResult(organization, row);
  return allowed ? 'allow' : row.expect === 'deny' ? 'deny' : `deny ${by.join(', ') || 'by nobody allowing it'}`;
}

/** The last part of an ARN reads better than all of it. */
const short = (as: string): string => as.replace(/^arn:aws:(iam|sts)::\{?[\w-]+\}?:/, '');

const counted = (where: string, organization: Synthesized) => async (row: Everyday) => {
  const key = `${row.expect.padEnd(5)} ${short(row.as).padEnd(84)} ${row.in}${where}`;
  const count = score.get(key) ?? { of: 0, wrong: 0 };
  score.set(key, count);
  count.of++;
  count.wrong++; // until it is known
  expect(await verdict(row, organization)).toBe(row.expect);
  count.wrong--;
};

describe('in the organization', () => {
  it.each(EVERYDAY)('$expect: $as in $in $what', counted('', exampleOrganization()));
});

describe('in an account that is new', () => {
  it.each(ONBOARDING)('$expect: $as in $in $what', counted(' (onboarding)', onboarding()));
});

afterAll(() => {
  const total = (expect: string) => [...score].filter(([key]) => key.startsWith(expect)).reduce((sum, [, { of }]) => sum + of, 0);
  const lines = [...score].sort(([a], [b]) => a.localeCompare(b)).map(([key, { of, wrong }]) => `  ${key.padEnd(116)} ${wrong} of ${of} wrong`);
  process.stdout.write([`everyday work: ${total('allow')} rows that must pass, ${total('deny')} that must not`, ...lines, ''].join('\n'));
});

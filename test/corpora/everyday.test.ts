import { evaluateCall } from '../../tools/can/corpus';
import { bound, exampleOrganization, principalOf } from '../support/organization';
import type { Everyday } from './corpus';
import { EVERYDAY } from './everyday';

const organization = exampleOrganization();
const score = new Map<string, { of: number; wrong: number }>();

/** What AWS owns has no account in its ARN; its list of resources lacks most of these. */
const ofAws = (resource: string): boolean => /^arn:aws:[\w-]+:[\w-]*:(aws)?:/.test(resource);

async function verdict(row: Everyday): Promise<string> {
  const call = bound(organization, row.call);
  const anyResource = call.resources?.some(ofAws) ?? false;
  const { allowed, by } = await evaluateCall(organization, principalOf(organization, row), call, row.layers ?? ['scp', 'identity'], anyResource);
  return allowed ? 'allow' : row.expect === 'deny' ? 'deny' : `deny ${by.join(', ') || 'by nobody allowing it'}`;
}

/** The last part of an ARN reads better than all of it. */
const short = (as: string): string => as.replace(/^arn:aws:(iam|sts)::\{?[\w-]+\}?:/, '');

it.each(EVERYDAY)('$expect: $as in $in $what', async (row) => {
  const key = `${row.expect.padEnd(5)} ${short(row.as).padEnd(56)} ${row.in}`;
  const count = score.get(key) ?? { of: 0, wrong: 0 };
  score.set(key, count);
  count.of++;
  count.wrong++; // until it is known
  expect(await verdict(row)).toBe(row.expect);
  count.wrong--;
});

afterAll(() => {
  const total = (expect: string) => [...score].filter(([key]) => key.startsWith(expect)).reduce((sum, [, { of }]) => sum + of, 0);
  const lines = [...score].sort(([a], [b]) => a.localeCompare(b)).map(([key, { of, wrong }]) => `  ${key.padEnd(78)} ${wrong} of ${of} wrong`);
  process.stdout.write([`everyday work: ${total('allow')} rows that must pass, ${total('deny')} that must not`, ...lines, ''].join('\n'));
});

import fc from 'fast-check';
import { valueChanges } from '../../../tools/review/value-changes';

const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

it.each([
  ['a value', { days: 365 }, { days: 30 }, [{ path: 'days', removed: ['365'], added: ['30'] }]],
  ['something new', {}, { mode: 'audit' }, [{ path: 'mode', removed: [], added: ['audit'] }]],
  [
    'a nested block',
    { rule: { action: { block: {} } } },
    { rule: { action: { count: {} } } },
    [
      { path: 'rule.action.block', removed: ['{}'], added: [] },
      { path: 'rule.action.count', removed: [], added: ['{}'] },
    ],
  ],
  [
    'members of a list by name',
    {
      rule: [
        { name: 'a', priority: 1 },
        { name: 'b', priority: 2 },
      ],
    },
    { rule: [{ name: 'b', priority: 3 }] },
    [
      { path: 'rule[a]', removed: ['{"name":"a","priority":1}'], added: [] },
      { path: 'rule[b].priority', removed: ['2'], added: ['3'] },
    ],
  ],
  ['words of a list, whatever their order', { actions: ['a', 'b'] }, { actions: ['c', 'b', 'a'] }, [{ path: 'actions', removed: [], added: ['c'] }]],
  ['order alone', { suites: ['a', 'b'] }, { suites: ['b', 'a'] }, [{ path: 'suites (order)', removed: ['a, b'], added: ['b, a'] }]],
  [
    'one word that becomes a list',
    { Action: 's3:GetObject' },
    { Action: ['s3:GetObject', 's3:PutObject'] },
    [{ path: 'Action', removed: [], added: ['s3:PutObject'] }],
  ],
  [
    'a statement of a policy by its Sid',
    { policy: policy({ Sid: 'A', Effect: 'Allow' }, { Sid: 'B', Effect: 'Deny' }) },
    { policy: policy({ Sid: 'B', Effect: 'Deny' }, { Sid: 'A', Effect: 'Deny' }) },
    [{ path: 'policy.Statement[A].Effect', removed: ['Allow'], added: ['Deny'] }],
  ],
  ['a line of a text', { rules: 'pass a\ndrop b\n' }, { rules: 'pass a\nalert b\n' }, [{ path: 'rules', removed: ['drop b'], added: ['alert b'] }]],
  [
    'a reference, which is no document',
    { policy: '${aws_x.y.json}' },
    { policy: '${aws_x.z.json}' },
    [{ path: 'policy', removed: ['${aws_x.y.json}'], added: ['${aws_x.z.json}'] }],
  ],
])('tells %s', (_what, before, after, changes) => {
  expect(valueChanges(before, after)).toEqual(changes);
});

it('shows of a long text what changed within it', () => {
  const pattern = (tail: string) => `{ ${Array.from({ length: 20 }, (_, index) => `($.eventName = "Delete${index}")`).join(' || ')} ${tail}}`;
  expect(valueChanges({ pattern: pattern('') }, { pattern: pattern('&& ($.errorCode NOT EXISTS) ') })).toEqual([
    { path: 'pattern (within)', removed: [], added: ['&& ($.errorCode NOT EXISTS)'] },
  ]);
});

it('shows of a sentence only what was added to it', () => {
  expect(valueChanges({ description: 'A rule was changed by hand' }, { description: 'A rule was changed by hand. Who: the runbook' })).toEqual([
    { path: 'description (within)', removed: [], added: ['. Who: the runbook'] },
  ]);
});

it('says something exactly when two values differ', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [before, after] = [{ a }, { a: b }];
      expect(valueChanges(before, before)).toEqual([]);
      const same = JSON.stringify(before) === JSON.stringify(after);
      expect(valueChanges(before, after).length === 0 ? 'nothing' : 'something').toBe(same || onlyKeysSwapped(before, after) ? 'nothing' : 'something');
    }),
  );
});

/** Objects have no order, and null is what Terraform writes for nothing. */
const onlyKeysSwapped = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, member]) => [key, sorted(member)]),
        )
      : value;

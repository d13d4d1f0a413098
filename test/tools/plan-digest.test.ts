import { planDigest } from '../../tools/applying/plan-digest';
import type { ResourceChange } from '../../tools/applying/plan-gate';

const change = (address: string, actions: string[], more: Partial<ResourceChange['change']> = {}, previous_address?: string): ResourceChange => ({
  address,
  type: address.split('.')[0] as string,
  change: { actions, before: {}, after: {}, ...more },
  ...(previous_address ? { previous_address } : {}),
});
const digest = (...resource_changes: ResourceChange[]) => planDigest('prod', { resource_changes });
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

it('tells losses first, and nothing of what stays', () => {
  expect(
    digest(
      change('aws_a.a', ['create']),
      change('aws_b.b', ['delete']),
      change('aws_c.c', ['update'], { before: { x: 1 }, after: { x: 2 } }),
      change('aws_d.d', ['no-op']),
    ),
  ).toEqual(['', 'Destroyed: 1', '', '- prod: aws_b.b', '', 'Changed: 1', '', '- prod: aws_c.c', '  - x: 1 → 2', '', 'Created: 1', '', '- prod: aws_a.a']);
  expect(digest(change('aws_d.d', ['no-op']), change('data.aws_e.e', ['read']))).toEqual([]);
});

it('says what forces a replacement', () => {
  expect(
    digest(
      change('aws_route.out', ['delete', 'create'], {
        before: { route_table_id: 'rtb-1' },
        after: { route_table_id: 'rtb-2' },
        replace_paths: [['route_table_id']],
      }),
    ),
  ).toEqual(['', 'Replaced: 1', '', '- prod: aws_route.out', '  - forces the replacement: route_table_id', '  - route_table_id: rtb-1 → rtb-2']);
});

it('tells a policy statement by statement, and the same change to several once', () => {
  const before = { policy: policy({ Sid: 'A', Effect: 'Allow', Action: 's3:GetObject' }, { Sid: 'B', Effect: 'Deny', Action: '*' }) };
  const after = { policy: policy({ Sid: 'A', Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'] }, { Sid: 'B', Effect: 'Deny', Action: '*' }) };
  expect(digest(change('aws_iam_policy.one', ['update'], { before, after }), change('aws_iam_policy.two', ['update'], { before, after }))).toEqual([
    '',
    'Changed: 2',
    '',
    '- prod: 2 aws_iam_policy: one, two',
    '  - policy.Statement[A].Action: + s3:PutObject',
  ]);
});

it('says what weakens a protection before everything else', () => {
  const lines = digest(
    change('aws_kms_key.key', ['update'], { before: { enable_key_rotation: true }, after: { enable_key_rotation: false } }),
    change('aws_cloudwatch_metric_alarm.root', ['delete']),
    change('aws_ssoadmin_account_assignment.a', ['create']),
  );
  expect(lines.slice(0, 5)).toEqual([
    '',
    'LOOK HERE FIRST',
    '- access given: prod: aws_ssoadmin_account_assignment a',
    '- protection gone: prod: aws_cloudwatch_metric_alarm root',
    '- setting weaker: aws_kms_key.key: enable_key_rotation is no longer encrypted, or its key no longer rotated',
  ]);
});

it('prints no secret, and calls unknown what AWS decides', () => {
  const lines = digest(
    change('aws_secret.s', ['update'], {
      before: { secret_string: 'hunter2', nested: [{ token: 'abc', name: 'a' }], arn: 'arn:1' },
      after: { secret_string: 'hunter3', nested: [{ token: 'abd', name: 'b' }] },
      before_sensitive: { secret_string: true, nested: [{ token: true }] },
      after_sensitive: { secret_string: true, nested: [{ token: true }] },
      after_unknown: { arn: true, nested: [{ id: true }] },
    }),
  ).join('\n');
  expect(lines).not.toMatch(/hunter|abc|abd/);
  expect(lines).toContain('arn: arn:1 → (known after apply)');
  expect(lines).toMatch(/"name":"b"/);
});

it('says that only something secret changed', () => {
  const secret = { before: { password: 'a' }, after: { password: 'b' }, before_sensitive: { password: true }, after_sensitive: { password: true } };
  expect(digest(change('aws_secret.s', ['update'], secret)).at(-1)).toBe('  - (sensitive values): + changed');
});

it('knows moves, adoptions and what leaves the state', () => {
  const lines = digest(
    change('aws_a.new', ['no-op'], {}, 'aws_a.old'),
    change('aws_b.b', ['no-op'], { importing: { id: 'b-1' } }),
    change('aws_s3_bucket.c', ['forget']),
  );
  expect(lines.filter((line) => line.startsWith('- '))).toEqual(['- prod: aws_s3_bucket.c', '- prod: aws_a.new, before aws_a.old', '- prod: aws_b.b']);
  expect(lines.filter((line) => /^[A-Z]/.test(line))).toEqual(['Leave the state, stay in AWS: 1', 'Moved: 1', 'Adopted (import): 1']);
});

it('says where the rest of a long list is', () => {
  const before = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`setting_${index}`, 1]));
  const after = Object.fromEntries(Object.keys(before).map((name) => [name, 2]));
  expect(digest(change('aws_a.a', ['update'], { before, after })).at(-1)).toBe("  - and 5 more (terraform's own plan, above, has them)");
});

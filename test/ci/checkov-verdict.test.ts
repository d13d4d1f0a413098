import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const REASON = 'a reason that is long enough to be one';
const failed = (check_id: string, resource: string, stack = 'prod') => ({ check_id, check_name: 'Title', file_path: `/${stack}/cdk.tf.json`, resource });
let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'checkov-'));
  mkdirSync(join(work, 'stacks/prod'), { recursive: true });
  writeFileSync(join(work, 'stacks/prod/cdk.tf.json'), JSON.stringify({ resource: { aws_s3_bucket: { logs_bucket: {} } } }));
});
afterEach(() => rmSync(work, { recursive: true }));

function verdict(failures: object[], exceptions: object[], summary = { passed: 5, parsing_errors: 0 }) {
  writeFileSync(join(work, 'report.json'), JSON.stringify({ results: { failed_checks: failures }, summary }));
  writeFileSync(join(work, 'exceptions.json'), JSON.stringify(exceptions));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, '.ci/prove/checkov-verdict.cjs'), join(work, 'exceptions.json'), join(work, 'stacks'), join(work, 'report.json')],
    { encoding: 'utf8' },
  );
  return { status, counts: stdout.trim().split('\n').at(-1), lines: stderr.trim().split('\n').filter(Boolean) };
}

it('passes when each failed check has an entry and each entry a failed check', () => {
  const found = [failed('CKV_1', 'aws_s3_bucket.logs_bucket'), failed('CKV_2', 'resource.logs_bucket')];
  const entries = [
    { check: 'CKV_1', resource: 'prod/aws_s3_bucket.logs_bucket', reason: REASON },
    { check: 'CKV_2', resource: '*/aws_s3_bucket.*', reason: REASON },
  ];
  expect(verdict(found, entries)).toEqual({ status: 0, counts: 'exceptions 2, failed checks without one or stale entries 0', lines: [] });
});

it.each<[string, object[], object[], string]>([
  [
    'a failed check without an entry',
    [failed('CKV_1', 'resource.logs_bucket')],
    [],
    'prod/aws_s3_bucket.logs_bucket: CKV_1 failed (Title); correct the module, or add {check, resource, reason}',
  ],
  [
    'an entry that matches nothing',
    [],
    [{ check: 'CKV_1', resource: 'prod/aws_s3_bucket.*', reason: REASON }],
    'entry 0 (CKV_1 prod/aws_s3_bucket.*): matches no failed check; remove it',
  ],
  [
    'an entry without a reason',
    [failed('CKV_1', 'resource.logs_bucket')],
    [{ check: 'CKV_1', resource: 'prod/aws_s3_bucket.*', reason: 'ok' }],
    'entry 0 (CKV_1 prod/aws_s3_bucket.*): has no reason, got "ok"; say why this is safe',
  ],
  ['a resource that no stack has', [failed('CKV_1', 'resource.other')], [], expect.stringContaining('names an unknown resource, got resource.other')],
])('refuses %s', (_name, failures, exceptions, line) => {
  expect(verdict(failures, exceptions)).toMatchObject({ status: 1, lines: [line] });
});

it('refuses another resource, and an asterisk that would cross a slash', () => {
  const { lines } = verdict([failed('CKV_1', 'resource.logs_bucket')], [{ check: 'CKV_1', resource: '*bucket', reason: REASON }]);
  expect(lines).toHaveLength(2);
});

it('refuses a report with files that checkov could not read', () => {
  expect(verdict([], [], { passed: 5, parsing_errors: 1 })).toMatchObject({ status: 1, lines: [expect.stringContaining('did not read every stack')] });
});

it('has no entry of ours twice', () => {
  const keys = JSON.parse(readFileSync(join(root, '.ci/checkov-exceptions.json'), 'utf8')).map(
    (each: { check: string; resource: string }) => `${each.check} ${each.resource}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

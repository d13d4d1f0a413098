import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { functionCode } from '../../lib/function-code';

const code = functionCode('response');

it('is one file that needs nothing but the AWS SDK of the runtime', () => {
  const files = unzipSync(readFileSync(code.file));
  expect(Object.keys(files)).toEqual(['index.js']);
  const required = [...strFromU8(files['index.js'] as Uint8Array).matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1] as string);
  expect(required.length).toBeGreaterThan(5);
  expect(required.filter((name) => !name.startsWith('@aws-sdk/client-') && !name.startsWith('node:'))).toEqual([]);
});

it('has the hash that AWS Lambda counts, and is kept until a source changes', () => {
  expect(code.hash).toBe(createHash('sha256').update(readFileSync(code.file)).digest('base64'));
  expect(functionCode('response')).toEqual(code);
});

it.each(['Asia/Tokyo', 'America/Los_Angeles', 'UTC'])('has the same bytes in %s', (TZ) => {
  const folder = mkdtempSync(join(tmpdir(), 'function-'));
  try {
    const copy = join(folder, 'copy.zip');
    const root = process.cwd();
    execFileSync(process.execPath, [join(root, 'lib/bundle-function.cjs'), root, join(root, 'functions/response/main.ts'), copy], {
      env: { ...process.env, TZ },
    });
    expect(readFileSync(copy).equals(readFileSync(code.file))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ruleFile } from '../../lib/rule-files';

const global = globalThis as { blueprintRoot?: string };

it('a byte order mark in front is no part of a file', () => {
  const root = mkdtempSync(join(tmpdir(), 'blueprint-'));
  const before = global.blueprintRoot;
  try {
    global.blueprintRoot = root;
    mkdirSync(join(root, 'rules'));
    writeFileSync(join(root, 'rules', 'x.rules'), '\ufeff# Source: test\r\n');
    expect(ruleFile('x.rules')).toBe('# Source: test\r\n');
  } finally {
    global.blueprintRoot = before;
    rmSync(root, { recursive: true, force: true });
  }
});

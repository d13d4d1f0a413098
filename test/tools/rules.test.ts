import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBlueprint } from '../../config/load';
import { ruleWarnings } from '../../tools/rules/rule-warnings';
import { exampleIds, exampleInput } from '../fixtures/example';

const HEADER = '# Source: a feed. Licence: MIT. Owner: network team. Reviewed: 2026-11. Expires: 2026-12.';

describe('npm run rules in a copy of the project', () => {
  const project = mkdtempSync(join(tmpdir(), 'blueprint-rules-'));
  beforeAll(() => {
    const files = execFileSync('git', ['ls-files', '*.ts', '*.cjs', '*.json', 'rules'], { encoding: 'utf8' }).split('\n');
    for (const file of files.filter((name) => name !== '' && !/^(test|rendered|docs)\//.test(name))) cpSync(file, join(project, file), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));
  const feed = join(project, 'rules/suricata/feed.rules');
  const run = (...args: string[]) => spawnSync(process.execPath, ['tools/run.cjs', 'rules', ...args], { cwd: project, encoding: 'utf8' });

  it('lists files and groups, refuses with file and line, and comments out what AWS refuses', () => {
    writeFileSync(
      feed,
      [
        HEADER,
        'alert tcp any any -> any 8443 (msg:"kept"; content:"x"; sid:3000001;)',
        'alert tcp any any -> any any (msg:"counts"; \\',
        '  threshold:type limit,track by_src,count 1,seconds 60; sid:3000002;)',
        'alert http any any -> any 443 (msg:"silent"; http.uri; content:"x"; sid:3000003;)',
        '',
      ].join('\n'),
    );
    const refused = run();
    expect([refused.status, refused.stderr]).toEqual([
      1,
      'rules: 1 mistake; nothing was written\n  rules/suricata/feed.rules:3: sid 3000002 counts (thresholding), which AWS Network Firewall does not, got threshold:type limit,track by_src,count 1,seconds 60; remove the option or the rule\n',
    ]);
    const changed = run('--comment-out');
    expect([changed.status, changed.stderr]).toEqual([
      0,
      'rules/suricata/feed.rules: 1 commented out\nrules/suricata/feed.rules:6: sid 3000003 can never fire: it looks at HTTP on ports that carry TLS, and without TLS inspection the firewall sees no HTTP there\n',
    ]);
    expect(readFileSync(feed, 'utf8').split('\n').slice(2, 5)).toEqual([
      '# Left out: counts (thresholding), which AWS Network Firewall does not.',
      '#alert tcp any any -> any any (msg:"counts"; \\',
      '#  threshold:type limit,track by_src,count 1,seconds 60; sid:3000002;)',
    ]);
    expect(changed.stdout).toMatch(
      /^FILE +ENTRIES +SWITCHED OFF +LICENCE +OWNER +REVIEWED +EXPIRES\nrules\/suricata\/feed\.rules +2 +1 +MIT +network team +2026-11 +2026-12\n/,
    );
    expect(changed.stdout).toMatch(/\nimported-3000001 +2 +100\n100 of 30000 units of a policy\n/);
    expect(changed.stdout).toMatch(
      /\nINDICATORS +COUNT +EXPIRED +WHERE\nip +1 +0 +GuardDuty threat list \(off\), Network Firewall \(off\), AWS WAF \(off\), hunting queries \(off\)\n/,
    );
    expect(changed.stdout).toMatch(/\ndomain +4 +0 +DNS Firewall, Network Firewall \(off\), hunting queries \(off\)\n/);
  });
});

it('files past their date are reported, and change nothing else', () => {
  const { blueprint } = loadBlueprint(exampleInput(), exampleIds());
  const project = mkdtempSync(join(tmpdir(), 'blueprint-rules-'));
  try {
    cpSync('rules', join(project, 'rules'), { recursive: true });
    const columns = 'kind,value,seen,confidence,expires,source';
    writeFileSync(
      join(project, 'rules/ioc/old.csv'),
      `${HEADER}\n${columns}\ndomain,old.example,2026-11-01,high,2026-12-15,\ndomain,kept.example,2026-11-01,high,never,\n`,
    );
    (globalThis as { blueprintRoot?: string }).blueprintRoot = project;
    expect(ruleWarnings(blueprint, '2026-12-15')).toEqual([]);
    const old =
      'rules/ioc/old.csv:3: domain old.example expired 2026-12-15, still acts; look again and choose a later day, or let it go by npm run rules -- --drop-expired';
    expect(ruleWarnings(blueprint, '2026-12-16')).toEqual([old]);
    expect(ruleWarnings(blueprint, '2027-01-01')).toEqual(['rules/ioc/old.csv: expired 2026-12; network team should renew or delete it', old]);
  } finally {
    delete (globalThis as { blueprintRoot?: string }).blueprintRoot;
    rmSync(project, { recursive: true, force: true });
  }
});

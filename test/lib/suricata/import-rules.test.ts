import fc from 'fast-check';
import { importRules, type RuleFile } from '../../../lib/suricata/import-rules';
import { neverFiring } from '../../../lib/suricata/never-fires';
import { RuleImportError } from '../../../lib/suricata/rule';
import { expired } from '../../../lib/suricata/rule-file';
import { leastCpuMilliseconds } from '../../support/cpu-time';
import { INVALID_DIALECT, VALID_DIALECT } from './dialect-rules';
import { INVALID_FEED, VALID_FEED } from './feed-rules';
import { INVALID, VALID } from './rules';

const HEADER = '# Source: test. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.';
const variables = { addresses: new Set(['HOME_NET', 'EXTERNAL_NET', 'HTTP_SERVERS']), ports: new Set(['HTTP_PORTS', 'SSH_PORTS']) };
const file = (rules: readonly string[], path = 'rules/suricata/x.rules'): RuleFile => ({ path, text: [HEADER, ...rules].join('\n') });
const rulesOf = (rules: readonly string[]) => importRules([file(rules)], variables).flatMap((imported) => imported.rules);
const said = (...files: RuleFile[]): readonly string[] => {
  try {
    importRules(files, variables);
    return [];
  } catch (error) {
    if (!(error instanceof RuleImportError)) throw error;
    return error.lines;
  }
};

it('has at least 40 rules of each kind', () => {
  expect(VALID.length).toBeGreaterThanOrEqual(40);
  expect(INVALID.length).toBeGreaterThanOrEqual(40);
  expect(new Set([...VALID, ...VALID_FEED]).size).toBe(VALID.length + VALID_FEED.length);
  expect(VALID_DIALECT.length + INVALID_DIALECT.length).toBeGreaterThanOrEqual(170);
  expect(VALID_FEED.length + INVALID_FEED.length).toBeGreaterThanOrEqual(60);
});

it.each([...VALID, ...VALID_FEED, ...VALID_DIALECT])('takes %s', (rule) => {
  expect(said(file([rule]))).toEqual([]);
  expect(rulesOf([rule]).map(({ text }) => text)).toEqual([rule]);
});

it.each([...INVALID, ...INVALID_FEED, ...INVALID_DIALECT])('refuses %s', (rule, ...lines) => {
  expect(said(file([rule]))).toEqual(lines.map((line) => `rules/suricata/x.rules:2: ${line}`));
});

it('says all mistakes of all files at once, with file and line, and loses no rule', () => {
  const first = file(['', '# a note', ...INVALID.slice(0, 10).map(([rule]) => rule)], 'rules/suricata/a.rules');
  const second = file([...VALID, 'alert tcp any any -> any any (sid:7;)'], 'rules/suricata/b.rules');
  const third = file(['alert tcp any any -> any any (sid:9;)'], 'rules/suricata/c.rules');
  expect(said(first, second, third)).toEqual([
    ...INVALID.slice(0, 10).flatMap(([, ...lines], index) => lines.map((line) => `rules/suricata/a.rules:${index + 4}: ${line}`)),
    `rules/suricata/b.rules:${VALID.length + 2}: sid 7 has the sid of rules/suricata/b.rules:8, got 7; give it one of its own`,
    'rules/suricata/c.rules:2: sid 9 has the sid of rules/suricata/b.rules:10, got 9; give it one of its own',
  ]);
});

it('says nothing else about a rule of megabytes than that it is too long', () => {
  const rule = `alert tcp any any -> any any (${'msg:"a"; '.repeat(300_000)}sid:1;)`;
  expect(said(file([rule]))).toEqual(['rules/suricata/x.rules:2: sid 1 may have 8192 characters, got 2700037; split it']);
});

it('joins lines that a backslash continues, and counts rules that are commented out', () => {
  const text = [
    HEADER,
    'alert tcp any any -> any any \\',
    '  (msg:"x"; \\',
    '  sid:1;)',
    '#alert tcp any any -> any any (sid:2;)',
    '# an alert for everybody',
  ].join('\n');
  const [imported] = importRules([{ path: 'x', text }], variables);
  expect(imported?.rules.map(({ line, text: joined }) => [line, joined])).toEqual([[2, 'alert tcp any any -> any any (msg:"x"; sid:1;)']]);
  expect(imported?.switchedOff).toBe(1);
});

it('wants to know where a file came from', () => {
  expect(said({ path: 'x', text: '# Source: a feed. License: MIT\nalert tcp any any -> any any (sid:1;)' })).toEqual([
    'x:1: must have the line "# Owner: ..." before its first entry; add it',
    'x:1: must have the line "# Reviewed: ..." before its first entry; add it',
    'x:1: must have the line "# Expires: ..." before its first entry; add it',
  ]);
  expect(said({ path: 'x', text: HEADER.replace('2026-11', 'lately').replace('never', 'soon') })).toEqual([
    'x:1: must have Reviewed as YYYY-MM or YYYY-MM-DD, got lately; correct it',
    'x:1: must have Expires as YYYY-MM, YYYY-MM-DD or never, got soon; correct it',
  ]);
  const [imported] = importRules([{ path: 'x', text: HEADER.replace('never', '2026-11') }], variables);
  if (!imported) throw new Error('nothing was imported');
  expect(imported.header).toEqual({ source: 'test', licence: 'Apache-2.0', owner: 'security team', reviewed: '2026-11', expires: '2026-11' });
  expect([expired(imported.header, '2026-11-30'), expired(imported.header, '2026-12-01')]).toEqual([false, true]);
});

it('20,000 rules are read in less than 3 seconds', () => {
  const many = Array.from(
    { length: 20_000 },
    (_, index) =>
      `alert http $HOME_NET any -> $EXTERNAL_NET any (msg:"MALWARE family ${index} check-in"; flow:established,to_server; http.method; content:"POST"; http.uri; content:"/gate${index}.php"; fast_pattern; http.user_agent; content:"Mozilla/4.0 |28|compatible|3b|"; pcre:"/^Mozilla\\/4\\.0 .{${(index % 20) + 1}}$/"; reference:url,example.com/${index}; classtype:trojan-activity; sid:${3_000_000 + index}; rev:2; metadata:created_at 2026_01_01;)`,
  );
  let rules = 0;
  const milliseconds = leastCpuMilliseconds(3000, () => {
    const imported = rulesOf(many);
    neverFiring(imported, false);
    rules = imported.length;
  });
  expect(milliseconds).toBeLessThan(3000);
  expect(rules).toBe(20_000);
});

describe('rules that can never fire', () => {
  const reasons = (rules: readonly string[], tlsInspection = false) => neverFiring(rulesOf(rules), tlsInspection).map(({ rule, reason }) => [rule.sid, reason]);

  it.each([
    [
      'alert http any any -> any 443 (http.uri; content:"x"; sid:1;)',
      'it looks at HTTP on ports that carry TLS, and without TLS inspection the firewall sees no HTTP there',
    ],
    [
      'alert tcp any any -> any [443,8443] (http.uri; content:"x"; sid:1;)',
      'it looks at HTTP on ports that carry TLS, and without TLS inspection the firewall sees no HTTP there',
    ],
    [
      'alert http any 443 -> any any (flow:to_client; http.stat_code; content:"500"; sid:1;)',
      'it looks at HTTP on ports that carry TLS, and without TLS inspection the firewall sees no HTTP there',
    ],
    ['alert modbus any any -> any any (sid:1;)', "Suricata's parser of modbus is off by default"],
    ['alert udp any any -> any any (http.uri; content:"x"; sid:1;)', 'it looks at http over udp, which never carries it'],
    ['alert icmp any any -> any any (tls.sni; content:"x"; sid:1;)', 'it looks at tls over icmp, which never carries it'],
    ['alert tcp $HOME_NET any -> $HOME_NET 22 (sid:1;)', 'traffic within the VPC does not cross the firewall'],
    ['alert tcp $EXTERNAL_NET any -> $EXTERNAL_NET 22 (sid:1;)', 'traffic between strangers does not cross the firewall'],
    ['alert tcp any any -> any any (flowbits:isset,never; sid:1;)', 'it waits for the flowbit never, which no rule sets'],
  ])('%s', (rule, reason) => expect(reasons([rule])).toEqual([[1, reason]]));

  it('TLS inspection makes HTTP on 443 visible', () => {
    expect(reasons(['alert http any any -> any 443 (http.uri; content:"x"; sid:1;)'], true)).toEqual([]);
  });

  it('an unconditional verdict shadows what comes after it, for its header, its protocol or everything', () => {
    const later = [
      'drop tcp $HOME_NET any -> any 22 (sid:10;)',
      'alert tcp $HOME_NET any -> any 22 (content:"x"; sid:11;)',
      'alert udp any any -> any 53 (sid:12;)',
    ];
    expect(reasons(later)).toEqual([[11, 'sid 10 before it decides about all such traffic (drop)']]);
    expect(reasons(['pass tcp any any -> any any (sid:1;)', ...later]).map(([sid]) => sid)).toEqual([10, 11]);
    expect(reasons(['drop ip any any -> any any (sid:1;)', ...later]).map(([sid]) => sid)).toEqual([10, 11, 12]);
    expect(reasons(['drop ip any any -> any any (flow:established; sid:1;)', ...later.slice(2)])).toEqual([]); // conditional
    expect(reasons(['alert ip any any -> any any (sid:1;)', ...later.slice(2)])).toEqual([]); // an alert decides nothing
  });

  it('flags none of the valid rules but the two that wait for nothing after a pass-all rule', () => {
    const free = VALID.filter((rule) => !rule.startsWith('pass ip any any'));
    expect(reasons(free)).toEqual([]);
  });
});

it('whatever text stands in a file, the answer is rules or lines, never a crash', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VALID), fc.nat(200), fc.string({ maxLength: 6 }), (rule, at, noise) => {
      const broken = (rule.slice(0, at) + noise + rule.slice(at)).replaceAll('\n', ' ');
      const lines = said(file([broken]));
      for (const line of lines) expect(line).toMatch(/^rules\/suricata\/x\.rules:\d+: ./);
      if (lines.length === 0) expect(rulesOf([broken]).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});

import { expiredIndicators, importIndicators } from '../../../lib/ioc/library';
import { RuleImportError } from '../../../lib/suricata/rule';
import { withLeftOut } from '../../../tools/rules/comment-out';

const HEADER = '# Source: a sharing group. Licence: TLP:CLEAR. Owner: security team. Reviewed: 2026-11. Expires: 2027-02.';
const id = (index: number) => `indicator--00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const indicator = (index: number, pattern: string, more: object = {}) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: id(index),
  pattern,
  pattern_type: 'stix',
  valid_from: '2026-11-01T00:00:00.000Z',
  ...more,
});
const bundle = (...objects: object[]) => JSON.stringify({ type: 'bundle', id: 'bundle--1', objects }, null, 2);
const read = (text: string, header = HEADER) =>
  importIndicators(
    new Map([
      ['rules/ioc/feed.stix.header', header],
      ['rules/ioc/feed.stix.json', text],
    ]),
  );
const refusal = (text: string, header?: string): RuleImportError => {
  try {
    read(text, header);
  } catch (error) {
    if (error instanceof RuleImportError) return error;
    throw error;
  }
  throw new Error('was imported');
};

const SHA256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';
const SUPPORTED: readonly (readonly [pattern: string, found: readonly string[]])[] = [
  ["[ipv4-addr:value = '198.51.100.7']", ['ip 198.51.100.7']],
  ["[ipv4-addr:value = '198.51.100.8/32']", ['ip 198.51.100.8']],
  ["[ipv4-addr:value = '203.0.113.0/25']", ['cidr 203.0.113.0/25']],
  ["[ipv4-addr:value ISSUBSET '192.0.2.0/24']", ['cidr 192.0.2.0/24']],
  ["[ipv6-addr:value = '2001:db8::7']", ['ip 2001:db8::7']],
  ["[domain-name:value = 'C2.example']", ['domain c2.example']],
  ["[domain-name:value IN ('a.example', 'b.example')]", ['domain a.example', 'domain b.example']],
  [`[file:hashes.'SHA-256' = '${SHA256}']`, [`hash ${SHA256}`]],
  ["[file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427f']", ['hash d41d8cd98f00b204e9800998ecf8427f']],
  ["[x509-certificate:hashes.'SHA-1' = 'da39a3ee5e6b4b0d3255bfef95601890afd8070a']", ['hash da39a3ee5e6b4b0d3255bfef95601890afd8070a']],
  ["[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = 'It\\'s evil/1.0']", ["user-agent It's evil/1.0"]],
  [
    `[file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427f' AND file:hashes.'SHA-256' = '${SHA256}' AND file:name = 'a.exe' AND file:size = 68]`,
    ['hash d41d8cd98f00b204e9800998ecf8427f', `hash ${SHA256}`],
  ],
  [`[file:hashes."SHA-256" = '${SHA256}']`, [`hash ${SHA256}`]],
  [`[file:hashes.SHA256 IN ('${SHA256}')]`, [`hash ${SHA256}`]],
  [
    "[file:hashes.'md5' = 'd41d8cd98f00b204e9800998ecf8427f' OR file:hashes.SHA1 = 'da39a3ee5e6b4b0d3255bfef95601890afd8070a']",
    ['hash d41d8cd98f00b204e9800998ecf8427f', 'hash da39a3ee5e6b4b0d3255bfef95601890afd8070a'],
  ],
  ["[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '198.51.100.7']", ['ip 198.51.100.7']],
  ["[network-traffic:src_ref.value = '203.0.113.0/24']", ['cidr 203.0.113.0/24']],
  ["[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = 'c2.example']", ['domain c2.example']],
  ["[ipv6-addr:value = '2001:db8::7/128']", ['ip 2001:db8::7']],
  ["[user-account:user_id = 'arn:aws:iam::999988887777:user/evil']", ['arn arn:aws:iam::999988887777:user/evil']],
  [
    "[(domain-name:value = 'c.example' OR domain-name:value = 'd.example')] OR [ipv4-addr:value = '198.51.100.9']",
    ['domain c.example', 'domain d.example', 'ip 198.51.100.9'],
  ],
];

it.each(SUPPORTED)('reads %s', (pattern, found) => {
  const { indicators } = read(bundle(indicator(1, pattern)));
  expect(indicators.map(({ kind, value }) => `${kind} ${value}`)).toEqual(found);
});

it('takes dates, confidence and source from the indicator, else from the header', () => {
  const { indicators, files } = read(
    bundle(
      { type: 'malware', id: 'malware--1' },
      indicator(1, "[ipv4-addr:value = '198.51.100.7']", {
        confidence: 85,
        valid_until: '2026-12-24T00:00:00Z',
        external_references: [{ source_name: 'x', url: 'https://intel.example/7' }],
      }),
      indicator(2, "[domain-name:value = 'c2.example']", { confidence: 50 }),
      indicator(3, "[domain-name:value = 'c3.example']"),
      indicator(4, "[domain-name:value = 'c3.example']"),
    ),
  );
  expect(indicators.map(({ value, seen, confidence, expires, source }) => [value, seen, confidence, expires, source])).toEqual([
    ['198.51.100.7', '2026-11-01', 'high', '2026-12-24', 'https://intel.example/7'],
    ['c2.example', '2026-11-01', 'medium', '2027-02-28', 'a sharing group'],
    ['c3.example', '2026-11-01', 'low', '2027-02-28', 'a sharing group'],
  ]);
  expect(files.map(({ entries, switchedOff }) => [entries, switchedOff])).toEqual([[3, 1]]); // what is listed twice in a bundle is counted
});

it.each([
  ["[ipv4-addr:value = '198.51.100.7' AND network-traffic:dst_port = 443]", 'needs several things together (AND), which a list cannot say'],
  ["[ipv4-addr:value = '198.51.100.7'] FOLLOWEDBY [domain-name:value = 'c2.example']", 'needs several things together (FOLLOWEDBY), which a list cannot say'],
  ["[domain-name:value = 'c2.example'] WITHIN 300 SECONDS", 'depends on time or number (WITHIN), which a list cannot say'],
  ["[domain-name:value = 'c2.example'] REPEATS 5 TIMES", 'depends on time or number (REPEATS), which a list cannot say'],
  ["[domain-name:value LIKE '%.evil.example']", 'compares with LIKE, where only =, IN and ISSUBSET of networks are lists'],
  ["[domain-name:value MATCHES 'evil']", 'compares with MATCHES, where only =, IN and ISSUBSET of networks are lists'],
  ["[domain-name:value != 'good.example']", 'compares with !=, where only =, IN and ISSUBSET of networks are lists'],
  ["[url:value = 'http://bad.example/x']", 'looks at url:value, which no list here holds'],
  ["[email-addr:value = 'evil@bad.example']", 'looks at email-addr:value, which no list here holds'],
  ["[file:hashes.'SHA-512' = 'aa']", "looks at file:hashes.'SHA-512', which no list here holds"],
  ["[network-traffic:dst_ref.value = '198.51.100.7' AND network-traffic:dst_port = 443]", 'needs several things together (AND), which a list cannot say'],
  [
    "[network-traffic:src_ref.value = '198.51.100.7' AND network-traffic:dst_ref.value = '198.51.100.8']",
    'needs several things together (AND), which a list cannot say',
  ],
  ["[(domain-name:value = 'a.example' OR domain-name:value = 'b.example') AND file:size > 1]", 'needs several things together (AND), which a list cannot say'],
  [
    "[domain-name:value = 'a.example' AND domain-name:resolves_to_refs[*].value = '198.51.100.7']",
    'needs several things together (AND), which a list cannot say',
  ],
  ["[file:name = 'a.exe' AND file:size > 100]", 'needs several things together (AND), which a list cannot say'],
  ["[windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\x']", 'looks at windows-registry-key:key, which no list here holds'],
  ['[autonomous-system:number = 64500]', 'looks at autonomous-system:number, which no list here holds'],
  ["[email-message:from_ref.value = 'a@bad.example']", 'looks at email-message:from_ref.value, which no list here holds'],
  ["[NOT domain-name:value = 'c2.example']", 'asks for what is not there (NOT), which a list cannot say'],
  ["[domain-name:value = 'c2.example'", 'is no pattern of comparisons: its end stands where ] should'],
  ['[domain-name:value = 7]', 'is no pattern of comparisons: 7 stands where a text in quotes should'],
  ['evil', 'is no pattern of comparisons: evil stands where [ should'],
])('refuses %s', (pattern, why) => {
  const error = refusal(bundle(indicator(1, pattern)));
  const shown = pattern.length > 80 ? `${pattern.slice(0, 77)}...` : pattern;
  expect(error.lines).toEqual([`rules/ioc/feed.stix.json:8: ${id(1)} ${why}, got ${shown}; leave it out`]);
  expect(error.refused.map((entry) => entry.id)).toEqual([id(1)]);
});

it('refuses what its source took back, other languages, own networks, and what is no bundle', () => {
  expect(refusal(bundle(indicator(1, "[domain-name:value = 'c2.example']", { revoked: true }))).lines[0]).toContain(
    `${id(1)} is revoked by its source, got revoked: true; leave it out`,
  );
  expect(refusal(bundle(indicator(1, 'rule x {}', { pattern_type: 'yara' }))).lines[0]).toContain(
    'has a pattern that is not written in STIX, got yara; leave it out',
  );
  expect(refusal(bundle(indicator(1, "[ipv4-addr:value = '10.0.0.7']"))).lines[0]).toContain('lies in 10.0.0.0/8');
  expect(refusal('{"type":"indicator"}').lines).toEqual([
    'rules/ioc/feed.stix.json:1: must be a STIX 2.1 bundle with objects, got indicator; download it again',
  ]);
  expect(refusal('{').lines[0]).toMatch(/^rules\/ioc\/feed\.stix\.json:1: is not JSON \(.+\); download it again$/);
  expect(refusal(bundle(), '').lines).toHaveLength(5); // the header is missing
});

it('a network of IPv6 is not taken for its first address', () => {
  expect(refusal(bundle(indicator(1, "[ipv6-addr:value = '2001:db8::/32']"))).lines[0]).toContain('must be one IPv4 or IPv6 address, got 2001:db8::/32');
});

const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1';
it.each([
  [{ indicator_types: ['benign'] }, 'is benign by its source, got benign; leave it out'],
  [{ labels: ['benign'] }, 'is benign by its source, got benign; leave it out'],
  [{ object_marking_refs: [RED] }, `is for those alone whom its source told (TLP:RED), and many read this repository, got ${RED}; leave it out`],
])('refuses what its source would not have here: %j', (more, why) => {
  const error = refusal(bundle(indicator(1, "[domain-name:value = 'c2.example']", more)));
  expect(error.lines).toEqual([`rules/ioc/feed.stix.json:8: ${id(1)} ${why}`]);
  expect(error.refused.map((entry) => entry.id)).toEqual([id(1)]);
});

it('knows the marking that a bundle defines itself, and takes other markings', () => {
  const marking = (tlp: string) => ({ type: 'marking-definition', id: 'marking-definition--1', definition_type: 'tlp', definition: { tlp } });
  const marked = indicator(1, "[domain-name:value = 'c2.example']", { object_marking_refs: ['marking-definition--1'] });
  expect(refusal(bundle(marking('red'), marked)).lines[0]).toContain('TLP:RED');
  expect(read(bundle(marking('amber'), marked)).indicators).toHaveLength(1);
});

it('only the latest version of an indicator counts', () => {
  const version = (day: string, pattern: string, more = {}) => indicator(1, pattern, { modified: `2026-11-${day}T00:00:00.000Z`, ...more });
  const [old, late] = [version('02', "[domain-name:value = 'old.example']"), version('09', "[domain-name:value = 'new.example']")];
  for (const text of [bundle(old, late), bundle(late, old)]) expect(read(text).indicators.map(({ value }) => value)).toEqual(['new.example']);
  expect(refusal(bundle(old, { ...late, revoked: true })).lines).toEqual([expect.stringContaining('is revoked by its source')]);
});

it('what was only seen is counted, and refused where there is nothing else', () => {
  const seen = [
    { type: 'observed-data', id: 'observed-data--1', object_refs: ['ipv4-addr--1'] },
    { type: 'ipv4-addr', id: 'ipv4-addr--1', value: '198.51.100.7' },
  ];
  expect(read(bundle(...seen, indicator(1, "[domain-name:value = 'c2.example']"))).files).toEqual([expect.objectContaining({ entries: 1, switchedOff: 2 })]);
  expect(refusal(bundle(...seen)).lines).toEqual([
    'rules/ioc/feed.stix.json:1: holds no indicator, got ipv4-addr, observed-data; what was only seen may be honest: ask its source for indicators',
  ]);
  expect(read(bundle({ type: 'identity', id: 'identity--1' })).indicators).toEqual([]);
});

it('takes the envelope of a TAXII server, but not one page of several', () => {
  const objects = [indicator(1, "[domain-name:value = 'c2.example']")];
  expect(read(JSON.stringify({ more: false, objects })).indicators).toHaveLength(1);
  expect(refusal(JSON.stringify({ more: true, objects })).lines).toEqual([
    'rules/ioc/feed.stix.json:1: is one page of several, got more: true; download the rest into the same bundle',
  ]);
});

it('what is left out stands in the header, and is counted', () => {
  const text = bundle(indicator(1, "[url:value = 'http://bad.example/']"), indicator(2, "[domain-name:value = 'c2.example']"));
  const header = withLeftOut(HEADER, refusal(text).refused);
  expect(header).toBe(`${HEADER}\n# Left out: ${id(1)}. It looks at url:value, which no list here holds.\n`);
  expect(read(text, header).files.map(({ entries, switchedOff }) => [entries, switchedOff])).toEqual([[1, 1]]);
});

it('what is past its day is reported, and still acts', () => {
  const library = read(bundle(indicator(1, "[domain-name:value = 'c2.example']", { valid_until: '2026-12-24T00:00:00Z' })));
  expect(expiredIndicators(library, '2026-12-24')).toEqual([]);
  expect(expiredIndicators(library, '2026-12-25')).toEqual([
    'rules/ioc/feed.stix.json:8: domain c2.example expired 2026-12-24, still acts; look again and choose a later day, or let it go by npm run rules -- --drop-expired',
  ]);
  expect(library.indicators).toHaveLength(1);
});

import { importIndicators } from '../../../lib/ioc/library';
import { RuleImportError } from '../../../lib/suricata/rule';
import { leastCpuMilliseconds } from '../../support/cpu-time';

const HEADER = '# Source: a feed. Licence: MIT. Owner: security team. Reviewed: 2026-11. Expires: never.\nkind,value,seen,confidence,expires,source';
const REST = '2026-11-01,high,2027-05-01,';
const read = (...lines: string[]) => importIndicators(new Map([['rules/ioc/a.csv', `${HEADER}\n${lines.join('\n')}\n`]])).indicators;
const mistakes = (...lines: string[]): readonly string[] => {
  try {
    read(...lines);
    return [];
  } catch (error) {
    if (!(error instanceof RuleImportError)) throw error;
    return error.lines;
  }
};

const SHA256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';
const VALID: readonly (readonly [kind: string, written: string, value?: string])[] = [
  ['ip', '203.0.113.1'],
  ['ip', '8.8.4.4'],
  ['ip', '1.0.0.1'],
  ['ip', '223.255.255.254'],
  ['ip', '172.15.255.255'],
  ['ip', '172.32.0.1'],
  ['ip', '100.63.255.255'],
  ['ip', '100.128.0.1'],
  ['ip', '169.253.1.1'],
  ['ip', '2001:db8::1'],
  ['ip', '2001:DB8:0:0:0:0:0:2', '2001:db8::2'],
  ['ip', '2a00:1450:4001:081b::200e', '2a00:1450:4001:81b::200e'],
  ['cidr', '192.0.2.128/25'],
  ['cidr', '198.51.100.128/25'],
  ['cidr', '45.0.0.0/16'],
  ['cidr', '192.0.2.4/31'],
  ['domain', 'bad.example'],
  ['domain', '*.bad.example'],
  ['domain', 'WORSE.Example.', 'worse.example'],
  ['domain', 'a.b.c.d.e.example'],
  ['domain', 'xn--bcher-kva.example'],
  ['domain', '_dmarc.bad.example'],
  ['domain', 'bad-bucket.s3.amazonaws.com'],
  ['domain', 'bad-balancer-1234.eu-west-1.elb.amazonaws.com'],
  ['domain', 'd111111abcdef8.cloudfront.net'],
  ['domain', '0.bad.example'],
  ['hash', 'd41d8cd98f00b204e9800998ecf8427f'],
  ['hash', 'DA39A3EE5E6B4B0D3255BFEF95601890AFD8070A', 'da39a3ee5e6b4b0d3255bfef95601890afd8070a'],
  ['hash', SHA256],
  ['user-agent', 'EvilBot/2.0'],
  ['user-agent', 'sqlmap/1.7'],
  ['user-agent', 'masscan'],
  ['user-agent', '"Mozilla/4.0 (compatible; MSIE 6.0, evil)"', 'Mozilla/4.0 (compatible; MSIE 6.0, evil)'],
  ['user-agent', '"says ""hello"" to all"', 'says "hello" to all'],
  ['user-agent', 'curl/7.1 (implant)'],
  ['arn', 'arn:aws:iam::999988887777:*'],
  ['arn', 'arn:aws:iam::999988887777:role/evil'],
  ['arn', 'arn:aws:sts::999988887777:assumed-role/evil/*'],
  ['arn', 'arn:aws:s3:::exfiltration-bucket'],
  ['arn', 'arn:aws:s3:::exfiltration-bucket/*'],
  ['arn', 'arn:aws:kms:us-east-1:999988887777:key/*'],
  ['arn', 'arn:aws:lambda:*:999988887777:function:*'],
];

const MUST_IP = 'must be one IPv4 or IPv6 address, got VALUE; correct it, or write cidr for a network';
const OWN = (network: string) => `lies in ${network}, which is not on the internet but may be ours, got VALUE; remove it`;
const MUST_DOMAIN = 'must be one domain, such as bad.example or *.bad.example, got VALUE; correct it';
const NEEDED = 'is a domain that AWS itself needs, got VALUE; remove it';
const MUST_HASH = 'must be 32, 40 or 64 hexadecimal digits (MD5, SHA-1, SHA-256), got VALUE; correct it';
const NOTHING = 'is the hash of nothing, which is everywhere, got VALUE; remove it';
const MUST_AGENT = 'must be a part of a user agent, 6 to 200 printable ASCII characters, got VALUE; correct it';
const HONEST = (found: string) => `is found in honest user agents too (${found}), got VALUE; write more of it`;
const MUST_ARN = 'must be an ARN of partition aws, with * for anything, such as arn:aws:iam::111122223333:*, got VALUE; correct it';
const NO_ACCOUNT = 'names no account and no bucket, so that it may be ours, got VALUE; write the account, or arn:aws:s3:::NAME';
const INVALID: readonly (readonly [kind: string, value: string, message: string])[] = [
  ['ip', '203.0.113', MUST_IP],
  ['ip', '203.0.113.256', MUST_IP],
  ['ip', '203.0.113.01', MUST_IP],
  ['ip', '203.0.113.0/24', MUST_IP],
  ['ip', 'bad.example', MUST_IP],
  ['ip', '2001:db8::/32', MUST_IP],
  ['ip', '2001:db8::g', MUST_IP],
  ['ip', '2001:db8::1%eth0', MUST_IP],
  ['ip', '10.1.2.3', OWN('10.0.0.0/8')],
  ['ip', '172.16.0.1', OWN('172.16.0.0/12')],
  ['ip', '192.168.1.1', OWN('192.168.0.0/16')],
  ['ip', '100.64.0.1', OWN('100.64.0.0/10')],
  ['ip', '169.254.169.254', OWN('169.254.0.0/16')],
  ['ip', '127.0.0.1', OWN('127.0.0.0/8')],
  ['ip', '0.0.0.0', OWN('0.0.0.0/8')],
  ['ip', '224.0.0.1', OWN('224.0.0.0/3')],
  ['ip', '::1', 'is an address that is not on the internet, got VALUE; remove it'],
  ['ip', 'fd00:ec2::254', 'is an address that is not on the internet, got VALUE; remove it'],
  ['ip', 'fe80::1', 'is an address that is not on the internet, got VALUE; remove it'],
  ['ip', '::ffff:203.0.113.1', 'is an IPv4 address in IPv6 form, got VALUE; write the IPv4 address'],
  ['cidr', '203.0.113.1', 'must be an IPv4 network such as 203.0.113.0/24, got VALUE; correct it'],
  ['cidr', '203.0.113.0/33', 'must be an IPv4 network such as 203.0.113.0/24, got VALUE; correct it'],
  ['cidr', '203.0.113.7/24', 'has host bits set, got VALUE; clear them'],
  ['cidr', '203.0.113.7/32', 'is a single address, got VALUE; write ip, and the address without /32'],
  ['cidr', '45.0.0.0/15', 'is wider than a /16, and would cut off more than an attacker, got VALUE; list its parts'],
  ['cidr', '0.0.0.0/0', OWN('10.0.0.0/8')],
  ['cidr', '10.32.0.0/16', OWN('10.0.0.0/8')],
  ['cidr', '2001:db8::/64', 'must be an IPv4 network, since queries cannot compare IPv6 ones, got VALUE; list single IPv6 addresses'],
  ['domain', 'bad example', MUST_DOMAIN],
  ['domain', '*', MUST_DOMAIN],
  ['domain', 'com', MUST_DOMAIN],
  ['domain', '*.com', MUST_DOMAIN],
  ['domain', '*.co.uk', 'is a suffix below which everybody has names, got VALUE; list the names themselves'],
  ['domain', 'com.br', 'is a suffix below which everybody has names, got VALUE; list the names themselves'],
  ['domain', '-x.example', MUST_DOMAIN],
  ['domain', 'a.*.example', MUST_DOMAIN],
  ['domain', 'http://bad.example/', MUST_DOMAIN],
  ['domain', '203.0.113.1', MUST_DOMAIN],
  ['domain', '*.amazonaws.com', NEEDED],
  ['domain', 'sts.amazonaws.com', NEEDED],
  ['domain', '*.s3.eu-west-1.amazonaws.com', NEEDED],
  ['domain', 'signin.aws.amazon.com', NEEDED],
  ['hash', 'abc', MUST_HASH],
  ['hash', `${SHA256}0`, MUST_HASH],
  ['hash', SHA256.replace('2', 'g'), MUST_HASH],
  ['hash', 'd41d8cd98f00b204e9800998ecf8427e', NOTHING],
  ['hash', '0'.repeat(64), NOTHING],
  ['user-agent', 'bot', MUST_AGENT],
  ['user-agent', 'aws-cli', HONEST('aws-cli')],
  ['user-agent', 'Mozilla/5.0', HONEST('mozilla/5.0')],
  ['user-agent', 'mozilla', HONEST('mozilla/5.0')],
  ['user-agent', 'Terraform', HONEST('terraform')],
  ['arn', 'evil', MUST_ARN],
  ['arn', 'arn:aws:iam::999988887777', MUST_ARN],
  ['arn', 'arn:aws-cn:iam::999988887777:*', MUST_ARN],
  ['arn', 'arn:aws:iam::*:role/evil', 'must name its account by 12 digits, got VALUE; correct it'],
  ['arn', 'arn:aws:iam:::role/evil', NO_ACCOUNT],
  ['arn', 'arn:aws:s3:::*', NO_ACCOUNT],
  ['url', 'http://bad.example/', 'must have a kind of ip, cidr, domain, hash, user-agent, arn, got url; correct it'],
];

it('takes what lists can hold, in one spelling', () => {
  expect(VALID.length).toBeGreaterThanOrEqual(40);
  const found = read(...VALID.map(([kind, written]) => `${kind},${written},${REST}`));
  expect(found.map(({ kind, value }) => [kind, value])).toEqual(VALID.map(([kind, written, value = written]) => [kind, value]));
  expect(new Set(found.map(({ source }) => source))).toEqual(new Set(['a feed']));
});

it('refuses everything else by file and line, all at once', () => {
  expect(INVALID.length).toBeGreaterThanOrEqual(40);
  const shown = (value: string) => (value.length > 80 ? `${value.slice(0, 77)}...` : value);
  expect(mistakes(...INVALID.map(([kind, value]) => `${kind},${value},${REST}`))).toEqual(
    INVALID.map(
      ([kind, value, message], index) =>
        `rules/ioc/a.csv:${index + 3}: ${kind === 'url' ? '' : `${kind} `}${message.replace('VALUE', kind === 'url' ? 'url' : shown(value))}`,
    ),
  );
});

it.each([
  ['a day that is none', 'ip,203.0.113.1,2026-02-30,high,2027-05-01,', 'must say the day on which it was seen, YYYY-MM-DD, got 2026-02-30; correct it'],
  ['a confidence that is none', 'ip,203.0.113.1,2026-11-01,sure,2027-05-01,', 'must have a confidence of low, medium, high, got sure; correct it'],
  ['an address for ever', 'ip,203.0.113.1,2026-11-01,high,never,', 'must expire on a day: an address has another owner soon, got never; choose one'],
  ['an end that is none', 'domain,bad.example,2026-11-01,high,soon,', 'must expire on a day, YYYY-MM-DD, or never, got soon; correct it'],
  [
    'an end before its beginning',
    'domain,bad.example,2026-11-01,high,2026-11-01,',
    'must expire after the day on which it was seen, got 2026-11-01; correct one',
  ],
  [
    'too few fields',
    'ip,203.0.113.1',
    'must have 6 fields (kind,value,seen,confidence,expires,source), in quotes where one has a comma, got ip,203.0.113.1; correct it',
  ],
  [
    'a quote that stays open',
    'user-agent,"evil bot,2026-11-01,high,never,',
    'must have 6 fields (kind,value,seen,confidence,expires,source), in quotes where one has a comma, got user-agent,"evil bot,2026-11-01,high,never,; correct it',
  ],
])('refuses %s', (_what, line, message) => expect(mistakes(line)).toEqual([`rules/ioc/a.csv:3: ${message}`]));

it('refuses what another line says already, in any spelling and file', () => {
  const texts = new Map([
    [
      'rules/ioc/a.csv',
      `${HEADER}\ndomain,bad.example,${REST}\ndomain,BAD.example.,${REST}\ncidr,203.0.113.0/24,${REST}\nip,203.0.113.9,${REST}\ncidr,203.0.113.128/25,${REST}\n`,
    ],
    ['rules/ioc/b.csv', `${HEADER}\ndomain,bad.example,${REST}\ndomain,*.bad.example,${REST}\nip,203.0.114.9,${REST}\n`],
  ]);
  expect(() => importIndicators(texts)).toThrow(`rules: 4 mistakes; nothing was written
  rules/ioc/a.csv:4: is listed at rules/ioc/a.csv:3 already, got bad.example; remove it
  rules/ioc/a.csv:6: lies in 203.0.113.0/24 at rules/ioc/a.csv:5 already, got 203.0.113.9; remove it
  rules/ioc/a.csv:7: lies in 203.0.113.0/24 at rules/ioc/a.csv:5 already, got 203.0.113.128/25; remove it
  rules/ioc/b.csv:3: is listed at rules/ioc/a.csv:3 already, got bad.example; remove it`);
});

it('refuses files without header or columns, and files that it does not know', () => {
  const texts = new Map([
    ['rules/ioc/a.csv', 'ip,203.0.113.1,2026-11-01,high,2027-05-01,somebody\n'],
    ['rules/ioc/old.domains', '# Source: x.\nbad.example\n'],
  ]);
  expect(() => importIndicators(texts)).toThrow(`rules: 7 mistakes; nothing was written
  rules/ioc/a.csv:1: must have the line "# Source: ..." before its first entry; add it
  rules/ioc/a.csv:1: must have the line "# Licence: ..." before its first entry; add it
  rules/ioc/a.csv:1: must have the line "# Owner: ..." before its first entry; add it
  rules/ioc/a.csv:1: must have the line "# Reviewed: ..." before its first entry; add it
  rules/ioc/a.csv:1: must have the line "# Expires: ..." before its first entry; add it
  rules/ioc/a.csv:1: must begin with the line kind,value,seen,confidence,expires,source, got ip,203.0.113.1,2026-11-01,high,2027-05-01,somebody; add it
  rules/ioc/old.domains:1: must be NAME.csv, NAME.stix.json or NAME.stix.header; convert or remove it (docs/hunting.md)`);
});

it('reads 20,000 entries in under three seconds', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => {
    const [a, b] = [Math.floor(index / 250), index % 250];
    return (
      [`ip,45.${a % 250}.${b}.7`, `domain,d${index}.bad.example`, `cidr,46.${a % 250}.${b}.0/24`, `hash,${index.toString(16).padStart(63, '0')}f`][index % 4] +
      `,${REST}`
    );
  });
  expect(read(...lines)).toHaveLength(20_000);
  expect(leastCpuMilliseconds(3000, () => read(...lines))).toBeLessThan(3000);
});

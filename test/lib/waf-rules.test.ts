import { line } from '../../config/config-error';
import { regexMistake } from '../../config/waf-regex';
import { expiredRules, readWafRules } from '../../lib/waf-rules';

// biome-ignore lint/suspicious/noExplicitAny: these tests break types on purpose
type Loose = any;

const file = (): Loose => ({
  description: 'Rules for a test',
  source: 'written for this project',
  licence: 'Apache-2.0',
  date: '2026-11-25',
  owner: 'security team',
  expires: 'never',
  rules: [{ name: 'one', order: 1, description: 'Stops what should stop', action: 'block', any: [{ part: 'path', contains: '/x' }] }],
});
const mistakes = (change: (f: Loose) => void) => {
  const document = file();
  change(document);
  return readWafRules(new Map([['rules/waf/x.json', JSON.stringify(document)]])).mistakes.map((mistake) => line(mistake).trim());
};
const AT = 'rules/waf/x.json: ';

it.each<[string, (f: Loose) => void, string]>([
  [
    'an unknown field',
    (f) => {
      f.rules[0].pririty = 1;
    },
    `${AT}rules.0.pririty: is not a field`,
  ],
  [
    'an unknown operator',
    (f) => {
      f.rules[0].any[0].matches = 'x';
    },
    `${AT}rules.0.any.0.matches: is not a field`,
  ],
  [
    'two operators',
    (f) => {
      f.rules[0].any[0].equals = 'x';
    },
    `${AT}rules.0.any.0: must have exactly one of regex, equals`,
  ],
  [
    'no part',
    (f) => {
      delete f.rules[0].any[0].part;
    },
    `${AT}rules.0.any.0: must say which part of the request, got {"contains":"/x"}; add "part"`,
  ],
  [
    'a part that does not exist',
    (f) => {
      f.rules[0].any[0].part = 'url';
    },
    `${AT}rules.0.any.0.part: must be path, query`,
  ],
  [
    'methods with a part',
    (f) => {
      f.rules[0].any[0] = { methods: ['GET'], part: 'path' };
    },
    `${AT}rules.0.any.0: cannot have "part"`,
  ],
  [
    'an unknown method',
    (f) => {
      f.rules[0].any[0] = { methods: ['FETCH'] };
    },
    `${AT}rules.0.any.0.methods.0: must be one of GET`,
  ],
  [
    'an unknown transformation',
    (f) => {
      f.rules[0].any[0].transform = ['UPPER'];
    },
    `${AT}rules.0.any.0.transform.0: must be one of NONE`,
  ],
  [
    'a text that is too long',
    (f) => {
      f.rules[0].any[0].contains = 'x'.repeat(201);
    },
    `${AT}rules.0.any.0.contains: must have at most 200 bytes`,
  ],
  [
    'a regex that is none',
    (f) => {
      f.rules[0].any[0] = { part: 'path', regex: '(?:a' };
    },
    `${AT}rules.0.any.0.regex: is no regular expression`,
  ],
  [
    'a regex in a list of conditions',
    (f) => {
      f.rules[0].any[0] = [{ part: 'path', regex: 'a(?=b)' }, { methods: ['GET'] }];
    },
    `${AT}rules.0.any.0.0.regex: uses lookaround`,
  ],
  [
    'one condition in brackets',
    (f) => {
      f.rules[0].any[0] = [{ methods: ['GET'] }];
    },
    `${AT}rules.0.any.0: must hold at least two conditions`,
  ],
  [
    'a date in another format',
    (f) => {
      f.expires = '30.11.2027';
    },
    `${AT}expires: must be a day such as 2027-05-31, or never, got "30.11.2027"`,
  ],
  [
    'a day that does not exist',
    (f) => {
      f.date = '2026-02-30';
    },
    `${AT}date: must be a day such as 2027-05-31, got "2026-02-30"`,
  ],
  [
    'a patch without expiry',
    (f) => {
      f.rules[0].cve = ['CVE-2021-44228'];
    },
    `${AT}rules.0.expires: must be a day: a virtual patch`,
  ],
  [
    'a CVE that is none',
    (f) => {
      f.rules[0].cve = ['log4shell'];
      f.rules[0].expires = '2027-01-01';
    },
    `${AT}rules.0.cve.0: must be a number such as CVE-2021-44228`,
  ],
  [
    'no owner',
    (f) => {
      delete f.owner;
    },
    `${AT}owner: is required and must be a string, got nothing; add it`,
  ],
  [
    'a reserved name',
    (f) => {
      f.rules[0].name = 'rate-limit-x';
    },
    `${AT}rules.0.name: must be another name`,
  ],
  [
    'the same name',
    (f) => {
      f.rules.push({ ...f.rules[0], order: 2 });
    },
    `${AT}rules.1.name: is also the name of ${AT}rules.0, got "one"; every rule has its own`,
  ],
  [
    'the same order',
    (f) => {
      f.rules.push({ ...f.rules[0], name: 'two' });
    },
    `${AT}rules.1.order: is also the order of ${AT}rules.0, got 1; every rule has its own`,
  ],
  [
    'no conditions',
    (f) => {
      f.rules[0].any = [];
    },
    `${AT}rules.0.any: must hold at least one condition`,
  ],
])('rule file: %s', (_name, change, expected) => {
  const found = mistakes(change);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(expected);
  expect(found[0]).toMatch(/, got .+; .+|^.*got nothing; .+/s);
});

it('names a file that is no JSON, and the same name in two files', () => {
  expect(line(readWafRules(new Map([['rules/waf/x.json', '{']])).mistakes[0] as never)).toMatch(/rules\/waf\/x\.json: is not JSON/);
  const text = JSON.stringify(file());
  expect(
    readWafRules(
      new Map([
        ['a.json', text],
        ['b.json', text],
      ]),
    ).mistakes.map(({ path }) => path),
  ).toEqual(['b.json: rules.0.name', 'b.json: rules.0.order']);
});

it.each([
  'a(?=b)',
  '(?<!a)b',
  '(a)',
  '(?<n>a)',
  '(?P<n>a)',
  '\\1',
  '\\k<n>',
  '(?>a)',
  'a++',
  'a*+',
  '(?R)',
  '(?1)',
  '(?(1)a|b)',
  '(*SKIP)a',
  '\\Ka',
  '\\Ra',
  '\\Ca',
  '\\Qa\\E',
  '(?C1)a',
  '[[:alpha:]]',
  'x'.repeat(513),
  '[b-a]',
])('regex that AWS WAF does not take: %s', (pattern) => expect(regexMistake(pattern)).toMatch(/; /));
it.each([
  '(?i)^/a(?:b|c)?$',
  '\\(a\\)',
  '[(+]+',
  'a+?',
  '\\\\1',
  '[a-z]{2,3}\\b',
  '(?:a|b)*',
  '\\[\\[:',
  'a\\+\\+',
])('regex that AWS WAF takes: %s', (pattern) => expect(regexMistake(pattern)).toBeUndefined());

it('lists rules past their day, with what they patch', () => {
  const { rules, mistakes: none } = readWafRules();
  expect(none).toEqual([]);
  expect(expiredRules(rules, '2026-11-25')).toEqual([]);
  expect(expiredRules(rules, '2027-12-01')).toContainEqual(
    expect.stringMatching(/^rules\/waf\/virtual-patches\.json: rules\.0: rule jndi-lookup \(CVE-2021-44228, CVE-2021-45046\) should be gone since 2027-11-30/),
  );
});

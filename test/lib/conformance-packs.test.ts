import { readFileSync } from 'node:fs';
import { line } from '../../config/config-error';
import { loadBlueprint } from '../../config/load';
import { readConformancePacks } from '../../lib/conformance-packs';
import { conformanceTemplates } from '../../lib/conformance-templates';
import { managedConfigRules, readManagedConfigRules } from '../../lib/managed-config-rules';
import { exampleIds, exampleInput } from '../fixtures/example';

// biome-ignore lint/suspicious/noExplicitAny: these tests break types on purpose
type Loose = any;

const file = (): Loose => ({
  description: 'A pack for a test',
  source: 'written for this project',
  licence: 'Apache-2.0',
  date: '2026-11-26',
  owner: 'security team',
  accounts: 'all',
  regions: 'enabled',
  rules: [{ name: 'one', reason: 'Finds what a test must find', identifier: 'REQUIRED_TAGS', parameters: { tag1Key: 'DataClass' } }],
});
const read = (change: (f: Loose) => void, name = 'x.json') => {
  const document = file();
  change(document);
  return readConformancePacks(new Map([[`rules/conformance/${name}`, JSON.stringify(document)]]));
};
const mistakes = (change: (f: Loose) => void, name?: string) => read(change, name).mistakes.map((mistake) => line(mistake).trim());
const AT = 'rules/conformance/x.json: ';

it('what is right has no mistakes', () => expect(mistakes(() => {})).toEqual([]));

it.each<[string, (f: Loose) => void, string]>([
  ['no owner', (f) => delete f.owner, `${AT}owner: is required and must be a string, got nothing; add it`],
  [
    'accounts that are none',
    (f) => {
      f.accounts = 'prod';
    },
    `${AT}accounts: must be one of all, workloads, platform, backed-up, got "prod"; choose one of these`,
  ],
  [
    'a misspelt identifier',
    (f) => {
      f.rules[0].identifier = 'REQUIRED_TAG';
    },
    `${AT}rules.0.identifier: is no managed rule of AWS Config that is known here, got "REQUIRED_TAG"; correct it, or add a new one to rules/conformance/managed-rules.csv`,
  ],
  ['a parameter that is required', (f) => delete f.rules[0].parameters, `${AT}rules.0.parameters.tag1Key: is required by REQUIRED_TAGS, got nothing; add it`],
  [
    'a parameter that there is not',
    (f) => {
      f.rules[0].parameters.tag7Key = 'x';
    },
    `${AT}rules.0.parameters.tag7Key: is no parameter of REQUIRED_TAGS (tag1Key, tag1Value, tag2Key, tag2Value, tag3Key, tag3Value, tag4Key, tag4Value, tag5Key, tag5Value, tag6Key, tag6Value), got "x"; correct the name or remove it`,
  ],
  [
    'a value that stands for nothing',
    (f) => {
      f.rules[0].parameters.tag1Key = '{dataClass}';
    },
    `${AT}rules.0.parameters.tag1Key: must be a text, JSON, or one of {shortestRetentionDays}, got "{dataClass}"; correct it`,
  ],
  [
    'what Terraform would read',
    (f) => {
      f.rules[0].parameters.tag1Key = '${aws_kms_key.x.arn}';
    },
    `${AT}rules.0.parameters.tag1Key: must not hold \${ or %{, which Terraform would read, got "\${aws_kms_key.x.arn}"; correct it`,
  ],
  [
    'a rule for each class that cannot tell classes apart',
    (f) => {
      f.rules[0].eachDataClass = true;
    },
    `${AT}rules.0.eachDataClass: needs a managed rule that takes resourceTags, which the blueprint fills in, got true; remove one`,
  ],
  ['two rules of one name', (f) => f.rules.push(f.rules[0]), `${AT}rules.1.name: is the name of another rule, too, got "one"; every rule has its own`],
  [
    'more rules than a pack may have',
    (f) => {
      f.rules = Array.from({ length: 131 }, (_, index) => ({ ...f.rules[0], name: `one-${index}` }));
    },
    `${AT}rules: must make at most 130 rules (quota of a conformance pack), got 131; split the file`,
  ],
  [
    'more rules, counted for each class',
    (f) => {
      const rule = { name: 'x', reason: f.rules[0].reason, identifier: 'S3_LAST_BACKUP_RECOVERY_POINT_CREATED', eachDataClass: true };
      f.rules = Array.from({ length: 33 }, (_, index) => ({ ...rule, name: `one-${index}` }));
    },
    `${AT}rules: must make at most 130 rules (quota of a conformance pack), got 132; split the file`,
  ],
])('%s: one mistake', (_what, change, expected) => expect(mistakes(change)).toEqual([expected]));

it('130 rules are not too many', () => {
  const many = (f: Loose) => {
    f.rules = Array.from({ length: 130 }, (_, index) => ({ ...f.rules[0], name: `one-${index}` }));
  };
  expect(mistakes(many)).toEqual([]);
});

it('a name that AWS Config would refuse, and what is not JSON', () => {
  expect(mistakes(() => {}, 'Our_Pack.json')).toEqual([
    'rules/conformance/Our_Pack.json: must have a name of at most 40 lower-case letters, digits or -, which begins with a letter, got nothing; rename it',
  ]);
  expect(line(readConformancePacks(new Map([['rules/conformance/x.json', '{']])).mistakes[0] as never)).toMatch(/rules\/conformance\/x\.json: is not JSON/);
});

it('two files have no rule of the same name: both would make it in one account', () => {
  const text = JSON.stringify(file());
  const { mistakes: found } = readConformancePacks(new Map(['a', 'b'].map((name) => [`rules/conformance/${name}.json`, text])));
  expect(found.map(({ path }) => path)).toEqual(['rules/conformance/b.json: rules.0.name']);
});

it('the list of managed rules says what a rule takes and where AWS offers it', () => {
  const rules = managedConfigRules();
  expect(rules.size).toBeGreaterThan(800);
  const code = rules.get('INSPECTOR_LAMBDA_CODE_SCAN_ENABLED');
  expect(['eu-west-1', 'eu-west-3', 'us-east-1', 'us-west-1'].filter((region) => code?.offeredIn(region))).toEqual(['eu-west-1', 'us-east-1']);
  const pair = rules.get('EC2_NO_AMAZON_KEY_PAIR');
  expect(['eu-west-1', 'eu-south-2', 'il-central-1'].filter((region) => pair?.offeredIn(region))).toEqual(['eu-west-1']);
  expect(() => readManagedConfigRules('identifier,trigger\nX,sometimes,,,')).toThrow(
    'a line must be identifier,trigger,required,optional,regions, got X,sometimes',
  );
});

it('files say who answers for them and when somebody looked, and each rule which mistake it finds', () => {
  const { packs, mistakes: none } = readConformancePacks();
  expect(none).toEqual([]);
  expect(packs.map(({ name }) => name)).toEqual(['accounts-without-network', 'backups', 'data-classes', 'instances']);
  for (const pack of packs) expect([pack.owner !== '', pack.source !== '', pack.date]).toEqual([true, true, expect.stringMatching(/^2026-/)]);
});

it('no pack asks what Security Hub asks already: FSBP and CIS evaluate these (their control reference)', () => {
  const asked = readFileSync('test/lib/security-hub-rules.txt', 'utf8')
    .split('\n')
    .filter((one) => one !== '' && !one.startsWith('#'));
  expect(asked.length).toBeGreaterThan(30);
  const ours = readConformancePacks().packs.flatMap(({ rules }) => rules.map(({ identifier }) => identifier));
  expect(ours.filter((identifier) => asked.includes(identifier))).toEqual([]);
  for (const identifier of asked) expect([identifier, managedConfigRules().has(identifier)]).toEqual([identifier, true]);
});

it('in a region that does not have a rule the pack comes without it', () => {
  const input = exampleInput();
  input.regions.additional = ['eu-south-2'];
  const { blueprint } = loadBlueprint({ ...input, detection: 'correlated' }, exampleIds());
  const dev = blueprint.accounts.dev as never;
  const instances = (region: string) => conformanceTemplates(blueprint, dev, region).find(({ name }) => name === 'instances')?.body ?? '';
  expect(instances('eu-west-1')).toContain('EC2_NO_AMAZON_KEY_PAIR');
  expect(instances('eu-south-2')).not.toContain('EC2_NO_AMAZON_KEY_PAIR');
  expect(instances('eu-south-2')).toContain('EC2_INSTANCE_LAUNCHED_WITH_ALLOWED_AMI');
});

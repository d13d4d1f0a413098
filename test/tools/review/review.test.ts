import { loadBlueprint } from '../../../config/load';
import { attention, isChanged, renderReview } from '../../../tools/review/render-review';
import type { RenderedFiles } from '../../../tools/review/rendered-files';
import { review } from '../../../tools/review/review';
import { verdictChanges } from '../../../tools/review/verdict-changes';
import { renderedFiles } from '../../../tools/synthesis/output';
import type { Synthesis, TerraformJson } from '../../../tools/synthesis/synthesize';
import { verdicts } from '../../corpora/verdicts';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { synth } from '../../support/synth';

const rendered = (synthesis: Synthesis): RenderedFiles => renderedFiles(synthesis, '/nowhere', () => true);
const example = synth(exampleInput());
const before = rendered(example);
const accounts = new Map(Object.entries(exampleIds().accounts).map(([name, id]) => [id as string, name]));
const options = { before: 'main', after: 'the configuration', most: 25, accounts };

/** The example after an edit of its configuration. */
function edited(edit: (input: ReturnType<typeof exampleInput>) => void): RenderedFiles {
  const input = exampleInput();
  edit(input);
  return rendered(synth(input));
}

/** The example's rendering after an edit of one stack's JSON, as a change of the code makes it. */
function patched(stack: string, edit: (document: TerraformJson) => void): RenderedFiles {
  const document = JSON.parse(before.get(`${stack}.tf.json`) as string);
  edit(document);
  return new Map([...before, [`${stack}.tf.json`, JSON.stringify(document)]]);
}
const first = (record: TerraformJson): TerraformJson => Object.values(record)[0];

it('says so when nothing changes', () => {
  const same = review(before, rendered(synth(exampleInput())));
  expect(isChanged(same)).toBe(false);
  expect(renderReview(same, options)).toBe('# main → the configuration\n\nNothing changes in AWS.\n');
});

describe('what a reviewer should look at first', () => {
  const lines = (after: RenderedFiles) => attention(review(before, after));

  it('access that is given, a path that opens, a guardrail that binds fewer', () => {
    const after = edited((input) => {
      input.access.assignments.push({ group: 'developers', permissionSet: 'DeveloperOperator', accounts: ['prod'] });
      Object.assign(input.environments.prod?.network as object, {
        flows: [
          { from: 'internet', to: 'load-balancer', port: 443 },
          { from: 'load-balancer', to: 'app', port: 443 },
          { from: 'app', to: 'data', port: 5432 },
        ],
      });
      Object.assign(input.environments.test as object, { handsOn: true });
    });
    const found = lines(after);
    expect(found).toContain('- **access given:** org-access: aws_ssoadmin_account_assignment access_developers-DeveloperOperator-prod');
    expect(found).toContain('- **reachable now:** prod/app -> prod/data: tcp 5432 (before: no: network ACL, security group)');
    expect(found.filter((line) => line.includes('guardrail weaker'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/ProtectSecurityGroups no longer binds workloads\/test$/),
        expect.stringMatching(/DenyShells exempts permission set Developer as well, in workloads\/test$/),
      ]),
    );
    // Port 80 is closed: what becomes less is no finding.
    expect(found.filter((line) => line.includes('internet -> prod/load-balancer'))).toEqual([]);
  });

  it.each<[string, string, (document: TerraformJson) => void, RegExp]>([
    [
      'a key that is no longer rotated',
      'prod',
      ({ resource }) => {
        first(resource.aws_kms_key).enable_key_rotation = false;
      },
      /setting weaker:\*\* prod aws_kms_key\.\S+: enable_key_rotation is no longer encrypted, or its key no longer rotated/,
    ],
    [
      'a bucket that loses prevent_destroy',
      'log-archive',
      ({ resource }) => {
        delete first(resource.aws_s3_bucket).lifecycle;
      },
      /setting weaker:\*\* log-archive aws_s3_bucket\.\S+: lifecycle can be deleted/,
    ],
    [
      'logs that are kept for a week',
      'prod',
      ({ resource }) => {
        first(resource.aws_cloudwatch_log_group).retention_in_days = 7;
      },
      /retention_in_days is kept for a shorter time/,
    ],
    [
      'a trail without validation',
      'org-management',
      ({ resource }) => {
        first(resource.aws_cloudtrail).enable_log_file_validation = false;
      },
      /enable_log_file_validation is switched off/,
    ],
    [
      'an alarm that is gone',
      'org-management',
      ({ resource }) => {
        delete resource.aws_cloudwatch_metric_alarm[Object.keys(resource.aws_cloudwatch_metric_alarm)[0] as string];
      },
      /protection gone:\*\* org-management: aws_cloudwatch_metric_alarm/,
    ],
    [
      'a statement that allows more',
      'dev',
      ({ resource }) => {
        widen(first(resource.aws_kms_key));
      },
      /policy wider:\*\* dev\/aws_kms_key\.\S+: \w+ \(Allow\) Action \+ kms:Decrypt/,
    ],
    [
      'a denial that is gone',
      'prod',
      ({ resource }) => {
        withoutDenials(first(resource.aws_kms_key));
      },
      /policy wider:\*\* prod\/aws_kms_key\.\S+: Deny\w+ no longer denies kms:/,
    ],
    [
      'a tag policy that only warns',
      'test',
      ({ provider }) => {
        provider.aws[0].tag_policy_compliance = 'warning';
      },
      /tag_policy_compliance no longer refuses missing tags/,
    ],
  ])('%s', (_what, stack, edit, line) => {
    const found = lines(patched(stack, edit));
    expect(found).toHaveLength(found.filter((one) => line.test(one)).length);
    expect(found.join('\n')).toMatch(line);
  });

  it('something stateful that is lost, before everything else', () => {
    const inventory = JSON.parse(before.get('stateful.json') as string);
    const address = Object.keys(inventory.prod).find((one) => one.startsWith('aws_kms_key.')) as string;
    const after = new Map(
      patched('prod', ({ resource }) => {
        delete resource.aws_kms_key[address.split('.')[1] as string];
      }),
    );
    delete inventory.prod[address];
    after.set('stateful.json', JSON.stringify(inventory));
    expect(lines(after)[0]).toBe(`- **would be destroyed, and is stateful:** \`prod/${address}\``);
  });

  it('nothing, when a protection is added', () => {
    const found = lines(
      patched('prod', ({ resource }) => {
        first(resource.aws_cloudwatch_log_group).retention_in_days = 3653;
      }),
    );
    expect(found).toEqual([]);
  });
});

describe('the page', () => {
  it('tells a new environment once, with what it costs', () => {
    const after = edited((input) => {
      input.environments.staging = { email: 'aws+staging@example.com', profile: 'economy', network: { cidr: '10.64.0.0/16' } } as never;
    });
    const text = renderReview(review(before, after), options);
    expect(text).toMatch(/- new: staging \(\d+ resources\)/);
    expect(text).toMatch(/\| staging \| 0\.00 \| \d\.\d\d \| aws_kms_key \+6\.00/);
    expect(text).toMatch(/\d+ more of new stacks or networks stand in the page\./);
    expect(text).not.toMatch(/444444444444/); // {prod}
  });

  it('marks what it leaves out of a list of rows as neither new nor gone', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `| prod | /app/role-${index} | service x | - | - | - | - |`);
    const trusts = (before.get('trusts.md') as string).replace(/^\| --- .*$/m, (line) => [line, ...rows].join('\n'));
    const text = renderReview(review(before, new Map([...before, ['trusts.md', trusts]])), options);
    expect(text).toContain('+ | prod | /app/role-24 | service x | - | - | - | - |\n# and 5 more (`--all` prints them)\n```');
  });

  it('tells the same change in every environment and region as one', () => {
    const documents = ['prod', 'dev', 'test'].map((stack) => [`${stack}.tf.json`, JSON.parse(before.get(`${stack}.tf.json`) as string)] as const);
    for (const [, { resource }] of documents)
      for (const bucket of Object.values<TerraformJson>(resource.aws_config_configuration_recorder)) bucket.recording_group = { all_supported: false };
    const text = renderReview(
      review(before, new Map([...before, ...documents.map(([path, document]): [string, string] => [path, JSON.stringify(document)])])),
      options,
    );
    expect(text.match(/^- .*aws_config_configuration_recorder/gm)?.filter((line) => !line.includes('**')).length).toBeLessThanOrEqual(2);
    expect(text).toMatch(/prod \(eu-central-1, .*\), dev \(eu-central-1, .*\), test \(eu-central-1/);
  });

  it('tells moves, adoptions and what is left to AWS by their own names', () => {
    const after = patched('prod', (document) => {
      const [[name, group]] = Object.entries(document.resource.aws_cloudwatch_log_group) as [[string, TerraformJson]];
      delete document.resource.aws_cloudwatch_log_group[name];
      document.resource.aws_cloudwatch_log_group.renamed = group;
      document.moved = [{ from: `aws_cloudwatch_log_group.${name}`, to: 'aws_cloudwatch_log_group.renamed' }];
      const key = Object.keys(document.resource.aws_kms_key)[0] as string;
      delete document.resource.aws_kms_key[key];
      document.removed = [{ from: `aws_kms_key.${key}`, lifecycle: { destroy: false } }];
      document.resource.aws_s3_bucket = { old: { bucket: 'old' } };
      document.import = [{ to: 'aws_s3_bucket.old', id: 'old' }];
    });
    const text = renderReview(review(before, after), options);
    expect(text).toMatch(/### Moved: 1\n\n- prod: `aws_cloudwatch_log_group\.renamed`, before `aws_cloudwatch_log_group\./);
    expect(text).toMatch(/### Leave the state, stay in AWS: 1\n\n- prod: `aws_kms_key\./);
    expect(text).toMatch(/### Adopted \(import\): 1\n\n- prod: `aws_s3_bucket\.old`/);
    expect(text).not.toMatch(/### (Destroyed|Created)/);
  });
});

it('asks both sides: an attack that a guardrail stopped is open without it', async () => {
  const { blueprint } = loadBlueprint(exampleInput(), exampleIds());
  const documents = new Map([...example.documents].map(([stack, document]) => [stack, structuredClone(document)]));
  for (const policy of Object.values<TerraformJson>(documents.get('org-policies').resource.aws_organizations_policy)) {
    const document = JSON.parse(policy.content);
    if (!Array.isArray(document.Statement)) continue;
    policy.content = JSON.stringify({ ...document, Statement: document.Statement.filter(({ Sid }: { Sid: string }) => Sid !== 'DenyShells') });
  }
  const asked = (row: object) => JSON.stringify(row).includes('DenyShells') || ('expect' in row && JSON.stringify(row).includes('StartSession'));
  const [old, now] = [await verdicts(blueprint, example.documents, asked), await verdicts(blueprint, documents, asked)];
  const weaker = verdictChanges(old, now);
  expect(weaker.opened.flatMap(({ rows }) => rows).length).toBeGreaterThan(0);
  expect(weaker.opened.every(({ by }) => by.includes('DenyShells'))).toBe(true);
  expect(weaker.blocked).toEqual([]);
  const stricter = verdictChanges(now, old);
  expect(stricter.stopped.flatMap(({ rows }) => rows)).toEqual(weaker.opened.flatMap(({ rows }) => rows));
  expect(verdictChanges(old, old)).toMatchObject({ opened: [], stopped: [], blocked: [], unblocked: [] });
});

function widen(key: TerraformJson): void {
  const document = JSON.parse(key.policy);
  const statement = document.Statement.find((one: TerraformJson) => one.Effect === 'Allow' && one.Sid && !JSON.stringify(one.Action).includes('kms:Decrypt'));
  statement.Action = [statement.Action, 'kms:Decrypt'].flat();
  key.policy = JSON.stringify(document);
}

function withoutDenials(key: TerraformJson): void {
  const document = JSON.parse(key.policy);
  key.policy = JSON.stringify({ ...document, Statement: document.Statement.filter(({ Effect }: { Effect: string }) => Effect !== 'Deny') });
}

import { existsSync, readFileSync } from 'node:fs';
import { loadBlueprint } from '../../config/load';
import { REQUIRED_TAGS } from '../../lib/data-tags';
import { resourcesIn } from '../../tools/synthesis/resources-in';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import { tagViolations, vocabulary } from '../../tools/synthesis/tags';
import brownfield from '../fixtures/brownfield';
import everythingOn from '../fixtures/everything-on';
import { exampleIds, exampleInput } from '../fixtures/example';
import showcase from '../fixtures/showcase';
import { synth } from '../support/synth';

const { blueprint } = loadBlueprint(exampleInput(), exampleIds());
const DEFAULTS = { DataClass: 'infrastructure', Environment: 'prod', Owner: 'platform' };
const bindings = (type: string) => `node_modules/@cdktf/provider-aws/lib/${type.replace(/^aws_/, '').replaceAll('_', '-')}/index.d.ts`;
const taggable = (type: string) => existsSync(bindings(type)) && /^\s+readonly tags\?: \{/m.test(readFileSync(bindings(type), 'utf8'));

describe.each([
  ['example', exampleInput],
  ['everything on', everythingOn],
  ['brownfield', brownfield],
  ['showcase', showcase],
])('%s', (name, input) => {
  const { documents, resources } = synth(input());

  it('every taggable resource has a class, an environment and an owner, with values that are known', () => {
    const known = vocabulary(blueprint);
    const checked = resources.filter(({ type }) => taggable(type));
    const wrong = checked.flatMap(({ stack, path, attributes }) => {
      const tags = { ...documents.get(stack).provider.aws[0].default_tags[0].tags, ...attributes.tags };
      return REQUIRED_TAGS.filter((tag) => !(known[tag]?.includes(tags[tag]) ?? tags[tag])).map((tag) => `${path} ${tag}=${tags[tag]}`);
    });
    expect(wrong).toEqual([]);
    expect(tagViolations({ documents, resources }, blueprint)).toEqual([]);
    const own = checked.filter(({ attributes }) => attributes.tags?.DataClass).length;
    expect(checked.length).toBeGreaterThan(200);
    process.stdout.write(`${name}: ${checked.length} of ${resources.length} resources can be tagged and are, ${own} say their class themselves\n`);
  });

  it('plans are refused where a tag policy misses something, but for the stacks of bootstrap', () => {
    for (const [stack, { provider }] of documents)
      expect([stack, provider.aws[0].tag_policy_compliance]).toEqual([stack, stack.endsWith('-state') ? undefined : 'error']);
  });
});

describe('what is refused', () => {
  const violations = (resource: TerraformJson, tags: TerraformJson) => {
    const document = { provider: { aws: [{ default_tags: [{ tags }] }] }, resource };
    return tagViolations({ documents: new Map([['prod', document]]), resources: resourcesIn('prod', document) }, blueprint);
  };
  const CLASSES = 'customer, application, operational, infrastructure';
  const ENVIRONMENTS = 'org, log-archive, security, prod, dev, test';

  const CASES: readonly (readonly [string, TerraformJson, readonly string[], TerraformJson?])[] = [
    ['nothing', { aws_vpc: { v: {} }, aws_sqs_queue: { q: { tags: { DataClass: 'customer' } } } }, []],
    [
      'a stack without an owner',
      {},
      ['prod/provider.aws.default_tags: lacks Owner, got DataClass, Environment; add it'],
      { DataClass: 'customer', Environment: 'dev' },
    ],
    ['a stack without tags', {}, REQUIRED_TAGS.map((tag) => `prod/provider.aws.default_tags: lacks ${tag}, got no tags; add it`), {}],
    [
      'a class and an environment that nobody knows',
      { aws_vpc: { v: { tags: { DataClass: 'costumer', Environment: 'production' } } } },
      [
        `prod/aws_vpc.v.tags.DataClass: must be one of ${CLASSES}, got costumer; correct it`,
        `prod/aws_vpc.v.tags.Environment: must be one of ${ENVIRONMENTS}, got production; correct it`,
      ],
    ],
    ['an owner of nobody', { aws_vpc: { v: { tags: { Owner: '' } } } }, ['prod/aws_vpc.v.tags.Owner: must be a name, got ; correct it']],
    [
      'a class that only Terraform knows',
      { aws_vpc: { v: { tags: { DataClass: '${aws_vpc.other.id}' } } } },
      [`prod/aws_vpc.v.tags.DataClass: must be one of ${CLASSES}, got \${aws_vpc.other.id}; correct it`],
    ],
    [
      'data that does not say its class',
      { aws_sqs_queue: { q: { tags: { Name: 'q' } } }, aws_kms_key: { k: {} }, aws_s3_bucket: { b: {} }, aws_networkfirewall_firewall: { f: {} } },
      [
        'prod/aws_sqs_queue.q.tags: does not say the class of its data, got Name; add dataTags(CLASS) of lib/data-tags.ts',
        'prod/aws_kms_key.k.tags: does not say the class of its data, got no tags; add dataTags(CLASS) of lib/data-tags.ts',
        'prod/aws_s3_bucket.b.tags: does not say the class of its data, got no tags; add dataTags(CLASS) of lib/data-tags.ts',
      ],
    ],
    [
      'what a group starts without an owner',
      {
        aws_autoscaling_group: {
          g: {
            tag: [
              { key: 'DataClass', value: 'application' },
              { key: 'Environment', value: 'prod' },
            ],
          },
        },
      },
      ['prod/aws_autoscaling_group.g.tag: lacks Owner, got DataClass, Environment; add it'],
    ],
    [
      'volumes of a launch template',
      { aws_launch_template: { l: { tags: DEFAULTS, tag_specifications: [{ resource_type: 'instance', tags: DEFAULTS }] } } },
      REQUIRED_TAGS.map((tag) => `prod/aws_launch_template.l.tag_specifications of volumes: lacks ${tag}, got no tags; add it`),
    ],
    [
      'volumes of an instance',
      { aws_instance: { i: { tags: DEFAULTS, volume_tags: { DataClass: 'application', Owner: 'shop' } } } },
      ['prod/aws_instance.i.volume_tags: lacks Environment, got DataClass, Owner; add it'],
    ],
  ];

  it.each(CASES.map(([name, resource, expected, defaults = DEFAULTS]) => ({ name, resource, expected, defaults })))('$name', ({
    resource,
    expected,
    defaults,
  }) => {
    expect(violations(resource, defaults)).toEqual(expected);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { ENCRYPTION_EXCEPTIONS } from '../../config/encryption-exceptions';
import { encryptionOf } from '../../tools/synthesis/encryption';
import { resourcesIn } from '../../tools/synthesis/resources-in';
import { COMPANIONS, NO_STORAGE, STORAGE_TYPES } from '../../tools/synthesis/storage-types';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import brownfield from '../fixtures/brownfield';
import everythingOn from '../fixtures/everything-on';
import { exampleIds, exampleInput } from '../fixtures/example';
import minimal from '../fixtures/minimal';
import showcase from '../fixtures/showcase';
import { synth } from '../support/synth';

const SMALL_IDS = { ...exampleIds(), accounts: { 'log-archive': '222222222222', security: '333333333333', dev: '555555555555' } };
const FIXTURES = {
  example: synth(exampleInput()),
  'everything on': synth(everythingOn()),
  brownfield: synth(brownfield()),
  minimal: synth(minimal(), SMALL_IDS),
  showcase: synth(showcase()),
};
const bindings = (type: string) => `node_modules/@cdktf/provider-aws/lib/${type.replace(/^aws_/, '').replaceAll('_', '-')}/index.d.ts`;
const KEY_ARGUMENT = /^\s+readonly (\w*(?:[kK]ms\w*(?:Key|Arn|Id)|[eE]ncryption(?:Configuration|Key\w*|Info)|serverSideEncryption\w*|[eE]ncryptAtRest))\??:/gm;

describe.each(Object.entries(FIXTURES))('%s', (name, synthesis) => {
  it('encrypts whatever holds data with the key of its class, or says why not', () => {
    const found = encryptionOf(synthesis);
    expect(found.flatMap(({ wrong }) => wrong ?? [])).toEqual([]);
    const excepted = found.filter(({ exception }) => exception);
    expect(found.length - excepted.length).toBeGreaterThan(10);
    process.stdout.write(
      `${name}: ${found.length} resources hold data, ${found.length - excepted.length} with a key of ours, ${excepted.length} in the exception list\n`,
    );
  });

  it('has no type with an argument for a key that stands in no list', () => {
    const types = [...new Set(synthesis.resources.map(({ type }) => type))];
    const unlisted = types.flatMap((type) => {
      if (!existsSync(bindings(type))) return [`${type}: has no bindings under this name`];
      const [argument] = [...readFileSync(bindings(type), 'utf8').matchAll(KEY_ARGUMENT)].map(([, found]) => found);
      return argument === undefined || type in STORAGE_TYPES || type in COMPANIONS || type in NO_STORAGE ? [] : [`${type}.${argument}`];
    });
    expect(unlisted).toEqual([]);
    expect(types).toContain('aws_sns_topic');
  });
});

it('every exception is needed somewhere, and dated', () => {
  const used = new Set(Object.values(FIXTURES).flatMap((synthesis) => encryptionOf(synthesis).map(({ exception }) => exception)));
  expect(ENCRYPTION_EXCEPTIONS.filter((exception) => !used.has(exception)).map(({ type, reason }) => `${type}: ${reason}`)).toEqual([]);
  for (const { read, rule, reason } of ENCRYPTION_EXCEPTIONS) {
    expect(read).toMatch(/^20\d\d-(0\d|1[0-2])$/);
    expect(rule.length).toBeGreaterThan(40);
    expect(reason.length).toBeGreaterThan(40);
  }
});

it('an argument for a key is recognized in types of all kinds', () => {
  const recognized = (type: string) => new RegExp(KEY_ARGUMENT.source, 'm').test(readFileSync(bindings(type), 'utf8'));
  expect(Object.keys(STORAGE_TYPES).filter((type) => !recognized(type))).toEqual(['aws_ebs_default_kms_key', 'aws_ssm_parameter']);
  for (const type of ['aws_vpc', 'aws_iam_role', 'aws_route_table', 'aws_cloudwatch_metric_alarm']) expect([type, recognized(type)]).toEqual([type, false]);
});

it('the lists name types and arguments that the provider has', () => {
  for (const [type, { keys }] of [
    ...Object.entries(STORAGE_TYPES),
    ...Object.values(COMPANIONS).map(({ type: other, key }): [string, { keys: string[] }] => [other, { keys: [key] }]),
  ]) {
    const text = readFileSync(bindings(type), 'utf8');
    for (const argument of keys.flatMap((path) => path.split('.'))) {
      const camel = argument.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());
      expect([type, argument, new RegExp(`readonly ${camel}\\??:`).test(text)]).toEqual([type, argument, true]);
    }
  }
});

describe('what is refused', () => {
  const SURROUNDINGS = {
    aws_kms_key: {
      customer: { region: 'eu-west-1', tags: { DataClass: 'customer' } },
      application: { region: 'eu-west-1', tags: { DataClass: 'application' } },
      secrets: { region: 'eu-west-1', tags: { DataClass: 'application' } },
    },
    aws_kms_alias: {
      customer: { region: 'eu-west-1', name: 'alias/data/customer', target_key_id: '${aws_kms_key.customer.key_id}' },
      secrets: { region: 'eu-west-1', name: 'alias/data/secrets', target_key_id: '${aws_kms_key.secrets.key_id}' },
    },
  };
  const wrong = (resource: TerraformJson): (string | undefined)[] => {
    const document = {
      provider: { aws: [{ allowed_account_ids: ['444444444444'], default_tags: [{ tags: { DataClass: 'infrastructure' } }] }] },
      resource: { ...SURROUNDINGS, ...resource },
    };
    return encryptionOf({ documents: new Map([['prod', document]]), resources: resourcesIn('prod', document) }).map(({ exception, ...rest }) =>
      exception ? 'excepted' : rest.wrong,
    );
  };
  const queue = (attributes: TerraformJson) => ({ aws_sqs_queue: { q: { region: 'eu-west-1', tags: { DataClass: 'customer' }, ...attributes } } });
  const NO_KEY = 'names no key of ours';
  const REMEDY = "use the key of its class, or enter AWS's rule in config/encryption-exceptions.ts";

  it.each<[string, TerraformJson, string | undefined]>([
    ['the key of its class', queue({ kms_master_key_id: '${aws_kms_key.customer.arn}' }), undefined],
    ['the alias of it', queue({ kms_master_key_id: 'arn:aws:kms:eu-west-1:444444444444:alias/data/customer' }), undefined],
    ['no key', queue({}), `prod/aws_sqs_queue.q.kms_master_key_id: ${NO_KEY}, got nothing; ${REMEDY}`],
    ['a key of AWS', queue({ kms_master_key_id: 'alias/aws/sqs' }), `prod/aws_sqs_queue.q.kms_master_key_id: ${NO_KEY}, got alias/aws/sqs; ${REMEDY}`],
    [
      'the alias in another account',
      queue({ kms_master_key_id: 'arn:aws:kms:eu-west-1:555555555555:alias/data/customer' }),
      `prod/aws_sqs_queue.q.kms_master_key_id: ${NO_KEY}, got arn:aws:kms:eu-west-1:555555555555:alias/data/customer; ${REMEDY}`,
    ],
    [
      'the key of another class',
      queue({ kms_master_key_id: '${aws_kms_key.application.arn}' }),
      'prod/aws_sqs_queue.q.kms_master_key_id: names the key of class application for data of class customer, got ${aws_kms_key.application.arn}; use the key of its class',
    ],
    [
      'the key of the stack by default',
      { aws_sqs_queue: { q: { kms_master_key_id: '${aws_kms_key.application.arn}' } } },
      'prod/aws_sqs_queue.q.kms_master_key_id: names the key of class application for data of class infrastructure, got ${aws_kms_key.application.arn}; use the key of its class',
    ],
    [
      'a secret of customers with the key of secrets',
      { aws_secretsmanager_secret: { s: { tags: { DataClass: 'customer' }, kms_key_id: '${aws_kms_key.secrets.arn}' } } },
      undefined,
    ],
    [
      'a queue with the key of secrets',
      queue({ kms_master_key_id: '${aws_kms_key.secrets.arn}' }),
      'prod/aws_sqs_queue.q.kms_master_key_id: names the key of class application for data of class customer, got ${aws_kms_key.secrets.arn}; use the key of its class',
    ],
    [
      'a bucket without encryption of its own',
      { aws_s3_bucket: { b: { bucket: 'b', tags: { DataClass: 'customer' } } } },
      `prod/aws_s3_bucket.b: holds data that no key of ours encrypts, got no aws_s3_bucket_server_side_encryption_configuration; add one with the key of its class, or enter AWS's rule in config/encryption-exceptions.ts`,
    ],
    [
      'a bucket with SSE-S3',
      {
        aws_s3_bucket: { b: { bucket: 'b', tags: { DataClass: 'customer' } } },
        aws_s3_bucket_server_side_encryption_configuration: {
          e: { bucket: '${aws_s3_bucket.b.id}', rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }] },
        },
      },
      `prod/aws_s3_bucket_server_side_encryption_configuration.e.rule.apply_server_side_encryption_by_default.kms_master_key_id: ${NO_KEY}, got nothing; ${REMEDY}`,
    ],
    [
      'a table with a block that names no key',
      { aws_dynamodb_table: { t: { server_side_encryption: { enabled: true } } } },
      `prod/aws_dynamodb_table.t.server_side_encryption.kms_key_arn: ${NO_KEY}, got nothing; ${REMEDY}`,
    ],
    ['EBS in a region without a key of ours', { aws_ebs_encryption_by_default: { e: { region: 'us-east-1' } } }, 'excepted'],
    [
      'EBS in a region that has one',
      { aws_ebs_encryption_by_default: { e: { region: 'eu-west-1' } } },
      `prod/aws_ebs_encryption_by_default.e: holds data that no key of ours encrypts, got no aws_ebs_default_kms_key; add one with the key of its class, or enter AWS's rule in config/encryption-exceptions.ts`,
    ],
    [
      'a volume that is not encrypted',
      { aws_launch_template: { l: { block_device_mappings: [{ ebs: { encrypted: 'false' } }] } } },
      `prod/aws_launch_template.l.block_device_mappings.ebs.kms_key_id: ${NO_KEY}, got nothing; ${REMEDY}`,
    ],
  ])('%s', (_name, resource, expected) => {
    expect(wrong(resource)).toEqual([expected]);
  });
});

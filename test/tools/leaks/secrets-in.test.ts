import { secretsIn } from '../../../tools/leaks/secrets-in';
import { blocksOf } from '../../../tools/leaks/terraform-blocks';
import { violations } from '../../../tools/synthesis/checks';

/** Planted: shaped like secrets, put together here so that the repository's own check finds none. */
const CANARY = ['canary', '7Qz!pl4nt3d'].join('-');
const ACCESS_KEY_ID = ['AKIA', 'QQ2RXCANARY7WZ34'].join('');
const SECRET_KEY = ['tVwX9/kLm2Np', 'Qr5St+uYz1Ab3Cd4Ef6Gh7Jk8M0n'].join('');
const KEY_BLOCK = ['-----BEGIN RSA PRIVATE', ' KEY-----\nMIIE'].join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');

// biome-ignore lint/suspicious/noExplicitAny: blocks of any type
const lines = (type: string, attributes: any, kind: 'resource' | 'data' | 'other' = 'resource') =>
  secretsIn({ path: `prod/${type}.x`, type, kind, attributes });

describe('refused', () => {
  it.each<[string, string, object]>([
    ['a database password', 'aws_db_instance', { password: CANARY }],
    ['a cluster password', 'aws_rds_cluster', { master_password: CANARY }],
    ['a password by reference, which the state would hold', 'aws_rds_cluster', { master_password: '${random_password.p.result}' }],
    ['a secret', 'aws_secretsmanager_secret_version', { secret_string: CANARY }],
    ['a secret in binary', 'aws_secretsmanager_secret_version', { secret_binary: base64(CANARY) }],
    ['a literal in a write-only argument: the JSON is committed', 'aws_secretsmanager_secret_version', { secret_string_wo: CANARY }],
    ['a secure parameter', 'aws_ssm_parameter', { type: 'SecureString', value: CANARY }],
    ['a list of passwords', 'aws_elasticache_user', { passwords: [CANARY] }],
    ['a nested password', 'aws_mq_broker', { user: [{ username: 'u', password: CANARY }] }],
    ['a tunnel key', 'aws_vpn_connection', { tunnel1_preshared_key: CANARY }],
    ['an authentication token', 'aws_elasticache_replication_group', { auth_token: CANARY }],
    ['an API key', 'aws_api_gateway_api_key', { value: CANARY }],
    ['a token where it is one', 'aws_codebuild_source_credential', { token: CANARY }],
    ['an environment variable', 'aws_lambda_function', { environment: { variables: { DB_PASSWORD: CANARY } } }],
    ['a container', 'aws_ecs_task_definition', { container_definitions: JSON.stringify([{ environment: [{ name: 'API_KEY', value: CANARY }] }]) }],
    ['user data', 'aws_instance', { user_data: `#!/bin/sh\nexport DB_PASSWORD=${CANARY}\n` }],
    ['encoded user data', 'aws_launch_template', { user_data: base64(`#!/bin/sh\nmysql --password=${CANARY}\n`) }],
    ['user data with a reference to a secret', 'aws_instance', { user_data: '#!/bin/sh\nrun ${aws_iam_access_key.k.secret}' }],
    ['an access key id anywhere', 'aws_ssm_parameter', { type: 'String', value: `key ${ACCESS_KEY_ID}` }],
    ['a secret access key anywhere', 'aws_ssm_parameter', { type: 'String', value: SECRET_KEY }],
    ['a private key anywhere', 'aws_s3_object', { content: KEY_BLOCK }],
    ['a URL with a password', 'aws_dms_endpoint', { extra_connection_attributes: `postgres://app:${CANARY.replace('!', '')}@db/shop` }],
    ['an access key without pgp_key', 'aws_iam_access_key', { user: 'u' }],
    ['a generated password', 'random_password', { length: 20 }],
    ['a parameter in JSON text', 'aws_ssm_parameter', { type: 'String', value: JSON.stringify({ database: { password: CANARY } }) }],
  ])('%s', (_name, type, attributes) => {
    const found = lines(type, attributes);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^prod/${type}\\.x`));
    for (const secret of [CANARY, ACCESS_KEY_ID, SECRET_KEY]) expect(found[0]).not.toContain(secret);
  });

  it.each(['aws_secretsmanager_secret_version', 'aws_kms_secrets', 'aws_eks_cluster_auth', 'aws_ssm_parameter'])('data source %s', (type) => {
    expect(lines(type, { name: '/app/password' }, 'data')).toHaveLength(1);
  });

  it('credentials of the provider, and a secret in an output', () => {
    expect(lines('provider', { aws: [{ access_key: ACCESS_KEY_ID, secret_key: SECRET_KEY, token: CANARY }] }, 'other')).toHaveLength(3);
    expect(lines('output', { k: { value: '${aws_iam_access_key.k.secret}' } }, 'other')).toHaveLength(1);
  });
});

describe('fine', () => {
  it.each<[string, string, object]>([
    ['a managed password', 'aws_rds_cluster', { manage_master_user_password: true, master_user_secret_kms_key_id: '${aws_kms_key.k.arn}' }],
    [
      'a write-only argument from memory',
      'aws_secretsmanager_secret_version',
      { secret_string_wo: '${ephemeral.random_password.p.result}', secret_string_wo_version: 1 },
    ],
    ['a secret by ARN', 'aws_lambda_function', { environment: { variables: { DB_SECRET: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:db' } } }],
    [
      'a secret that a container gets at run time',
      'aws_ecs_task_definition',
      { container_definitions: '[{"secrets":[{"name":"API_KEY","valueFrom":"arn:aws:ssm:x"}]}]' },
    ],
    ['user data that asks', 'aws_instance', { user_data: 'export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)\n' }],
    ['AWS WAF and metadata words', 'aws_launch_template', { metadata_options: { http_tokens: 'required' }, password_field: { identifier: '/password' } }],
    ['the lock of a web ACL, which AWS makes', 'aws_wafv2_web_acl', { lock_token: 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111' }],
    ['a plain parameter', 'aws_ssm_parameter', { type: 'String', value: 'eu-west-1' }],
    ['a hash', 'aws_lambda_function', { code_sha256: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' }],
    ['an access key under a PGP key', 'aws_iam_access_key', { user: 'u', pgp_key: 'keybase:owner' }],
    ['a password policy', 'aws_iam_account_password_policy', { minimum_password_length: 20, allow_users_to_change_password: true }],
  ])('%s', (_name, type, attributes) => {
    expect(lines(type, attributes)).toEqual([]);
  });
  it('a public parameter of AWS', () => expect(lines('aws_ssm_parameter', { name: '/aws/service/ami-amazon-linux-latest/x' }, 'data')).toEqual([]));
});

it('finds the planted canary in a synthesized stack, a state and a plan', () => {
  const resource = { type: 'aws_db_instance', name: 'd', mode: 'managed', address: 'aws_db_instance.d' };
  const documents = {
    synthesized: { terraform: {}, resource: { aws_db_instance: { d: { password: CANARY } } } },
    state: { version: 4, resources: [{ ...resource, instances: [{ attributes: { password: CANARY } }] }] },
    plan: { resource_changes: [{ ...resource, change: { before: null, after: { password: CANARY } } }] },
    'prior state': { planned_values: {}, prior_state: { values: { root_module: { resources: [{ ...resource, values: { password: CANARY } }] } } } },
    output: { version: 4, resources: [], outputs: { password: { value: ACCESS_KEY_ID } } },
  };
  for (const [name, document] of Object.entries(documents)) expect(blocksOf(name, document).flatMap(secretsIn)).toHaveLength(1);
  expect(() => blocksOf('other', { a: 1 })).toThrow('other: is no synthesized stack, state or plan, got members a; pass one of these');
});

it('synthesis refuses a stack that would hold a secret', () => {
  const documents = new Map([['prod', { terraform: {}, resource: { aws_db_instance: { d: { password: CANARY } } } }]]);
  const directory = { organizationId: 'o-a1b2c3d4e5', accounts: new Map(), partners: new Map(), units: new Map() };
  expect(violations({ documents, resources: [], policies: [] }, directory)).toEqual([
    `prod/aws_db_instance.d.password: would hold a secret in plain text, got ${CANARY.length} characters; let AWS make it (manage_master_user_password, rotation), or have the application read it from Secrets Manager at run time`,
  ]);
});

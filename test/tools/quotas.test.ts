import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byUse, type QuotaUse, quotaViolations, quotaWarnings } from '../../tools/quotas/quota';
import { quotaUses } from '../../tools/quotas/quota-uses';
import { resolved } from '../../tools/quotas/resolved-length';
import type { Directory } from '../../tools/synthesis/directory';
import { resourcesIn } from '../../tools/synthesis/resources-in';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import everythingOn from '../fixtures/everything-on';
import { exampleInput } from '../fixtures/example';
import { synth } from '../support/synth';

const directory: Directory = {
  organizationId: 'o-a1b2c3d4e5',
  accounts: new Map([['555555555555', 'dev']]),
  partners: new Map(),
  units: new Map([['ou-a1b2-11111111', 'workloads']]),
};
const uses = (resource: TerraformJson): QuotaUse[] => quotaUses(resourcesIn('s', { resource }), directory);
const text = (length: number) => 'a'.repeat(length);
const times = (count: number, block: (index: number) => unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, block(index)]));
const attachments = (type: string) => (count: number) => ({
  aws_organizations_policy: times(count, () => ({ type, content: '{}' })),
  aws_organizations_policy_attachment: times(count, (index) => ({ policy_id: `\${aws_organizations_policy.n${index}.id}`, target_id: 'ou-a1b2-11111111' })),
});
const one = (type: string, attribute: string) => (length: number) => ({ [type]: { x: { [attribute]: text(length) } } });

/** quota, where, the most that AWS takes (read 2026-11), a document that uses so much of it. Numbers stand here again, on purpose. */
const CASES: readonly [string, string, number, (used: number) => TerraformJson][] = [
  ...(
    [
      ['SERVICE_CONTROL_POLICY', 10_240],
      ['RESOURCE_CONTROL_POLICY', 5120],
      ['DECLARATIVE_POLICY_EC2', 10_000],
      ['BACKUP_POLICY', 10_000],
      ['TAG_POLICY', 10_000],
      ['AISERVICES_OPT_OUT_POLICY', 2500],
    ] as const
  ).map(([type, limit]): [string, string, number, (used: number) => TerraformJson] => [
    type.toLowerCase().replaceAll('_', ' '),
    's/aws_organizations_policy.x.content',
    limit,
    (used) => ({ aws_organizations_policy: { x: { type, content: text(used) } } }),
  ]),
  // One place of ten is FullAWSAccess's, one of five RCPFullAWSAccess's.
  ['target of service control policies', 's/workloads', 10, (used) => attachments('SERVICE_CONTROL_POLICY')(used - 1)],
  ['target of resource control policies', 's/workloads', 5, (used) => attachments('RESOURCE_CONTROL_POLICY')(used - 1)],
  ['target of tag policies', 's/workloads', 10, attachments('TAG_POLICY')],
  ['target of aiservices opt out policies', 's/workloads', 5, attachments('AISERVICES_OPT_OUT_POLICY')],
  ['delegation policy of the organization', 's/aws_organizations_resource_policy.x.content', 40_000, one('aws_organizations_resource_policy', 'content')],
  [
    'inline policy of a permission set',
    's/aws_ssoadmin_permission_set_inline_policy.x.inline_policy',
    10_240,
    one('aws_ssoadmin_permission_set_inline_policy', 'inline_policy'),
  ],
  ['managed policy', 's/aws_iam_policy.x.policy', 6144, one('aws_iam_policy', 'policy')],
  ['trust policy', 's/aws_iam_role.x.assume_role_policy', 2048, one('aws_iam_role', 'assume_role_policy')],
  ['key policy', 's/aws_kms_key.x.policy', 32_768, one('aws_kms_key', 'policy')],
  ['key policy', 's/aws_kms_replica_key.x.policy', 32_768, one('aws_kms_replica_key', 'policy')],
  ['bucket policy', 's/aws_s3_bucket_policy.x.policy', 20_480, one('aws_s3_bucket_policy', 'policy')],
  ['endpoint policy', 's/aws_vpc_endpoint.x.policy', 20_480, one('aws_vpc_endpoint', 'policy')],
  ['topic policy', 's/aws_sns_topic_policy.x.policy', 30_720, one('aws_sns_topic_policy', 'policy')],
  ['queue policy', 's/aws_sqs_queue_policy.x.policy', 8192, one('aws_sqs_queue_policy', 'policy')],
  ['secret policy', 's/aws_secretsmanager_secret_policy.x.policy', 20_480, one('aws_secretsmanager_secret_policy', 'policy')],
  ['table policy', 's/aws_dynamodb_resource_policy.x.policy', 20_480, one('aws_dynamodb_resource_policy', 'policy')],
  [
    'resource policy of CloudWatch Logs',
    's/aws_cloudwatch_log_resource_policy.x.policy_document',
    5120,
    one('aws_cloudwatch_log_resource_policy', 'policy_document'),
  ],
  ['conformance pack', 's/aws_config_conformance_pack.x.template_body', 51_200, one('aws_config_conformance_pack', 'template_body')],
  ['event pattern', 's/aws_cloudwatch_event_rule.x.event_pattern', 2048, one('aws_cloudwatch_event_rule', 'event_pattern')],
  ['metric filter pattern', 's/aws_cloudwatch_log_metric_filter.x.pattern', 1024, one('aws_cloudwatch_log_metric_filter', 'pattern')],
  [
    'inline policies of a role', // three policies, one of them a block of the role; reference and name are the same role
    's/aws_iam_role.r',
    10_240,
    (used) => ({
      aws_iam_role: { r: { name: 'reader', inline_policy: [{ name: 'c', policy: text(100) }] } },
      aws_iam_role_policy: { a: { role: '${aws_iam_role.r.name}', policy: text(used - 300) }, b: { role: 'reader', policy: text(200) } },
    }),
  ],
  [
    'inline policies of a group',
    's/aws_iam_group.g',
    5120,
    (used) => ({ aws_iam_group: { g: {} }, aws_iam_group_policy: { a: { group: '${aws_iam_group.g.name}', policy: text(used) } } }),
  ],
  [
    'inline policies of a user',
    's/aws_iam_user.u',
    2048,
    (used) => ({ aws_iam_user: { u: {} }, aws_iam_user_policy: { a: { user: '${aws_iam_user.u.name}', policy: text(used) } } }),
  ],
  [
    'role',
    's/aws_iam_role.r',
    10,
    (used) => ({ aws_iam_role: { r: {} }, aws_iam_role_policy_attachment: times(used, () => ({ role: '${aws_iam_role.r.name}' })) }),
  ],
  [
    'event rule',
    's/aws_cloudwatch_event_rule.r',
    5,
    (used) => ({ aws_cloudwatch_event_rule: { r: {} }, aws_cloudwatch_event_target: times(used, () => ({ rule: '${aws_cloudwatch_event_rule.r.name}' })) }),
  ],
  [
    'log group',
    's/aws_cloudwatch_log_group.g',
    100,
    (used) => ({
      aws_cloudwatch_log_group: { g: {} },
      aws_cloudwatch_log_metric_filter: times(used, () => ({ log_group_name: '${aws_cloudwatch_log_group.g.name}' })),
    }),
  ],
  // Two groups with the same set in an account need it once.
  [
    'account',
    's/dev',
    500,
    (used) => ({
      aws_ssoadmin_account_assignment: {
        ...times(used, (index) => ({ target_id: '555555555555', permission_set_arn: `set ${index}` })),
        again: { target_id: '555555555555', permission_set_arn: 'set 0' },
      },
    }),
  ],
  ['Identity Center', 's', 3500, (used) => ({ aws_ssoadmin_permission_set: times(used, () => ({})) })],
  [
    'security group',
    's/aws_security_group.g ingress',
    60,
    (used) => ({ aws_vpc_security_group_ingress_rule: times(used, () => ({ security_group_id: '${aws_security_group.g.id}' })) }),
  ],
  ['network ACL', 's/aws_network_acl.x egress', 20, (used) => ({ aws_network_acl: { x: { egress: Array.from({ length: used }, () => ({})) } } })],
  [
    'web ACL',
    's/aws_wafv2_web_acl.x',
    5000,
    (used) => ({ aws_wafv2_web_acl: { x: { rule: Array.from({ length: used }, () => ({ statement: { geo_match_statement: {} } })) } } }),
  ],
  ['firewall rule group', 's/aws_networkfirewall_rule_group.x.capacity', 30_000, (used) => ({ aws_networkfirewall_rule_group: { x: { capacity: used } } })],
  [
    'rules string',
    's/aws_networkfirewall_rule_group.x.rule_group.rules_source.rules_string',
    2_000_000,
    (used) => ({ aws_networkfirewall_rule_group: { x: { capacity: 1, rule_group: { rules_source: { rules_string: `#${text(used - 1)}` } } } } }),
  ],
  [
    'longest rule',
    's/aws_networkfirewall_rule_group.x.rule_group.rules_source.rules_string',
    8192,
    (used) => ({ aws_networkfirewall_rule_group: { x: { capacity: 9, rule_group: { rules_source: { rules_string: `a\n${text(used)}\n# b` } } } } }),
  ],
  [
    'rules of a group with its capacity',
    's/aws_networkfirewall_rule_group.x.rule_group.rules_source.rules_string',
    100,
    (used) => ({
      aws_networkfirewall_rule_group: { x: { capacity: 100, rule_group: { rules_source: { rules_string: `# note\n\n${'rule\n'.repeat(used)}` } } } },
    }),
  ],
  [
    'stateful groups of a firewall policy',
    's/aws_networkfirewall_firewall_policy.p',
    30_000,
    (used) => ({
      aws_networkfirewall_rule_group: { a: { capacity: 10_000 }, b: { capacity: used - 10_000 } },
      aws_networkfirewall_firewall_policy: {
        p: {
          firewall_policy: { stateful_rule_group_reference: ['a', 'b'].map((name) => ({ resource_arn: `\${aws_networkfirewall_rule_group.${name}.arn}` })) },
        },
      },
    }),
  ],
  [
    'firewall policy',
    's/aws_networkfirewall_firewall_policy.p',
    20,
    (used) => ({
      aws_networkfirewall_firewall_policy: {
        p: { firewall_policy: { stateful_rule_group_reference: Array.from({ length: used }, () => ({ resource_arn: 'x' })) } },
      },
    }),
  ],
];

describe.each(CASES)('%s at %s', (quota, path, limit, document) => {
  const of = (used: number) => uses(document(used)).filter((use) => use.quota === quota && use.path === path);

  it('counts', () => {
    expect(of(limit)).toEqual([expect.objectContaining({ used: limit, limit })]);
  });

  it('refuses one more, and nothing less', () => {
    const refused = (used: number) => quotaViolations(of(used));
    expect(refused(limit - 1)).toEqual([]);
    expect(refused(limit)).toEqual([]);
    const [line] = refused(limit + 1);
    expect(line).toContain(`${path}: ${quota} may have ${limit.toLocaleString('en-US')} `);
    expect(line).toContain(`got ${(limit + 1).toLocaleString('en-US')}; `);
  });
});

/** A web ACL whose rules take so many units each. */
const webAcl = (...units: number[]) => ({
  aws_wafv2_web_acl: {
    x: {
      rule: units.map((count, index) => ({
        name: `r${index}`,
        statement: { or_statement: { statement: Array.from({ length: count }, () => ({ geo_match_statement: {} })) } },
      })),
    },
  },
});

it('warns above 80 %, but not of policies that are packed to the brim on purpose', () => {
  const warned = (resource: TerraformJson) => quotaWarnings(uses(resource)).map((line) => line.split(':')[0]);
  expect(warned(one('aws_iam_policy', 'policy')(4915))).toEqual([]);
  expect(warned(one('aws_iam_policy', 'policy')(4916))).toEqual(['s/aws_iam_policy.x.policy']);
  expect(warned(one('aws_iam_policy', 'policy')(6145))).toEqual([]); // refused instead
  expect(warned({ aws_organizations_policy: { x: { type: 'SERVICE_CONTROL_POLICY', content: text(10_000) } } })).toEqual([]);
  expect(warned(one('aws_cloudwatch_log_metric_filter', 'pattern')(1000))).toEqual([]);
  expect(warned({ aws_organizations_policy: { x: { type: 'TAG_POLICY', content: text(9000) } } })).toEqual(['s/aws_organizations_policy.x.content']);
  expect(warned(attachments('SERVICE_CONTROL_POLICY')(8))).toEqual(['s/workloads']);
});

it('what AWS may have raised, or what only costs more, is told and not refused', () => {
  const many = uses({ aws_organizations_account: times(10, () => ({})) });
  expect(quotaViolations(many)).toEqual([]);
  expect(quotaWarnings(many)).toEqual(['s: a new organization may have 10 accounts, got 11; ask AWS for more in Service Quotas']);
  expect(quotaWarnings(uses({ aws_ec2_transit_gateway_route_table: times(21, () => ({})) }))).toEqual([
    's: transit gateway may have 20 route tables, got 21; ask AWS for more in Service Quotas',
  ]);
  const acl = uses(webAcl(1501));
  expect(quotaViolations(acl)).toEqual([]);
  expect(quotaWarnings(acl)).toEqual([
    's/aws_wafv2_web_acl.x: web ACL in the base price may have 1,500 capacity units, got 1,501; a million requests cost 0.20 USD more, 0.20 for each 500 units above it (r0 1501)',
  ]);
  expect(quotaWarnings(uses(webAcl(1500, 501)))[0]).toContain('got 2,001; a million requests cost 0.40 USD more');
});

it('white space counts for Organizations, not for IAM', () => {
  const spaced = `${text(10)} \n\t${text(10)}`;
  expect(uses({ aws_iam_policy: { x: { policy: spaced } } })).toEqual([expect.objectContaining({ used: 20 })]);
  expect(uses({ aws_organizations_policy: { x: { content: spaced } } })).toEqual([expect.objectContaining({ used: 23 })]);
});

it('a policy type without a known quota is refused, not forgotten', () => {
  expect(quotaViolations(uses({ aws_organizations_policy: { x: { type: 'BEDROCK_POLICY', content: '{}' } } }))).toEqual([
    's/aws_organizations_policy.x.content: bedrock policy may have 0 characters, got 2; add the quota of its type to config/aws-limits.ts',
  ]);
});

it.each([
  ['plain', 5],
  ['$${aws:username}', 15],
  ['a${aws_kms_key.k.arn}b', 2 + 'arn:aws:kms:ap-northeast-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef'.length],
  ['${aws_s3_bucket.b.arn}/*', 'arn:aws:s3:::'.length + 63 + 2],
  ['${data.aws_kms_key.k.arn}', 80],
  ['${aws_thing.unknown.arn}', 2048],
  ['${one([for x in aws_y.z : {a = x}])}', 2048],
  ['${aws:SourceVpc}', 16],
  ['$', 1],
  ['${never closed', 2048],
])('%s is measured as if AWS had filled it in', (source, length) => {
  expect(resolved(source)).toHaveLength(length);
});

it.each([
  [
    'contains, two transformations, all query arguments',
    {
      byte_match_statement: {
        positional_constraint: 'CONTAINS',
        field_to_match: { all_query_arguments: {} },
        text_transformation: [{ type: 'LOWERCASE' }, { type: 'URL_DECODE' }],
      },
    },
    40,
  ],
  [
    'exact, no transformation',
    { byte_match_statement: { positional_constraint: 'EXACTLY', field_to_match: { uri_path: {} }, text_transformation: [{ type: 'NONE' }] } },
    2,
  ],
  ['a JSON body costs double', { xss_match_statement: { field_to_match: { json_body: {} }, text_transformation: { type: 'NONE' } } }, 80],
  ['logic adds up', { and_statement: { statement: [{ geo_match_statement: {} }, { not_statement: { statement: [{ regex_match_statement: {} }] } }] } }, 4],
  ['rate with keys and scope', { rate_based_statement: { custom_key: [{}, {}], scope_down_statement: { label_match_statement: {} } } }, 63],
  ['managed group', { managed_rule_group_statement: { name: 'AWSManagedRulesBotControlRuleSet' } }, 50],
  ['what nobody priced fills the ACL', { managed_rule_group_statement: { name: 'Vendor' } }, 5001],
])('web ACL: %s', (_name, statement, capacity) => {
  const first = (attributes: unknown) => uses({ aws_wafv2_web_acl: { x: attributes } })[0];
  expect(first({ rule: [{ statement }] })).toEqual(expect.objectContaining({ used: capacity }));
});

it('web ACL: a rule too many is refused, with what each rule takes', () => {
  expect(quotaViolations(uses(webAcl(4000, 990, 11)))).toEqual([
    's/aws_wafv2_web_acl.x: web ACL may have 5,000 capacity units, got 5,001; remove a rule, or add the capacity of its group to config/aws-limits.ts (r0 4000, r1 990, r2 11)',
  ]);
  const many = quotaViolations(uses(webAcl(...Array.from({ length: 14 }, (_, index) => 400 - index))));
  expect(many[0]).toMatch(/ \(r0 400, r1 399, .*, r11 389, 2 more\)$/);
});

it('web ACL: a transformation of the same component is priced once, and counted each time for the quota', () => {
  const regex = (part: string, ...types: string[]) => ({
    statement: { regex_match_statement: { field_to_match: { [part]: {} }, text_transformation: types.map((type, priority) => ({ type, priority })) } },
  });
  const rule = [
    regex('body', 'URL_DECODE'),
    regex('body', 'URL_DECODE', 'LOWERCASE'),
    regex('body', 'LOWERCASE'),
    regex('query_string', 'URL_DECODE'),
    regex('body', 'NONE'),
  ];
  expect(uses({ aws_wafv2_web_acl: { x: { rule } } }).map(({ used }) => used)).toEqual([5 * 3 + 50, 5 * 3 + 40]);
});

it('web ACL: rules written as the API writes them cost the same', () => {
  const rules = [
    {
      Statement: {
        AndStatement: {
          Statements: [{ IPSetReferenceStatement: {} }, { SqliMatchStatement: { SensitivityLevel: 'HIGH', TextTransformations: [{ Type: 'LOWERCASE' }] } }],
        },
      },
    },
  ];
  expect(uses({ aws_wafv2_web_acl: { x: { rule_json: JSON.stringify(rules) } } })[0]).toEqual(expect.objectContaining({ used: 1 + 30 + 10 }));
});

it('the example and everything-on stay within every quota, and all kinds of policies are seen', () => {
  for (const input of [exampleInput(), everythingOn()]) {
    const { quotas } = synth(input);
    expect(quotaViolations(quotas)).toEqual([]);
    const seen = new Set(quotas.map(({ quota }) => quota));
    for (const quota of [
      'service control policy',
      'trust policy',
      'key policy',
      'bucket policy',
      'endpoint policy',
      'web ACL',
      'managed policy',
      'rules string',
    ])
      expect(seen).toContain(quota);
  }
});

it('the fullest comes first', () => {
  const sorted = byUse(uses({ aws_iam_policy: { a: { policy: text(100) }, b: { policy: text(200) }, c: { policy: text(100) } } }));
  expect(sorted.map(({ path }) => path)).toEqual(['s/aws_iam_policy.b.policy', 's/aws_iam_policy.a.policy', 's/aws_iam_policy.c.policy']);
});

it('synthesis fails above a quota and says what to do', () => {
  const input = everythingOn();
  const { dev } = input.environments;
  if (!dev) throw new Error('the example has no environment dev');
  dev.network.allowedDomains = Array.from({ length: 15_001 }, (_, index) => `n${index}.example.com`); // two rules each
  expect(() => synth(input)).toThrow(
    /^synthesis: 3 violations; nothing was written\n[\s\S]*\n {2}dev\/aws_networkfirewall_rule_group\.\S+ firewall rule group may have 30,000 units of capacity, got 33,500; split/,
  );
});

describe('npm run quotas', () => {
  const folder = mkdtempSync(join(tmpdir(), 'blueprint-quotas-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (change: string, ...args: string[]) => tool('quotas', change, ...args);
  const tool = (name: string, change: string, ...args: string[]) => {
    const config = join(folder, 'blueprint.config.ts');
    writeFileSync(
      config,
      `import example from '${process.cwd()}/test/fixtures/example-organization';\nconst input = structuredClone(example);\n${change}\nexport default input;\n`,
    );
    return spawnSync(process.execPath, ['tools/run.cjs', name, '--config', config, ...args], { encoding: 'utf8' });
  };

  it('prints an aligned table, the fullest first', () => {
    const { status, stdout } = run('');
    expect(status).toBe(0);
    const [heading = '', ...rows] = stdout.trimEnd().split('\n');
    expect(heading).toMatch(/^ *USE +USED +QUOTA +HEADROOM +UNIT +OF +WHERE$/);
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) expect(row.slice(heading.indexOf('WHERE') - 1)).toMatch(/^ [a-z]/);
    const shares = rows.map((row) => Number.parseInt(row, 10));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it('prints JSON, and exits 1 when something is above its quota', () => {
    const full = "input.environments.prod.network.allowedDomains = Array.from({ length: 15_001 }, (_, index) => 'n' + index + '.example.com');";
    const { status, stdout, stderr } = run(full, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)[0]).toEqual(expect.objectContaining({ quota: 'rules string', limit: 2_000_000 }));
    expect(stderr).toMatch(/^quotas: AWS would not take 3\n {2}prod\/aws_networkfirewall_firewall_policy/);
  });

  it('npm run synth warns while there is still time', () => {
    const more = [1, 2, 3].map(
      (n) => `input.environments.e${n} = { ...input.environments.dev, email: 'aws+e${n}@example.com', network: { cidr: '10.${64 + 16 * n}.0.0/16' } };`,
    );
    const { status, stderr } = tool('synth', more.join('\n'), '--out', join(folder, 'out'));
    expect(status).toBe(0);
    expect(stderr).toContain('ALMOST FULL: org: a new organization may have 10 accounts, got 9; ask AWS for more in Service Quotas (`npm run quotas`)\n');
  });
});

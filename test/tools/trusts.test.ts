import { conditionWords } from '../../tools/synthesis/condition-words';
import { policyDocumentsIn } from '../../tools/synthesis/policy-documents';
import { renderTrusts, trustRows } from '../../tools/synthesis/render-trusts';
import { resourcesIn } from '../../tools/synthesis/resources-in';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import { type Trust, trustsIn } from '../../tools/synthesis/trusts';
import everythingOn from '../fixtures/everything-on';
import { exampleInput } from '../fixtures/example';
import { resources, synth } from '../support/synth';

const OWN = '444444444444';
const OTHER = '111111111111';
const directory = {
  organizationId: 'o-a1b2c3d4e5',
  accounts: new Map([
    [OWN, 'prod'],
    [OTHER, 'management'],
  ]),
  partners: new Map([['888888888888', 'scanner']]),
  units: new Map<string, string>(),
};
const root = (account: string) => `arn:aws:iam::${account}:root`;
const find = (resource: TerraformJson): Trust[] => {
  const providers = { aws_iam_openid_connect_provider: { code: { url: 'https://token.actions.githubusercontent.com' } } };
  const document = { provider: { aws: [{ allowed_account_ids: [OWN] }] }, resource: { ...providers, ...resource } };
  return trustsIn(resourcesIn('prod', document).flatMap(policyDocumentsIn), new Map([['prod', document]]), directory);
};
const policy = (...statements: TerraformJson[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Sid: 'S', Effect: 'Allow', ...one })) });
const role = (statement: TerraformJson) => ({ aws_iam_role: { r: { name: 'reader', path: '/platform/', assume_role_policy: policy(statement) } } });
const bucket = (...statements: TerraformJson[]) => ({ aws_s3_bucket_policy: { b: { policy: policy(...statements) } } });

describe('roles', () => {
  it.each<[string, TerraformJson, Partial<Trust>]>([
    ['another account', { Principal: { AWS: root(OTHER) } }, { who: 'account management', conditions: '' }],
    ['its own account', { Principal: { AWS: root(OWN) } }, { who: 'its own account prod' }],
    [
      'a partner',
      { Principal: { AWS: root('888888888888') }, Condition: { StringEquals: { 'sts:ExternalId': 'b7' } } },
      { who: 'foreign account scanner', externalId: true },
    ],
    ['a stranger', { Principal: { AWS: root('999999999999') } }, { who: 'foreign account 999999999999' }],
    [
      'a service',
      { Principal: { Service: 'config.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': OWN } } },
      { who: 'service config.amazonaws.com', source: true },
    ],
    [
      'a provider',
      { Principal: { Federated: '${aws_iam_openid_connect_provider.code.arn}' } },
      { who: 'identity provider token.actions.githubusercontent.com' },
    ],
    ['the organization', { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }, { who: 'everybody', organization: true }],
  ])('%s', (_name, statement, expected) => {
    const empty = { stack: 'prod', kind: 'role', of: '/platform/reader', externalId: false, organization: false, source: false };
    expect(find(role(statement))).toEqual([expect.objectContaining({ ...empty, ...expected })]);
  });

  it('each principal is a trust; a denial is none', () => {
    expect(find(role({ Principal: { AWS: [root(OWN), root(OTHER)], Service: 'ec2.amazonaws.com' } })).map(({ who }) => who)).toEqual([
      'its own account prod',
      'account management',
      'service ec2.amazonaws.com',
    ]);
    expect(find(role({ Effect: 'Deny', Principal: '*' }))).toEqual([]);
  });
});

describe('resources', () => {
  it.each<[string, TerraformJson, string[]]>([
    ['another account', bucket({ Principal: { AWS: root(OTHER) } }), ['account management']],
    ['its own account', bucket({ Principal: { AWS: root(OWN) } }), []],
    ['everybody', bucket({ Principal: '*' }), ['everybody']],
    ['everybody in the own account', bucket({ Principal: '*', Condition: { StringEquals: { 'kms:CallerAccount': OWN } } }), ['everybody in its own account']],
    [
      'everybody in the own account, of a key',
      { aws_kms_key: { k: { policy: policy({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'kms:CallerAccount': OWN } } }) } } },
      [],
    ],
    [
      'everybody in another account, of a key',
      { aws_kms_key: { k: { policy: policy({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'kms:CallerAccount': OTHER } } }) } } },
      ['everybody'],
    ],
    ['everybody in another account', bucket({ Principal: '*', Condition: { StringEquals: { 'kms:CallerAccount': OTHER } } }), ['everybody']],
    ['everybody, denied', bucket({ Principal: '*', Effect: 'Deny' }), []],
    ['a service for any account', bucket({ Principal: { Service: 'config.amazonaws.com' } }), ['service config.amazonaws.com']],
    ['a service for us', bucket({ Principal: { Service: 'config.amazonaws.com' }, Condition: { ArnLike: { 'aws:SourceArn': 'x' } } }), []],
    ['a role of the same state', bucket({ Principal: { AWS: '${aws_iam_role.r.arn}' } }), []],
    ['an account of AWS', bucket({ Principal: { AWS: root('156460612806') } }), ['foreign account Elastic Load Balancing writes access logs in eu-west-1']],
    ['a permission without a document', { aws_lambda_permission: { p: { principal: OTHER } } }, ['account management']],
    ['a public image', { aws_ami_launch_permission: { p: { group: 'all' } } }, ['everybody']],
  ])('%s', (_name, resource, expected) => {
    expect(find(resource).map(({ who, kind }) => [who, kind])).toEqual(expected.map((who) => [who, 'resource']));
  });
});

it.each<[TerraformJson, string]>([
  [{ StringEquals: { 'aws:SourceAccount': ['1', '2'] } }, 'aws:SourceAccount is 1 or 2'],
  [{ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o' } }, 'aws:PrincipalOrgID is not o (or absent)'],
  [{ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o/*' } }, 'any of aws:PrincipalOrgPaths is like o/*'],
  [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }, 'each of aws:TagKeys is a (or absent)'],
  [{ Null: { 'sts:ExternalId': 'false' } }, 'sts:ExternalId is present'],
  [{ Null: { 'sts:ExternalId': 'true' } }, 'sts:ExternalId is absent'],
  [
    { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    'aws:MultiFactorAuthAge is below 3600; and aws:MultiFactorAuthPresent is true',
  ],
  [
    { StringEquals: { 'kms:ViaService': ['a.r-1.amazonaws.com', 'b.r-1.amazonaws.com', 'c.r-1.amazonaws.com'] } },
    'kms:ViaService is one of a, b, c (r-1.amazonaws.com)',
  ],
  [{}, ''],
])('%j in words', (Condition, expected) => {
  expect(conditionWords({ Condition })).toBe(expected);
});

describe('rendered/trusts.md', () => {
  const trust = (stack: string, of: string, extra: Partial<Trust> = {}): Trust => ({
    stack,
    kind: 'role',
    of,
    who: 'account a',
    conditions: 'k is like a|b*',
    externalId: false,
    organization: false,
    source: true,
    ...extra,
  });
  const none = { role: [], resource: [] };

  it('has one row a role, and one for resources that differ in their name only', () => {
    const endpoints = ['x.b', 'x.a'].map((of) => trust('prod', of, { kind: 'resource' }));
    const text = renderTrusts([trust('prod', '/b'), trust('prod', '/c'), ...endpoints], none, ['prod']);
    expect(text.split('\n').filter((line) => line.startsWith('| prod'))).toEqual([
      '| prod | /b | account a | k is like a\\|b\\* | - | - | yes |',
      '| prod | /c | account a | k is like a\\|b\\* | - | - | yes |',
      '| prod | x.a, x.b | account a | k is like a\\|b\\* | - | - | yes |',
    ]);
  });

  it('keeps the rows of other stacks as they stand, in apply order', () => {
    const all = ['org', 'prod', 'dev'].flatMap((stack) => [trust(stack, '/r'), trust(stack, 'x.y', { kind: 'resource' })]);
    const whole = renderTrusts(all, none, ['org', 'prod', 'dev']);
    const kept = trustRows(whole, (stack) => stack !== 'prod');
    expect(
      renderTrusts(
        all.filter(({ stack }) => stack === 'prod'),
        kept,
        ['org', 'prod', 'dev'],
      ),
    ).toBe(whole);
    expect(
      renderTrusts(
        [],
        trustRows(whole, () => false),
        ['org', 'prod', 'dev'],
      ),
    ).not.toContain('| prod');
  });

  it('an empty file is no obstacle', () => {
    expect(trustRows('', () => true)).toEqual(none);
  });
});

describe.each([
  ['the example', exampleInput],
  ['everything on', everythingOn],
])('%s', (_name, input) => {
  const synthesis = synth(input());

  it('lists every role of the output', () => {
    const listed = synthesis.trusts.filter(({ kind }) => kind === 'role').map(({ stack, of }) => `${stack}${of}`);
    const roles = resources(synthesis, 'aws_iam_role').map(({ stack, attributes }) => `${stack}${attributes.path ?? '/'}${attributes.name}`);
    expect(roles.length).toBeGreaterThan(15);
    expect([...new Set(listed)].sort()).toEqual(roles.sort());
  });

  it('another account enters a role only as break-glass, and services only for us', () => {
    const roles = synthesis.trusts.filter(({ kind }) => kind === 'role');
    const ours = ['/platform/break-glass', '/platform/service/security-response', '/platform/service/security-quarantine'];
    expect(roles.filter(({ who, of }) => /^(foreign )?account /.test(who) && !ours.includes(of))).toEqual([]);
    // Responses come from the security account alone, and from this organization.
    const responses = roles.filter(({ of }) => /service\/security-/.test(of));
    expect(responses.filter(({ who, organization }) => !/^(account|its own account) security$/.test(who) || !organization)).toEqual([]);
    expect(roles.filter(({ who, source }) => who.startsWith('service ') && !source)).toEqual([]);
  });

  it('no resource policy lets a service of any account in', () => {
    expect(synthesis.trusts.filter(({ kind, who }) => kind === 'resource' && who.startsWith('service '))).toEqual([]);
  });
});

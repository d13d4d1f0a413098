import type { PolicyStatement } from '../../policies/policy-document';
import { administrator, principalNamed } from '../../tools/can/corpus';
import { decide, FULL_ACCESS, LAYERS, type Request } from '../../tools/can/decide';
import { organizationPath } from '../../tools/can/derived-context';
import { POLICY_RESOURCES } from '../../tools/can/resource-policies';
import { type Chain, simulate } from '../../tools/can/simulator';
import type { NamedPolicy } from '../../tools/can/synthesized';
import { resolveReferences } from '../../tools/can/terraform-references';
import brownfield from '../fixtures/brownfield';
import everythingOn from '../fixtures/everything-on';
import minimal from '../fixtures/minimal';
import { exampleOrganization } from '../support/organization';
import { synth } from '../support/synth';

const organization = exampleOrganization();
const PROD = '444444444444';
const DEV = '555555555555';
const role = (account: string, name = 'app/web') => `arn:aws:iam::${account}:role/${name}`;
const bucket = 'arn:aws:s3:::data';
const policy = (name: string, ...Statement: Partial<PolicyStatement>[]): NamedPolicy => ({
  name,
  document: { Version: '2012-10-17', Statement: Statement.map((one, index) => ({ Sid: `Statement${index}`, ...one })) as PolicyStatement[] },
});
const deny = (one: Partial<PolicyStatement>) => policy('denies', { Effect: 'Deny', Action: '*', Resource: '*', ...one });
const allow = (one: Partial<PolicyStatement> = {}) => policy('allows', { Effect: 'Allow', Action: '*', Resource: '*', ...one });
const chain = (given: Partial<Chain>): Chain => ({
  principal: role(PROD),
  action: 's3:GetObject',
  resource: `${bucket}/key`,
  resourceAccount: PROD,
  context: { 'aws:PrincipalArn': role(PROD) },
  identity: [FULL_ACCESS],
  serviceControl: [],
  resourceControl: [],
  ...given,
});
const result = async (given: Partial<Chain>) => (await simulate(chain(given))).result;
const scp = (...policies: NamedPolicy[]) => [{ unit: '', policies: [FULL_ACCESS, ...policies] }];
const letIn = (AWS: string, one: Partial<PolicyStatement> = {}) => allow({ Principal: { AWS }, ...one });

describe('what the simulator would pass over is an error', () => {
  it.each<[string, Partial<Chain>, string]>([
    [
      'an unknown operator, which never matches',
      { serviceControl: scp(deny({ Condition: { StringNotEqualsIgnoreCases: { 'aws:PrincipalArn': 'x' } } })) },
      'denies: has condition operators that IAM does not know, got StringNotEqualsIgnoreCases; correct them',
    ],
    [
      'an unknown action',
      { action: 's3:GetObjects' },
      's3:GetObjects: AWS has no such action; correct it (names: service authorization reference), got arn:aws:s3:::data/key',
    ],
    ['an unknown service', { action: 's33:GetObject' }, 's33:GetObject: AWS has no such service; correct the action, got arn:aws:s3:::data/key'],
    [
      'a resource of the wrong kind',
      { resource: 'arn:aws:sqs:eu-west-1:444444444444:queue' },
      's3:GetObject: takes no resource of this kind; correct the ARN, got arn:aws:sqs:eu-west-1:444444444444:queue',
    ],
    [
      'a key that AWS does not have',
      { context: { 'aws:PrincipalOrganisation': 'x' }, stated: ['aws:PrincipalOrganisation'] },
      'context: AWS has no such condition key, got aws:PrincipalOrganisation; correct it',
    ],
    [
      'a key that AWS does not send with the action, where a policy asks for it',
      {
        context: { 'ec2:InstanceType': 'm5.large' },
        stated: ['ec2:InstanceType'],
        serviceControl: scp(deny({ Condition: { StringEquals: { 'ec2:InstanceType': 'm5.large' } } })),
      },
      'context: AWS does not send it with s3:GetObject on this resource, got ec2:InstanceType; leave it out, or name a resource that has it',
    ],
    [
      'a second value of a key that has one',
      { context: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } },
      'context: aws:SourceVpc has one value, got vpc-1, vpc-2; give one',
    ],
    [
      'a policy that AWS would refuse',
      { identity: [allow({ Action: 'GetObject' })] },
      /^allows: is no policy that AWS would take, got .*; correct it$/ as never,
    ],
  ])('%s', async (_what, given, message) => {
    await expect(simulate(chain(given))).rejects.toThrow(message);
  });

  it.each([
    ['${aws_lambda_function.hook.arn}', 'prod: cannot resolve ${aws_lambda_function.hook.arn}; add the attribute to tools/can/terraform-references.ts'],
    ['${data.aws_caller_identity.me.account_id}', /^prod: cannot resolve \$\{data\.aws_caller_identity\.me\.account_id\}; write it as a literal/],
    ['${join("", ["a"])}', /^prod: cannot resolve/],
    ['%{ if true }a%{ endif }', /^prod: cannot resolve/],
  ])('the reference %s', (text, message) => {
    const scope = { stack: 'prod', account: PROD, document: { resource: {} } };
    expect(() => resolveReferences(`{"Resource":"${text}"}`, scope)).toThrow(message);
  });
});

it('keeps variables of IAM, which stand escaped in Terraform, and evaluates them', async () => {
  const scope = { stack: 'prod', account: PROD, document: { resource: {} } };
  const own = resolveReferences('arn:aws:s3:::data/$${aws:PrincipalTag/Team}/*', scope);
  expect(own).toBe('arn:aws:s3:::data/${aws:PrincipalTag/Team}/*');
  const given = { identity: [allow({ Resource: own })], context: { 'aws:PrincipalTag/Team': 'red' } };
  expect(await result({ ...given, resource: `${bucket}/red/file` })).toBe('Allowed');
  expect(await result({ ...given, resource: `${bucket}/blue/file` })).toBe('ImplicitlyDenied');
  expect(await result({ ...given, resource: `${bucket}/\${aws:PrincipalTag/Team}/file`, context: {} })).toBe('ImplicitlyDenied');
});

describe('conditions', () => {
  it.each<[string, PolicyStatement['Condition'], Chain['context'], 'denied' | 'passes']>([
    ['keys have no case', { StringEquals: { 'AWS:principaltag/Team': 'red' } }, { 'aws:PrincipalTag/team': 'red' }, 'denied'],
    [
      'ForAnyValue on several',
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-1/ou-2/*' } },
      { 'aws:PrincipalOrgPaths': ['o-1/r-1/ou-1/', 'o-1/r-1/ou-2/'] },
      'denied',
    ],
    [
      'ForAllValues on several',
      { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-1/ou-2/*' } },
      { 'aws:PrincipalOrgPaths': ['o-1/r-1/ou-1/', 'o-1/r-1/ou-2/'] },
      'passes',
    ],
    ['ForAllValues on none', { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/*' } }, {}, 'denied'],
    ['a missing key does not match', { StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, {}, 'passes'],
    ['a missing key matches with IfExists', { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }, {}, 'denied'],
    ['a missing key matches a negation', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }, {}, 'denied'],
    ['Null', { Null: { 'aws:SourceVpc': 'true' } }, {}, 'denied'],
    [
      'ARNs part by part',
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/platform/*' } },
      { 'aws:PrincipalArn': role(PROD, 'platform/apply') },
      'denied',
    ],
    [
      'a role that only ends like an exempt one',
      { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/platform/apply' } },
      { 'aws:PrincipalArn': role(PROD, 'x/platform/apply') },
      'denied',
    ],
    ['a number', { NumericLessThan: { 's3:TlsVersion': '1.2' } }, { 's3:TlsVersion': '1.1' }, 'denied'],
  ])('%s', async (_what, Condition = {}, context, expected) => {
    expect(await result({ context, serviceControl: scp(deny({ Condition })) })).toBe(expected === 'denied' ? 'ExplicitlyDenied' : 'Allowed');
  });

  it('keys with names that are made up: encryption context, claims of an identity provider', async () => {
    const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${PROD}:key/1` };
    const claims = letIn(`arn:aws:iam::${PROD}:root`, { Condition: { StringEquals: { 'kms:EncryptionContext:aws:logs:arn': 'mine' } } });
    expect(await result({ ...key, resourcePolicy: claims, context: { 'kms:EncryptionContext:aws:logs:arn': 'mine' } })).toBe('Allowed');
    expect(await result({ ...key, resourcePolicy: claims, context: { 'kms:EncryptionContext:aws:logs:arn': 'yours' } })).toBe('ImplicitlyDenied');
  });
});

describe('layers', () => {
  it('statements about other actions are left out, without a change of the answer', async () => {
    const others = deny({ Action: ['s3:Put*', 'ec2:*'] });
    const exceptions = policy('exceptions', { Effect: 'Deny', NotAction: ['S3:get*'], Resource: '*' });
    expect(await result({ serviceControl: scp(others, exceptions) })).toBe('Allowed');
    expect(await result({ serviceControl: scp(others, exceptions), action: 's3:PutObject' })).toBe('ExplicitlyDenied');
    expect(await result({ serviceControl: scp(exceptions), action: 's3:DeleteObject' })).toBe('ExplicitlyDenied');
    expect(await result({ serviceControl: scp(deny({ Action: 's3:G?tObject' })) })).toBe('ExplicitlyDenied');
    // A level, a boundary or an endpoint of which nothing is left still has to allow.
    expect(await result({ boundary: allow({ Action: 'ec2:*' }) })).toBe('ImplicitlyDenied');
    expect(await result({ endpoint: allow({ Action: 'ec2:*', Principal: '*' }) })).toBe('ImplicitlyDenied');
    expect(await result({ serviceControl: [{ unit: '', policies: [allow({ Action: 'ec2:*' })] }] })).toBe('ImplicitlyDenied');
  });

  it('RCPFullAWSAccess stands beside resource control policies', async () => {
    expect(await result({ resourceControl: [{ unit: 'workloads', policies: [] }] })).toBe('Allowed');
    expect(await result({ resourceControl: [{ unit: 'workloads', policies: [deny({ Principal: '*', Action: 's3:*' })] }] })).toBe('ExplicitlyDenied');
  });

  it('across accounts both sides must allow', async () => {
    const other = { resourceAccount: DEV };
    expect(await result(other)).toBe('ImplicitlyDenied');
    expect(await result({ ...other, resourcePolicy: letIn(`arn:aws:iam::${PROD}:root`) })).toBe('Allowed');
    expect(await result({ ...other, resourcePolicy: letIn(`arn:aws:iam::${PROD}:root`), identity: [] })).toBe('ImplicitlyDenied');
    expect(await result({ ...other, resourcePolicy: letIn(`arn:aws:iam::${DEV}:root`) })).toBe('ImplicitlyDenied');
  });

  it('a key answers to IAM only where its policy lets the root of its account delegate', async () => {
    const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${PROD}:key/1` };
    expect(await result({ ...key, resourcePolicy: letIn(`arn:aws:iam::${PROD}:root`) })).toBe('Allowed');
    expect(await result({ ...key, resourcePolicy: letIn(role(PROD, 'other')) })).toBe('ImplicitlyDenied');
    expect(await result({ ...key, resourcePolicy: letIn(role(PROD)), identity: [] })).toBe('Allowed');
  });

  it('a role is assumed when its trust says so, across accounts also by the own policy', async () => {
    const target = { action: 'sts:AssumeRole', resource: role(PROD, 'target') };
    const trust = (AWS: string) => policy('trust', { Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' });
    expect(await result({ ...target, resourcePolicy: trust(role(PROD)), identity: [] })).toBe('Allowed');
    expect(await result({ ...target, resourcePolicy: trust(role(PROD, 'other')) })).toBe('ImplicitlyDenied');
    expect(await result({ ...target, resourcePolicy: trust(`arn:aws:iam::${PROD}:root`), identity: [] })).toBe('ImplicitlyDenied');
    expect(await result({ ...target, resourceAccount: DEV, resourcePolicy: trust(role(PROD)), identity: [] })).toBe('ImplicitlyDenied');
    expect(await result({ ...target, resourceAccount: DEV, resourcePolicy: trust(role(PROD)) })).toBe('Allowed');
  });

  it('bucket and endpoint policies have a say', async () => {
    expect(
      await result({
        resourcePolicy: deny({ Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        context: { 'aws:SecureTransport': 'false' },
      }),
    ).toBe('ExplicitlyDenied');
    expect(await result({ endpoint: allow({ Principal: '*', Resource: 'arn:aws:s3:::other/*' }) })).toBe('ImplicitlyDenied');
  });

  it('* stands for every resource: allowed as soon as one is, denied where * itself is', async () => {
    expect(await result({ resource: '*', identity: [allow({ Resource: `${bucket}/*` })] })).toBe('Allowed');
    expect(await result({ resource: '*', serviceControl: scp(deny({})) })).toBe('ExplicitlyDenied');
    expect(await result({ action: 's3:ListAllMyBuckets', resource: bucket })).toBe('Allowed'); // takes no resource
  });
});

describe('whom the synthesized organization binds', () => {
  const ask = async (given: Request, layers = LAYERS) => (await decide(organization, given, layers)).result;
  const leave = { action: 'organizations:LeaveOrganization' };
  it.each<[string, Request, string]>([
    ['an administrator of a member', { ...leave, principal: administrator(role(PROD, 'Admin')) }, 'ExplicitlyDenied'],
    [
      'a service-linked role',
      { ...leave, principal: administrator(role(PROD, 'aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty')) },
      'Allowed',
    ],
    ['a role that is named like one', { ...leave, principal: administrator(role(PROD, 'AWSServiceRoleForAmazonGuardDuty')) }, 'ExplicitlyDenied'],
    ['the management account', { ...leave, principal: administrator(role('111111111111', 'Admin')) }, 'Allowed'],
    ['the root user of a member', { action: 's3:ListAllMyBuckets', principal: principalNamed(organization, 'root', 'prod') }, 'ExplicitlyDenied'],
    [
      'a session of central root management',
      { action: 's3:ListAllMyBuckets', principal: principalNamed(organization, 'root', 'prod'), context: { 'aws:AssumedRoot': 'true' } },
      'Allowed',
    ],
    [
      'the management root on a key that does not let it in',
      {
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:eu-west-1:111111111111:alias/platform/state',
        principal: principalNamed(organization, 'root', 'management'),
      },
      'ImplicitlyDenied',
    ],
    [
      'the management root on a bucket of a member',
      { action: 's3:GetObject', resource: `arn:aws:s3:::example-corp-prod-state-${PROD}/x`, principal: principalNamed(organization, 'root', 'management') },
      'ExplicitlyDenied',
    ],
  ])('%s', async (_what, given, expected) => {
    expect(await ask(given)).toBe(expected);
  });

  it("a stranger's request is judged where the bucket is", async () => {
    const stranger = administrator('arn:aws:iam::193672423079:role/attacker');
    const secret = { action: 's3:GetObject', resource: 'arn:aws:s3:::not-of-a-stack/x' };
    expect(await ask({ ...secret, principal: { ...stranger, at: PROD } }, ['rcp'])).toBe('ExplicitlyDenied');
    expect(await ask({ ...secret, principal: stranger, resourceAccount: PROD }, ['rcp'])).toBe('ExplicitlyDenied');
    expect(await ask({ ...secret, principal: stranger, resource: `arn:aws:s3:::example-corp-prod-state-${PROD}/x` }, ['rcp'])).toBe('ExplicitlyDenied');
  });

  it('AWS says where an account sits', () => {
    expect(organizationPath(organization, PROD)).toBe('o-a1b2c3d4e5/r-a1b2/ou-a1b2-11111113/ou-a1b2-11111117/');
    expect(organizationPath(organization, '111111111111')).toBe('o-a1b2c3d4e5/r-a1b2/');
    expect(organizationPath(organization, '193672423079')).toBeUndefined();
  });

  it('no type of resource policy is overlooked', () => {
    const others = [
      // Organization and identity policies, evaluated as such; delegation of Organizations; no policies of IAM.
      ...['aws_organizations_policy', 'aws_iam_policy', 'aws_iam_role_policy', 'aws_iam_group_policy', 'aws_ssoadmin_permission_set_inline_policy'],
      ...['aws_organizations_resource_policy', 'aws_iam_account_password_policy', 'aws_networkfirewall_firewall_policy', 'aws_cloudwatch_log_account_policy'],
      // Lets AWS services deliver into log groups; it admits nobody of an account.
      'aws_cloudwatch_log_resource_policy',
    ];
    const types = new Set(organization.scopes().flatMap(({ document }) => Object.keys(document.resource).filter((type) => type.endsWith('_policy'))));
    expect([...types].filter((type) => !(type in POLICY_RESOURCES) && !others.includes(type)).sort()).toEqual([]);
  });
});

it.each([
  ['everything on', everythingOn],
  ['brownfield', brownfield],
  ['minimal', minimal],
])('every policy of the fixture can be read: %s', (_name, fixture) => {
  const { policies, documents } = synth(fixture());
  expect(policies.length).toBeGreaterThan(20);
  for (const { resource, statements, path } of policies) {
    const document = documents.get(resource.stack);
    const scope = { stack: resource.stack, account: document.provider.aws[0].allowed_account_ids[0], document };
    if (resource.type !== 'aws_organizations_resource_policy')
      expect([path, typeof resolveReferences(JSON.stringify(statements), scope)]).toEqual([path, 'string']);
  }
});

// 1.1 ms once the code is warm on an idle machine; jest and busy neighbours double it.
it('an evaluation takes milliseconds', async () => {
  const principal = principalNamed(organization, 'Developer', 'dev');
  const request: Request = { principal, action: 'ec2:StopInstances', resource: `arn:aws:ec2:eu-west-1:${DEV}:instance/i-1` };
  const rounds: number[] = []; // the best of several: others may use the machine
  for (let round = 0; round < 8; round++) {
    const before = process.cpuUsage();
    for (let count = 0; count < 100; count++) await decide(organization, request);
    rounds.push(process.cpuUsage(before).user / 1000 / 100);
  }
  expect(Math.min(...rounds)).toBeLessThan(5);
});

import { TELLING } from '../../../config/checks/deception';
import { loadBlueprint } from '../../../config/load';
import { decoyNames } from '../../../lib/decoy-names';
import { evaluateCall, principalNamed } from '../../../tools/can/corpus';
import { Synthesized } from '../../../tools/can/synthesized';
import { monthlyBasePrice } from '../../../tools/costs/monthly-base-price';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { type FoundResource, resources, synth } from '../../support/synth';

const input = { ...exampleInput(), detection: 'deception' as const };
const ids = exampleIds();
const { blueprint } = loadBlueprint(input, ids);
const synthesis = synth(input, ids);
const organization = new Synthesized(blueprint, synthesis.documents);
const WORKLOADS = ['prod', 'dev', 'test'];
const namesOf = (account: string) => decoyNames(blueprint, { name: account, id: blueprint.accounts[account]?.id as string });
const workloadNames = (account: string) => namesOf(account).workload as NonNullable<ReturnType<typeof namesOf>['workload']>;
const decoys = (stack: string) => resources(synthesis).filter((found) => found.stack === stack && found.name.startsWith('decoys_'));

it('is off below its step', () => {
  const below = synth({ ...exampleInput(), detection: 'hunting' }, ids);
  expect(resources(below).filter(({ name }) => /decoy/.test(name))).toEqual([]);
});

it('every account has its role, every workload account all of them, the user where users are made', () => {
  const types = (stack: string) => [...new Set(decoys(stack).map(({ type }) => type))];
  for (const stack of ['log-archive', 'security', 'org-management']) expect(types(stack)).toEqual(['aws_iam_role', 'aws_iam_role_policy']);
  for (const account of WORKLOADS) {
    expect(types(account)).toEqual(
      expect.arrayContaining(['aws_iam_role', 'aws_secretsmanager_secret', 'aws_s3_bucket', 'aws_route53_resolver_firewall_domain_list']),
    );
    expect(types(`${account}-state`)).toEqual(expect.arrayContaining(['aws_iam_user', 'aws_iam_group', 'aws_iam_user_group_membership']));
  }
});

describe('nothing gives them away', () => {
  it('no name, description, tag or policy that somebody in the account can read', () => {
    for (const stack of [...WORKLOADS, ...WORKLOADS.map((name) => `${name}-state`), 'log-archive', 'security', 'org-management'])
      for (const { attributes } of decoys(stack)) expect(JSON.stringify(readable(attributes))).not.toMatch(TELLING);
  });
  /** References are Terraform's own; AWS never sees them. */
  const readable = ({ '//': _metadata, depends_on: _order, ...attributes }: FoundResource['attributes']) =>
    JSON.parse(JSON.stringify(attributes).replaceAll(/\$\{aws_[^}]*\}/g, ''));

  it('they carry the tags that other things carry', () => {
    const keys = (found: FoundResource[]) => new Set(found.flatMap(({ attributes }) => Object.keys(attributes.tags ?? {})));
    const others = resources(synthesis).filter(({ name }) => !name.startsWith('decoys_'));
    for (const account of WORKLOADS) for (const key of keys(decoys(account))) expect([...keys(others), 'Owner']).toContain(key);
  });

  it('two organizations, two environments and two seeds have different names', () => {
    const all = (change: (copy: typeof input) => void) => {
      const copy = structuredClone(input);
      change(copy);
      return JSON.stringify(decoyNames(loadBlueprint(copy, ids).blueprint, { name: 'prod', id: '444444444444' }));
    };
    const first = all(() => {});
    expect(all(() => {})).toEqual(first);
    expect(all((copy) => (copy.organization.name = 'other-corp'))).not.toEqual(first);
    expect(all((copy) => (copy.deception = { seed: 'something else' }))).not.toEqual(first);
    expect(JSON.stringify(namesOf('dev')).replaceAll('dev', 'prod')).not.toEqual(JSON.stringify(namesOf('prod')));
  });

  it('names of one’s own take their place', () => {
    const copy = { ...structuredClone(input), deception: { names: { prod: { role: 'crm-support', bucket: 'crm', parameter: '/prod/crm/db/password' } } } };
    const { role, parameter, workload } = decoyNames(loadBlueprint(copy, ids).blueprint, { name: 'prod', id: '444444444444' });
    expect([role, parameter, workload?.bucket]).toEqual(['crm-support', '/prod/crm/db/password', 'example-corp-prod-crm-444444444444']);
  });
});

it('Macie’s searches go by class and leave the bucket out', () => {
  const searched = resources(synthesis, 'aws_macie2_classification_job').flatMap(({ attributes }) =>
    attributes.s3_job_definition.bucket_criteria.includes.and.map((term: FoundResource['attributes']) => term.tag_criterion.tag_values[0].value),
  );
  expect(searched.length).toBeGreaterThan(0);
  for (const account of WORKLOADS) {
    const bucket = decoys(account).find(({ type }) => type === 'aws_s3_bucket');
    expect(searched).not.toContain(bucket?.attributes.tags.DataClass);
  }
});

it('no state holds a key, a value or an object', () => {
  for (const type of ['aws_iam_access_key', 'aws_secretsmanager_secret_version', 'aws_s3_object', 'aws_ssm_parameter'])
    expect([type, resources(synthesis, type).filter(({ name }) => !/^(hunting_indicators|threat-lists)_/.test(name))]).toEqual([type, []]); // lists of indicators are no secret
});

it('costs less than half a dollar a month in an account', () => {
  for (const account of WORKLOADS) {
    const { total, unpriced } = monthlyBasePrice([...decoys(account), ...decoys(`${account}-state`)]);
    expect(unpriced).toEqual([]);
    expect(total).toBeLessThan(0.5);
  }
});

describe('who may what', () => {
  const evaluate = (as: string, action: string, resource: string, account = 'prod') =>
    evaluateCall(organization, principalNamed(organization, as, account), { action, resources: [resource] }, ['scp', 'identity', 'resource']);
  const id = (account: string) => blueprint.accounts[account]?.id;
  const user = (account: string) => `arn:aws:iam::${id(account)}:user/${workloadNames(account).user}`;
  const role = (account: string) => `arn:aws:iam::${id(account)}:role/${namesOf(account).role}`;

  it.each([
    'iam:CreateAccessKey',
    'iam:UpdateAccessKey',
    'iam:CreateLoginProfile',
    'iam:PutUserPolicy',
    'iam:AttachUserPolicy',
    'iam:AddUserToGroup',
  ])('of the user, %s is break-glass alone', async (action) => {
    for (const account of WORKLOADS) {
      for (const as of ['admin', '/platform/apply', '/platform/plan', 'PlatformAdmin', 'Developer', 'SecurityAdmin']) {
        const principal = ['PlatformAdmin', 'Developer', 'SecurityAdmin'].includes(as)
          ? { arn: `arn:aws:iam::${id(account)}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_${as}_0123456789abcdef`, policies: [] }
          : principalNamed(organization, as, account);
        const resource = action === 'iam:AddUserToGroup' ? user(account).replace('user/', 'group/') : user(account);
        const { allowed, by } = await evaluateCall(organization, principal, { action, resources: [resource] }, ['scp']);
        expect([account, as, allowed, by]).toEqual([account, as, false, ['DenyIamUsers']]);
      }
    }
    const resource = action === 'iam:AddUserToGroup' ? user('prod').replace('user/', 'group/') : user('prod');
    expect((await evaluate('/platform/break-glass', action, resource)).allowed).toBe(true);
  });

  it('the role is changed and passed by the pipeline alone, and everybody in the account may try it', async () => {
    for (const account of ['prod', 'dev']) {
      for (const action of ['iam:PassRole', 'iam:UpdateAssumeRolePolicy', 'iam:DeleteRole', 'iam:PutRolePolicy']) {
        const { allowed, by } = await evaluateCall(organization, principalNamed(organization, 'admin', account), { action, resources: [role(account)] }, [
          'scp',
        ]);
        expect([action, allowed]).toEqual([action, false]);
        expect(by).toContain('DenyRolesOfOthers');
      }
      expect((await evaluate('admin', 'sts:AssumeRole', role(account), account)).allowed).toBe(true);
    }
  });

  it('whoever is in it can do nothing', async () => {
    for (const action of ['s3:ListAllMyBuckets', 'iam:ListRoles', 'ec2:DescribeInstances', 'sts:AssumeRole'])
      expect((await evaluate(role('prod').replace(/^.*:role/, ''), action, '*')).allowed).toBe(false);
  });

  it('the secret and the bucket may be read, and are changed by the pipeline and break-glass alone', async () => {
    const { secret, bucket, object } = workloadNames('prod');
    const secretArn = `arn:aws:secretsmanager:eu-west-1:${id('prod')}:secret:${secret}-a1B2c3`;
    const objectArn = `arn:aws:s3:::${bucket}/${object}`;
    for (const [action, resource] of [
      ['secretsmanager:GetSecretValue', secretArn],
      ['s3:GetObject', objectArn],
      ['s3:ListBucket', `arn:aws:s3:::${bucket}`],
    ] as const)
      expect([action, (await evaluate('admin', action, resource)).allowed]).toEqual([action, true]);
    for (const [action, resource] of [
      ['secretsmanager:PutSecretValue', secretArn],
      ['secretsmanager:DeleteSecret', secretArn],
      ['s3:PutObject', objectArn],
      ['s3:DeleteBucketPolicy', `arn:aws:s3:::${bucket}`],
      ['s3:PutBucketPolicy', `arn:aws:s3:::${bucket}`],
    ] as const) {
      expect([action, (await evaluate('admin', action, resource)).allowed]).toEqual([action, false]);
      expect([action, (await evaluate('/platform/break-glass', action, resource)).allowed]).toEqual([action, true]);
    }
  });
});

import { evaluateCall, principalNamed } from '../../tools/can/corpus';
import { decide } from '../../tools/can/decide';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import { call } from '../corpora/attack';
import central from '../fixtures/central';
import { bound, exampleOrganization } from '../support/organization';
import { synth } from '../support/synth';
import { placed } from '../support/whole-organization';

const organization = exampleOrganization();
const ACCOUNTS = ['management', 'log-archive', 'security', 'prod', 'dev', 'test'];
/** The deployment environment of an account: as its stacks are called. */
const DEPLOYMENT: Readonly<Record<string, string>> = { management: 'org' };
const STATE: Readonly<Record<string, string>> = { management: 'org' };
const arn = (service: string, name: string) => `arn:aws:${service}:eu-west-1:{here}:${name}`;
const iam = (name: string) => `arn:aws:iam::{here}:${name}`;
const bucketOf = (account: string) => `arn:aws:s3:::example-corp-${STATE[account] ?? account}-state-{${account}}`;

async function can(role: 'plan' | 'apply', account: string, action: string, resource?: string, context = {}): Promise<boolean> {
  const row = placed({ in: account, call: call(action, resource, context) });
  const principal = principalNamed(organization, `/platform/${role}`, account);
  return (await evaluateCall(organization, principal, bound(organization, row.call), ['scp', 'rcp', 'identity', 'resource'])).allowed;
}

describe.each(ACCOUNTS)('the plan role of %s', (account) => {
  it.each([
    ['reads its state', 's3:GetObject', `${bucketOf(account)}/${account}.tfstate`],
    ['takes the lock', 's3:PutObject', `${bucketOf(account)}/${account}.tfstate.tflock`],
    ['gives the lock back', 's3:DeleteObject', `${bucketOf(account)}/${account}.tfstate.tflock`],
    ['decrypts its state', 'kms:Decrypt', arn('kms', 'alias/platform/state')],
    ['reads roles', 'iam:GetRole', iam('role/platform/apply')],
    ['reads instances', 'ec2:DescribeInstances', undefined],
    ['reads the settings of a secret', 'secretsmanager:DescribeSecret', arn('secretsmanager', 'secret:shop-db-a1b2c3')],
    ['reads the settings of parameters', 'ssm:DescribeParameters', undefined],
  ])('%s', async (_what, action, resource) => {
    expect(await can('plan', account, action, resource)).toBe(true);
  });

  it.each([
    ['writes its state', 's3:PutObject', `${bucketOf(account)}/${account}.tfstate`],
    ['deletes its state', 's3:DeleteObject', `${bucketOf(account)}/${account}.tfstate`],
    ['deletes a version of its state', 's3:DeleteObjectVersion', `${bucketOf(account)}/${account}.tfstate`],
    ['reads the state of another account', 's3:GetObject', `${bucketOf(account === 'prod' ? 'dev' : 'prod')}/prod.tfstate`],
    ['reads an object', 's3:GetObject', 'arn:aws:s3:::shop-orders/orders.csv'],
    ['reads an old version of an object', 's3:GetObjectVersion', 'arn:aws:s3:::shop-orders/orders.csv'],
    ['reads a secret', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:shop-db-a1b2c3')],
    ['reads many secrets', 'secretsmanager:BatchGetSecretValue', undefined],
    ['reads a parameter', 'ssm:GetParameter', arn('ssm', 'parameter/shop/db')],
    ['reads parameters by path', 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop')],
    ['reads the history of a parameter', 'ssm:GetParameterHistory', arn('ssm', 'parameter/shop/db')],
    ['reads a table', 'dynamodb:Scan', arn('dynamodb', 'table/orders')],
    ['reads a table by SQL', 'dynamodb:PartiQLSelect', arn('dynamodb', 'table/orders')],
    ['reads a queue', 'sqs:ReceiveMessage', arn('sqs', 'orders')],
    ['reads a stream', 'kinesis:GetRecords', arn('kinesis', 'stream/orders')],
    ['reads logs', 'logs:FilterLogEvents', arn('logs', 'log-group:/shop/web:*')],
    ['reads the password of an instance', 'ec2:GetPasswordData', arn('ec2', 'instance/i-0123456789abcdef0')],
    ['reads query results', 'athena:GetQueryResults', arn('athena', 'workgroup/primary')],
    ['decrypts customers’ data', 'kms:Decrypt', arn('kms', ['prod', 'dev', 'test'].includes(account) ? 'alias/data/customer' : 'key/any')],
    ['changes a role', 'iam:UpdateAssumeRolePolicy', iam('role/platform/apply')],
    ['starts an instance', 'ec2:RunInstances', arn('ec2', 'instance/*')],
    ['goes on to the apply role', 'sts:AssumeRole', iam('role/platform/apply')],
    ['goes on to break-glass', 'sts:AssumeRole', iam('role/platform/break-glass')],
  ])('never %s', async (_what, action, resource) => {
    expect(await can('plan', account, action, resource)).toBe(false);
  });
});

describe.each(ACCOUNTS)('the apply role of %s', (account) => {
  const deployed = DEPLOYMENT[account] ?? account;
  it.each([
    ['writes its state', 's3:PutObject', `${bucketOf(account)}/${deployed}.tfstate`],
    ['makes a role of the platform', 'iam:CreateRole', iam('role/platform/service/flow-logs')],
    ['makes a VPC', 'ec2:CreateVpc', arn('ec2', 'vpc/*')],
    ['makes the provider of an EKS cluster', 'iam:CreateOpenIDConnectProvider', iam('oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1B2')],
    ['passes a role of the platform', 'iam:PassRole', iam('role/platform/service/flow-logs')],
  ])('%s', async (_what, action, resource) => {
    expect(await can('apply', account, action, resource)).toBe(true);
  });

  const GROUND = ['plan', 'apply', 'break-glass'].map((name) => `role/platform/${name}`);
  const bootstrap = account === 'management' ? [] : ['role/OrganizationAccountAccessRole'];
  it.each(
    [...GROUND, ...bootstrap].flatMap((role) =>
      [
        'AttachRolePolicy',
        'CreateRole',
        'DeleteRole',
        'DeleteRolePermissionsBoundary',
        'DeleteRolePolicy',
        'DetachRolePolicy',
        'PassRole',
        'PutRolePermissionsBoundary',
        'PutRolePolicy',
        'TagRole',
        'UpdateAssumeRolePolicy',
        'UpdateRole',
      ].map((action) => [role, action]),
    ),
  )('does to %s no iam:%s', async (role, action) => {
    expect(await can('apply', account, `iam:${action}`, iam(role as string))).toBe(false);
  });

  it.each([
    ['goes on to break-glass', 'sts:AssumeRole', iam('role/platform/break-glass')],
    ['goes on to its plan role', 'sts:AssumeRole', iam('role/platform/plan')],
    ['goes on to a role of an application', 'sts:AssumeRole', iam('role/app/web')],
    ['goes on to another account', 'sts:AssumeRole', 'arn:aws:iam::{security}:role/platform/apply'],
    ['adds the provider of a stranger', 'iam:CreateOpenIDConnectProvider', iam('oidc-provider/login.evil.example')],
    [
      'adds a provider that looks like a cluster’s',
      'iam:CreateOpenIDConnectProvider',
      iam('oidc-provider/oidc.eks.eu-west-1.amazonaws.com.evil.example/id/A1'),
    ],
    ['adds a client to the pipeline’s provider', 'iam:AddClientIDToOpenIDConnectProvider', iam('oidc-provider/token.actions.githubusercontent.com')],
    ['deletes the pipeline’s provider', 'iam:DeleteOpenIDConnectProvider', iam('oidc-provider/token.actions.githubusercontent.com')],
    ['adds a SAML provider', 'iam:CreateSAMLProvider', iam('saml-provider/evil')],
    ['makes a user', 'iam:CreateUser', iam('user/platform/break-glass-3')],
    ['makes an access key', 'iam:CreateAccessKey', iam('user/platform/break-glass-1')],
    ['makes a password', 'iam:CreateLoginProfile', iam('user/platform/break-glass-1')],
    ['joins the group of break-glass', 'iam:AddUserToGroup', iam('group/platform/break-glass')],
    ['widens the group of break-glass', 'iam:PutGroupPolicy', iam('group/platform/break-glass')],
    ['takes the policy off the state', 's3:PutBucketPolicy', bucketOf(account)],
    ['takes the policy off the state altogether', 's3:DeleteBucketPolicy', bucketOf(account)],
    ['stops keeping versions of the state', 's3:PutBucketVersioning', bucketOf(account)],
    ['has states expire', 's3:PutLifecycleConfiguration', bucketOf(account)],
    ['copies states elsewhere', 's3:PutReplicationConfiguration', bucketOf(account)],
    ['purges a version of its state', 's3:DeleteObjectVersion', `${bucketOf(account)}/${deployed}.tfstate`],
    ['deletes the bucket of states', 's3:DeleteBucket', bucketOf(account)],
    ['reads the state of another account', 's3:GetObject', `${bucketOf(account === 'prod' ? 'dev' : 'prod')}/prod.tfstate`],
    ['changes the key of states', 'kms:PutKeyPolicy', arn('kms', 'alias/platform/state')],
    ['schedules the deletion of the key of states', 'kms:ScheduleKeyDeletion', arn('kms', 'alias/platform/state')],
    ['disables the key of states', 'kms:DisableKey', arn('kms', 'alias/platform/state')],
  ])('never %s', async (_what, action, resource) => {
    expect(await can('apply', account, action, resource)).toBe(false);
  });
});

describe.each(ACCOUNTS)('the pipeline in %s', (account) => {
  const environment = DEPLOYMENT[account] ?? account;
  const repository = 'repo:example-corp/aws-security-blueprint';
  const other = account === 'dev' ? 'prod' : 'dev';
  const issuer = 'token.actions.githubusercontent.com';
  const aud = 'sts.amazonaws.com';
  it.each([
    ['apply', 'its own environment', { sub: `${repository}:environment:${environment}`, aud }, true],
    ['plan', 'its own environment for plans', { sub: `${repository}:environment:${environment}-plan`, aud }, true],
    ['apply', 'the environment for plans', { sub: `${repository}:environment:${environment}-plan`, aud }, false],
    ['plan', 'the environment that applies', { sub: `${repository}:environment:${environment}`, aud }, false],
    ['apply', 'another environment', { sub: `${repository}:environment:${other}`, aud }, false],
    ['plan', 'another environment', { sub: `${repository}:environment:${other}-plan`, aud }, false],
    ['apply', 'a pull request', { sub: `${repository}:pull_request`, aud }, false],
    ['plan', 'a pull request', { sub: `${repository}:pull_request`, aud }, false],
    ['apply', 'the main branch without an environment', { sub: `${repository}:ref:refs/heads/main`, aud }, false],
    ['apply', 'a fork', { sub: `repo:evil/aws-security-blueprint:environment:${environment}`, aud }, false],
    ['plan', 'a fork', { sub: `repo:evil/aws-security-blueprint:environment:${environment}-plan`, aud }, false],
    ['apply', 'another repository of ours', { sub: `repo:example-corp/shop:environment:${environment}`, aud }, false],
    ['apply', 'a repository whose name begins like ours', { sub: `${repository}-2:environment:${environment}`, aud }, false],
    ['apply', 'an environment whose name begins like ours', { sub: `${repository}:environment:${environment}-2`, aud }, false],
    ['apply', 'a token for somebody else', { sub: `${repository}:environment:${environment}`, aud: 'https://github.com/evil' }, false],
    ['apply', 'a token for nobody', { sub: `${repository}:environment:${environment}` }, false],
    ['apply', 'a token without a subject', { aud }, false],
  ])('%s, by %s: %#', async (role, _who, claims, expected) => {
    const context = Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value]));
    const request = bound(organization, placed({ in: account, resource: iam(`role/platform/${role}`), provider: iam(`oidc-provider/${issuer}`) }));
    const { result } = await decide(
      organization,
      { principal: { arn: request.provider, policies: [] }, action: 'sts:AssumeRoleWithWebIdentity', resource: request.resource, context },
      ['rcp', 'resource'],
    );
    expect(result === 'Allowed').toBe(expected);
  });

  it('another provider of the account gets neither', async () => {
    const request = bound(organization, placed({ in: account, provider: iam('oidc-provider/login.evil.example'), resource: iam('role/platform/apply') }));
    const context = { 'login.evil.example:sub': `${repository}:environment:${environment}`, 'login.evil.example:aud': aud };
    const { result } = await decide(
      organization,
      { principal: { arn: request.provider, policies: [] }, action: 'sts:AssumeRoleWithWebIdentity', resource: request.resource, context },
      ['rcp', 'resource'],
    );
    expect(result).not.toBe('Allowed');
  });
});

it('no two roles trust the same jobs: whoever may plan one account rules no other', () => {
  const { documents } = synth(central());
  const subjects = [...documents.values()].flatMap(({ resource = {} }) =>
    Object.values<TerraformJson>(resource.aws_iam_role ?? {}).flatMap(({ assume_role_policy }) =>
      JSON.parse(assume_role_policy).Statement.flatMap(({ Condition }: TerraformJson) =>
        [Condition?.StringEquals?.['token.actions.githubusercontent.com:sub'] ?? []].flat(),
      ),
    ),
  );
  expect(subjects.length).toBe(2 * 7); // plan and apply of each account
  expect(subjects.filter((subject, index) => subjects.indexOf(subject) < index)).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { DeleteRoleCommand, GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { loadBlueprint } from '../../config/load';
import { examine } from '../../tools/doctor/examine';
import { existingLines } from '../../tools/doctor/existing-lines';
import { READS, readOnly } from '../../tools/doctor/read-only-clients';
import { exitCode, report } from '../../tools/doctor/report';
import { exampleIds, exampleInput } from '../fixtures/example';
import { type Answer, awsError, fakeAws } from '../support/fake-aws';
import { synth } from '../support/synth';

const example = exampleInput();
const { documents } = synth(example);
const { blueprint } = loadBlueprint(example, exampleIds());
const account = (name: string) => blueprint.accounts[name] ?? blueprint.accounts.management;
const look = (name: string, answers: Readonly<Record<string, Answer>> = {}) => {
  const { aws, sent } = fakeAws(answers);
  return examine(account(name) as never, blueprint, documents, aws).then((examination) => ({ ...examination, sent }));
};
const ALL = Object.keys(blueprint.accounts);

describe('a new account', () => {
  it.each(ALL)('%s: nothing is found, everything was looked at', async (name) => {
    const { findings, couldNotLook } = await look(name);
    expect([findings, couldNotLook]).toEqual([[], []]);
    expect(exitCode({ findings, couldNotLook })).toBe(0);
  });
});

const provider = 'arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com';
const onlyIn = (where: string, body: object, otherwise: object) => (_input: Record<string, string>, region: string) => (region === where ? body : otherwise);
const only = (member: string, value: string, body: object) => (input: Record<string, string>) =>
  input[member] === value ? body : awsError('NoSuchEntityException', 404);

const CASES: readonly (readonly [string, string, Readonly<Record<string, Answer>>, object])[] = [
  [
    'the OIDC provider of the pipeline',
    'prod',
    { ListOpenIDConnectProviders: { OpenIDConnectProviderList: [{ Arn: 'arn:aws:iam::444444444444:oidc-provider/other.example.com' }, { Arn: provider }] } },
    { kind: 'import', field: { path: ['environments', 'prod', 'existing', 'oidcProvider'] }, value: true },
  ],
  [
    'the service-linked role of AWS Config',
    'security',
    {
      ListRoles: ({ PathPrefix }) => ({
        Roles:
          PathPrefix === '/aws-service-role/config.amazonaws.com/'
            ? [{ Arn: 'arn:aws:iam::333333333333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig' }]
            : [],
      }),
    },
    { kind: 'import', field: { path: ['accounts', 'security', 'existing', 'configServiceLinkedRole'] }, value: true },
  ],
  [
    'a password policy',
    'dev',
    { GetAccountPasswordPolicy: { PasswordPolicy: { MinimumPasswordLength: 8 } } },
    { kind: 'import', what: 'account password policy (at least 8 characters)', field: { path: ['environments', 'dev', 'existing', 'passwordPolicy'] } },
  ],
  [
    'a recorder, beside one that AWS made for itself',
    'log-archive',
    {
      DescribeConfigurationRecorders: onlyIn(
        'eu-central-1',
        { ConfigurationRecorders: [{ name: 'AWSConfigurationRecorderForTelemetry', servicePrincipal: 'observabilityadmin.amazonaws.com' }, { name: 'old' }] },
        { ConfigurationRecorders: [] },
      ),
    },
    { kind: 'import', field: { path: ['accounts', 'log-archive', 'existing', 'configRecorders', 'eu-central-1', 'recorder'] }, value: 'old' },
  ],
  [
    'a delivery channel without a recorder',
    'test',
    { DescribeDeliveryChannels: onlyIn('us-east-1', { DeliveryChannels: [{ name: 'lost', s3BucketName: 'old-logs' }] }, { DeliveryChannels: [] }) },
    { kind: 'import', field: { path: ['environments', 'test', 'existing', 'configRecorders', 'us-east-1', 'channel'] }, value: 'lost' },
  ],
  [
    'an analyzer of the organization, on the second page',
    'security',
    {
      ListAnalyzers: ({ nextToken }, region) => {
        if (region !== 'eu-west-1') return { analyzers: [] };
        return nextToken ? { analyzers: [{ name: 'org-analyzer' }] } : { analyzers: [], nextToken: 'next' };
      },
    },
    { kind: 'import', field: { path: ['accounts', 'security', 'existing', 'accessAnalyzers', 'eu-west-1', 'ORGANIZATION'] }, value: 'org-analyzer' },
  ],
  [
    'a role under another path',
    'prod',
    { GetRole: only('RoleName', 'apply', { Role: { Arn: 'arn:aws:iam::444444444444:role/apply' } }) },
    { kind: 'by-hand', what: 'role arn:aws:iam::444444444444:role/apply' },
  ],
  [
    'a state bucket',
    'prod',
    { HeadBucket: {}, GetObject: awsError('NoSuchKey', 404) },
    { kind: 'by-hand', what: 'bucket example-corp-prod-state-444444444444' },
  ],
  [
    'a bucket in another region',
    'log-archive',
    { HeadBucket: ({ Bucket }) => (Bucket?.includes('-logs-config-') ? awsError('301', 301) : awsError('NotFound', 404)) },
    { kind: 'by-hand', what: 'bucket example-corp-logs-config-222222222222' },
  ],
  [
    "the alias of a lost state's key",
    'prod',
    { ListAliases: onlyIn('eu-west-1', { Aliases: [{ AliasName: 'alias/platform/state', TargetKeyId: 'abc' }] }, { Aliases: [] }) },
    { kind: 'by-hand', what: 'KMS alias/platform/state in eu-west-1, of key abc' },
  ],
  [
    'a log group that a stack makes',
    'management',
    { DescribeLogGroups: onlyIn('eu-west-1', { logGroups: [{ logGroupName: '/platform/organization-trail' }] }, { logGroups: [] }) },
    { kind: 'by-hand', what: 'log group /platform/organization-trail in eu-west-1' },
  ],
  [
    'a log group that no stack makes',
    'prod',
    { DescribeLogGroups: onlyIn('us-east-1', { logGroups: [{ logGroupName: '/platform/old' }] }, { logGroups: [] }) },
    { kind: 'note', what: 'log group /platform/old in us-east-1' },
  ],
  [
    'a role under /platform/ that no stack makes, on the second page',
    'prod',
    {
      ListRoles: ({ PathPrefix, Marker }) => {
        if (PathPrefix !== '/platform/') return { Roles: [] };
        if (!Marker) return { Roles: [{ Arn: 'arn:aws:iam::444444444444:role/platform/service/backup' }], IsTruncated: true, Marker: 'next' };
        return { Roles: [{ Arn: 'arn:aws:iam::444444444444:role/platform/apply' }, { Arn: 'arn:aws:iam::444444444444:role/platform/service/helper' }] };
      },
    },
    { kind: 'by-hand', what: 'role arn:aws:iam::444444444444:role/platform/service/helper' },
  ],
  [
    'default VPCs',
    'dev',
    { DescribeVpcs: onlyIn('us-east-1', { Vpcs: [{ VpcId: 'vpc-1' }] }, { Vpcs: [] }) },
    { kind: 'note', what: '1 default VPC (us-east-1)' },
  ],
  [
    'trusted access that would be switched off',
    'management',
    { ListAWSServiceAccessForOrganization: { EnabledServicePrincipals: [{ ServicePrincipal: 'license-manager.amazonaws.com' }] } },
    { kind: 'import', field: { path: ['organization', 'existing', 'trustedAccess'], entry: 'license-manager.amazonaws.com' } },
  ],
  [
    'a policy type that would be switched off',
    'management',
    {
      ListRoots: {
        Roots: [
          {
            Id: 'r-a1b2',
            PolicyTypes: [
              { Type: 'CHATBOT_POLICY', Status: 'ENABLED' },
              { Type: 'X', Status: 'PENDING_DISABLE' },
            ],
          },
        ],
      },
    },
    { kind: 'import', field: { path: ['organization', 'existing', 'policyTypes'], entry: 'CHATBOT_POLICY' } },
  ],
  [
    'a unit below a unit',
    'management',
    {
      ListOrganizationalUnitsForParent: ({ ParentId }) => ({
        OrganizationalUnits:
          { 'r-a1b2': [{ Id: 'ou-a1b2-99999990', Name: 'workloads' }], 'ou-a1b2-99999990': [{ Id: 'ou-a1b2-99999991', Name: 'prod' }] }[ParentId ?? ''] ?? [],
      }),
    },
    { kind: 'import', field: { path: ['organization', 'existing', 'organizationalUnits', 'workloads/prod'] }, value: 'ou-a1b2-99999991' },
  ],
  [
    'an account by its address',
    'management',
    { ListAccounts: { Accounts: [{ Id: '555555555555', Email: 'AWS+dev@example.com', Name: 'dev' }] } },
    { kind: 'import', field: { path: ['environments', 'dev', 'importId'] }, value: '555555555555' },
  ],
  [
    'an address in another spelling',
    'management',
    { ListAccounts: { Accounts: [{ Id: '555555555555', Email: 'AWS+dev@example.com', Name: 'dev' }] } },
    {
      kind: 'by-hand',
      what: 'account 555555555555 has the address AWS+dev@example.com, the configuration says aws+dev@example.com',
      consequence: 'the plan of org would replace the account, and is refused; write environments.dev.email as AWS has it',
    },
  ],
  [
    'a policy of the same name',
    'management',
    { ListPolicies: { Policies: [{ Name: 'platform-root-1', Id: 'p-1' }] } },
    { kind: 'by-hand', what: 'SERVICE_CONTROL_POLICY platform-root-1 (p-1)' },
  ],
  [
    'a delegation to the security account',
    'management',
    {
      ListDelegatedAdministrators: ({ ServicePrincipal }) => ({
        DelegatedAdministrators: ServicePrincipal === 'config.amazonaws.com' ? [{ Id: '333333333333' }] : [],
      }),
    },
    { kind: 'import', field: { path: ['organization', 'existing', 'delegatedAdministrators'], entry: 'config.amazonaws.com' }, value: true },
  ],
  [
    'a delegation to another account',
    'management',
    {
      ListDelegatedAdministrators: ({ ServicePrincipal }) => ({
        DelegatedAdministrators: ServicePrincipal === 'iam.amazonaws.com' ? [{ Id: '999999999999' }] : [],
      }),
    },
    { kind: 'by-hand', what: 'iam.amazonaws.com is delegated to account 999999999999, not to security (333333333333)' },
  ],
  [
    'a budget',
    'management',
    { DescribeBudgets: { Budgets: [{ BudgetName: 'platform-organization' }] } },
    { kind: 'by-hand', what: 'budget platform-organization' },
  ],
  [
    'a permission set',
    'management',
    {
      ListPermissionSets: { PermissionSets: ['arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef'] },
      DescribePermissionSet: { PermissionSet: { Name: 'Billing' } },
    },
    { kind: 'import', field: { path: ['access', 'existing', 'permissionSets', 'Billing'] } },
  ],
  [
    'a group',
    'management',
    { ListGroups: { Groups: [{ DisplayName: 'developers', GroupId: '12345678-1234-1234-1234-123456789012', ExternalIds: [{ Id: 'x', Issuer: 'y' }] }] } },
    { kind: 'import', field: { path: ['access', 'existing', 'groups', 'developers'] }, value: '12345678-1234-1234-1234-123456789012' },
  ],
];

describe('finds', () => {
  it.each(CASES)('%s', async (_name, where, answers, expected) => {
    const { findings, couldNotLook } = await look(where, answers);
    expect(couldNotLook).toEqual([]);
    expect(findings).toContainEqual(expect.objectContaining(expected));
    expect(exitCode({ findings, couldNotLook })).toBe((expected as { kind: string }).kind === 'note' ? 0 : 3);
  });

  it('no policy type that is being disabled, and nothing that the blueprint switches on itself', async () => {
    const { findings } = await look('management', {
      ListRoots: {
        Roots: [
          {
            PolicyTypes: [
              { Type: 'CHATBOT_POLICY', Status: 'PENDING_DISABLE' },
              { Type: 'TAG_POLICY', Status: 'ENABLED' },
            ],
          },
        ],
      },
    });
    expect(findings).toEqual([]);
  });
});

it('an account keeps its name when it is imported: a line, but nothing in the way', async () => {
  const input = exampleInput();
  Object.assign(input.environments.dev ?? {}, { importId: '555555555555' });
  const loaded = loadBlueprint(input, exampleIds()).blueprint;
  const { aws } = fakeAws({ ListAccounts: { Accounts: [{ Id: '555555555555', Email: 'aws+dev@example.com', Name: 'old dev' }] } });
  const { findings, couldNotLook } = await examine(loaded.accounts.management as never, loaded, synth(input).documents, aws);
  expect(findings.map(({ kind, what }) => [kind, what])).toEqual([
    ['listed', 'account 555555555555 (old dev) has the address aws+dev@example.com'],
    ['note', 'account 555555555555 is named old dev'],
  ]);
  expect(existingLines(findings, loaded)).toEqual([{ place: 'environments.dev', text: "displayName: 'old dev'," }]);
  expect(exitCode({ findings, couldNotLook })).toBe(0);
});

it('what an organization has once', async () => {
  const { findings, couldNotLook } = await look('management', {
    DescribeResourcePolicy: { ResourcePolicy: { ResourcePolicySummary: { Id: 'rp-examplepolicyid' } } },
    DescribeInstanceAccessControlAttributeConfiguration: { InstanceAccessControlAttributeConfiguration: { AccessControlAttributes: [{ Key: 'Team' }] } },
  });
  expect(couldNotLook).toEqual([]);
  expect(findings.map(({ what, field, value }) => [what, field?.path.join('.'), value])).toEqual([
    ['resource policy of the organization (rp-examplepolicyid)', 'organization.existing.resourcePolicyId', 'rp-examplepolicyid'],
    ['attributes for access control (Team)', 'access.existing.attributes', true],
  ]);
});

it('what a state knows is no leftover', async () => {
  const { findings, couldNotLook } = await look('prod', {
    HeadBucket: ({ Bucket }) => (Bucket === 'example-corp-prod-state-444444444444' ? {} : awsError('NotFound', 404)),
    GetObject: ({ Key }) =>
      Key === 'prod-state/terraform.tfstate'
        ? {
            Body: {
              transformToString: async () =>
                JSON.stringify({
                  resources: [
                    { mode: 'managed', type: 'aws_s3_bucket', name: 'foundation_state_bucket' },
                    { mode: 'managed', type: 'aws_iam_openid_connect_provider', name: 'foundation_pipeline_oidc-provider' },
                    { mode: 'managed', type: 'aws_iam_role', name: 'foundation_pipeline_plan' },
                  ],
                }),
            },
          }
        : awsError('NoSuchKey', 404),
    ListOpenIDConnectProviders: { OpenIDConnectProviderList: [{ Arn: provider }] },
    GetRole: { Role: { Arn: 'arn:aws:iam::444444444444:role/platform/some' } },
  });
  expect(couldNotLook).toEqual([]);
  expect(findings.map(({ what }) => what).filter((what) => /bucket|provider/.test(what))).toEqual([]);
  // plan is known; apply and break-glass are not, and make one line
  expect(findings).toHaveLength(1);
});

describe('what AWS refuses to tell', () => {
  it.each(ALL)('%s: each operation denied alone is reported, never taken for nothing', async (name) => {
    const { sent } = await look(name, { HeadBucket: {}, GetObject: awsError('NoSuchKey', 404) });
    expect(sent.size).toBeGreaterThan(8);
    for (const operation of sent) {
      const { findings, couldNotLook } = await look(name, {
        HeadBucket: operation === 'GetObject' ? {} : awsError('NotFound', 404),
        [operation]: awsError('AccessDeniedException', 403),
      });
      expect([operation, couldNotLook.length]).not.toEqual([operation, 0]);
      expect(exitCode({ findings, couldNotLook })).toBe(2);
      const text = report(account(name) as never, { findings, couldNotLook }, [], 'blueprint.config.ts');
      expect(text).toContain('could not look: ');
      expect(text).not.toContain('Nothing that doctor looks for');
    }
  });

  it('names the resources, once for the same answer', async () => {
    const { couldNotLook } = await look('prod', { GetRole: awsError('AccessDenied', 403, 'not authorized to perform: iam:GetRole') });
    expect(couldNotLook).toEqual([
      'aws_iam_role foundation_break-glass_role, foundation_pipeline_apply, foundation_pipeline_plan, backup-roles_backup, backup-roles_restore: AccessDenied not authorized to perform: iam:GetRole (HTTP 403)',
    ]);
  });

  it("another account's bucket is not called a leftover", async () => {
    const { findings, couldNotLook } = await look('log-archive', {
      HeadBucket: ({ Bucket }) => awsError(Bucket?.startsWith('aws-waf-logs-') ? '403' : 'NotFound', Bucket?.startsWith('aws-waf-logs-') ? 403 : 404),
    });
    expect(findings).toEqual([]);
    expect(couldNotLook).toEqual([
      expect.stringContaining('bucket aws-waf-logs-example-corp-222222222222: the name is taken, by another account or closed to these credentials'),
    ]);
  });
});

describe('only reads', () => {
  it('sends no operation that changes anything', async () => {
    for (const name of ALL)
      for (const operation of (await look(name, { HeadBucket: {}, GetObject: awsError('NoSuchKey', 404) })).sent)
        expect(operation.replace(/^\w+\./, '')).toMatch(READS);
  });

  it('imports no such operation', () => {
    const files = ['tools/doctor', 'tools/doctor/checks'].flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
    );
    const operations = files.flatMap((text) => text.match(/\b[A-Z]\w+Command\b/g) ?? []);
    expect(operations.length).toBeGreaterThan(20);
    for (const operation of operations) expect(operation).toMatch(READS);
  });

  it('a client refuses to send one, whatever its credentials allow', async () => {
    const requestHandler = { handle: jest.fn(), metadata: { handlerProtocol: 'http/1.1' } };
    const credentials = { accessKeyId: 'proof', secretAccessKey: 'proof' };
    const client = readOnly(new IAMClient({ region: 'eu-west-1', credentials, requestHandler, maxAttempts: 1 } as never), 'iam');
    await expect(client.send(new DeleteRoleCommand({ RoleName: 'apply' }))).rejects.toThrow(
      'this client must only read, got DeleteRoleCommand; use another operation',
    );
    expect(requestHandler.handle).not.toHaveBeenCalled();
    await expect(client.send(new GetRoleCommand({ RoleName: 'apply' }))).rejects.toThrow();
    expect(requestHandler.handle).toHaveBeenCalled();
  });
});

describe('a role with the name of a pipeline', () => {
  const answers = (arn: string) => ({ GetRole: only('RoleName', 'app-deploy', { Role: { Arn: arn } }) });
  const asked = async (status: 'onboarding' | 'active', arn: string) => {
    const input = exampleInput();
    Object.assign(input.environments.test ?? {}, { status });
    const loaded = loadBlueprint(input, exampleIds()).blueprint;
    const { aws } = fakeAws(answers(arn));
    const { findings } = await examine(loaded.accounts.test as never, loaded, documents, aws);
    return findings.filter(({ what }) => what.includes('app-deploy')).map(({ kind, what }) => [kind, what]);
  };
  const SQUATTED = 'arn:aws:iam::666666666666:role/app-deploy';

  it('was there before the guardrails: somebody must look at it', async () => {
    expect(await asked('onboarding', SQUATTED)).toEqual([['by-hand', `role ${SQUATTED}`]]);
  });

  it('is its own once they hold', async () => {
    expect(await asked('active', SQUATTED)).toEqual([]);
  });

  it('under another path is none that they exempt', async () => {
    expect(await asked('onboarding', 'arn:aws:iam::666666666666:role/old/app-deploy')).toEqual([]);
  });
});

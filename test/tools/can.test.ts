import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerLines } from '../../tools/can/answer-lines';
import { permissionSetNames, roleNames } from '../../tools/can/principals';
import { ask, type Question } from '../../tools/can/question';
import { exampleOrganization } from '../support/organization';

const organization = exampleOrganization();
const [PROD, DEV, LOGS] = ['444444444444', '555555555555', '222222222222'];
const lines = async (question: Question) => answerLines(await ask(organization, question));

describe('an answer in full', () => {
  it('of a guardrail', async () => {
    expect(await lines({ as: 'admin', in: 'prod', action: 'organizations:LeaveOrganization' })).toEqual([
      'DENIED  organizations:LeaveOrganization on * in eu-west-1',
      `  as arn:aws:iam::${PROD}:role/Admin (prod)`,
      '  denied by DenyLeavingOrganization in SCP platform-root-1, attached to the root',
      '    stops: An account that leaves takes its data out of every guardrail; a closed one takes it down.',
      '    exempt: nobody',
    ]);
  });

  it('of a guardrail with conditions and exemptions', async () => {
    const [, , ...rest] = await lines({ as: 'Developer', in: 'dev', action: 'iam:CreateRole', resource: `arn:aws:iam::${DEV}:role/app/web` });
    expect(rest).toEqual([
      expect.stringMatching(/^ {2}denied by RequireBoundary in SCP platform-settled-\d, attached to unit workloads$/),
      expect.stringMatching(/^ {4}stops: A new role without the boundary can do what its maker cannot/),
      '    where: iam:PermissionsBoundary is not like arn:aws:iam::*:policy/platform/developer-boundary',
      '    exempt: /platform/apply, /platform/break-glass, /platform/service/security-response',
      '  note: iam:PermissionsBoundary was taken as absent; RequireBoundary asks for it (--context iam:PermissionsBoundary=VALUE)',
    ]);
  });

  it('of a layer that has no statement', async () => {
    expect(await lines({ as: 'KeyAdmin', in: 'prod', action: 'ec2:StopInstances', resource: `arn:aws:ec2:eu-west-1:${PROD}:instance/i-1` })).toEqual([
      `DENIED  ec2:StopInstances on arn:aws:ec2:eu-west-1:${PROD}:instance/i-1 in eu-west-1`,
      `  as arn:aws:iam::${PROD}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_KeyAdmin_0123456789abcdef (prod)`,
      `  no policy of the principal allows it (permission set KeyAdmin); an Allow for ec2:StopInstances on arn:aws:ec2:eu-west-1:${PROD}:instance/i-1 would have to stand in one`,
    ]);
  });

  it('of a statement that allows', async () => {
    expect(await lines({ as: 'root', in: 'management', action: 's3:ListAllMyBuckets' })).toEqual([
      'ALLOWED  s3:ListAllMyBuckets on * in eu-west-1',
      '  as arn:aws:iam::111111111111:root (management)',
      '  taken to have every right: no stack says what it may do',
      '  note: organization policies do not bind the management account',
    ]);
  });
});

const apply = `arn:aws:iam::${PROD}:role/platform/apply`;
it.each<[string, Question, boolean, string]>([
  [
    'a permission set',
    { as: 'Developer', in: 'dev', action: 'ec2:StopInstances' },
    true,
    'allowed by AllowDeveloperServices in identity policy permission set Developer',
  ],
  ['a role by its short name', { as: 'plan', in: 'prod', action: 'ec2:TerminateInstances' }, false, 'no policy of the principal allows it'],
  [
    'a role by path',
    { as: '/platform/apply', in: 'prod', action: 'iam:CreateRole', resource: `arn:aws:iam::${PROD}:role/platform/service/x` },
    true,
    'allowed by statement 1 in identity policy AWS-managed AdministratorAccess',
  ],
  ['an AWS-managed policy', { as: 'SecurityAuditor', in: 'prod', action: 'ec2:DescribeInstances' }, true, 'in identity policy AWS-managed SecurityAudit'],
  [
    'a session',
    { as: `arn:aws:sts::${PROD}:assumed-role/AWSReservedSSO_KeyAdmin_0123456789abcdef/ada`, in: 'prod', action: 'ec2:StopInstances' },
    false,
    'permission set KeyAdmin',
  ],
  [
    'trust that names somebody else',
    { as: 'break-glass', in: 'prod', action: 'sts:AssumeRole', resource: apply },
    false,
    "the resource's own policy does not let the principal in (trust of aws_iam_role.",
  ],
  [
    'a key by its alias',
    { as: 'KeyAdmin', in: 'prod', action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${PROD}:alias/data/customer` },
    false,
    "denied by DenyUseByKeyAdministrators in the resource's policy key policy",
  ],
  [
    'a recovery point, by the policy of the vault',
    {
      as: 'arn:aws:iam::444444444444:role/platform/apply',
      in: 'prod',
      action: 'backup:DeleteRecoveryPoint',
      resource: `arn:aws:backup:eu-west-1:${PROD}:recovery-point:1eb3b5e7`,
    },
    false,
    "denied by DenyBackupLoss in the resource's policy aws_backup_vault_policy.backup_policy",
  ],
  [
    'which vault that was',
    { as: '/platform/break-glass', in: 'prod', action: 'backup:DeleteRecoveryPoint', resource: `arn:aws:backup:eu-west-1:${PROD}:recovery-point:1eb3b5e7` },
    true,
    `note: a recovery point does not say where it lies: answered for arn:aws:backup:eu-west-1:${PROD}:backup-vault:platform`,
  ],
  [
    'a recovery point of another organization',
    { as: '/platform/break-glass', in: 'prod', action: 'backup:DescribeRecoveryPoint', resource: 'arn:aws:backup:eu-west-1:193672423079:recovery-point:1' },
    true,
    'note: no stack holds its policy: taken to let in whom the other policies allow',
  ],
  [
    'a stranger on a bucket',
    { as: 'arn:aws:iam::193672423079:role/x', in: 'prod', action: 's3:GetObject', resource: 'arn:aws:s3:::some-data/x' },
    false,
    'denied by DenyOutsideOrganization in RCP platform-resources-1, attached to unit workloads',
  ],
  [
    'a service',
    { as: 'cloudtrail.amazonaws.com', in: 'log-archive', action: 's3:PutObject', resource: `arn:aws:s3:::example-corp-logs-cloudtrail-${LOGS}/AWSLogs/x` },
    false,
    "the resource's own policy does not let the principal in (aws_s3_bucket_policy.",
  ],
  [
    'another region',
    { as: 'admin', in: 'prod', action: 'ec2:RunInstances', region: 'ap-south-1' },
    false,
    'note: ap-south-1 is not enabled; enabled are eu-west-1',
  ],
  ['the boundary', { as: `arn:aws:iam::${DEV}:role/app/web`, in: 'dev', action: 'iam:CreateUser' }, false, 'denied by DenyIamUsers in SCP'],
  [
    'an endpoint',
    {
      as: 'admin',
      in: 'prod',
      endpoint: 's3',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::elsewhere/x',
      context: { 'aws:ResourceAccount': '193672423079' },
    },
    false,
    "the endpoint's policy does not allow it (aws_vpc_endpoint.",
  ],
  [
    'an action without resources',
    { as: 'admin', in: 'dev', action: 's3:ListAllMyBuckets', resource: 'arn:aws:s3:::x' },
    true,
    'note: s3:ListAllMyBuckets takes no resource: answered for *',
  ],
  [
    'an action with resources, asked without',
    { as: 'admin', in: 'dev', action: 's3:GetObject' },
    true,
    'note: answered for *, which is allowed as soon as any resource is; s3:GetObject takes ',
  ],
  [
    'a set where nobody has it',
    { as: 'Developer', in: 'prod', action: 's3:ListAllMyBuckets' },
    true,
    'note: nobody has Developer in prod: the configuration assigns it elsewhere',
  ],
  [
    'what nobody knows of a bucket',
    { as: 'admin', in: 'dev', action: 's3:GetObject', resource: 'arn:aws:s3:::x/y' },
    true,
    'note: no stack makes it: taken to belong to dev; --context aws:ResourceAccount=ID says otherwise',
  ],
])('%s', async (_what, question, allowed, text) => {
  const answer = await ask(organization, question);
  expect([answer.allowed, answerLines(answer).join('\n')]).toEqual([allowed, expect.stringContaining(text)]);
});

const THERE_IS = [...permissionSetNames(organization), ...roleNames(organization, 'prod')].join(', ');
it.each<[string, Partial<Question>, string]>([
  ['account', { in: 'staging' }, 'account: must be one of management, log-archive, security, prod, dev, test, got staging; correct the name'],
  ['role', { as: 'Nobody' }, `principal: must be ${THERE_IS}, root, admin, a service or an ARN, got Nobody; correct the name`],
  ['role of another account', { as: `arn:aws:iam::${DEV}:role/app/web` }, '--in: the principal belongs to dev, got prod; name dev'],
  ['action', { action: 'ec2:StopInstance' }, 'action: AWS has no such action, got ec2:StopInstance; correct it (names: service authorization reference)'],
  [
    'resource that is no ARN',
    { resource: 'i-1' },
    'resource: must be an ARN, got i-1; ec2:StopInstances takes arn:aws:ec2:<Region>:<Account>:instance/<InstanceId>',
  ],
  [
    'resource of the wrong kind',
    { resource: 'arn:aws:s3:::x' },
    'resource: is of no kind that the action takes, got arn:aws:s3:::x; ec2:StopInstances takes arn:aws:ec2:<Region>:<Account>:instance/<InstanceId>',
  ],
  ['context key', { context: { 'aws:Colour': 'red' } }, 'context: AWS has no such condition key, got aws:Colour; correct it'],
  ['context that follows', { context: { 'AWS:principalArn': 'x' } }, '--context: AWS:principalArn follows from --as, got x; leave it out'],
  ['region', { region: 'eu-west-9' }, '--region: AWS has no such region, got eu-west-9; enabled are eu-west-1, eu-central-1, us-east-1'],
  ['endpoint', { endpoint: 'glue' }, 'endpoint: prod has no endpoint of glue with a policy; choose another service'],
])('a mistake in the %s', async (_what, mistake, message) => {
  await expect(ask(organization, { as: 'admin', in: 'prod', action: 'ec2:StopInstances', ...mistake })).rejects.toThrow(new Error(message));
});

it('the message lists what there is', () => {
  expect(THERE_IS).toMatch(/Developer, .*\/platform\/apply/);
});

describe('the command', () => {
  const can = (...args: string[]) => spawnSync(process.execPath, ['tools/run.cjs', 'can', ...args], { encoding: 'utf8' });
  it('exits 0 when allowed, 2 when denied, 1 without an answer', () => {
    expect(can('--as', 'admin', '--in', 'dev', 's3:ListAllMyBuckets')).toMatchObject({ status: 0, stderr: '' });
    const denied = can('--as', 'admin', '--in', 'dev', '--json', 'organizations:LeaveOrganization');
    expect([denied.status, JSON.parse(denied.stdout)]).toMatchObject([2, { allowed: false, reasons: [{ sid: 'DenyLeavingOrganization', attachedTo: [''] }] }]);
    expect(can('--as', 'admin', '--in', 'dev', '--context', 'novalue', 's3:ListAllMyBuckets')).toMatchObject({
      status: 1,
      stderr: '--context: must be KEY=VALUE, got novalue; write --context aws:SourceIp=203.0.113.7\n',
    });
    expect(can('--help').stdout).toContain('npm run can -- --as Developer --in prod');
  });

  it('says so where the development dependencies are missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'blueprint-can-'));
    try {
      for (const entry of ['main.ts', 'package.json', 'config', 'functions', 'lib', 'modules', 'policies', 'rules', 'stacks', 'tools'])
        cpSync(entry, join(folder, entry), { recursive: true });
      mkdirSync(join(folder, 'node_modules'));
      for (const entry of readdirSync('node_modules'))
        if (entry !== '.cache' && entry !== '@cloud-copilot') symlinkSync(realpathSync(join('node_modules', entry)), join(folder, 'node_modules', entry));
      const { status, stderr } = spawnSync(process.execPath, ['tools/run.cjs', 'can', '--as', 'admin', '--in', 'dev', 's3:ListAllMyBuckets'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([1, 'can: needs the development dependencies, got an installation without them; run `npm ci` (without --omit=dev)\n']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

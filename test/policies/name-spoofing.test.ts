import fc from 'fast-check';
import { administrator, evaluateCall } from '../../tools/can/corpus';
import { call, iam } from '../corpora/attack';
import { ATTACKS } from '../corpora/attacks';
import { attachedGuardrails } from '../support/mutants';
import { bound, principalOf } from '../support/organization';
import { attackResult, placed, wholeOrganization } from '../support/whole-organization';

const { synthesized } = wholeOrganization();
const guardrails = attachedGuardrails(synthesized);

/** Principals that look like exempt ones and are not. */
const SPOOFED = [
  'role/evil/platform/apply',
  'role/app/platform/apply',
  'role/platform/apply/apply',
  'role/platform/applying',
  'role/Platform/Apply',
  'role/apply',
  'role/platform-apply',
  'role/x:role/platform/apply',
  'user/platform/apply',
  'role/evil/platform/break-glass',
  'role/platform/break-glass/x',
  'role/platform/break-glass-2',
  'user/platform/break-glass',
  'role/app/platform/service/security-response',
  'role/platform/service/security-response-2',
  'role/security-response',
  'role/app/platform/service/response-function',
  'role/app/platform/service/credential-search',
  'role/platform/service/backup-2',
  'role/platform/service/event-forwarding-2',
  'role/app/app-deploy',
  'role/app-deploy/app-deploy',
  'role/App-Deploy',
  'role/app/pipelines/deploy/x',
  'role/AWSReservedSSO_NetworkAdmin_0123456789abcdef',
  'role/app/AWSReservedSSO_SecurityAdmin_0123456789abcdef',
  'role/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Developer_0123456789abcdef',
  'role/app/aws-reserved/sso.amazonaws.com/AWSReservedSSO_KeyAdmin_0123456789abcdef',
  'role/x:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_SecurityAuditor_0123456789abcdef',
  'role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Networkadmin_0123456789abcdef',
  'user/root',
  'role/root',
].map((name) => `arn:aws:iam::{here}:${name}`);
/** Applications start their own jobs with their own roles. Outside hands-on environments nobody but pipelines makes such a role; in dev its maker may do the same. */
const FOR_APPLICATIONS = ['DenyBorrowedApplicationRoles', 'DenyManualOperations'];
const probesOf = (arn: string) => PROBES.filter(({ stoppedBy }) => !(/:role\/app\//.test(arn) && FOR_APPLICATIONS.includes(stoppedBy[0] as string)));
const exemptBy = (sid: string) =>
  guardrails.filter(({ statement }) => statement.Sid === sid).map(({ statement }) => JSON.stringify(statement.Condition?.ArnNotLike?.['aws:PrincipalArn']));
/** One attack for each list of exemptions: who is exempt depends on nothing else. */
const PROBES = [...new Set(guardrails.map(({ statement }) => JSON.stringify(statement.Condition?.ArnNotLike?.['aws:PrincipalArn'])))]
  .filter((list) => list !== undefined)
  .flatMap(
    (list) =>
      ATTACKS.find(
        ({ as, in: account, stoppedBy }) => as === 'admin' && account !== 'dev' && stoppedBy.length === 1 && exemptBy(stoppedBy[0] as string).includes(list),
      ) ?? [],
  );

it('the attacks probe every kind of exemption', () => {
  const lists = new Set(guardrails.flatMap(({ statement }) => statement.Condition?.ArnNotLike?.['aws:PrincipalArn'] ?? []));
  const probed = new Set(PROBES.flatMap(({ stoppedBy }) => exemptBy(stoppedBy[0] as string)).flatMap((list) => JSON.parse(list ?? '[]') as string[]));
  expect([...lists].filter((arn) => !probed.has(arn))).toEqual([]);
  expect(PROBES.length).toBeGreaterThan(15);
});

it.each(SPOOFED)('%s gains nothing', async (as) => {
  const passed: string[] = [];
  for (const attack of probesOf(as)) {
    const { allowed, by } = await attackResult(synthesized, placed({ ...attack, as }));
    if (allowed || !by.includes(attack.stoppedBy[0] as string)) passed.push(`${attack.what} (${by})`);
  }
  expect(passed).toEqual([]);
});

it.each([
  ['a session that is named like break-glass', 'arn:aws:sts::{here}:assumed-role/web/break-glass', {}],
  ['a session of a role of that name elsewhere', 'arn:aws:sts::{here}:assumed-role/break-glass/alice', {}],
  [
    'tags of the principal',
    'arn:aws:iam::{here}:role/app/web',
    { 'aws:PrincipalTag/path': '/platform/', 'aws:PrincipalTag/BlueprintNetwork': 'prod', 'aws:userid': 'AROA:break-glass' },
  ],
  ['a source identity', 'arn:aws:iam::{here}:role/app/web', { 'aws:SourceIdentity': 'break-glass' }],
] as const)('%s: gains nothing', async (_what, as, context) => {
  for (const attack of PROBES.slice(0, 12)) {
    const calls = attack.calls.map((made) => ({ ...made, context: { ...context, ...made.context } }));
    expect((await attackResult(synthesized, placed({ ...attack, as, calls }))).allowed).toBe(false);
  }
});

it('no guardrail exempts by what a caller sets himself', () => {
  // Null: false asks whether a tag is set; who leaves it out is not stopped by that guardrail and gets no tagged resource either.
  const conditions = guardrails.flatMap(({ statement }) => Object.entries(statement.Condition ?? {}));
  const keys = conditions.flatMap(([operator, values]) =>
    Object.entries(values).flatMap(([key, value]) => (operator === 'Null' && value === 'false' ? [] : [key])),
  );
  expect(keys.filter((key) => /^aws:(PrincipalTag|RequestTag|TagKeys|userid|username|UserAgent|Referer|SourceIdentity|SourceIp)/i.test(key))).toEqual([]);
});

/** Where exempt roles stand: who made one there would be exempt. */
const EXEMPT_PLACES = [
  'platform/apply',
  'platform/plan',
  'platform/break-glass',
  'platform/service/backup',
  'platform/service/event-forwarding',
  'platform/service/security-response',
  'app-deploy',
  'app/pipelines/deploy',
  'aws-reserved/sso.amazonaws.com/AWSReservedSSO_NetworkAdmin_0123456789abcdef',
  'aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_SecurityAdmin_0123456789abcdef',
  'OrganizationAccountAccessRole',
];
const CREATORS = [
  'admin',
  'Developer',
  'PlatformAdmin',
  'arn:aws:iam::{here}:role/app-deploy',
  'arn:aws:iam::{here}:role/app/pipelines/deploy',
  'arn:aws:iam::{here}:role/app/web',
];
const BOUNDED = { 'iam:PermissionsBoundary': 'arn:aws:iam::{here}:policy/platform/developer-boundary' };
const creates = async (as: string, account: string, role: string): Promise<boolean> => {
  const row = placed({ as, in: account, call: call('iam:CreateRole', iam(`role/${role}`), BOUNDED) });
  return (await evaluateCall(synthesized, principalOf(synthesized, row), bound(synthesized, row.call), ['scp'])).allowed;
};

describe.each(['dev', 'prod', 'security', 'playground', 'hub', 'rehearsal'])('in %s', (account) => {
  it.each(CREATORS)('%s makes no role where exempt ones stand, not with the boundary either', async (as) => {
    const made: string[] = [];
    for (const role of EXEMPT_PLACES) if (await creates(as, account, role)) made.push(role);
    expect(made).toEqual([]);
  });
  it('the apply role makes roles of services and pipelines, not those that it stands on', async () => {
    const made: string[] = [];
    for (const role of EXEMPT_PLACES) if (await creates('/platform/apply', account, role)) made.push(role);
    expect(made.filter((role) => !role.startsWith('aws-reserved/'))).toEqual([
      'platform/service/backup',
      'platform/service/event-forwarding',
      'platform/service/security-response',
      'app-deploy',
      'app/pipelines/deploy',
    ]);
  });
});

it('whatever role a developer can make, no guardrail exempts it', async () => {
  const part = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'app',
        'platform',
        'service',
        'apply',
        'break-glass',
        'app-deploy',
        'pipelines',
        'deploy',
        'aws-reserved',
        'sso.amazonaws.com',
        'eu-west-1',
        'x:role',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('AWSReservedSSO_NetworkAdmin_0123456789abcdef', 'AWSReservedSSO_SecurityAdmin_x', 'AWSReservedSSO_Developer_x') },
    { weight: 2, arbitrary: fc.stringMatching(/^[A-Za-z0-9+=,.@_-]{1,12}$/) },
  );
  const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
  let made = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        name,
        name.map((rest) => `app/${rest}`),
      ),
      fc.nat(PROBES.length - 1),
      async (role, index) => {
        if (!(await creates('Developer', 'dev', role))) return;
        made++;
        const probes = probesOf(`arn:aws:iam::{here}:role/${role}`);
        const probe = probes[index % probes.length] as (typeof PROBES)[number];
        const attacker = administrator(bound(synthesized, `arn:aws:iam::{${probe.in}}:role/${role}`));
        const outcomes = await Promise.all(bound(synthesized, placed(probe).calls).map((made) => evaluateCall(synthesized, attacker, made, ['scp', 'rcp'])));
        expect(outcomes.every(({ allowed }) => allowed)).toBe(false);
      },
    ),
    { numRuns: 150, seed: 1 },
  );
  expect(made).toBeGreaterThan(30); // else the property says nothing
});

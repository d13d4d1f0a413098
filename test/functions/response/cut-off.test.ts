import { handle } from '../../../functions/response/handle';
import type { Mode } from '../../../functions/response/incident';
import { guardDuty } from '../../corpora/events/sample-events';
import { type Answer, awsError } from '../../support/fake-aws';
import { type FakeWorld, fakeWorld } from '../../support/fake-response-world';

const DENY_ALL = 'arn:aws:iam::aws:policy/AWSDenyAll';
const KEY = `AKIA${'Q'.repeat(16)}`;
const finding = (accessKeyDetails: object) =>
  guardDuty('UnauthorizedAccess:IAMUser/MaliciousIPCaller', 8, { updatedAt: '2026-11-20T10:00:00Z', resource: { accessKeyDetails } });
const FULL = awsError('LimitExceededException', 409);
const GONE = awsError('NoSuchEntityException', 404);
const ROLE = {
  event: finding({ userType: 'AssumedRole', userName: 'web' }),
  answers: {
    GetRole: { Role: { Arn: 'arn:aws:iam::444444444444:role/app/web' } },
    GetRolePolicy: GONE,
    ListAttachedRolePolicies: {},
    PutRolePolicy: FULL,
    AttachRolePolicy: {},
  },
};
const USER = {
  event: finding({ userType: 'IAMUser', userName: 'svc', accessKeyId: KEY }),
  answers: {
    GetAccessKeyLastUsed: { UserName: 'svc' },
    GetUser: { User: { Arn: 'arn:aws:iam::444444444444:user/svc' } },
    ListAccessKeys: { AccessKeyMetadata: [{ AccessKeyId: KEY, Status: 'Inactive' }] },
    GetUserPolicy: GONE,
    ListAttachedUserPolicies: {},
    PutUserPolicy: FULL,
    AttachUserPolicy: {},
  },
};
async function answered(
  { event, answers }: { event: object; answers: object },
  more: Readonly<Record<string, Answer>> = {},
  mode: Mode = 'automatic',
): Promise<FakeWorld> {
  const world = fakeWorld({ mode, answers: { ...answers, ...more } });
  const { batchItemFailures } = await handle({ Records: [{ messageId: 'm', body: JSON.stringify(event) }] }, world.responder, () => {});
  failed = batchItemFailures.length;
  return world;
}
/** Of the last delivery: what failed is tried again, then set aside, which rings. */
let failed = 0;
const changes = (world: FakeWorld) => world.changes().map(({ operation, input }) => [operation, input.PolicyArn ?? input.PolicyName]);

it.each([
  ['role', 'PutRolePolicy', 'AttachRolePolicy', ROLE],
  ['user', 'PutUserPolicy', 'AttachUserPolicy', USER],
] as const)('a %s whose inline policies leave no room is cut off by a managed policy', async (_what, end, attach, incident) => {
  const world = await answered(incident);
  expect(changes(world)).toEqual([
    [end, 'platform-revoked-sessions'],
    [attach, DENY_ALL],
  ]);
  expect(world.messages()).toEqual([expect.stringMatching(/^DONE[\s\S]*or, if its inline policies leave no room, cuts it off by AWSDenyAll/)]);
});

it.each([
  ['role', ROLE, 'ListAttachedRolePolicies'],
  ['user', USER, 'ListAttachedUserPolicies'],
] as const)('a %s that is cut off already is left as it is', async (_what, incident, list) => {
  expect(changes(await answered(incident, { [list]: { AttachedPolicies: [{ PolicyArn: DENY_ALL }] } }))).toEqual([]);
});

it('where there is room nobody is cut off', async () => {
  expect(changes(await answered(ROLE, { PutRolePolicy: {} }))).toEqual([['PutRolePolicy', 'platform-revoked-sessions']]);
});

it('another error is no reason to cut off, and it rings', async () => {
  const world = await answered(ROLE, { PutRolePolicy: awsError('AccessDeniedException', 403) });
  expect(changes(world)).toEqual([['PutRolePolicy', 'platform-revoked-sessions']]);
  expect(failed).toBe(1);
});

it('neither room for an inline nor for a managed policy: it rings, and a person is asked', async () => {
  await answered(ROLE, { AttachRolePolicy: FULL });
  expect(failed).toBe(1);
});

it.each<Mode>(['dry-run', 'approve'])('%s changes nothing and says both ways', async (mode) => {
  const world = await answered(ROLE, {}, mode);
  expect(world.changes()).toEqual([]);
  expect(world.messages().join()).toContain('cuts it off by AWSDenyAll');
});

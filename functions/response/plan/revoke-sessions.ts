import { GetRoleCommand, GetRolePolicyCommand, GetUserPolicyCommand, type IAMClient, PutRolePolicyCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { missing } from '../missing';
import { protection } from '../protection';
import { nothing, type Plan, step, type World } from '../step';
import { isCutOff, OR_CUTS_OFF, orCutOff } from './cut-off';

/** Name of the inline policy that ends sessions; taking it away is how it is undone. */
export const REVOKED = 'platform-revoked-sessions';

/**
 * Temporary credentials cannot be called back: a policy denies everything to sessions that began before now (IAM user guide,
 * "Revoking IAM role temporary security credentials"). Those that honest software gets afterwards work.
 */
export const endSessions = (before: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'DenyOlderSessions', Effect: 'Deny', Action: '*', Resource: '*', Condition: { DateLessThan: { 'aws:TokenIssueTime': before } } }],
  });

export async function revokeSessions({ here, settings, incident }: World, { roleName }: { readonly roleName: string }): Promise<Plan> {
  const { iam } = await here();
  const role = (await iam.send(new GetRoleCommand({ RoleName: roleName })).catch(missing('NoSuchEntityException')))?.Role;
  if (!role?.Arn) return nothing(); // gone, and its sessions with it
  // From the beginning: a path may hold colons, so that `role/app/x:role/aws-reserved/` is a path of anybody's.
  if (/^arn:aws:iam::\d{12}:role\/aws-(reserved|service-role)\//.test(role.Arn))
    return nothing(`${role.Arn} is changed by AWS only: end the session in Identity Center, or take the assignment away`);
  const kept = protection(settings, role.Arn);
  if (kept) return nothing(kept);
  const present = await iam.send(new GetRolePolicyCommand({ RoleName: roleName, PolicyName: REVOKED })).catch(missing('NoSuchEntityException'));
  if (endsSince(present?.PolicyDocument, incident.at) || (await isCutOff(iam, { RoleName: roleName }))) return nothing();
  return step(`revokes the sessions of role ${roleName}, ${OR_CUTS_OFF}`, () =>
    orCutOff(iam, { RoleName: roleName }, () =>
      iam.send(new PutRolePolicyCommand({ RoleName: roleName, PolicyName: REVOKED, PolicyDocument: endSessions(new Date().toISOString()) })),
    ),
  );
}

/** The same for sessions that a user's key opened; the key itself has no session. */
export async function revokeUserSessions(iam: IAMClient, userName: string, at: string): Promise<Plan> {
  const present = await iam.send(new GetUserPolicyCommand({ UserName: userName, PolicyName: REVOKED })).catch(missing('NoSuchEntityException'));
  if (endsSince(present?.PolicyDocument, at) || (await isCutOff(iam, { UserName: userName }))) return nothing();
  return step(`revokes the sessions of user ${userName}, ${OR_CUTS_OFF}`, () =>
    orCutOff(iam, { UserName: userName }, () =>
      iam.send(new PutUserPolicyCommand({ UserName: userName, PolicyName: REVOKED, PolicyDocument: endSessions(new Date().toISOString()) })),
    ),
  );
}

/** Whether such a policy covers what happened then, and says nothing else: an intruder could have put one of that name there. IAM answers URL-encoded. */
function endsSince(document: string | undefined, at: string): boolean {
  if (document === undefined) return false;
  const present = decodeURIComponent(document);
  const before = /"aws:TokenIssueTime":"([^"]+)"/.exec(present)?.[1];
  return before !== undefined && present === endSessions(before) && Date.parse(before) >= Date.parse(at);
}

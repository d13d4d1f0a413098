import { GetAccessKeyLastUsedCommand, GetUserCommand, ListAccessKeysCommand, UpdateAccessKeyCommand } from '@aws-sdk/client-iam';
import { missing } from '../missing';
import { protection } from '../protection';
import { joined, nothing, type Plan, step, type World } from '../step';
import { revokeUserSessions } from './revoke-sessions';

/** A key that somebody else has: inactive, not deleted, so that what it did stays traceable and a mistake is undone in one call. */
export async function disableKey({ here, settings, incident }: World, { accessKeyId }: { readonly accessKeyId: string }): Promise<Plan> {
  if (!accessKeyId.startsWith('AKIA')) return nothing(`${accessKeyId} is temporary: find whose session it is (CloudTrail) and revoke it`);
  const { iam } = await here();
  const { UserName } = await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: accessKeyId }));
  const user = UserName ? (await iam.send(new GetUserCommand({ UserName })).catch(missing('NoSuchEntityException')))?.User : undefined;
  if (!UserName || !user?.Arn)
    return nothing(`${accessKeyId} belongs to no user of account ${incident.account}: look whether it is the root user's, or deleted`);
  const kept = protection(settings, user.Arn);
  if (kept) return nothing(kept);
  const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
  const active = AccessKeyMetadata.some((key) => key.AccessKeyId === accessKeyId && key.Status === 'Active');
  return joined(
    active
      ? step(`disables access key ${accessKeyId} of user ${UserName}`, () =>
          iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId: accessKeyId, Status: 'Inactive' })),
        )
      : nothing(),
    await revokeUserSessions(iam, UserName, incident.at),
  );
}

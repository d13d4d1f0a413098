import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Account } from '../../config/blueprint';
import { placeholdersIn } from '../../config/placeholders';
import { iamRoleArn } from '../../lib/arn';
import { minify, policyDocument } from '../../policies/policy-document';
import { credentialsFor, profileVariable } from '../applying/credentials';
import { assume, type SessionLimits } from '../bootstrap/assume';
import { sdkIdentity } from '../bootstrap/sdk-identity';

/** The bootstrap role is an administrator; a session of doctor is none. Decryption is what reading a state takes. */
export const READ_ONLY_SESSION = {
  PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
  Policy: minify(policyDocument({ Sid: 'AllowReadingStates', Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' })),
};

/**
 * Credentials that look at an account, in environment variables.
 * @param bootstrapRole enter from management through the account's bootstrap role, limited to `session`
 * @param session what a session through the bootstrap role may do: by default, read
 * @throws Error when the caller is in another account: what doctor says would be about that one
 */
export async function enter(
  account: Account,
  home: string,
  env: NodeJS.ProcessEnv,
  bootstrapRole: boolean,
  session: SessionLimits = READ_ONLY_SESSION,
): Promise<NodeJS.ProcessEnv> {
  if (placeholdersIn(account.id).length > 0) {
    throw new Error(
      `${account.name}: has no account id yet, got placeholder ${account.id}; set its importId, or run \`npm run accounts -- pull\` after the apply of org`,
    );
  }
  if (bootstrapRole && !account.bootstrapRoleName)
    throw new Error(`${account.name}: has no bootstrap role, got --bootstrap-role; use credentials of the account itself`);
  const entered = bootstrapRole
    ? await assume(iamRoleArn(account.id, '/', account.bootstrapRoleName as string), home, credentialsFor('management', env), session)
    : credentialsFor(account.name, env);
  const caller = await new STSClient({ region: home, ...sdkIdentity(entered) }).send(new GetCallerIdentityCommand({}));
  if (caller.Account !== account.id) {
    const other = account.bootstrapRoleName ? ', or pass --bootstrap-role with credentials of management' : '';
    throw new Error(
      `${account.name}: must be looked at from account ${account.id}, got credentials of ${caller.Account}; set ${profileVariable(account.name)} to a profile of the account${other}`,
    );
  }
  return entered;
}

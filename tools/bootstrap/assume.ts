import { AssumeRoleCommand, type AssumeRoleCommandInput, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Account } from '../../config/blueprint';
import { iamRoleArn } from '../../lib/arn';
import { sdkIdentity } from './sdk-identity';

/** Session policies: the session may do only what these and the role allow. */
export type SessionLimits = Pick<AssumeRoleCommandInput, 'PolicyArns' | 'Policy'>;

/**
 * Credentials of an account, in environment variables: nothing is written. Members are entered through their bootstrap
 * role, the management account with what the caller has; who is in break-glass of the account already stays there.
 * @throws Error when the caller ends up in another account
 */
export async function credentialsOf(account: Account, home: string, env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  // Guardrails stop the bootstrap role once the account is active: whoever comes as the account's own break-glass stays it.
  if (await isBreakGlassOf(account, client(home, env))) return env;
  const entered = account.bootstrapRoleName ? await assume(iamRoleArn(account.id, '/', account.bootstrapRoleName), home, env) : env;
  const caller = await client(home, entered).send(new GetCallerIdentityCommand({}));
  if (caller.Account !== account.id) {
    throw new Error(
      `${account.name}: must be bootstrapped in account ${account.id}, got credentials of ${caller.Account}; sign in with the permission set bootstrap-admin`,
    );
  }
  return entered;
}

/**
 * Credentials of a role.
 * @param limits session policies: the session may do only what these and the role allow
 */
export async function assume(roleArn: string, home: string, env: NodeJS.ProcessEnv, limits: SessionLimits = {}): Promise<NodeJS.ProcessEnv> {
  const { Credentials } = await client(home, env).send(
    new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'blueprint-bootstrap', DurationSeconds: 3600, ...limits }),
  );
  if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey) throw new Error(`${roleArn}: gave no credentials; check the role's trust`);
  const { AWS_PROFILE: _profile, ...rest } = env;
  return {
    ...rest,
    AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
    AWS_SESSION_TOKEN: Credentials.SessionToken,
  };
}

async function isBreakGlassOf({ id }: Account, sts: STSClient): Promise<boolean> {
  const { Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
  return Arn.startsWith(`arn:aws:sts::${id}:assumed-role/break-glass/`);
}

function client(region: string, env: NodeJS.ProcessEnv): STSClient {
  return new STSClient({ region, ...sdkIdentity(env) });
}

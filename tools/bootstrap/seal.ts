import { GetRoleCommand, IAMClient, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import type { Account } from '../../config/blueprint';
import { accountRootArn, platformRoleArn } from '../../lib/arn';
import { minify, policyDocument } from '../../policies/policy-document';
import { sdkIdentity } from './sdk-identity';

/** After the first apply of `org-policies`: only break-glass of the management account may enter through the bootstrap role. */
export const sealedTrust = (managementAccount: string) =>
  policyDocument({
    Sid: 'AllowBreakGlass',
    Effect: 'Allow',
    Principal: { AWS: accountRootArn(managementAccount) },
    Action: 'sts:AssumeRole',
    Condition: { ArnEquals: { 'aws:PrincipalArn': platformRoleArn(managementAccount, 'break-glass') } },
  });

/** @throws Error when break-glass is missing, which would leave nobody to enter */
export async function seal(account: Account, managementAccount: string, region: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (!account.bootstrapRoleName)
    throw new Error('management: has no bootstrap role to seal, got --seal; remove the permission set bootstrap-admin by hand (docs/runbooks/bootstrap.md)');
  const iam = new IAMClient({ region, ...sdkIdentity(env) });
  try {
    await iam.send(new GetRoleCommand({ RoleName: 'break-glass' }));
  } catch (error) {
    if ((error as Error).name !== 'NoSuchEntityException') throw error;
    throw new Error(`${account.name}: has no role break-glass yet; run \`npm run bootstrap -- ${account.name}\` first`);
  }
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: account.bootstrapRoleName, PolicyDocument: minify(sealedTrust(managementAccount)) }));
}

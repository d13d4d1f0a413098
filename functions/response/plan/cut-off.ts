import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  type IAMClient,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
} from '@aws-sdk/client-iam';

/** AWS's own policy that denies everything: no session of the role or user works any more, new ones neither. */
export const DENY_ALL = 'arn:aws:iam::aws:policy/AWSDenyAll';
/** What the words of a step say of it. */
export const OR_CUTS_OFF = 'or, if its inline policies leave no room, cuts it off by AWSDenyAll';

type Owner = { readonly RoleName: string } | { readonly UserName: string };

/** Whether it is cut off already. */
export async function isCutOff(iam: IAMClient, owner: Owner): Promise<boolean> {
  const { AttachedPolicies = [] } =
    'RoleName' in owner ? await iam.send(new ListAttachedRolePoliciesCommand(owner)) : await iam.send(new ListAttachedUserPoliciesCommand(owner));
  return AttachedPolicies.some(({ PolicyArn }) => PolicyArn === DENY_ALL);
}

/**
 * A policy that ends sessions wants some 200 characters among the inline policies (10,240 of a role, 2,048 of a user), and whoever fills them up
 * beforehand could not be revoked. A managed policy counts apart: harder, because honest software stops, too, but it needs no room. Where ten are
 * attached already this fails, and the incident rings: then a person quarantines the account.
 */
export async function orCutOff(iam: IAMClient, owner: Owner, end: () => Promise<unknown>): Promise<void> {
  try {
    await end();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'LimitExceededException') throw error;
    await ('RoleName' in owner
      ? iam.send(new AttachRolePolicyCommand({ ...owner, PolicyArn: DENY_ALL }))
      : iam.send(new AttachUserPolicyCommand({ ...owner, PolicyArn: DENY_ALL })));
  }
}

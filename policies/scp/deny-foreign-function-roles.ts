import { guardrail } from '../guardrail-context';

export const denyForeignFunctionRoles = guardrail(
  'DenyForeignFunctionRoles',
  'A role may be called anything.amazonaws.com, or lie under a path with one of our ids, and passes DenyForeignFunctionPermissions: ARNs must be of our accounts. Nobody is exempt.',
  // Three letters, for iam and sts: a star would also take a path that holds an id of ours.
  ({ accountIds }) => ({
    Action: 'lambda:AddPermission',
    Condition: {
      StringLike: { 'lambda:Principal': 'arn:*' },
      StringNotLike: { 'lambda:Principal': accountIds.map((account) => `arn:aws:???::${account}:*`) },
    },
  }),
);

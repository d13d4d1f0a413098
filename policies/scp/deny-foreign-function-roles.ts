import { guardrail } from '../guardrail-context';

export const denyForeignFunctionRoles = guardrail(
  'DenyForeignFunctionRoles',
  'A role may be called anything.amazonaws.com, which looks like a service to DenyForeignFunctionPermissions: ARNs must be of our accounts. Nobody is exempt.',
  ({ accountIds }) => ({
    Action: 'lambda:AddPermission',
    Condition: {
      StringLike: { 'lambda:Principal': 'arn:*' },
      StringNotLike: { 'lambda:Principal': accountIds.map((account) => `arn:aws:*::${account}:*`) },
    },
  }),
);

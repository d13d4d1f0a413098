import { guardrail } from '../guardrail-context';

export const denyForeignFunctionPermissions = guardrail(
  'DenyForeignFunctionPermissions',
  'A back door: a function that everybody, or an account outside the organization, may invoke. Services of AWS may. Nobody is exempt.',
  ({ accountIds }) => ({
    Action: 'lambda:AddPermission',
    Condition: {
      StringNotLike: { 'lambda:Principal': ['*.amazonaws.com', ...accountIds, ...accountIds.map((account) => `arn:aws:iam::${account}:*`)] },
      Null: { 'lambda:Principal': 'false' },
    },
  }),
);

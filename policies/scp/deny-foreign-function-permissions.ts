import { guardrail } from '../guardrail-context';

export const denyForeignFunctionPermissions = guardrail(
  'DenyForeignFunctionPermissions',
  'A back door: a function or layer that everybody, or an account outside the organization, may invoke or read. Services of AWS may. Nobody is exempt.',
  ({ accountIds }) => ({
    Action: ['lambda:AddLayerVersionPermission', 'lambda:AddPermission'],
    Condition: {
      StringNotLike: { 'lambda:Principal': ['*.amazonaws.com', ...accountIds, ...accountIds.map((account) => `arn:aws:iam::${account}:*`)] },
      Null: { 'lambda:Principal': 'false' },
    },
  }),
);

import { guardrail } from '../guardrail-context';

export const denyForeignFunctionPermissions = guardrail(
  'DenyForeignFunctionPermissions',
  'A back door: a function that everybody, or an account outside the organization, may invoke. Services of AWS may. ARNs are read to the end by DenyForeignFunctionRoles. Nobody is exempt.',
  // AWS has no condition key for the organization of who is let in, so ids are listed: as short as they can be, since 190 accounts filled the policy.
  ({ accountIds }) => ({
    Action: 'lambda:AddPermission',
    Condition: {
      StringNotLike: { 'lambda:Principal': ['*.amazonaws.com', ...accountIds.map((account) => `*${account}*`)] },
      Null: { 'lambda:Principal': 'false' },
    },
  }),
);

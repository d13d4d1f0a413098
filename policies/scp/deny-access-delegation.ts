import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyAccessDelegation = guardrail(
  'DenyAccessDelegation',
  'IAM temporary delegation: one click on a link hands a stranger, who calls himself a product, a session in the account. Exempt: break-glass.',
  () => ({
    Action: [
      'iam:AcceptDelegationRequest',
      'iam:AssociateDelegationRequest',
      'iam:CreateDelegationRequest',
      'iam:SendDelegationToken',
      'sts:GetDelegatedAccessToken',
    ],
    Condition: but([BREAK_GLASS]),
  }),
);

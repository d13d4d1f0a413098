import { APPLY, BREAK_GLASS, but, guardrail, RESPONSE } from '../guardrail-context';

export const requireBoundary = guardrail(
  'RequireBoundary',
  'A new role without the boundary can do what its maker cannot: the classic way to more privileges. Exempt: the apply role, break-glass and the response role, which ends sessions by a policy.',
  () => ({
    Action: ['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy'],
    Condition: but([APPLY, BREAK_GLASS, RESPONSE], { ArnNotLike: { 'iam:PermissionsBoundary': 'arn:aws:iam::*:policy/platform/developer-boundary' } }),
  }),
);

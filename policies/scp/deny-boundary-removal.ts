import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyBoundaryRemoval = guardrail(
  'DenyBoundaryRemoval',
  'A role whose boundary is taken off can do whatever its policies say. Exempt: the apply role and break-glass.',
  () => ({ Action: 'iam:DeleteRolePermissionsBoundary', Condition: but([APPLY, BREAK_GLASS]) }),
);

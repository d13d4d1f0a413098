import { APPLY, BREAK_GLASS, but, deployers, guardrail } from '../guardrail-context';

export const denyFunctionPolicies = guardrail(
  'DenyFunctionPolicies',
  'Whole policies of functions, and permissions on layers, name principals that the condition key of DenyForeignFunctionPermissions does not show reliably: shared with everybody in one call. Exempt: pipelines and break-glass.',
  (context) => ({
    Action: ['lambda:AddLayerVersionPermission', 'lambda:DeleteResourcePolicy', 'lambda:PutResourcePolicy'],
    Condition: but([APPLY, BREAK_GLASS, ...deployers(context)]),
  }),
);

import { APPLY, BREAK_GLASS, but, deployers, guardrail } from '../guardrail-context';

export const denyKeyPolicyChanges = guardrail(
  'DenyKeyPolicyChanges',
  'Ransom: a key policy that names the attacker alone locks everybody out at once, and opens the key to him. Exempt: pipelines, key administrators, break-glass.',
  (context) => ({ Action: 'kms:PutKeyPolicy', Condition: but([APPLY, BREAK_GLASS, ...deployers(context), ...context.keyAdministrators]) }),
);

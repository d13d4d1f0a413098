import type { Guardrail } from '../guardrail-context';

/** An account that leaves takes its data out of every guardrail; a closed one takes it down. Nobody does either from inside. */
export const denyLeavingOrganization: Guardrail = () => ({
  Sid: 'DenyLeavingOrganization',
  Effect: 'Deny',
  Action: ['organizations:LeaveOrganization', 'account:CloseAccount'],
  Resource: '*',
});

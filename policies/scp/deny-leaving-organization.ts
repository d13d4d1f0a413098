import { guardrail } from '../guardrail-context';

export const denyLeavingOrganization = guardrail(
  'DenyLeavingOrganization',
  'An account that leaves takes its data out of every guardrail; a closed one takes it down.',
  () => ({ Action: ['account:CloseAccount', 'organizations:AcceptHandshake', 'organizations:LeaveOrganization'] }),
);

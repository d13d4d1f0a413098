import { APPLY, BREAK_GLASS, but, guardrail, NETWORK_ROLES, TAGGING } from '../guardrail-context';

export const denyNetworkTags = guardrail(
  'DenyNetworkTags',
  'Whoever puts the tag BlueprintNetwork on what others made locks them out of it (ProtectNetwork), and dresses a gateway of his own as ours. Exempt: the network role, the apply role and break-glass.',
  () => ({ Action: TAGGING, Condition: but([APPLY, BREAK_GLASS, ...NETWORK_ROLES], { Null: { 'aws:RequestTag/BlueprintNetwork': 'false' } }) }),
);

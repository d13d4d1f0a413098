import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyForeignShares = guardrail(
  'DenyForeignShares',
  'Only shares of strangers need an invitation: a transit gateway, resolver rule or prefix list of the attacker would become part of our network. Exempt: the apply role and break-glass.',
  () => ({ Action: 'ram:AcceptResourceShareInvitation', Condition: but([APPLY, BREAK_GLASS]) }),
);

import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyExternalSharePrincipals = guardrail(
  'DenyExternalSharePrincipals',
  'A resource share that was opened to principals outside the organization before the guardrails came takes another one. Exempt: break-glass.',
  () => ({ Action: 'ram:AssociateResourceShare', Condition: but([BREAK_GLASS], { Bool: { 'ram:AllowsExternalPrincipals': 'true' } }) }),
);

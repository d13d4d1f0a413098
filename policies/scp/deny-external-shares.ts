import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyExternalShares = guardrail(
  'DenyExternalShares',
  'A resource share that takes principals outside the organization gives subnets, gateways or databases away. Exempt: break-glass.',
  () => ({
    Action: ['ram:CreateResourceShare', 'ram:UpdateResourceShare'],
    Condition: but([BREAK_GLASS], { Bool: { 'ram:RequestedAllowsExternalPrincipals': 'true' } }),
  }),
);

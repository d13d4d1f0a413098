import { APPLY, BREAK_GLASS, but, guardrail, NETWORK_ROLES } from '../guardrail-context';

export const protectGatewayShare = guardrail(
  'ProtectGatewayShare',
  'An account that the transit gateway is shared with may attach a VPC of its own; one that it is no longer shared with is cut off at the next change. Exempt: the network role, the apply role and break-glass.',
  () => ({
    Action: ['ram:AssociateResourceShare*', 'ram:CreateResourceShare', 'ram:DeleteResourceShare', 'ram:DisassociateResourceShare*', 'ram:UpdateResourceShare'],
    Condition: but([APPLY, BREAK_GLASS, ...NETWORK_ROLES]),
  }),
);

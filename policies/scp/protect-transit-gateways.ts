import { APPLY, BREAK_GLASS, but, guardrail, NETWORK_ROLES } from '../guardrail-context';

export const protectTransitGateways = guardrail(
  'ProtectTransitGateways',
  'Whoever takes away tables, routes or attachments of the transit gateway cuts environments off, or leads them past the firewall (DenyNetworkBypass covers what is made). Exempt: the network role, the apply role and break-glass.',
  () => ({
    Action: [
      'ec2:DeleteTransitGateway*',
      'ec2:DeregisterTransitGateway*',
      'ec2:DisableTransitGateway*',
      'ec2:DisassociateTransitGateway*',
      'ec2:RegisterTransitGateway*',
      'ec2:RejectTransitGateway*',
      'ec2:ReplaceTransitGateway*',
    ],
    Condition: but([APPLY, BREAK_GLASS, ...NETWORK_ROLES]),
  }),
);

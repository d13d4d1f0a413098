import { APPLY, BREAK_GLASS, but, guardrail, NETWORK_ROLES } from '../guardrail-context';

export const denyDomainLoss = guardrail(
  'DenyDomainLoss',
  'Whoever takes a domain takes its mail, its certificates and its sign-ins: transfers, other name servers, locks and renewal off. Exempt: the network role, the apply role and break-glass.',
  () => ({
    Action: [
      'route53domains:AssociateDelegationSignerToDomain',
      'route53domains:DeleteDomain',
      'route53domains:Disable*',
      'route53domains:Disassociate*',
      'route53domains:PushDomain',
      'route53domains:RetrieveDomainAuthCode',
      'route53domains:Update*',
      'route53:DeactivateKeySigningKey',
      'route53:DisableHostedZoneDNSSEC',
    ],
    Condition: but([APPLY, BREAK_GLASS, ...NETWORK_ROLES]),
  }),
);

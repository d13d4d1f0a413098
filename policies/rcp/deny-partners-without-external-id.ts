import { resourceGuardrail } from '../guardrail-context';

export const denyPartnersWithoutExternalId = resourceGuardrail(
  'DenyPartnersWithoutExternalId',
  "Confused deputy: another customer of a partner names our role. A partner's request carries the external id that was agreed on.",
  ({ partnerAccounts }) => ({
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:PrincipalAccount': partnerAccounts }, Null: { 'sts:ExternalId': 'true' } },
  }),
);

import { resourceGuardrail } from '../guardrail-context';

export const denyForeignRoleSessions = resourceGuardrail(
  'DenyForeignRoleSessions',
  'Persistence: a role whose trust was widened to an account of the attacker. Only our principals, services of AWS and named partners assume roles. Tokens of the code host are judged by DenyForeignWebIdentities.',
  ({ organizationId, partnerAccounts }) => ({
    Action: ['sts:AssumeRole', 'sts:SetContext', 'sts:SetSourceIdentity', 'sts:TagSession'],
    Condition: {
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId, ...(partnerAccounts.length > 0 ? { 'aws:PrincipalAccount': partnerAccounts } : {}) },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      // A federated call (web identity, SAML) tags its session without any principal: its provider is judged instead.
      Null: { 'aws:PrincipalAccount': 'false' },
    },
  }),
);

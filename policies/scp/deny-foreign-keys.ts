import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyForeignKeys = guardrail(
  'DenyForeignKeys',
  "Ransom: objects, disks or snapshots that a service rewrites for us under the attacker's KMS key. What AWS does on our behalf is not exempt, because that is the attack; keys that AWS manages are in our accounts. Exempt: partners' keys, break-glass.",
  ({ organizationId, partnerAccounts }) => ({
    Action: ['kms:CreateGrant', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncryptTo'],
    Condition: but([BREAK_GLASS], {
      StringNotEqualsIfExists: { 'aws:ResourceOrgID': organizationId, ...(partnerAccounts.length > 0 ? { 'aws:ResourceAccount': partnerAccounts } : {}) },
    }),
  }),
);

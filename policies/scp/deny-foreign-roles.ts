import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyForeignRoles = guardrail(
  'DenyForeignRoles',
  "With a role of the attacker's account our workload is no longer ours: from our network it writes where DenyDataOutsideOrganization does not look. Exempt: roles of partners, break-glass.",
  ({ organizationId, partnerAccounts }) => ({
    Action: 'sts:AssumeRole',
    Condition: but([BREAK_GLASS], {
      StringNotEquals: { 'aws:ResourceOrgID': organizationId, ...(partnerAccounts.length > 0 ? { 'aws:ResourceAccount': partnerAccounts } : {}) },
      Null: { 'aws:ResourceAccount': 'false' },
    }),
  }),
);

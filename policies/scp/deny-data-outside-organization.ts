import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyDataOutsideOrganization = guardrail(
  'DenyDataOutsideOrganization',
  "Exfiltration into a bucket, queue or stream of the attacker. A query or job that a service runs with our rights writes there, too (results of Athena), so what AWS does on our behalf is not exempt. Reading what AWS publishes goes on. Exempt: partners' accounts, break-glass.",
  ({ organizationId, partnerAccounts }) => ({
    Action: ['firehose:PutRecord*', 'kinesis:PutRecord*', 's3:PutObject', 's3:ReplicateObject', 'sqs:SendMessage'],
    Condition: but([BREAK_GLASS], {
      StringNotEqualsIfExists: { 'aws:ResourceOrgID': organizationId, ...(partnerAccounts.length > 0 ? { 'aws:ResourceAccount': partnerAccounts } : {}) },
    }),
  }),
);

import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyDataOutsideOrganization = guardrail(
  'DenyDataOutsideOrganization',
  "Exfiltration into a bucket, queue or stream of the attacker. Reading what AWS publishes goes on. Exempt: partners' accounts, what AWS does on our behalf, break-glass.",
  ({ organizationId, partnerAccounts }) => ({
    Action: ['firehose:PutRecord*', 'kinesis:PutRecord*', 's3:PutObject', 's3:ReplicateObject', 'sqs:SendMessage'],
    Condition: but([BREAK_GLASS], {
      StringNotEqualsIfExists: { 'aws:ResourceOrgID': organizationId, ...(partnerAccounts.length > 0 ? { 'aws:ResourceAccount': partnerAccounts } : {}) },
      BoolIfExists: { 'aws:ViaAWSService': 'false' },
    }),
  }),
);

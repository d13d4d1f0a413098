import { resourceGuardrail } from '../guardrail-context';
import { COVERED_ACTIONS } from './covered-services';

export const denyConfusedDeputies = resourceGuardrail(
  'DenyConfusedDeputies',
  "A service of AWS that works for somebody else's account writes to our bucket or uses our key. Services act for our organization only, as far as they say for whom.",
  ({ organizationId }) => ({
    Action: COVERED_ACTIONS,
    Condition: {
      StringNotEqualsIfExists: { 'aws:SourceOrgID': organizationId },
      Bool: { 'aws:PrincipalIsAWSService': 'true' },
      Null: { 'aws:SourceAccount': 'false' },
    },
  }),
);

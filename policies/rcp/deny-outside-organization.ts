import { resourceGuardrail } from '../guardrail-context';
import { COVERED_ACTIONS } from './covered-services';

export const denyOutsideOrganization = resourceGuardrail(
  'DenyOutsideOrganization',
  'A bucket policy, key policy or trust that lets the whole world in: credentials of others reach nothing of ours, whatever it says. Exempt: services of AWS, and partners, who may assume roles only.',
  ({ organizationId }) => ({
    Action: COVERED_ACTIONS,
    Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
  }),
);

import { APPLY, BREAK_GLASS, but, guardrail, RESPONSE } from '../guardrail-context';

export const denyMetadataChanges = guardrail(
  'DenyMetadataChanges',
  'An instance that runs with IMDSv2 is set back to IMDSv1 in one call. Exempt: the apply role, break-glass and the response role, which closes the metadata service of an instance that it cuts off.',
  () => ({ Action: 'ec2:ModifyInstanceMetadataOptions', Condition: but([APPLY, BREAK_GLASS, RESPONSE]) }),
);

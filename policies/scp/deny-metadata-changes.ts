import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyMetadataChanges = guardrail(
  'DenyMetadataChanges',
  'An instance that runs with IMDSv2 is set back to IMDSv1 in one call. Exempt: the apply role and break-glass.',
  () => ({ Action: 'ec2:ModifyInstanceMetadataOptions', Condition: but([APPLY, BREAK_GLASS]) }),
);

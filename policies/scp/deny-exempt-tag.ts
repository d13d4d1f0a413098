import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyExemptTag = guardrail(
  'DenyExemptTag',
  'The tag ResponseExempt keeps responses away: an intruder would put it on the instance that he sits in. Exempt: the apply role and break-glass.',
  () => ({ Action: 'ec2:CreateTags', Condition: but([APPLY, BREAK_GLASS], { Null: { 'aws:RequestTag/ResponseExempt': 'false' } }) }),
);

import { APPLY, BREAK_GLASS, but, guardrail, TAGGING } from '../guardrail-context';

export const denyExemptTag = guardrail(
  'DenyExemptTag',
  'The tag ResponseExempt keeps responses away: an intruder would put it on the instance that he sits in. Exempt: the apply role and break-glass.',
  () => ({ Action: TAGGING, Condition: but([APPLY, BREAK_GLASS], { Null: { 'aws:RequestTag/ResponseExempt': 'false' } }) }),
);

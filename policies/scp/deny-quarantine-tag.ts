import { BREAK_GLASS, but, guardrail, RESPONSE, TAGGING } from '../guardrail-context';

export const denyQuarantineTag = guardrail(
  'DenyQuarantineTag',
  'Whoever puts the tag Quarantine on what others made locks them out of it (ProtectQuarantined). Exempt: the response role and break-glass.',
  () => ({ Action: TAGGING, Condition: but([BREAK_GLASS, RESPONSE], { Null: { 'aws:RequestTag/Quarantine': 'false' } }) }),
);

import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyHastyKeyDeletion = guardrail(
  'DenyHastyKeyDeletion',
  'A mistaken deletion is noticed within days: a key waits the full 30 (AWS KMS allows 7). Exempt: break-glass.',
  () => ({ Action: 'kms:ScheduleKeyDeletion', Condition: but([BREAK_GLASS], { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } }) }),
);

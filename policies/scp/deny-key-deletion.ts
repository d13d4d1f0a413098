import { APPLY, BREAK_GLASS, but, type GuardedEnvironment, type Guardrail, guardrail } from '../guardrail-context';

/** Where developers work by hand, stacks come and go with their keys: the apply role may schedule deletions there. */
export const denyKeyDeletion = ({ handsOn }: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyKeyDeletion',
    'A deleted key takes its data with it, and any lock on it. Exempt: break-glass, and the apply role where developers work by hand.',
    () => ({
      Action: 'kms:ScheduleKeyDeletion',
      Condition: but(handsOn ? [APPLY, BREAK_GLASS] : [BREAK_GLASS]),
    }),
  );

import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyCommandHistory = guardrail(
  'DenyCommandHistory',
  'Commands carry passwords in their parameters: whoever lists them all reads what others typed. One command of one’s own can be looked at by its id. Exempt: the apply role and break-glass.',
  () => ({ Action: 'ssm:ListCommands', Condition: but([APPLY, BREAK_GLASS]) }),
);

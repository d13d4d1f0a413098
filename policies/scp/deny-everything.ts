import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyEverything = guardrail('DenyEverything', 'A suspended account is evidence, or waste: nothing works in it but break-glass.', () => ({
  Action: '*',
  Condition: but([BREAK_GLASS]),
}));

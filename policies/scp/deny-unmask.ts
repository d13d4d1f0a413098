import { BREAK_GLASS, but, guardrail, people } from '../guardrail-context';

export const denyUnmask = guardrail(
  'DenyUnmask',
  'Masking is worth nothing where every administrator may look behind it: the passwords and card numbers that slipped into a log are what an intruder searches logs for. Exempt: investigations of the security team, break-glass.',
  () => ({ Action: 'logs:Unmask', Condition: but([BREAK_GLASS, ...people('SecurityAdmin')]) }),
);

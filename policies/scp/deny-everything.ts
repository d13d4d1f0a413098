import { BREAK_GLASS, denyBut, type Guardrail } from '../guardrail-context';

/** A suspended account is evidence, or waste: nothing works in it but break-glass. */
export const denyEverything: Guardrail = () => denyBut([BREAK_GLASS], { Sid: 'DenyEverything', Action: '*' });

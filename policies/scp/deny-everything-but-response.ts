import { BREAK_GLASS, but, EVENT_FORWARDING, guardrail, people, RESPONSE, ROOT_SESSION } from '../guardrail-context';

export const denyEverythingButResponse = guardrail(
  'DenyEverythingButResponse',
  'A compromised account is cut off while it is looked into: nobody but the response role, the security team and break-glass acts in it, and alerts still leave it. Attached by hand or by the response, never here.',
  () => ({
    Action: '*',
    Condition: but([BREAK_GLASS, ROOT_SESSION, RESPONSE, EVENT_FORWARDING, ...people('SecurityAdmin', 'SecurityAuditor')]),
  }),
);

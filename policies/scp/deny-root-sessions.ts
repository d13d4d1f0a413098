import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyRootSessions = guardrail(
  'DenyRootSessions',
  "Central root management is delegated to the security account: whoever holds an administrator's role there takes the policies of log buckets away or makes root passwords in every account. Root sessions are opened from the management account. Exempt: break-glass.",
  () => ({ Action: 'sts:AssumeRoot', Condition: but([BREAK_GLASS]) }),
);

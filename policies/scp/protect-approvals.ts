import { APPROVAL_BUS } from '../../lib/naming';
import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const protectApprovals = guardrail(
  'ProtectApprovals',
  'The bus of approvals is not named like the platform, because the security team puts its word on it: without the bus, or with other rules on it, no response is ever approved, or anybody approves. Exempt: the apply role and break-glass. Who puts a word on it is what its own policy says.',
  () => ({
    NotAction: ['events:Describe*', 'events:List*', 'events:PutEvents'],
    Resource: [`arn:aws:events:*:*:event-bus/${APPROVAL_BUS}`, `arn:aws:events:*:*:rule/${APPROVAL_BUS}/*`],
    Condition: but([APPLY, BREAK_GLASS]),
  }),
);

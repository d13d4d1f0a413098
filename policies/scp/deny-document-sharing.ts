import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyDocumentSharing = guardrail(
  'DenyDocumentSharing',
  'Documents of Systems Manager hold commands and secrets; one call makes them public. Exempt: the apply role and break-glass.',
  () => ({ Action: 'ssm:ModifyDocumentPermission', Condition: but([APPLY, BREAK_GLASS]) }),
);

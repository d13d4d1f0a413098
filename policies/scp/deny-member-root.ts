import type { Guardrail } from '../guardrail-context';

/** A member account's root user is beyond every role and boundary. Sessions of central root management (sts:AssumeRoot) carry aws:AssumedRoot and go on working. */
export const denyMemberRoot: Guardrail = () => ({
  Sid: 'DenyMemberRoot',
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' }, Null: { 'aws:AssumedRoot': 'true' } },
});

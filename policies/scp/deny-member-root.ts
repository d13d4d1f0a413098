import { guardrail } from '../guardrail-context';

export const denyMemberRoot = guardrail(
  'DenyMemberRoot',
  "A member account's root user is beyond every role and boundary. Sessions of central root management (sts:AssumeRoot) carry aws:AssumedRoot and go on working.",
  () => ({ Action: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' }, Null: { 'aws:AssumedRoot': 'true' } } }),
);

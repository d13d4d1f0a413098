import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const protectSessionLogging = guardrail(
  'ProtectSessionLogging',
  'One document of Systems Manager says where sessions are logged and as whom they run: changed, shells leave no trace. Exempt: the apply role and break-glass.',
  () => ({
    Action: ['ssm:CreateDocument', 'ssm:DeleteDocument', 'ssm:UpdateDocument*'],
    Resource: 'arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell',
    Condition: but([APPLY, BREAK_GLASS]),
  }),
);

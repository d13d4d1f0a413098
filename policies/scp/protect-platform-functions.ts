import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const protectPlatformFunctions = guardrail(
  'ProtectPlatformFunctions',
  "A mapping from a queue of one's own feeds a function of the platform what one likes, an approval too; without its own mapping it hears nothing. A mapping's ARN names no function, so ProtectPlatformResources does not see it. Exempt: the apply role and break-glass.",
  () => ({
    Action: ['lambda:CreateEventSourceMapping', 'lambda:DeleteEventSourceMapping', 'lambda:UpdateEventSourceMapping'],
    Condition: but([APPLY, BREAK_GLASS], { ArnLike: { 'lambda:FunctionArn': 'arn:aws:lambda:*:*:function:platform-*' } }),
  }),
);

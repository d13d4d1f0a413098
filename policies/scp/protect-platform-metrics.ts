import { BREAK_GLASS, but, guardrail, RESPONSE_FUNCTION } from '../guardrail-context';

export const protectPlatformMetrics = guardrail(
  'ProtectPlatformMetrics',
  "An alarm that rings already rings no second time: whoever writes into the platform's metrics keeps the alarm on slow responses ringing, and the next one is not heard. Metric filters need no permission. Exempt: the response function and break-glass.",
  () => ({
    Action: 'cloudwatch:PutMetricData',
    Condition: but([BREAK_GLASS, RESPONSE_FUNCTION], { StringLike: { 'cloudwatch:namespace': 'Platform/*' } }),
  }),
);

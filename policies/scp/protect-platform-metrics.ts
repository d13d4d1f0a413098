import { BREAK_GLASS, but, CREDENTIAL_SEARCH, guardrail, RESPONSE_FUNCTION } from '../guardrail-context';

export const protectPlatformMetrics = guardrail(
  'ProtectPlatformMetrics',
  "An alarm that rings already rings no second time: whoever writes into the platform's metrics keeps the alarm on slow responses ringing, and the next one is not heard; or says that a search ran which did not. Metric filters need no permission. Exempt: the response function, the search for credentials and break-glass.",
  () => ({
    Action: 'cloudwatch:PutMetricData',
    Condition: but([BREAK_GLASS, RESPONSE_FUNCTION, CREDENTIAL_SEARCH], { StringLike: { 'cloudwatch:namespace': 'Platform/*' } }),
  }),
);

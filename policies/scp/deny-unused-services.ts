import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyUnusedServices = guardrail(
  'DenyUnusedServices',
  'Services that nobody here uses have roles and logins that nobody watches; the configuration lists them (guardrails.unusedServices). Exempt: break-glass.',
  ({ unusedServices }) => ({ Action: unusedServices.map((service) => `${service}:*`), Condition: but([BREAK_GLASS]) }),
);

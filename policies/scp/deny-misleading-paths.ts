import { guardrail } from '../guardrail-context';

export const denyMisleadingPaths = guardrail(
  'DenyMisleadingPaths',
  "A path may hold colons: a role `apply` under /app/x:role/platform/ has an ARN that ends like the pipeline's, and alarms and rules, which compare texts, would take it for that. Guardrails do not, because ArnLike reads ARNs by their parts. Nobody is exempt.",
  () => ({ Action: 'iam:CreateRole', Resource: 'arn:aws:iam::*:role/*:*' }),
);

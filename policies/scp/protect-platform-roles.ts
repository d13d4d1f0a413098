import { BREAK_GLASS, but, guardrail, PLATFORM_IDENTITIES } from '../guardrail-context';

export const protectPlatformRoles = guardrail(
  'ProtectPlatformRoles',
  "Whoever rewrites, passes or assumes the platform's roles owns the account: what bootstrap made changes by break-glass only.",
  ({ bootstrapRoleNames }) => ({
    NotAction: ['iam:GenerateServiceLastAccessedDetails', 'iam:Get*', 'iam:List*', 'iam:Simulate*'],
    Resource: [...PLATFORM_IDENTITIES, ...bootstrapRoleNames.map((name) => `arn:aws:iam::*:role/${name}`)],
    Condition: but([BREAK_GLASS]),
  }),
);

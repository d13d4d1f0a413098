import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const protectPlatformRoles = guardrail(
  'ProtectPlatformRoles',
  "Whoever rewrites, passes or assumes the platform's roles owns the account: what bootstrap made changes by break-glass only.",
  ({ bootstrapRoleNames }) => ({
    NotAction: ['iam:GenerateServiceLastAccessedDetails', 'iam:Get*', 'iam:List*', 'iam:Simulate*'],
    Resource: [
      'arn:aws:iam::*:role/platform/plan',
      'arn:aws:iam::*:role/platform/apply',
      'arn:aws:iam::*:role/platform/break-glass',
      'arn:aws:iam::*:user/platform/*',
      'arn:aws:iam::*:group/platform/*',
      ...bootstrapRoleNames.map((name) => `arn:aws:iam::*:role/${name}`),
    ],
    Condition: but([BREAK_GLASS]),
  }),
);

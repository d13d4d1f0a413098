import { APPLY, BREAK_GLASS, but, deployers, guardrail } from '../guardrail-context';

export const protectServiceRoles = guardrail(
  'ProtectServiceRoles',
  "Who changes the roles that deliver logs, respond or deploy, or the developers' boundary, forges evidence or outgrows the boundary. Exempt: the apply role, which makes them, and break-glass.",
  (context) => ({
    NotAction: ['iam:GenerateServiceLastAccessedDetails', 'iam:Get*', 'iam:List*', 'iam:Simulate*', 'sts:*'], // who assumes them is their trust's matter
    Resource: [
      'arn:aws:iam::*:role/platform/service/*',
      'arn:aws:iam::*:policy/platform/*',
      'arn:aws:iam::*:instance-profile/platform/*',
      ...deployers(context),
    ],
    Condition: but([APPLY, BREAK_GLASS]),
  }),
);

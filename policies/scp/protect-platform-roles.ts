import { BREAK_GLASS, denyBut, type Guardrail } from '../guardrail-context';

/** Whoever rewrites the platform's roles owns the account: the roles of bootstrap change by break-glass only. */
export const protectPlatformRoles: Guardrail = ({ bootstrapRoleNames }) =>
  denyBut([BREAK_GLASS], {
    Sid: 'ProtectPlatformRoles',
    Action: [
      'iam:AttachRolePolicy',
      'iam:CreateRole',
      'iam:DeleteRole*',
      'iam:DetachRolePolicy',
      'iam:PassRole',
      'iam:PutRole*',
      'iam:TagRole',
      'iam:UntagRole',
      'iam:UpdateAssumeRolePolicy',
      'iam:UpdateRole*',
    ],
    Resource: [
      'arn:aws:iam::*:role/platform/plan',
      'arn:aws:iam::*:role/platform/apply',
      'arn:aws:iam::*:role/platform/break-glass',
      ...bootstrapRoleNames.map((name) => `arn:aws:iam::*:role/${name}`),
    ],
  });

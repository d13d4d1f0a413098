import { APPLY, BREAK_GLASS, denyBut, type Guardrail } from '../guardrail-context';

/** Roles that deliver logs and respond to findings, and the developers' boundary, are made by the apply role; a workload admin who could change them could forge evidence or outgrow the boundary. */
export const protectServiceRoles: Guardrail = () =>
  denyBut([APPLY, BREAK_GLASS], {
    Sid: 'ProtectServiceRoles',
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
      'iam:CreatePolicy*',
      'iam:DeletePolicy*',
      'iam:SetDefaultPolicyVersion',
    ],
    Resource: ['arn:aws:iam::*:role/platform/service/*', 'arn:aws:iam::*:policy/platform/*'],
  });

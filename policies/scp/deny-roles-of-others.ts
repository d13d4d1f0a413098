import { APPLY, BREAK_GLASS, but, guardrail, ofApplications, RESPONSE } from '../guardrail-context';

export const denyRolesOfOthers = guardrail(
  'DenyRolesOfOthers',
  'Roles outside the applications’ paths belong to the platform, to AWS or to vendors: changing their trust or policies, or passing them to a service, borrows their rights. Exempt: the apply role, break-glass and the response role, which ends their sessions.',
  (context) => ({
    Action: [
      'iam:AddRoleToInstanceProfile',
      'iam:AttachRolePolicy',
      'iam:CreateInstanceProfile',
      'iam:CreatePolicy',
      'iam:CreatePolicyVersion',
      'iam:CreateRole',
      'iam:DeleteInstanceProfile',
      'iam:DeletePolicy',
      'iam:DeletePolicyVersion',
      'iam:DeleteRole',
      'iam:DeleteRolePolicy',
      'iam:DetachRolePolicy',
      'iam:PassRole',
      'iam:PutRolePermissionsBoundary',
      'iam:PutRolePolicy',
      'iam:RemoveRoleFromInstanceProfile',
      'iam:SetDefaultPolicyVersion',
      'iam:TagRole',
      'iam:UntagRole',
      'iam:UpdateAssumeRolePolicy',
      'iam:UpdateRole',
      'iam:UpdateRoleDescription',
    ],
    NotResource: [
      ...['role', 'policy', 'instance-profile'].flatMap((kind) => ofApplications(context, kind)),
      'arn:aws:iam::*:role/aws-service-role/*', // only AWS can change them; some services want them passed
    ],
    Condition: but([APPLY, BREAK_GLASS, RESPONSE]),
  }),
);

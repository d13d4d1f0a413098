import { APPLY, BREAK_GLASS, but, guardrail, NETWORK_ROLES, RESPONSE } from '../guardrail-context';

export const protectSecurityGroups = guardrail(
  'ProtectSecurityGroups',
  'Where developers do not work by hand a security group is part of the network. Opening one to the world cannot be denied by CIDR (no such key), so nobody but the network role, the apply role, the response role and break-glass changes any.',
  () => ({
    Action: [
      'ec2:AuthorizeSecurityGroup*',
      'ec2:CreateSecurityGroup',
      'ec2:DeleteSecurityGroup',
      'ec2:ModifySecurityGroupRules',
      'ec2:RevokeSecurityGroup*',
      'ec2:UpdateSecurityGroupRule*',
    ],
    Condition: but([APPLY, BREAK_GLASS, RESPONSE, ...NETWORK_ROLES]),
  }),
);

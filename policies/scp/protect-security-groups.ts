import { APPLY, BREAK_GLASS, denyBut, type Guardrail, NETWORK_ROLES } from '../guardrail-context';

/** Outside dev a security group is part of the network: opening one to the world cannot be denied by CIDR (no such key), so nobody but the network role, the apply role and break-glass changes any. */
export const protectSecurityGroups: Guardrail = () =>
  denyBut([APPLY, BREAK_GLASS, ...NETWORK_ROLES], {
    Sid: 'ProtectSecurityGroups',
    Action: [
      'ec2:AuthorizeSecurityGroup*',
      'ec2:CreateSecurityGroup',
      'ec2:DeleteSecurityGroup',
      'ec2:ModifySecurityGroupRules',
      'ec2:RevokeSecurityGroup*',
      'ec2:UpdateSecurityGroupRule*',
    ],
  });

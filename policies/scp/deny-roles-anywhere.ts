import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyRolesAnywhere = guardrail(
  'DenyRolesAnywhere',
  "A trust anchor lets whoever holds a certificate of the attacker's authority in, for as long as it stands. Exempt: break-glass.",
  () => ({
    Action: ['rolesanywhere:Create*', 'rolesanywhere:Enable*', 'rolesanywhere:Import*', 'rolesanywhere:Put*', 'rolesanywhere:Update*'],
    Condition: but([BREAK_GLASS]),
  }),
);

import { APPLY, BREAK_GLASS, but, guardrail, HUNTING, PLAN, people } from '../guardrail-context';

export const protectPlatformKeys = guardrail(
  'ProtectPlatformKeys',
  "The keys of states and logs open everything that they encrypt: another policy or grant on one is the way in. Known by their alias, because keys have no names. Exempt: the platform's own roles, key administrators, the security team and its role for hunting.",
  () => ({
    Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:PutKeyPolicy', 'kms:ReEncryptFrom', 'kms:ReplicateKey', 'kms:UpdatePrimaryRegion'],
    Condition: but([APPLY, PLAN, BREAK_GLASS, HUNTING, ...people('KeyAdmin', 'SecurityAdmin', 'SecurityAuditor')], {
      'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/platform/*' },
    }),
  }),
);

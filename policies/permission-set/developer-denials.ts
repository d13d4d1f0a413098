import { NETWORK_CHANGES } from '../network-changes';
import type { PolicyStatement } from '../policy-document';

/** Not even in dev: the ways around the platform's network, keys and edge. */
export const denyPlatform: PolicyStatement = {
  Sid: 'DenyPlatform',
  Effect: 'Deny',
  Action: [
    ...NETWORK_CHANGES,
    'backup:*VaultLock*',
    'backup:DeleteBackupVault*',
    'iam:DeleteRolePermissionsBoundary',
    'kms:DisableKey',
    'kms:PutKeyPolicy',
    'kms:ScheduleKeyDeletion',
    'wafv2:Create*',
    'wafv2:Delete*',
    'wafv2:Disassociate*',
    'wafv2:Put*',
    'wafv2:Update*',
  ],
  Resource: '*',
};

/**
 * Attributes for access control: a secret that carries a team's tag is that team's. It binds only where both sides have the
 * attribute, so that people and secrets without one go on as before; the tag itself is out of others' reach, too.
 */
export const denySecretsOfOtherTeams: PolicyStatement = {
  Sid: 'DenySecretsOfOtherTeams',
  Effect: 'Deny',
  Action: [
    'secretsmanager:Delete*',
    'secretsmanager:GetSecretValue',
    'secretsmanager:Put*',
    'secretsmanager:Rotate*',
    'secretsmanager:TagResource',
    'secretsmanager:UntagResource',
    'secretsmanager:Update*',
  ],
  Resource: '*',
  Condition: {
    StringNotEquals: { 'aws:ResourceTag/Team': '${aws:PrincipalTag/Team}' },
    Null: { 'aws:ResourceTag/Team': 'false', 'aws:PrincipalTag/Team': 'false' },
  },
};

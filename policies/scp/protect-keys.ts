import { BREAK_GLASS, denyBut, type Guardrail } from '../guardrail-context';

/** Ransom: a key that is scheduled for deletion takes its data with it. Only break-glass deletes or disables keys. */
export const protectKeys: Guardrail = () =>
  denyBut([BREAK_GLASS], {
    Sid: 'ProtectKeys',
    Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DeleteImportedKeyMaterial', 'kms:DeleteCustomKeyStore', 'kms:DisconnectCustomKeyStore'],
  });

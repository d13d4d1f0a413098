import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyKeyDestruction = guardrail(
  'DenyKeyDestruction',
  'Ransom: who disables a key or deletes its material holds its data to ransom at once. Exempt: break-glass.',
  () => ({
    Action: ['kms:DeleteCustomKeyStore', 'kms:DeleteImportedKeyMaterial', 'kms:DisableKey', 'kms:DisconnectCustomKeyStore'],
    Condition: but([BREAK_GLASS]),
  }),
);

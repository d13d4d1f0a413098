import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyKeyDestruction = guardrail(
  'DenyKeyDestruction',
  'Ransom: who disables a key, deletes its material, or encrypts under material that only he has (imported, or in a store of his own), holds its data to ransom at once. Exempt: break-glass.',
  () => ({
    Action: [
      'kms:CreateCustomKeyStore',
      'kms:DeleteCustomKeyStore',
      'kms:DeleteImportedKeyMaterial',
      'kms:DisableKey',
      'kms:DisconnectCustomKeyStore',
      'kms:ImportKeyMaterial',
      'kms:UpdateCustomKeyStore',
    ],
    Condition: but([BREAK_GLASS]),
  }),
);

import { guardrail } from '../guardrail-context';

export const denyCustomerProvidedKeys = guardrail(
  'DenyCustomerProvidedKeys',
  'Ransom: objects that are overwritten under a key which only the attacker has (SSE-C). Nobody is exempt.',
  () => ({ Action: 's3:PutObject', Condition: { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } } }),
);

import { resourceGuardrail } from '../guardrail-context';

export const denyOldTls = resourceGuardrail('DenyOldTls', 'TLS 1.0 and 1.1 are broken. Services of AWS, which name no version, are left out.', () => ({
  Action: 's3:*',
  Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
}));

import { resourceGuardrail } from '../guardrail-context';
import { COVERED_ACTIONS } from './covered-services';

export const denyPlainHttp = resourceGuardrail('DenyPlainHttp', 'A listener on the way reads or changes what passes without TLS.', () => ({
  Action: COVERED_ACTIONS,
  Condition: { Bool: { 'aws:SecureTransport': 'false' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false', 'aws:ViaAWSService': 'false' } },
}));

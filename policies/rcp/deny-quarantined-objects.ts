import { BREAK_GLASS, but, people, RESPONSE, resourceGuardrail } from '../guardrail-context';

export const denyQuarantinedObjects = resourceGuardrail(
  'DenyQuarantinedObjects',
  'An object in which malware was found is downloaded and run by the next who needs the file; the response marks it by the tag Quarantine. Exempt: the response role, which marks, the security team, break-glass, and services of AWS, which scan.',
  () => ({
    Action: ['s3:DeleteObject*Tagging', 's3:GetObject', 's3:GetObjectVersion', 's3:PutObject*Tagging'],
    Resource: '*',
    Condition: but([RESPONSE, BREAK_GLASS, ...people('SecurityAdmin')], {
      Null: { 's3:ExistingObjectTag/Quarantine': 'false' },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    }),
  }),
);

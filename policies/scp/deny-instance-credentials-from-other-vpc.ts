import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyInstanceCredentialsFromOtherVpc = guardrail(
  'DenyInstanceCredentialsFromOtherVpc',
  "Credentials of an instance that are used in another VPC than the instance's are stolen. Exempt: what AWS does on its behalf.",
  () => ({
    Action: '*',
    Condition: but([BREAK_GLASS], {
      StringNotEquals: { 'aws:EC2InstanceSourceVPC': '${aws:SourceVpc}' },
      Null: { 'aws:EC2InstanceSourceVPC': 'false', 'aws:SourceVpc': 'false' },
      BoolIfExists: { 'aws:ViaAWSService': 'false' },
    }),
  }),
);

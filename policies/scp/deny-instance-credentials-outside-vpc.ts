import { BREAK_GLASS, but, type GuardedEnvironment, type Guardrail, guardrail } from '../guardrail-context';
import { endpointActions } from './endpoint-services';

/** Only for services with an endpoint in the VPC, and in the home region: other calls leave it legitimately. */
export const denyInstanceCredentialsOutsideVpc = ({ interfaceEndpoints }: Pick<GuardedEnvironment, 'interfaceEndpoints'>): Guardrail =>
  guardrail(
    'DenyInstanceCredentialsOutsideVpc',
    "Credentials of an instance that are used outside any VPC are stolen: the instance's own calls pass an endpoint. Exempt: what AWS does on its behalf.",
    ({ home }) => ({
      Action: endpointActions(interfaceEndpoints),
      Condition: but([BREAK_GLASS], {
        Null: { 'aws:EC2InstanceSourceVPC': 'false', 'aws:SourceVpc': 'true' },
        StringEquals: { 'aws:RequestedRegion': home },
        BoolIfExists: { 'aws:ViaAWSService': 'false' },
      }),
    }),
  );

import { but, type GuardedEnvironment, type Guardrail, guardrail, workers } from '../guardrail-context';

export const denyUserDataChanges = (environment: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyUserDataChanges',
    'User data runs as root at the next start: a way into an instance and its role. Exempt: pipelines and break-glass, and developers where they work by hand.',
    (context) => ({
      Action: 'ec2:ModifyInstanceAttribute',
      Condition: but(workers(context, environment), { StringEqualsIgnoreCase: { 'ec2:Attribute': 'userData' } }),
    }),
  );

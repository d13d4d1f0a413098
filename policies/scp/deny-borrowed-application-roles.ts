import { but, type GuardedEnvironment, type Guardrail, guardrail, ofApplications, RESTORE, workers } from '../guardrail-context';

export const denyBorrowedApplicationRoles = (environment: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyBorrowedApplicationRoles',
    'A new instance, function or job with the role of an application is the application: its roles are passed by pipelines and by applications themselves. Exempt besides: restores, which give an instance back its role, break-glass, and developers where they work by hand.',
    (context) => ({
      Action: ['iam:AddRoleToInstanceProfile', 'iam:PassRole'],
      Resource: ['role', 'instance-profile'].flatMap((kind) => ofApplications(context, kind)),
      Condition: but([...workers(context, environment), RESTORE, ...ofApplications(context, 'role')]),
    }),
  );

import { BREAK_GLASS, but, type GuardedEnvironment, type Guardrail, guardrail, people } from '../guardrail-context';

export const denyShells = ({ handsOn }: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyShells',
    "A shell in an instance or container is the application's role and data. Exempt: break-glass, and developers where they work by hand.",
    () => ({
      Action: [
        'codebuild:StartCommandExecution',
        'codebuild:StartSandbox*',
        'ecs:ExecuteCommand',
        'elasticmapreduce:GetClusterSessionCredentials',
        'lambda:CreateMicrovmShellAuthToken',
        'sagemaker:StartSession',
        'ssm-guiconnect:StartConnection',
        'ssm:GetAccessToken',
        'ssm:ResumeSession',
        'ssm:StartSession',
      ],
      Condition: but([BREAK_GLASS, ...(handsOn ? people('Developer') : [])]),
    }),
  );

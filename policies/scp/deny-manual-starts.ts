import { but, type GuardedEnvironment, type Guardrail, guardrail, ofApplications, people, workers } from '../guardrail-context';

/** Jobs and tasks that applications start themselves, too: schedules, state machines, pipelines of theirs run under their own roles. */
export const denyManualStarts = (environment: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyManualStarts',
    `Whoever starts a job says what it runs: overrides of commands, scripts and images act with the job's role. Exempt: pipelines, applications' own roles, operators, break-glass${environment.handsOn ? ', and developers with their permission set' : ''}.`,
    (context) => ({
      Action: [
        'batch:SubmitJob',
        'codebuild:RetryBuild*',
        'codebuild:StartBuild*',
        'ecs:RunTask',
        'ecs:StartTask',
        'elasticmapreduce:AddJobFlowSteps',
        'elasticmapreduce:RunJobFlow',
        'emr-containers:StartJobRun',
        'emr-serverless:StartJobRun',
        'glue:CreateSession',
        'glue:RunStatement',
        'glue:StartJobRun',
        'lambda:CreateMicrovmAuthToken',
        'lambda:RunMicrovm',
        'sagemaker:Create*',
      ],
      Condition: but([...workers(context, environment), ...people('DeveloperOperator'), ...ofApplications(context, 'role')]),
    }),
  );

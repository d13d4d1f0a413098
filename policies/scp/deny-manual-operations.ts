import { but, type GuardedEnvironment, type Guardrail, guardrail, NETWORK_ROLES, ofApplications, people, workers } from '../guardrail-context';

/** What applications and their controllers do all day under roles of their own: schedules, state machines, load balancer controllers. */
export const denyManualOperations = (environment: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyManualOperations',
    "Whoever starts a job says what it runs, whoever turns a listener says where requests go, whoever sets a password signs in: by hand it is acting as the application. Exempt: pipelines, applications' own roles, operators, the network role, break-glass, and developers where they work by hand.",
    (context) => ({
      Action: [
        'batch:SubmitJob',
        'codebuild:RetryBuild*',
        'codebuild:StartBuild*',
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminSetUserPassword',
        'dynamodb:ExportTableToPointInTime',
        'ecs:RunTask',
        'ecs:StartTask',
        'elasticloadbalancing:CreateListener',
        'elasticloadbalancing:CreateRule',
        'elasticloadbalancing:ModifyListener',
        'elasticloadbalancing:ModifyLoadBalancerAttributes',
        'elasticloadbalancing:ModifyRule',
        'elasticloadbalancing:SetSecurityGroups',
        'elasticloadbalancing:SetWebAcl',
        'elasticmapreduce:AddJobFlowSteps',
        'elasticmapreduce:RunJobFlow',
        'emr-containers:StartJobRun',
        'emr-serverless:StartJobRun',
        'glue:CreateSession',
        'glue:RunStatement',
        'glue:StartJobRun',
        'lambda:CreateMicrovmAuthToken',
        'lambda:RunMicrovm',
        'redshift:GetClusterCredentials*',
        'sagemaker:Create*',
        'transfer:Import*',
      ],
      Condition: but([...workers(context, environment), ...people('DeveloperOperator'), ...NETWORK_ROLES, ...ofApplications(context, 'role')]),
    }),
  );

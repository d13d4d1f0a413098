import { attacksOf, call } from './attack';
import type { Attack } from './corpus';

/** What acts with the rights of something that exists, destroys it, or costs; found by a review of every action of AWS in 2026-11. */
export const BY_RIGHTS_OF_OTHERS: readonly Attack[] = [
  ...attacksOf('privilege escalation', 'Systems Manager user guide, Patch baselines: alternative patch sources', [
    ['names a package source of its own in the baseline of all instances', call('ssm:UpdatePatchBaseline'), 'DenyManualChanges'],
    ['makes a baseline of its own the default', call('ssm:RegisterDefaultPatchBaseline'), 'DenyManualChanges'],
    ['gives a group of instances a baseline of its own', call('ssm:RegisterPatchBaselineForPatchGroup'), 'DenyManualChanges'],
  ]),
  ...attacksOf('privilege escalation', 'Systems Manager user guide, Just-in-time node access', [
    ['fetches the token of an access request', call('ssm:GetAccessToken'), 'DenyShells'],
  ]),
  ...attacksOf('credential access', 'Naor Haziz: ECScape (2025), ECS agent communication service', [
    ['listens as a container instance and receives the credentials of tasks', call('ecs:Poll'), 'DenyManualOperations'],
    ['joins an instance of its own to the cluster, on which tasks are placed', call('ecs:RegisterContainerInstance'), 'DenyManualOperations'],
  ]),
  ...attacksOf('credential access', 'EventBridge API reference, RetrieveConnectionCredentials', [
    ['reads the secret of a connection', call('events:RetrieveConnectionCredentials'), 'DenyManualOperations'],
  ]),
  ...attacksOf('credential access', 'Amazon Cognito developer guide, Developer-authenticated identities', [
    ['asks for a token as any customer', call('cognito-identity:GetOpenIdTokenForDeveloperIdentity'), 'DenyManualOperations'],
  ]),
  ...attacksOf('privilege escalation', 'HackTricks Cloud: AWS Cognito privilege escalation', [
    [
      'puts a customer into the group of administrators',
      call('cognito-idp:AdminAddUserToGroup', 'arn:aws:cognito-idp:eu-west-1:{here}:userpool/eu-west-1_a'),
      'DenyManualOperations',
    ],
    ['signs in as a customer', call('cognito-idp:AdminInitiateAuth', 'arn:aws:cognito-idp:eu-west-1:{here}:userpool/eu-west-1_a'), 'DenyManualOperations'],
    [
      'gives a customer another address',
      call('cognito-idp:AdminUpdateUserAttributes', 'arn:aws:cognito-idp:eu-west-1:{here}:userpool/eu-west-1_a'),
      'DenyManualOperations',
    ],
    [
      'links a login of its own to a customer',
      call('cognito-idp:AdminLinkProviderForUser', 'arn:aws:cognito-idp:eu-west-1:{here}:userpool/eu-west-1_a'),
      'DenyManualOperations',
    ],
    [
      'takes a customer’s second factor away',
      call('cognito-idp:AdminSetUserMFAPreference', 'arn:aws:cognito-idp:eu-west-1:{here}:userpool/eu-west-1_a'),
      'DenyManualOperations',
    ],
    [
      'answers the challenge of a customer',
      call('cognito-idp:AdminRespondToAuthChallenge', 'arn:aws:cognito-idp:eu-west-1:{here}:userpool/eu-west-1_a'),
      'DenyManualOperations',
    ],
  ]),
  ...attacksOf('privilege escalation', 'Amazon Verified Permissions user guide, Policy stores', [
    ['writes a policy that permits everything in the application', call('verifiedpermissions:CreatePolicy'), 'DenyManualOperations'],
    ['lets another identity source in', call('verifiedpermissions:UpdateIdentitySource'), 'DenyManualOperations'],
  ]),
  ...attacksOf('privilege escalation', 'Service authorization reference: what runs with the role of something that exists', [
    ['runs a workflow of Airflow with arguments of its own', call('airflow:InvokeRestApi'), 'DenyManualOperations'],
    ['starts a session on a cluster with its role', call('elasticmapreduce:StartSession'), 'DenyManualOperations'],
    ['fetches credentials of a notebook endpoint', call('emr-containers:GetManagedEndpointSessionCredentials'), 'DenyManualOperations'],
    ['starts a session of a serverless application', call('emr-serverless:StartSession'), 'DenyManualOperations'],
    ['starts a training pipeline with other parameters', call('sagemaker:StartPipelineExecution'), 'DenyManualOperations'],
    ['approves a step of a training pipeline', call('sagemaker:SendPipelineExecutionStepSuccess'), 'DenyManualOperations'],
    ['submits a job to the service environment', call('batch:SubmitServiceJob'), 'DenyManualOperations'],
    ['leads a connection of jobs to a host of its own, which hears the password', call('glue:UpdateConnection'), 'DenyManualChanges'],
    ['makes a connection for jobs', call('glue:CreateConnection'), 'DenyManualChanges'],
    ['changes the blueprint of workflows', call('glue:UpdateBlueprint'), 'DenyManualChanges'],
    ['adds a helper to an agent, which works with its rights', call('bedrock:AssociateAgentCollaborator'), 'DenyManualChanges'],
    ['writes instructions into what the agent reads', call('bedrock:IngestKnowledgeBaseDocuments'), 'DenyManualOperations'],
    ['publishes a site by hand', call('amplify:StartDeployment'), 'DenyManualChanges'],
    ['overrides the condition of a stage', call('codepipeline:OverrideStageCondition', 'arn:aws:codepipeline:eu-west-1:{here}:shop/prod'), 'DenyManualChanges'],
    ['makes the new task set the primary one', call('ecs:UpdateServicePrimaryTaskSet'), 'DenyManualChanges'],
    ['switches the log of shells in a cluster off', call('ecs:UpdateCluster'), 'DenyManualChanges'],
    ['lets tasks run without tags and long names for all', call('ecs:PutAccountSettingDefault'), 'DenyManualChanges'],
    ['registers a cluster of its own', call('eks:RegisterCluster'), 'DenyManualChanges'],
    ['takes a hook of stacks out of service', call('cloudformation:DeactivateType'), 'DenyManualChanges'],
    ['stores a token for the source of builds', call('codebuild:PersistOAuthToken'), 'DenyManualChanges'],
  ]),
  ...attacksOf('privilege escalation', 'CodeArtifact user guide, Package origin controls; dependency confusion', [
    [
      'publishes a package that builds take',
      call('codeartifact:PublishPackageVersion', 'arn:aws:codeartifact:eu-west-1:{here}:package/d/r/npm/x/y'),
      'DenyManualChanges',
    ],
    [
      'lets a package come from outside again',
      call('codeartifact:PutPackageOriginConfiguration', 'arn:aws:codeartifact:eu-west-1:{here}:package/d/r/npm/x/y'),
      'DenyManualChanges',
    ],
    [
      'connects the repository with the public one',
      call('codeartifact:AssociateExternalConnection', 'arn:aws:codeartifact:eu-west-1:{here}:repository/d/r'),
      'DenyManualChanges',
    ],
    ['copies a package from another repository', call('codeartifact:CopyPackageVersions'), 'DenyManualChanges'],
    ['lets images go by without a scan', call('ecr:PutImageScanningConfiguration', 'arn:aws:ecr:eu-west-1:{here}:repository/shop'), 'DenyManualChanges'],
  ]),
  ...attacksOf('impact', 'Service authorization reference: what destroys data or what it is restored from', [
    ['deletes a queue with what is in it', call('sqs:DeleteQueue', 'arn:aws:sqs:eu-west-1:{here}:orders'), 'DenyDataDestruction'],
    ['deletes a topic, whose name anybody’s account may serve next', call('sns:DeleteTopic', 'arn:aws:sns:eu-west-1:{here}:orders'), 'DenyDataDestruction'],
    ['drops tables of a table bucket', call('s3tables:DeleteNamespace'), 'DenyDataDestruction'],
    ['drops one table of a table bucket', call('s3tables:DeleteTable'), 'DenyManualOperations'],
    ['deletes a time series database', call('timestream-influxdb:DeleteDbInstance'), 'DenyDataDestruction'],
    ['deletes locked files', call('fsx:BypassSnaplockEnterpriseRetention'), 'DenyDataDestruction'],
    ['shortens what a stream keeps', call('kinesis:DecreaseStreamRetentionPeriod'), 'DenyManualChanges'],
    ['opens a graph to the internet', call('neptune-graph:UpdateGraph'), 'DenyManualChanges'],
    ['deletes copies of backups in the archive', call('backup:DeleteRecoveryPoint'), 'DenyDataDestruction', { in: 'log-archive' }],
    ['takes the policy off the vault of copies', call('backup:DeleteBackupVaultAccessPolicy'), 'DenyDataDestruction', { in: 'log-archive' }],
    ['takes the lock off the vault of copies', call('backup:DeleteBackupVaultLockConfiguration'), 'DenyDataDestruction', { in: 'log-archive' }],
    ['deletes the stack’s snapshots in the security account', call('ec2:DeleteSnapshot'), 'DenyDataDestruction', { in: 'security' }],
    ['deletes versions in the account of the network', call('s3:DeleteObjectVersion', 'arn:aws:s3:::hub/x'), 'DenyDataDestruction', { in: 'hub' }],
  ]),
  ...attacksOf('impact', 'DynamoDB developer guide, Multi-account global tables', [
    ['takes a replica of the attacker into the table', call('dynamodb:AssociateTableReplica'), 'DenyManualChanges'],
  ]),
  ...attacksOf('cost', 'Permiso, Sysdig: LLM hijacking (2024-2026); Amazon Bedrock user guide, API keys', [
    [
      'calls models with an API key that was found',
      call('bedrock:CallWithBearerToken', undefined, { 'bedrock:BearerTokenType': 'LONG_TERM' }),
      'DenyLongLivedModelKeys',
      { as: 'arn:aws:iam::{here}:user/svc-legacy' },
    ],
    [
      'calls models with a long-lived API key',
      call('bedrock:CallWithBearerToken', undefined, { 'bedrock:BearerTokenType': 'LONG_TERM' }),
      'DenyLongLivedModelKeys',
      { in: 'dev' },
    ],
    ['deploys a model of the marketplace on GPU instances', call('bedrock:CreateMarketplaceModelEndpoint'), 'DenyCommitments'],
    ['deploys a model of the marketplace from dev', call('bedrock:CreateMarketplaceModelEndpoint'), 'DenyCommitments', { as: 'Developer', in: 'dev' }],
    ['works on another model platform at our cost', call('aws-external-anthropic:CreateInference'), 'DenyUnusedServices'],
  ]),
];

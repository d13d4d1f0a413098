import { attacks, call, ec2, ecs, iam, lambda, of, secret, ssm } from './attack';
import type { Attack } from './corpus';

const row = attacks('privilege escalation');
const RHINO = 'Rhino Security Labs, AWS IAM Privilege Escalation';
const PATHS = 'pathfinding.cloud';
const TRICKS = 'HackTricks Cloud, AWS';
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const boundary = (name: string) => ({ 'iam:PermissionsBoundary': `arn:aws:iam::{here}:policy/${name}` });
/** In dev developers may change code; what stops them there is about the identity, not about who changes it. */
const DEVELOPER = { as: 'Developer', in: 'dev' };
const passes = (role: string, service: string) => call('iam:PassRole', iam(`role/${role}`), { 'iam:PassedToService': service });

/** To a principal that may do more. */
export const PRIVILEGE_ESCALATION: readonly Attack[] = [
  // Roles of the platform
  row('assumes break-glass', `${RHINO}: sts:AssumeRole`, call('sts:AssumeRole', iam('role/platform/break-glass')), 'ProtectPlatformRoles'),
  row('assumes the apply role', `${PATHS}, sts`, call('sts:AssumeRole', iam('role/platform/apply')), 'ProtectPlatformRoles'),
  row(
    'assumes the bootstrap role that bootstrap left behind',
    'MITRE ATT&CK T1078.004 Cloud Accounts',
    call('sts:AssumeRole', iam('role/OrganizationAccountAccessRole')),
    'ProtectPlatformRoles',
  ),
  row('rewrites the trust of the apply role', `${RHINO}: iam:UpdateAssumeRolePolicy`, call('iam:UpdateAssumeRolePolicy', iam('role/platform/apply')), [
    'DenyManualChanges',
    'DenyRolesOfOthers',
    'ProtectPlatformRoles',
  ]),
  row('writes a policy into the plan role', `${RHINO}: iam:PutRolePolicy`, call('iam:PutRolePolicy', iam('role/platform/plan')), [
    'DenyManualChanges',
    'DenyRolesOfOthers',
    'ProtectPlatformRoles',
    'RequireBoundary',
  ]),
  row('passes the apply role to a function', `${RHINO}: iam:PassRole, lambda:CreateFunction`, passes('platform/apply', 'lambda.amazonaws.com'), [
    'DenyRolesOfOthers',
    'ProtectPlatformRoles',
  ]),
  row('tags the apply role to meet a condition of tags', `${TRICKS} IAM privesc: iam:TagRole`, call('iam:TagRole', iam('role/platform/apply')), [
    'DenyRolesOfOthers',
    'ProtectPlatformRoles',
  ]),
  row('deletes break-glass before the incident begins', 'MITRE ATT&CK T1531 Account Access Removal', call('iam:DeleteRole', iam('role/platform/break-glass')), [
    'DenyManualChanges',
    'DenyRolesOfOthers',
    'ProtectPlatformRoles',
  ]),
  row(
    'makes a role where the platform has its own',
    `${TRICKS} IAM privesc: role path conditions`,
    call('iam:CreateRole', iam('role/platform/apply'), boundary('platform/developer-boundary')),
    ['DenyManualChanges', 'DenyRolesOfOthers', 'ProtectPlatformRoles'],
  ),
  row(
    'makes a role with the name of the bootstrap role',
    `${TRICKS} IAM persistence`,
    call('iam:CreateRole', iam('role/OrganizationAccountAccessRole'), boundary('platform/developer-boundary')),
    ['DenyManualChanges', 'DenyRolesOfOthers', 'ProtectPlatformRoles'],
  ),
  row(
    'as a developer takes over the bootstrap role',
    `${PATHS}, iam`,
    call('iam:UpdateAssumeRolePolicy', iam('role/OrganizationAccountAccessRole')),
    ['DenyRolesOfOthers', 'ProtectPlatformRoles'],
    DEVELOPER,
  ),
  // Roles of services and pipelines, and the boundary
  row('rewrites the developers’ boundary', `${RHINO}: iam:CreatePolicyVersion`, call('iam:CreatePolicyVersion', iam('policy/platform/developer-boundary')), [
    'DenyManualChanges',
    'DenyRolesOfOthers',
    'ProtectServiceRoles',
  ]),
  row(
    'sets an old version of the boundary',
    `${RHINO}: iam:SetDefaultPolicyVersion`,
    call('iam:SetDefaultPolicyVersion', iam('policy/platform/developer-boundary')),
    ['DenyManualChanges', 'DenyRolesOfOthers', 'ProtectServiceRoles'],
  ),
  row(
    'passes a pipeline’s role to a build',
    `${PATHS}, codebuild: iam:PassRole, codebuild:CreateProject`,
    passes('app/pipelines/deploy', 'codebuild.amazonaws.com'),
    ['ProtectServiceRoles', 'DenyBorrowedApplicationRoles'],
  ),
  row(
    'as a developer lets itself into a pipeline’s role',
    `${RHINO}: iam:UpdateAssumeRolePolicy`,
    call('iam:UpdateAssumeRolePolicy', iam('role/app/pipelines/deploy')),
    'ProtectServiceRoles',
    DEVELOPER,
  ),
  row('deletes a pipeline’s role to make it anew', `${TRICKS} IAM: recreated principals`, call('iam:DeleteRole', iam('role/app/pipelines/deploy')), [
    'DenyManualChanges',
    'ProtectServiceRoles',
  ]),
  row(
    'as a developer makes the pipeline’s role before anybody else does',
    `${TRICKS} IAM: role squatting`,
    call('iam:CreateRole', iam('role/app-deploy'), boundary('platform/developer-boundary')),
    ['DenyRolesOfOthers', 'ProtectServiceRoles'],
    DEVELOPER,
  ),
  row(
    'passes the response role to an instance',
    `${RHINO}: iam:PassRole, ec2:RunInstances`,
    passes('platform/service/security-response', 'ec2.amazonaws.com'),
    ['DenyRolesOfOthers', 'ProtectServiceRoles'],
  ),
  row(
    'restores a backup as the role that may overwrite',
    'AWS Backup developer guide, Access control: iam:PassRole, backup:StartRestoreJob',
    passes('platform/service/restore', 'backup.amazonaws.com'),
    ['DenyRolesOfOthers', 'ProtectServiceRoles'],
  ),
  row(
    'lets itself into the role that restores',
    `${RHINO}: iam:UpdateAssumeRolePolicy`,
    call('iam:UpdateAssumeRolePolicy', iam('role/platform/service/restore')),
    ['DenyRolesOfOthers', 'ProtectServiceRoles', 'DenyManualChanges'],
  ),
  row(
    'puts a stronger role into an instance profile of the platform',
    `${RHINO}: iam:AddRoleToInstanceProfile`,
    call('iam:AddRoleToInstanceProfile', iam('instance-profile/platform/service/agent')),
    ['DenyRolesOfOthers', 'ProtectServiceRoles'],
  ),
  row(
    'tags a policy of the platform',
    `${TRICKS} IAM privesc: tags in conditions`,
    call('iam:TagPolicy', iam('policy/platform/developer-boundary')),
    'ProtectServiceRoles',
  ),
  row(
    'tags an instance profile of the platform',
    `${TRICKS} IAM privesc: tags in conditions`,
    call('iam:TagInstanceProfile', iam('instance-profile/platform/service/agent')),
    'ProtectServiceRoles',
  ),
  // New roles and boundaries
  row('makes a role of an application without the boundary', `${PATHS}, iam`, call('iam:CreateRole', iam('role/app/evil')), 'RequireBoundary', DEVELOPER),
  row(
    'makes a role with a boundary of its own',
    `${TRICKS} IAM privesc: permissions boundaries`,
    call('iam:CreateRole', iam('role/app/evil'), boundary('app/nothing-denied')),
    'RequireBoundary',
    DEVELOPER,
  ),
  row(
    'makes a role with a boundary of the same name on another path',
    `${TRICKS} IAM privesc: permissions boundaries`,
    call('iam:CreateRole', iam('role/app/evil'), boundary('developer-boundary')),
    'RequireBoundary',
    DEVELOPER,
  ),
  row(
    'replaces the boundary by AdministratorAccess',
    `${PATHS}, iam: iam:PutRolePermissionsBoundary`,
    call('iam:PutRolePermissionsBoundary', iam('role/app/web'), { 'iam:PermissionsBoundary': ADMINISTRATOR }),
    'RequireBoundary',
  ),
  row(
    'takes the boundary off',
    `${PATHS}, iam: iam:DeleteRolePermissionsBoundary`,
    call('iam:DeleteRolePermissionsBoundary', iam('role/app/web'), boundary('platform/developer-boundary')),
    'DenyBoundaryRemoval',
  ),
  row(
    'takes the boundary off, as a developer',
    `${TRICKS} IAM privesc: iam:DeleteRolePermissionsBoundary`,
    call('iam:DeleteRolePermissionsBoundary', iam('role/app/web'), boundary('platform/developer-boundary')),
    'DenyBoundaryRemoval',
    DEVELOPER,
  ),
  row(
    'attaches AdministratorAccess to a role without the boundary',
    `${RHINO}: iam:AttachRolePolicy`,
    call('iam:AttachRolePolicy', iam('role/app/old'), { 'iam:PolicyARN': ADMINISTRATOR }),
    'RequireBoundary',
    DEVELOPER,
  ),
  row(
    'writes a policy into a role without the boundary',
    `${RHINO}: iam:PutRolePolicy`,
    call('iam:PutRolePolicy', iam('role/app/old')),
    'RequireBoundary',
    DEVELOPER,
  ),
  // Roles of others
  row('passes a vendor’s role to an instance', `${RHINO}: iam:PassRole, ec2:RunInstances`, passes('VendorScanner', 'ec2.amazonaws.com'), 'DenyRolesOfOthers'),
  row(
    'passes an old administrator’s role to CloudFormation',
    `${RHINO}: iam:PassRole, cloudformation:CreateStack`,
    passes('Admin', 'cloudformation.amazonaws.com'),
    'DenyRolesOfOthers',
  ),
  row(
    'passes an old administrator’s role to Glue',
    `${RHINO}: iam:PassRole, glue:CreateDevEndpoint`,
    passes('Admin', 'glue.amazonaws.com'),
    'DenyRolesOfOthers',
  ),
  row(
    'passes an old administrator’s role to Data Pipeline',
    `${RHINO}: iam:PassRole, datapipeline:CreatePipeline`,
    passes('Admin', 'datapipeline.amazonaws.com'),
    'DenyRolesOfOthers',
  ),
  row(
    'passes an old administrator’s role to SageMaker',
    `${RHINO}: iam:PassRole, sagemaker:CreateNotebookInstance`,
    passes('Admin', 'sagemaker.amazonaws.com'),
    'DenyRolesOfOthers',
  ),
  row(
    'passes an old administrator’s role to a task',
    `${PATHS}, ecs: iam:PassRole, ecs:RunTask`,
    passes('Admin', 'ecs-tasks.amazonaws.com'),
    'DenyRolesOfOthers',
  ),
  row('passes an old administrator’s role to a state machine', `${PATHS}, stepfunctions`, passes('Admin', 'states.amazonaws.com'), 'DenyRolesOfOthers'),
  row('passes an old administrator’s role to a schedule', `${PATHS}, scheduler`, passes('Admin', 'scheduler.amazonaws.com'), 'DenyRolesOfOthers'),
  row('passes an old administrator’s role to App Runner', `${PATHS}, apprunner`, passes('Admin', 'apprunner.amazonaws.com'), 'DenyRolesOfOthers'),
  row(
    'passes a role of Identity Center',
    `${TRICKS} IAM privesc: iam:PassRole`,
    passes('aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_PlatformAdmin_0123456789abcdef', 'lambda.amazonaws.com'),
    'DenyRolesOfOthers',
  ),
  row(
    'puts a stronger role into an old instance profile',
    `${RHINO}: iam:AddRoleToInstanceProfile`,
    call('iam:AddRoleToInstanceProfile', iam('instance-profile/legacy')),
    'DenyRolesOfOthers',
  ),
  row('sets another version of a policy of others', `${RHINO}: iam:SetDefaultPolicyVersion`, call('iam:SetDefaultPolicyVersion', iam('policy/legacy-admin')), [
    'DenyManualChanges',
    'DenyRolesOfOthers',
  ]),
  row('writes a version of a policy of others', `${RHINO}: iam:CreatePolicyVersion`, call('iam:CreatePolicyVersion', iam('policy/legacy-admin')), [
    'DenyManualChanges',
    'DenyRolesOfOthers',
  ]),
  row('takes a denial off a role of others', `${TRICKS} IAM privesc: iam:DeleteRolePolicy`, call('iam:DeleteRolePolicy', iam('role/Vendor')), [
    'DenyManualChanges',
    'DenyRolesOfOthers',
  ]),
  row('detaches a denial from a role of others', `${TRICKS} IAM privesc: iam:DetachRolePolicy`, call('iam:DetachRolePolicy', iam('role/Vendor')), [
    'DenyManualChanges',
    'DenyRolesOfOthers',
  ]),
  row(
    'attaches AdministratorAccess to a vendor’s role',
    `${RHINO}: iam:AttachRolePolicy`,
    call('iam:AttachRolePolicy', iam('role/Vendor'), { 'iam:PolicyARN': ADMINISTRATOR }),
    ['DenyManualChanges', 'DenyRolesOfOthers', 'RequireBoundary'],
  ),
  row(
    'rewrites the trust of a vendor’s role, as a developer',
    `${RHINO}: iam:UpdateAssumeRolePolicy`,
    call('iam:UpdateAssumeRolePolicy', iam('role/Vendor')),
    'DenyRolesOfOthers',
    DEVELOPER,
  ),
  row('lengthens the sessions of a vendor’s role', `${TRICKS} IAM: iam:UpdateRole`, call('iam:UpdateRole', iam('role/Vendor')), 'DenyRolesOfOthers'),
  row('tags a role of others to meet a condition of tags', `${TRICKS} IAM privesc: iam:TagRole`, call('iam:TagRole', iam('role/Vendor')), 'DenyRolesOfOthers'),
  // Users
  row(
    'attaches AdministratorAccess to a user',
    `${RHINO}: iam:AttachUserPolicy`,
    call('iam:AttachUserPolicy', iam('user/svc-legacy'), { 'iam:PolicyARN': ADMINISTRATOR }),
    'DenyIamUsers',
  ),
  row('writes a policy into a user', `${RHINO}: iam:PutUserPolicy`, call('iam:PutUserPolicy', iam('user/svc-legacy')), 'DenyIamUsers'),
  row(
    'attaches AdministratorAccess to a group',
    `${RHINO}: iam:AttachGroupPolicy`,
    call('iam:AttachGroupPolicy', iam('group/legacy'), { 'iam:PolicyARN': ADMINISTRATOR }),
    'DenyIamUsers',
  ),
  row('writes a policy into a group', `${RHINO}: iam:PutGroupPolicy`, call('iam:PutGroupPolicy', iam('group/legacy')), 'DenyIamUsers'),
  row('joins a group of administrators', `${RHINO}: iam:AddUserToGroup`, call('iam:AddUserToGroup', iam('group/legacy')), 'DenyIamUsers'),
  row('changes the password of an administrator', `${RHINO}: iam:UpdateLoginProfile`, call('iam:UpdateLoginProfile', iam('user/svc-legacy')), 'DenyIamUsers'),
  row(
    'takes the boundary off a user',
    `${TRICKS} IAM privesc: iam:DeleteUserPermissionsBoundary`,
    call('iam:DeleteUserPermissionsBoundary', iam('user/svc-legacy')),
    'DenyIamUsers',
  ),
  row(
    'replaces the MFA device of an administrator',
    `${TRICKS} IAM privesc: iam:DeactivateMFADevice`,
    call('iam:DeactivateMFADevice', iam('user/svc-legacy')),
    'DenyIamUsers',
  ),
  // Code that runs with the rights of applications
  row(
    'overwrites the code of a function',
    `${RHINO}: lambda:UpdateFunctionCode`,
    call('lambda:UpdateFunctionCode', lambda('function:orders')),
    'DenyManualChanges',
  ),
  row(
    'hangs a layer into a function',
    `${RHINO}: lambda:UpdateFunctionConfiguration`,
    call('lambda:UpdateFunctionConfiguration', lambda('function:orders')),
    'DenyManualChanges',
  ),
  row('makes a function with an application’s role', `${PATHS}, lambda`, call('lambda:CreateFunction', lambda('function:evil')), 'DenyManualChanges'),
  row(
    'feeds a function from a stream of its own',
    `${RHINO}: lambda:CreateEventSourceMapping`,
    call('lambda:CreateEventSourceMapping', undefined, { 'lambda:FunctionArn': lambda('function:orders') }),
    'DenyManualChanges',
  ),
  row(
    'runs a stack with an application’s role',
    `${RHINO}: cloudformation:CreateStack`,
    call('cloudformation:CreateStack', of('cloudformation')('stack/evil/1')),
    'DenyManualChanges',
  ),
  row(
    'updates a stack that has a role',
    `${PATHS}, cloudformation`,
    call('cloudformation:UpdateStack', of('cloudformation')('stack/shop/1')),
    'DenyManualChanges',
  ),
  row(
    'executes a change set that somebody left',
    `${PATHS}, cloudformation`,
    call('cloudformation:ExecuteChangeSet', of('cloudformation')('stack/shop/1')),
    'DenyManualChanges',
  ),
  row(
    'starts a build with commands of its own',
    `${PATHS}, codebuild: codebuild:StartBuild`,
    call('codebuild:StartBuild', of('codebuild')('project/shop')),
    'DenyManualOperations',
  ),
  row(
    'makes a build project with an application’s role',
    `${PATHS}, codebuild`,
    call('codebuild:CreateProject', of('codebuild')('project/evil')),
    'DenyManualChanges',
  ),
  row('runs a task with commands of its own', `${PATHS}, ecs: ecs:RunTask`, call('ecs:RunTask', ecs('task-definition/shop:1')), 'DenyManualOperations'),
  row('registers a task with an application’s role', `${PATHS}, ecs`, call('ecs:RegisterTaskDefinition'), 'DenyManualChanges'),
  row('points a service at another task', `${TRICKS} ECS privesc`, call('ecs:UpdateService', ecs('service/shop/web')), 'DenyManualChanges'),
  row('makes a development endpoint', `${RHINO}: glue:CreateDevEndpoint`, call('glue:CreateDevEndpoint', of('glue')('devEndpoint/evil')), 'DenyManualChanges'),
  row(
    'puts its SSH key into a development endpoint',
    `${RHINO}: glue:UpdateDevEndpoint`,
    call('glue:UpdateDevEndpoint', of('glue')('devEndpoint/etl')),
    'DenyManualChanges',
  ),
  row('changes the script of a job', `${PATHS}, glue`, call('glue:UpdateJob', of('glue')('job/etl')), 'DenyManualChanges'),
  row(
    'opens a notebook with an application’s role',
    `${RHINO}: sagemaker:CreatePresignedNotebookInstanceUrl`,
    call('sagemaker:CreatePresignedNotebookInstanceUrl', of('sagemaker')('notebook-instance/lab')),
    'DenyManualOperations',
  ),
  row(
    'changes what a notebook does when it starts',
    'Stratus Red Team: aws.execution.sagemaker-update-lifecycle-config',
    call('sagemaker:UpdateNotebookInstanceLifecycleConfig', of('sagemaker')('notebook-instance-lifecycle-config/lab')),
    'DenyManualChanges',
  ),
  row(
    'rewrites a state machine',
    `${TRICKS} Step Functions privesc`,
    call('states:UpdateStateMachine', of('states')('stateMachine:orders')),
    'DenyManualChanges',
  ),
  row('submits a batch job with commands of its own', `${PATHS}, batch`, call('batch:SubmitJob', of('batch')('job-queue/shop')), 'DenyManualOperations'),
  row(
    'starts instances from a launch template of its own',
    `${PATHS}, autoscaling`,
    call('ec2:CreateLaunchTemplateVersion', ec2('launch-template/lt-0123456789abcdef0')),
    'DenyManualChanges',
  ),
  row('rewrites the document that instances run', `${TRICKS} SSM privesc`, call('ssm:UpdateDocument', ssm('document/nightly')), 'DenyManualChanges'),
  row(
    'redirects an API to a function of its own',
    `${TRICKS} API Gateway privesc`,
    call('apigateway:PATCH', 'arn:aws:apigateway:eu-west-1::/restapis/a1b2c3/resources/d4e5/methods/GET/integration'),
    'DenyManualChanges',
  ),
  row(
    'writes commands into user data',
    'Stratus Red Team: aws.execution.ec2-user-data',
    call('ec2:ModifyInstanceAttribute', ec2('instance/i-0123456789abcdef0'), { 'ec2:Attribute': 'userData' }),
    'DenyUserDataChanges',
  ),
  row(
    'writes commands into user data, by the name that the console uses',
    `${PATHS}, ec2`,
    call('ec2:ModifyInstanceAttribute', ec2('instance/i-0123456789abcdef0'), { 'ec2:Attribute': 'UserData' }),
    'DenyUserDataChanges',
    { in: 'test' },
  ),
  // The platform's own software
  row(
    'overwrites the code of the response',
    `${RHINO}: lambda:UpdateFunctionCode`,
    call('lambda:UpdateFunctionCode', lambda('function:platform-security-response')),
    'ProtectPlatformResources',
    DEVELOPER,
  ),
  row(
    'invokes the response with an event of its own',
    `${TRICKS} Lambda privesc: lambda:InvokeFunction`,
    call('lambda:InvokeFunction', lambda('function:platform-security-response')),
    'ProtectPlatformResources',
  ),
  row('deletes a stack of the platform', `${PATHS}, cloudformation`, call('cloudformation:DeleteStack', of('cloudformation')('stack/platform-bootstrap/1')), [
    'ProtectPlatformResources',
    'DenyDataDestruction',
  ]),
  row(
    'reads a secret of the platform',
    `${TRICKS} Secrets Manager privesc`,
    call('secretsmanager:GetSecretValue', secret('platform/chat-webhook-a1b2c3')),
    'ProtectPlatformResources',
  ),
  row(
    'changes a parameter that the platform reads',
    `${TRICKS} SSM privesc: ssm:PutParameter`,
    call('ssm:PutParameter', ssm('parameter/platform/approval')),
    'ProtectPlatformResources',
  ),
  row(
    'starts the state machine of the response',
    `${TRICKS} Step Functions privesc`,
    call('states:StartExecution', of('states')('stateMachine:platform-response')),
    'ProtectPlatformResources',
  ),
  // The organization
  row(
    'makes an Identity Center instance of its own',
    'AWS Threat Technique Catalog T1136.003 Create Account: Cloud Account',
    call('sso:CreateInstance'),
    'DenyIdentityCenterChanges',
    { in: 'security' },
  ),
  row(
    'gives itself a permission set',
    `${TRICKS} Identity Center privesc: sso:CreateAccountAssignment`,
    call('sso:CreateAccountAssignment', 'arn:aws:sso:::instance/ssoins-1234567890abcdef'),
    'DenyIdentityCenterChanges',
    { in: 'security' },
  ),
  row(
    'widens a permission set',
    `${TRICKS} Identity Center privesc: sso:PutInlinePolicyToPermissionSet`,
    call('sso:PutInlinePolicyToPermissionSet', 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-0123456789abcdef'),
    'DenyIdentityCenterChanges',
    { in: 'security' },
  ),
  row(
    'joins a group of administrators in Identity Center',
    `${TRICKS} Identity Center privesc: identitystore:CreateGroupMembership`,
    call('identitystore:CreateGroupMembership', 'arn:aws:identitystore:::group/*'),
    'DenyIdentityCenterChanges',
    { in: 'security' },
  ),
  row('in a new account uses the root user', 'MITRE ATT&CK T1078.004 Cloud Accounts', call('iam:CreateRole', iam('role/evil')), 'DenyMemberRoot', {
    as: 'root',
    in: 'newcomer',
  }),
];

import { APPLICATION, APPLY, DEPLOY, INTRUDER, intrusions, ordinarily, person, record, role, type Samples, service } from './record';

const FUNCTION = { functionName: 'orders' };
const RULE = { name: 'nightly' };

export const HAND_WORK_SAMPLES: Samples = {
  'function-change': {
    raises: intrusions('lambda', {
      AddLayerVersionPermission20181031: null,
      AddPermission20150331v2: FUNCTION,
      CreateEventSourceMapping20150331: FUNCTION,
      CreateFunction20150331: FUNCTION,
      DeleteFunction20150331: FUNCTION,
      PublishLayerVersion20181031: null,
      UpdateFunctionCode20150331v2: FUNCTION,
    }),
    quiet: [
      ...ordinarily('prod', ['lambda', 'UpdateFunctionCode20150331v2'], FUNCTION, APPLY, DEPLOY),
      record(service('cloudformation'), 'prod', ['lambda', 'UpdateFunctionCode20150331v2'], FUNCTION),
      record(person('Developer'), 'dev', ['lambda', 'UpdateFunctionCode20150331v2'], FUNCTION),
      record(INTRUDER, 'prod', ['lambda', 'GetFunction20150331v2'], FUNCTION),
      record(INTRUDER, 'prod', ['cloudfront', 'CreateFunction']),
    ],
  },
  'deployment-by-hand': {
    raises: [
      ...intrusions('cloudformation', { CreateStack: { stackName: 'x' }, DeleteStack: { stackName: 'shop' } }),
      ...intrusions('codebuild', { ImportSourceCredentials: null }),
      ...intrusions('ecs', { ExecuteCommand: null, RegisterTaskDefinition: null }),
      ...intrusions('eks', { AssociateAccessPolicy: null, AssociateIdentityProviderConfig: null, CreateAccessEntry: null, UpdateClusterConfig: null }),
      ...intrusions('states', { CreateStateMachine: null, UpdateStateMachine: null }),
    ],
    quiet: [
      ...ordinarily('prod', ['ecs', 'RegisterTaskDefinition'], null, APPLY, DEPLOY),
      record(service('cloudformation'), 'prod', ['ecs', 'RegisterTaskDefinition']),
      record(person('Developer'), 'dev', ['ecs', 'RegisterTaskDefinition']),
      record(INTRUDER, 'prod', ['eks', 'DescribeCluster']),
    ],
  },
  'rule-change': {
    raises: [
      ...intrusions('events', { DeleteRule: RULE, DisableRule: RULE, PutTargets: RULE, RemoveTargets: RULE }),
      ...intrusions('scheduler', { CreateSchedule: RULE }),
    ],
    quiet: [
      ...ordinarily('prod', ['events', 'PutTargets'], RULE, APPLY, DEPLOY, APPLICATION, role('platform/service/backup')),
      record(service('config'), 'prod', ['events', 'PutTargets'], RULE),
      record(person('Developer'), 'dev', ['events', 'PutTargets'], RULE),
      record(person('SecurityAdmin'), 'security', ['events', 'PutTargets'], RULE),
      record(INTRUDER, 'prod', ['events', 'PutEvents']),
      record(INTRUDER, 'prod', ['wafv2', 'DeleteRule']),
    ],
  },
  'firewall-change': {
    raises: [
      ...intrusions('wafv2', { DeleteWebACL: null, DisassociateWebACL: null, UpdateIPSet: null, UpdateWebACL: null }),
      ...intrusions('network-firewall', { UpdateFirewallPolicy: null, UpdateLoggingConfiguration: null, UpdateRuleGroup: null }),
      ...intrusions('route53resolver', { DeleteFirewallRule: null }),
      ...intrusions('shield', { DeleteProtection: null }),
      ...intrusions('waf', { DeleteWebACL: null }),
      ...intrusions('waf-regional', { DeleteRule: null }),
    ],
    quiet: [
      ...ordinarily('prod', ['wafv2', 'UpdateWebACL'], null, APPLY, person('NetworkAdmin')),
      record(service('fms'), 'prod', ['wafv2', 'UpdateWebACL']),
      record(INTRUDER, 'prod', ['wafv2', 'GetWebACL']),
      record(INTRUDER, 'prod', ['appsync', 'DeleteType']),
    ],
  },
  'abuse-preparation': {
    raises: [
      ...intrusions('ses', { CreateEmailIdentity: null, GetSendQuota: null, VerifyEmailIdentity: null }),
      ...intrusions('bedrock', {
        CreateFoundationModelAgreement: null,
        CreateProvisionedModelThroughput: null,
        PutFoundationModelEntitlement: null,
        PutUseCaseForModelAccess: null,
      }),
      ...intrusions('ec2', { PurchaseReservedInstancesOffering: null, RequestSpotInstances: null }),
      ...intrusions('savingsplans', { CreateSavingsPlan: null }),
      ...intrusions('sns', { SetSMSAttributes: null }),
    ],
    quiet: [
      ...ordinarily('prod', ['ses', 'GetSendQuota'], null, APPLY, DEPLOY, person('DeveloperReadOnly')),
      record(service('ses'), 'prod', ['ses', 'GetSendQuota']),
      record(INTRUDER, 'prod', ['ses', 'GetSendStatistics']),
    ],
  },
  'machine-access': {
    raises: [
      ...[
        ...intrusions('ec2-instance-connect', { OpenTunnel: null, SendSSHPublicKey: null, SendSerialConsoleSSHPublicKey: null }),
        ...intrusions('ec2', {
          AssociateIamInstanceProfile: null,
          GetConsoleScreenshot: null,
          ModifyInstanceMetadataOptions: null,
          ReplaceIamInstanceProfileAssociation: null,
        }),
      ],
      ...[record(INTRUDER, 'prod', ['ec2', 'GetPasswordData'], { instanceId: 'i-1' })],
    ],
    quiet: [
      ...ordinarily('prod', ['ec2', 'ModifyInstanceMetadataOptions'], null, APPLY),
      record(service('ssm'), 'prod', ['ec2', 'AssociateIamInstanceProfile']),
      record(person('Developer'), 'dev', ['ec2', 'AssociateIamInstanceProfile']),
      record(INTRUDER, 'prod', ['ec2', 'DescribeInstances']),
      record(INTRUDER, 'prod', ['iotsecuredtunneling', 'OpenTunnel']),
      record(INTRUDER, 'prod', ['ec2', 'GetPasswordData'], { instanceId: 'i-1' }, { errorCode: 'Client.UnauthorizedOperation' }),
      record(INTRUDER, 'prod', ['ec2', 'GetConsoleOutput'], { instanceId: 'i-1' }),
    ],
  },
};

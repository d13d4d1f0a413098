import type { OrdinaryWork } from './ordinary-work';
import {
  APPLY,
  all,
  applications,
  BY_HAND,
  byStrangers,
  deployers,
  either,
  from,
  NO_SERVICE,
  named,
  notBy,
  outside,
  outsideHandsOn,
  SERVICE_LINKED,
  SUCCEEDED,
  type TrailAlarms,
} from './pattern';

/** The platform's own roles, such as that of backups, whose rules hear of changes in buckets. */
const PLATFORM = '*:role/platform/*';

/** What pipelines and applications do where nobody works by hand, done by somebody else: guardrails stop most of it, not in the management account. */
export const handWorkAlarms = (work: OrdinaryWork): TrailAlarms => ({
  // Lambda appends the version of its API to the names of its calls.
  'function-change': {
    pattern: all(
      from('lambda'),
      named(
        'AddLayerVersionPermission*',
        'AddPermission*',
        'CreateEventSourceMapping*',
        'CreateFunction*',
        'DeleteFunction*',
        'PublishLayerVersion*',
        'UpdateFunction*',
      ),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'The code of a function, or who may call it, was changed by hand',
  },
  // The names tell the service.
  'deployment-by-hand': {
    pattern: all(
      named(
        'AssociateAccessPolicy',
        'AssociateIdentityProviderConfig',
        'CreateAccessEntry',
        'CreateStack*',
        'CreateStateMachine',
        'DeleteStack*',
        'ExecuteCommand',
        'ImportSourceCredentials',
        'RegisterTaskDefinition',
        'UpdateClusterConfig',
        'UpdateStateMachine',
      ),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'What runs, or who gets into a cluster, was changed by hand',
  },
  'rule-change': {
    pattern: all(
      from('events', 'scheduler'),
      named('CreateSchedule', 'DeleteRule', 'DisableRule', 'PutTargets', 'RemoveTargets'),
      SUCCEEDED,
      NO_SERVICE,
      notBy(PLATFORM, SERVICE_LINKED, ...deployers(work), ...applications(work)),
      ...outsideHandsOn(work),
      ...outside([work.securityAccount]),
    ),
    description: 'A rule or schedule, which calls something by itself, was changed by hand',
  },
  'firewall-change': {
    pattern: all(
      `${from('network-firewall', 'route53resolver', 'shield')} || ($.eventSource = "waf*")`, // waf, waf-regional and wafv2
      named('Delete*', 'Disassociate*', 'UpdateFirewall*', 'UpdateIPSet', 'UpdateLoggingConfiguration', 'UpdateRuleGroup', 'UpdateWebACL'),
      SUCCEEDED,
      NO_SERVICE,
      notBy(APPLY, SERVICE_LINKED, '*/AWSReservedSSO_NetworkAdmin_*'),
    ),
    description: 'A firewall or web ACL was weakened by somebody who is no network administrator',
  },
  // Before mail and models are misused, limits are looked up and lifted. The names tell the service, and a pattern may have 1,024 characters.
  'abuse-preparation': {
    pattern: all(
      named(
        'CreateEmailIdentity',
        'CreateFoundationModelAgreement',
        'CreateProvisionedModelThroughput',
        'CreateSavingsPlan',
        'GetSendQuota',
        'PurchaseReserved*',
        'PutFoundationModelEntitlement',
        'PutUseCaseForModelAccess',
        'RequestSpot*',
        'SetSMSAttributes',
        'VerifyEmailIdentity',
      ),
      SUCCEEDED,
      NO_SERVICE,
      notBy(APPLY, SERVICE_LINKED, ...deployers(work), '*/AWSReservedSSO_*'),
    ),
    description: 'Somebody prepares to send mail, to use models or to buy, by no permission set of a person',
  },
  // A Windows password is for whoever has its key pair, and nobody here has one.
  'machine-access': {
    pattern: all(
      either(
        [
          from('ec2', 'ec2-instance-connect'),
          named(
            'AssociateIamInstanceProfile',
            'GetConsoleScreenshot',
            'ModifyInstanceMetadataOptions',
            'OpenTunnel',
            'ReplaceIamInstanceProfileAssociation',
            'SendSSHPublicKey',
            'SendSerialConsoleSSHPublicKey',
          ),
          ...BY_HAND,
          ...outsideHandsOn(work),
        ],
        [named('GetPasswordData')],
      ),
      SUCCEEDED,
    ),
    description: 'Somebody gets into an instance past logged sessions, asks for its Windows password, or gives it another role',
  },
});

import type { OrdinaryWork } from './ordinary-work';
import {
  APPLY,
  all,
  applications,
  BY_HAND,
  deployers,
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

/** What is not recorded did not happen: the first thing that an intruder turns off. */
export const recordingAlarms = (work: OrdinaryWork): TrailAlarms => ({
  // The apply role, too: a trail changes once in years.
  'trail-tampering': {
    pattern: all(
      from('cloudtrail'),
      named(
        'CreateTrail',
        'DeleteChannel',
        'DeleteEventDataStore',
        'DeleteTrail',
        'PutEventSelectors',
        'PutInsightSelectors',
        'StartLogging',
        'StopEventDataStoreIngestion',
        'StopLogging',
        'UpdateEventDataStore',
        'UpdateTrail',
      ),
      SUCCEEDED,
    ),
    description: 'Somebody switched a trail off or on, or narrowed it',
  },
  // The names tell the service.
  'recording-loss': {
    pattern: all(
      named(
        '*ConfigurationRecorder',
        '*DeliveryChannel',
        'DeleteFlowLogs',
        'DeleteQueryLoggingConfig',
        'DeleteResolverQueryLogConfig',
        'DisassociateResolverQueryLogConfig',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'AWS Config, flow logs or DNS query logs were switched off or redirected by hand',
  },
  'log-loss': {
    pattern: all(
      from('logs'),
      named(
        'DeleteDestination',
        'DeleteLogGroup',
        'DeleteLogStream',
        'DeleteSubscriptionFilter',
        'DisassociateKmsKey',
        'PutRetentionPolicy',
        'PutSubscriptionFilter',
      ),
      SUCCEEDED,
      NO_SERVICE,
      notBy(APPLY, SERVICE_LINKED, ...deployers(work), ...applications(work)), // agents keep their own groups short
      ...outsideHandsOn(work),
    ),
    description: 'Logs were deleted, are kept shorter or sent elsewhere, by hand',
  },
  // These very alarms: their filters, their topic, and whoever no longer wants to hear of them.
  'alarm-tampering': {
    pattern: all(
      `$.recipientAccountId = "${work.managementAccount}"`,
      from('logs', 'monitoring', 'sns'),
      named(
        'DeleteAlarms',
        'DeleteMetricFilter',
        'DeleteTopic',
        'DisableAlarmActions',
        'PutMetricAlarm',
        'PutMetricFilter',
        'SetAlarmState',
        'SetTopicAttributes',
        'Unsubscribe',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'An alarm of the platform was silenced or rewritten by hand',
  },
  // A trusted address suppresses findings: making one is an attack by itself. The security account filters for a living.
  'threat-detection-tampering': {
    pattern: all(
      from('guardduty'),
      named(
        'CreateFilter',
        'CreateIPSet',
        'CreateTrustedEntitySet',
        'DeleteDetector',
        'DeleteMembers',
        'DeletePublishingDestination',
        'DisassociateFrom*',
        'DisassociateMembers',
        'StopMonitoringMembers',
        'UpdateDetector',
        'UpdateFilter',
        'UpdateIPSet',
        'UpdatePublishingDestination',
      ),
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'GuardDuty was switched off, narrowed or told whom to trust, by hand',
  },
  'finding-tampering': {
    pattern: all(
      from('securityhub', 'access-analyzer', 'macie2', 'inspector2', 'detective'),
      named(
        'BatchUpdateFindings',
        'CreateAllowList',
        'CreateArchiveRule',
        'CreateAutomationRule',
        'CreateF*',
        'Delete*',
        'Dis*',
        'UpdateFindings',
        'UpdateInsight',
      ),
      SUCCEEDED,
      ...BY_HAND,
      ...outside([work.securityAccount]),
    ),
    description: 'Findings or the services that make them were changed outside the security account',
  },
});

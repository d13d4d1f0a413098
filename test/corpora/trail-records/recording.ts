import { APPLICATION, APPLY, DEPLOY, INTRUDER, intrusions, ordinarily, person, record, type Samples, service, serviceLinked } from './record';

export const RECORDING_SAMPLES: Samples = {
  'trail-tampering': {
    raises: intrusions(
      'cloudtrail',
      {
        CreateTrail: { name: 'x' },
        DeleteChannel: null,
        DeleteEventDataStore: null,
        StopEventDataStoreIngestion: null,
        UpdateEventDataStore: null,
        DeleteTrail: { name: 'organization' },
        PutEventSelectors: { trailName: 'organization' },
        PutInsightSelectors: { trailName: 'organization' },
        StartLogging: { name: 'organization' },
        StopLogging: { name: 'organization' },
        UpdateTrail: { name: 'organization', includeGlobalServiceEvents: false },
      },
      'management',
    ),
    quiet: [
      record(
        INTRUDER,
        'prod',
        ['cloudtrail', 'StopLogging'],
        { name: 'organization' },
        { errorCode: 'InsufficientDependencyServiceAccessPermissionException' },
      ),
      record(person('SecurityAuditor'), 'management', ['cloudtrail', 'DescribeTrails']),
      record(person('SecurityAuditor'), 'management', ['iot', 'StartLogging']),
    ],
  },
  'recording-loss': {
    raises: [
      ...[
        ...intrusions('config', {
          DeleteConfigurationRecorder: { configurationRecorderName: 'default' },
          DeleteDeliveryChannel: { deliveryChannelName: 'default' },
          PutConfigurationRecorder: null,
          PutDeliveryChannel: null,
          StopConfigurationRecorder: { configurationRecorderName: 'default' },
        }),
      ],
      ...[
        ...intrusions('ec2', { DeleteFlowLogs: { flowLogIds: ['fl-1'] } }),
        ...intrusions('route53resolver', { DeleteResolverQueryLogConfig: null, DisassociateResolverQueryLogConfig: null }),
        ...intrusions('route53', { DeleteQueryLoggingConfig: null }),
      ],
    ],
    quiet: [
      ...ordinarily('prod', ['config', 'PutDeliveryChannel'], null, APPLY, serviceLinked('config.amazonaws.com/AWSServiceRoleForConfig')),
      record(service('observabilityadmin'), 'prod', ['config', 'PutConfigurationRecorder']),
      record(INTRUDER, 'prod', ['config', 'DescribeDeliveryChannels']),

      ...ordinarily('prod', ['ec2', 'DeleteFlowLogs'], { flowLogIds: ['fl-1'] }, APPLY),
      record(service('ram'), 'prod', ['route53resolver', 'DisassociateResolverQueryLogConfig']),
      record(INTRUDER, 'prod', ['ec2', 'DescribeFlowLogs']),
    ],
  },
  'log-loss': {
    raises: intrusions('logs', {
      DeleteLogGroup: { logGroupName: '/aws/lambda/orders' },
      DeleteLogStream: { logGroupName: '/aws/lambda/orders' },
      DisassociateKmsKey: { logGroupName: '/aws/lambda/orders' },
      DeleteDestination: null,
      DeleteSubscriptionFilter: { logGroupName: '/app/shop' },
      PutRetentionPolicy: { logGroupName: '/platform/organization-trail', retentionInDays: 1 },
      PutSubscriptionFilter: { logGroupName: '/app/shop' },
    }),
    quiet: [
      ...ordinarily('prod', ['logs', 'PutRetentionPolicy'], { logGroupName: '/aws/lambda/orders', retentionInDays: 400 }, APPLY, DEPLOY),
      record(person('Developer'), 'dev', ['logs', 'DeleteLogGroup'], { logGroupName: '/aws/lambda/try' }),
      record(service('lambda'), 'prod', ['logs', 'PutRetentionPolicy']),
      record(APPLICATION, 'prod', ['logs', 'PutRetentionPolicy'], { logGroupName: '/app/orders', retentionInDays: 30 }),
      record(INTRUDER, 'prod', ['logs', 'CreateLogStream']),
      record(INTRUDER, 'prod', ['greengrass', 'DeleteLogGroup']),
    ],
  },
  'alarm-tampering': {
    raises: [
      ...intrusions(
        'monitoring',
        { DeleteAlarms: { alarmNames: ['platform-root-use'] }, DisableAlarmActions: null, PutMetricAlarm: null, SetAlarmState: null },
        'management',
      ),
      ...intrusions('logs', { DeleteMetricFilter: { filterName: 'root-use' }, PutMetricFilter: null }, 'management'),
      ...intrusions('sns', { DeleteTopic: null, SetTopicAttributes: null, Unsubscribe: null }, 'management'),
    ],
    quiet: [
      ...ordinarily('management', ['logs', 'PutMetricFilter'], { filterName: 'root-use' }, APPLY),
      record(service('events'), 'management', ['sns', 'SetTopicAttributes']),
      record(DEPLOY, 'prod', ['monitoring', 'PutMetricAlarm'], { alarmName: 'orders-errors' }),
      record(INTRUDER, 'management', ['sns', 'ListTopics']),
      record(INTRUDER, 'management', ['sqs', 'DeleteTopic']),
    ],
  },
  'threat-detection-tampering': {
    raises: intrusions('guardduty', {
      CreateFilter: null,
      CreateIPSet: { name: 'trusted' },
      CreateTrustedEntitySet: null,
      DeletePublishingDestination: null,
      UpdateFilter: null,
      UpdatePublishingDestination: null,
      DeleteDetector: { detectorId: '1' },
      DeleteMembers: null,
      DisassociateFromAdministratorAccount: null,
      DisassociateMembers: null,
      StopMonitoringMembers: null,
      UpdateDetector: { detectorId: '1', enable: false },
      UpdateIPSet: null,
    }),
    quiet: [
      ...ordinarily('security', ['guardduty', 'CreateIPSet'], { name: 'known' }, APPLY),
      record(service('guardduty'), 'prod', ['guardduty', 'UpdateDetector']),
      record(INTRUDER, 'prod', ['guardduty', 'ListDetectors']),
      record(INTRUDER, 'prod', ['wafv2', 'CreateIPSet']),
    ],
  },
  'finding-tampering': {
    raises: [
      ...intrusions('securityhub', {
        BatchUpdateFindings: null,
        CreateAutomationRule: null,
        DeleteInsight: null,
        DisableSecurityHub: null,
        DisassociateFromAdministratorAccount: null,
        UpdateFindings: null,
        UpdateInsight: null,
      }),
      ...intrusions('access-analyzer', { CreateArchiveRule: null, DeleteAnalyzer: null }),
      ...intrusions('macie2', { CreateAllowList: null, CreateFindingsFilter: null, DisableMacie: null }),
      ...intrusions('inspector2', { CreateFilter: null, Disable: null }),
      ...intrusions('detective', { DeleteGraph: null }),
    ],
    quiet: [
      ...ordinarily('prod', ['access-analyzer', 'CreateArchiveRule'], null, APPLY),
      record(person('SecurityAdmin'), 'security', ['securityhub', 'BatchUpdateFindings']),
      record(service('securityhub'), 'prod', ['securityhub', 'DisassociateFromAdministratorAccount']),
      record(INTRUDER, 'prod', ['securityhub', 'GetFindings']),
      record(INTRUDER, 'prod', ['lambda', 'DeleteFunction']),
    ],
  },
};

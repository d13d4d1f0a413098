import { accessAnalyzer, alarm, asff, call, compliance, type EventSamples, guardDuty, health, ROOT, signIn } from './sample-events';

/** Samples of what accounts forward to the security account's bus: modules/detection/forwarded-events.ts. */
export const FORWARDED_SAMPLES: EventSamples = {
  'platform-forward-root-use': {
    matching: [signIn(ROOT, 'Success'), signIn(ROOT, 'Failure'), call('s3', 'ListBuckets', { userIdentity: ROOT })],
    other: [
      signIn({ type: 'IAMUser', arn: 'arn:aws:iam::111111111111:user/platform/break-glass-1' }, 'Success'),
      call('s3', 'ListBuckets'),
      call('kms', 'RotateKey', { userIdentity: ROOT, eventType: 'AwsServiceEvent' }),
      call('s3', 'GetBucketAcl', { userIdentity: { ...ROOT, invokedBy: 'cloudtrail.amazonaws.com' } }),
    ],
  },
  'platform-forward-central-root-session': {
    matching: [call('sts', 'AssumeRoot'), call('sts', 'AssumeRoot', { errorCode: 'AccessDenied' })],
    other: [call('sts', 'AssumeRole'), call('iam', 'AssumeRoot')],
  },
  'platform-forward-credentials-exposed': {
    matching: [health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSED'), health('RISK', 'AWS_RISK_CREDENTIALS_EXPOSURE_SUSPECTED')],
    other: [health('EC2', 'AWS_EC2_OPERATIONAL_ISSUE'), health('RISK', 'AWS_RISK_IAM_QUARANTINE'), health('EC2', 'AWS_RISK_CREDENTIALS_EXPOSED')],
  },
  'platform-forward-abuse-report': {
    matching: [health('ABUSE', 'AWS_ABUSE_DOS_REPORT', 'AWS Health Abuse Event')],
    other: [health('ABUSE', 'AWS_ABUSE_DOS_REPORT'), health('EC2', 'AWS_EC2_OPERATIONAL_ISSUE')],
  },
  'platform-forward-conformance': {
    matching: [
      compliance('platform-conformance-alert-backed-up-s3-customer-conformance-pack-a1b2c3d4e', 'NON_COMPLIANT'),
      compliance('platform-conformance-alert-no-internet-gateway-conformance-pack-a1b2c3d4e', 'NON_COMPLIANT'),
    ],
    other: [
      compliance('platform-conformance-alert-backed-up-s3-customer-conformance-pack-a1b2c3d4e', 'COMPLIANT'),
      compliance('platform-conformance-classified-conformance-pack-a1b2c3d4e', 'NON_COMPLIANT'),
      compliance('platform-no-default-vpc', 'NON_COMPLIANT'),
      compliance('securityhub-s3-bucket-ssl-requests-only-0a1b2c3d', 'NON_COMPLIANT'),
    ],
  },
  'platform-forward-default-vpc': {
    matching: [compliance('platform-no-default-vpc', 'NON_COMPLIANT')],
    other: [
      compliance('platform-no-default-vpc', 'COMPLIANT'),
      compliance('platform-no-default-vpc', 'NOT_APPLICABLE'),
      compliance('securityhub-vpc-default-security-group-closed-0a1b2c3d', 'NON_COMPLIANT'),
    ],
  },
  'platform-forward-detection-tampering': {
    matching: [
      call('guardduty', 'DeleteDetector'),
      call('guardduty', 'UpdateDetector'),
      call('guardduty', 'DisassociateFromAdministratorAccount', { errorCode: 'AccessDenied' }),
      call('guardduty', 'StopMonitoringMembers'),
      call('securityhub', 'DisableSecurityHub'),
      call('securityhub', 'BatchDisableStandards'),
      call('config', 'StopConfigurationRecorder'),
      call('config', 'DeleteDeliveryChannel'),
      call('macie2', 'DisableMacie'),
      call('inspector2', 'Disable'),
      call('detective', 'DeleteGraph'),
      call('access-analyzer', 'DeleteAnalyzer'),
    ],
    other: [call('guardduty', 'GetDetector'), call('securityhub', 'BatchImportFindings'), call('config', 'PutConfigRule'), call('ec2', 'DeleteVolume')],
  },
  'platform-forward-findings-suppressed': {
    matching: ['CreateFilter', 'UpdateFilter', 'CreateIPSet', 'UpdateIPSet', 'CreateTrustedEntitySet', 'ArchiveFindings'].map((name) =>
      call('guardduty', name),
    ),
    other: [call('guardduty', 'CreateThreatIntelSet'), call('guardduty', 'ListFilters'), call('inspector2', 'CreateFilter')],
  },
  'platform-forward-alerts-muted': {
    matching: ['DeleteAlarms', 'DisableAlarmActions', 'PutAlarmMuteRule', 'SetAlarmState'].map((name) => call('monitoring', name)),
    other: [call('monitoring', 'PutMetricAlarm'), call('monitoring', 'DeleteAlarms', { errorCode: 'AccessDenied' }), call('logs', 'DeleteAlarms')],
  },
  'platform-forward-trail-tampering': {
    matching: [
      call('cloudtrail', 'StopLogging'),
      call('cloudtrail', 'PutEventSelectors', { errorCode: 'AccessDenied' }),
      call('ec2', 'DeleteFlowLogs'),
      call('route53resolver', 'DisassociateResolverQueryLogConfig'),
    ],
    other: [call('cloudtrail', 'LookupEvents'), call('ec2', 'CreateFlowLogs'), call('logs', 'DeleteLogGroup')],
  },
  'platform-forward-guardrail-change': {
    matching: ['DetachPolicy', 'UpdatePolicy', 'DisablePolicyType', 'MoveAccount', 'LeaveOrganization', 'DeregisterDelegatedAdministrator'].map((name) =>
      call('organizations', name),
    ),
    other: [call('organizations', 'DescribePolicy'), call('iam', 'DetachPolicy'), call('organizations', 'TagResource')],
  },
  'platform-forward-long-lived-credentials': {
    matching: ['CreateAccessKey', 'CreateLoginProfile', 'CreateUser'].map((name) => call('iam', name)),
    other: [call('iam', 'CreateRole'), call('iam', 'DeleteAccessKey'), call('transfer', 'CreateUser')],
  },
  'platform-forward-external-access': { matching: [accessAnalyzer('ACTIVE')], other: [accessAnalyzer('RESOLVED'), accessAnalyzer('ARCHIVED'), asff('HIGH')] },
  'platform-forward-guardduty-finding': {
    matching: [guardDuty('UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS', 8), guardDuty('Recon:EC2/PortProbeUnprotectedPort', 2)],
    other: [call('guardduty', 'GetFindings'), asff('HIGH')],
  },
  'platform-forward-platform-alarm': {
    matching: [alarm('platform-undelivered-events', 'ALARM')],
    other: [alarm('platform-undelivered-events', 'OK'), alarm('orders-late', 'ALARM')],
  },
  'platform-forward-credential-search': {
    matching: [alarm('platform-credential-search-failed', 'ALARM', 'eu-west-1'), alarm('platform-credential-search-silent', 'ALARM', 'eu-west-1')],
    other: [alarm('platform-credential-search-silent', 'OK', 'eu-west-1'), alarm('credential-search-failed', 'ALARM', 'eu-west-1')],
  },
  'platform-forward-secrets-in-logs': {
    matching: [alarm('platform-secrets-in-logs', 'ALARM')],
    other: [alarm('platform-secrets-in-logs', 'OK'), alarm('secrets-in-logs', 'ALARM')],
  },
};

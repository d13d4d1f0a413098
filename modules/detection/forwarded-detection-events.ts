import { CREDENTIAL_SEARCH, CREDENTIAL_SEARCH_LOG_GROUP, MASKING_FINDINGS, SECRETS_IN_LOGS_ALARM } from '../../lib/naming';
import { CALL, type ForwardedEvent, prefixes } from './forwarded-event';

/** What detection finds, and who tries to blind it. */
export const DETECTION_EVENTS: Readonly<Record<string, ForwardedEvent>> = {
  'detection-tampering': {
    description: 'Somebody blinds detection: switches a service off, detaches an account, deletes what it watches with',
    step: 'correlated',
    pattern: {
      source: ['aws.guardduty', 'aws.securityhub', 'aws.config', 'aws.macie2', 'aws.inspector2', 'aws.detective', 'aws.access-analyzer'],
      'detail-type': [CALL],
      detail: { eventName: prefixes('BatchDisable', 'Delete', 'Disable', 'Disassociate', 'Stop', 'UpdateDetector', 'UpdateMemberDetectors') },
    },
    alert: { severity: 'high', firstStep: 'If no pipeline did it, undo it by an apply of the stack `security`, then find out who the caller is' },
  },
  'findings-suppressed': {
    description: 'Somebody makes GuardDuty trust an address or hide findings: an intruder would enter his own',
    step: 'correlated',
    pattern: {
      source: ['aws.guardduty'],
      'detail-type': [CALL],
      detail: {
        eventName: ['CreateFilter', 'UpdateFilter', 'CreateIPSet', 'UpdateIPSet', 'CreateTrustedEntitySet', 'UpdateTrustedEntitySet', 'ArchiveFindings'],
      },
    },
    alert: { severity: 'high', firstStep: 'Look at the list or filter; if it stands in no pull request, delete it and unarchive the findings' },
  },
  'trail-tampering': {
    description: 'Somebody switches the record off: a trail, its selectors, flow logs or logs of resolvers',
    step: 'correlated',
    pattern: {
      source: ['aws.cloudtrail', 'aws.ec2', 'aws.route53resolver'],
      'detail-type': [CALL],
      detail: {
        eventName: [
          'StopLogging',
          'DeleteTrail',
          'UpdateTrail',
          'PutEventSelectors',
          'PutInsightSelectors',
          'DeleteEventDataStore',
          'DeleteFlowLogs',
          'DeleteResolverQueryLogConfig',
          'DisassociateResolverQueryLogConfig',
        ],
      },
    },
    alert: { severity: 'critical', firstStep: 'Switch it on again by an apply, then treat the caller as an intruder until proven otherwise' },
  },
  'alerts-muted': {
    description: 'Somebody mutes alarms of the security account: whoever is told of nothing looks for nothing',
    step: 'correlated',
    onlySecurity: true,
    pattern: {
      source: ['aws.monitoring'],
      'detail-type': [CALL],
      detail: { eventName: ['DeleteAlarms', 'DisableAlarmActions', 'PutAlarmMuteRule', 'SetAlarmState'], errorCode: [{ exists: false }] },
    },
    alert: { severity: 'high', firstStep: 'If no pipeline did it, ask the caller what was muted and why; undo it by an apply of the stack `security`' },
  },
  'external-access': {
    description: 'Access Analyzer found something of ours that others can reach',
    step: 'correlated',
    onlySecurity: true,
    pattern: { source: ['aws.access-analyzer'], 'detail-type': ['Access Analyzer Finding'], detail: { status: ['ACTIVE'] } },
  },
  'guardduty-finding': {
    description: 'GuardDuty found something; people hear of it by Security Hub, responses at once',
    step: 'correlated',
    onlySecurity: true,
    pattern: { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] },
  },
  'platform-alarm': {
    description: 'An alarm of the security account went off in a region that its topics do not reach',
    step: 'correlated',
    onlySecurity: true,
    pattern: {
      source: ['aws.cloudwatch'],
      'detail-type': ['CloudWatch Alarm State Change'],
      detail: { alarmName: prefixes('platform-'), state: { value: ['ALARM'] } },
    },
    alert: { severity: 'high', firstStep: 'Read the description of the alarm: it names what to do' },
  },
  'secrets-in-logs': {
    description: 'An application writes credentials or card numbers into its log; they are masked, and must be replaced all the same',
    step: 'correlated',
    pattern: {
      source: ['aws.cloudwatch'],
      'detail-type': ['CloudWatch Alarm State Change'],
      detail: { alarmName: [SECRETS_IN_LOGS_ALARM], state: { value: ['ALARM'] } },
    },
    alert: { severity: 'medium', firstStep: `Look in ${MASKING_FINDINGS} for the log group, tell its team, replace what was logged` },
  },
  'credential-search': {
    description: 'The daily search for credentials in running workloads fails, or does not run: what it would find stays unheard',
    step: 'correlated',
    onlyHome: true,
    pattern: {
      source: ['aws.cloudwatch'],
      'detail-type': ['CloudWatch Alarm State Change'],
      detail: { alarmName: prefixes(`${CREDENTIAL_SEARCH}-`), state: { value: ['ALARM'] } },
    },
    alert: { severity: 'medium', firstStep: `Look into the log ${CREDENTIAL_SEARCH_LOG_GROUP} of the account: docs/credential-search.md` },
  },
};

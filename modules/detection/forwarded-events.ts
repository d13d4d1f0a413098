import type { DetectionStep } from '../../config/detection-steps';

export type AlertSeverity = 'critical' | 'high' | 'medium';

/** A group of events that every account forwards to the bus of the security account. */
export interface ForwardedEvent {
  /** EventBridge pattern; fewer than 2,048 characters (EventBridge quota). */
  readonly pattern: Readonly<Record<string, unknown>>;
  /** Which attack or mistake it shows. */
  readonly description: string;
  /** Forwarded from this step of the ladder on. */
  readonly step: DetectionStep;
  /** Whom it wakes and what to do first; left out where only a response listens. */
  readonly alert?: { readonly severity: AlertSeverity; readonly firstStep: string };
  /** IAM, Organizations, CloudFront and sign-in of root: these reach EventBridge in us-east-1 only. */
  readonly global?: true;
  /** Findings of all accounts appear in the administrator's account; each member's own copy would be a second one. */
  readonly onlySecurity?: true;
  /** Holds Get*, List* or Describe*: such calls reach only rules that ask for all management events. */
  readonly reads?: true;
}

const CALL = 'AWS API Call via CloudTrail';
const prefixes = (...all: readonly string[]) => all.map((prefix) => ({ prefix }));

/**
 * What is forwarded, by the name of its rule. With `alert`, it also becomes a message to people: an entry is all that a new alert takes.
 * A sample that matches and one that does not stand in test/corpora/events for each.
 */
export const FORWARDED_EVENTS: Readonly<Record<string, ForwardedEvent>> = {
  'root-use': {
    description: 'A root user did something, or tried to sign in: nobody has a daily reason to',
    step: 'correlated',
    pattern: {
      'detail-type': [CALL, 'AWS Console Sign In via CloudTrail'],
      detail: { userIdentity: { type: ['Root'], invokedBy: [{ exists: false }] }, eventType: [{ 'anything-but': 'AwsServiceEvent' }] },
    },
    alert: { severity: 'critical', firstStep: 'Ask the holders of the root mailbox; if it was none of them, follow docs/runbooks/break-glass.md' },
  },
  'central-root-session': {
    description: 'A root session in a member account was asked for: expected only during a task that was announced',
    step: 'correlated',
    pattern: { source: ['aws.sts'], 'detail-type': [CALL], detail: { eventName: ['AssumeRoot'] } },
    alert: { severity: 'high', firstStep: 'Ask who announced the task; if nobody did, take the role of the caller away' },
  },
  'credentials-exposed': {
    description: 'AWS found an access key of ours in public, or on its way there',
    step: 'correlated',
    pattern: {
      source: ['aws.health'],
      'detail-type': ['AWS Health Event'],
      detail: { service: ['RISK'], eventTypeCode: prefixes('AWS_RISK_CREDENTIALS_EXPOS') },
    },
    alert: { severity: 'critical', firstStep: 'Deactivate the key at once, then look in the trail for what it was used for' },
  },
  'abuse-report': {
    description: 'AWS was told that our account attacks others: it is probably taken over',
    step: 'correlated',
    pattern: { source: ['aws.health'], 'detail-type': ['AWS Health Abuse Event'] },
    alert: { severity: 'critical', firstStep: 'Answer AWS within a day, and treat the resource as taken over' },
  },
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
  'guardrail-change': {
    description: 'A guardrail or the tree that it hangs on changed',
    step: 'correlated',
    global: true,
    pattern: {
      source: ['aws.organizations'],
      'detail-type': [CALL],
      detail: {
        eventName: [
          'AttachPolicy',
          'DeletePolicy',
          'DetachPolicy',
          'DisablePolicyType',
          'UpdatePolicy',
          'DeleteResourcePolicy',
          'PutResourcePolicy',
          'DisableAWSServiceAccess',
          'DeregisterDelegatedAdministrator',
          'MoveAccount',
          'LeaveOrganization',
          'RemoveAccountFromOrganization',
        ],
      },
    },
    alert: { severity: 'high', firstStep: 'Compare with the last apply of `org` and `org-policies`; undo by an apply' },
  },
  'long-lived-credentials': {
    description: 'A user, a password or an access key was made: a way in that does not expire',
    step: 'correlated',
    global: true,
    pattern: { source: ['aws.iam'], 'detail-type': [CALL], detail: { eventName: ['CreateAccessKey', 'CreateLoginProfile', 'CreateUser'] } },
    alert: { severity: 'high', firstStep: 'Delete it unless it is a named exception (docs/guardrails.md), and find out why the guardrail let it pass' },
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
};

import { DEFAULT_VPC_RULE, TOLD_CONFORMANCE_RULES } from '../../lib/naming';
import { CALL, type ForwardedEvent, FROM_AWS, prefixes } from './forwarded-event';

/** What shows that somebody else holds an account, or makes a way in: root, exposed and lasting credentials, guardrails. */
export const ACCOUNT_EVENTS: Readonly<Record<string, ForwardedEvent>> = {
  'root-use': {
    description: 'A root user did something, or tried to sign in: nobody has a daily reason to',
    step: 'correlated',
    pattern: {
      source: FROM_AWS,
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
  // The trail's alarm sees who makes one; in a region that is switched on nobody does, and AWS Config alone tells.
  'default-vpc': {
    description: 'AWS Config found a default VPC: public subnets, open to the internet by a route, that no plan shows',
    step: 'correlated',
    pattern: {
      source: ['aws.config'],
      'detail-type': ['Config Rules Compliance Change'],
      detail: { configRuleName: [DEFAULT_VPC_RULE], newEvaluationResult: { complianceType: ['NON_COMPLIANT'] } },
    },
    alert: { severity: 'medium', firstStep: 'Run `npm run default-vpcs -- ACCOUNT`; what already runs in it is moved first' },
  },
  conformance: {
    description: 'AWS Config found what a pack of rules/conformance marks as worth an alert: a night without a backup, a network where none may be',
    step: 'correlated',
    pattern: {
      source: ['aws.config'],
      'detail-type': ['Config Rules Compliance Change'],
      detail: { configRuleName: [{ prefix: TOLD_CONFORMANCE_RULES }], newEvaluationResult: { complianceType: ['NON_COMPLIANT'] } },
    },
    alert: { severity: 'medium', firstStep: 'Read the description of the rule in AWS Config: it says which mistake it finds' },
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
};
